"""What does not hold comes first; without a rehearsal there is nothing."""

import json

from console.rulebooks.rehearsed import rehearsed


def test_cases_in_words(tmp_path):
    cases = [
        {"case": str(at), "title": f"第{at}份", "article": "第二条", "status": "fail", "holds": holds}
        for at, holds in enumerate((True, False))
    ]
    (tmp_path / "r.json").write_text(json.dumps({"cases": cases}), encoding="utf-8")
    assert [(one.title, one.said, one.holds) for one in rehearsed(tmp_path / "r.json")] == [
        ("第1份", "不符合", False),
        ("第0份", "不符合", True),
    ]
    assert rehearsed(tmp_path / "none.json") == []
