"""A rulebook is taken into use as it stands, once it holds and was rehearsed; work on it changes nothing in use."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from console.rulebooks import in_use
from console.rulebooks.own import REHEARSAL, CheckedRulebook, OwnRulebook
from pipeline.rulebook import of_bureau
from pipeline.rulebook.find import load
from schemas.errors import UsageError
from tests.builders.drafts import made_up_rulebook


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnRulebook:
    """A drafted rulebook of the office's own that holds against its text."""
    drafted = made_up_rulebook(tmp_path).parent
    drafted.rename(tmp_path / "yichang")
    monkeypatch.setattr(in_use.own, "checked", lambda path: CheckedRulebook((), str(path)))
    home = tmp_path / "yichang"
    return OwnRulebook("yichang", home, load(home / "yichang.yaml").title)


def rehearse(one: OwnRulebook, *holds: bool) -> None:
    cases = [
        {"case": str(at), "title": "一份", "article": "第二条", "status": "fail", "holds": held}
        for at, held in enumerate(holds)
    ]
    (one.folder / REHEARSAL).mkdir(exist_ok=True)
    one.rehearsal.write_text(json.dumps({"cases": cases}), encoding="utf-8")


def changed(one: OwnRulebook) -> None:
    """Somebody works on it, later."""
    later = max(one.path.stat().st_mtime, one.rehearsal.stat().st_mtime) + 5
    one.path.write_text(one.path.read_text(encoding="utf-8") + "# 改\n", encoding="utf-8")
    os.utime(one.path, (later, later))


def test_what_must_be_done_first(one: OwnRulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "请先演练" in in_use.why_not(one)
    rehearse(one, True, False)
    assert "没有按要求起作用" in in_use.why_not(one)
    with pytest.raises(UsageError, match="没有按要求起作用"):
        in_use.take(tmp_path / "used", one)
    assert not in_use.is_in_use(tmp_path / "used", one)
    rehearse(one, True, True)
    assert in_use.why_not(one) == ""
    changed(one)
    assert "再演练" in in_use.why_not(one)
    monkeypatch.setattr(in_use.own, "checked", lambda _: CheckedRulebook(("第三条：不符",), ""))
    assert "核对" in in_use.why_not(one)
    assert "草案" in in_use.why_not(OwnRulebook("yichang", one.folder))


def test_in_use_it_is_recognised_as_it_was_taken(one: OwnRulebook, tmp_path: Path, monkeypatch) -> None:
    root = tmp_path / "used"
    monkeypatch.setenv(of_bureau.VARIABLE, str(root))
    rehearse(one, True)
    in_use.take(root, one)
    assert list(of_bureau.bureau_rulebooks()) == ["yichang"]
    before = of_bureau.bureau_rulebooks()["yichang"].read_bytes()
    assert in_use.is_as_it_stands(root, one)
    assert not (root / "yichang" / REHEARSAL).exists()
    changed(one)
    assert not in_use.is_as_it_stands(root, one)
    assert of_bureau.bureau_rulebooks()["yichang"].read_bytes() == before
    in_use.leave(root, one)
    assert not in_use.is_in_use(root, one)
    assert of_bureau.bureau_rulebooks() == {}
    assert one.path.is_file()


def test_taken_again_it_is_as_it_stands(one: OwnRulebook, tmp_path: Path) -> None:
    root = tmp_path / "used"
    rehearse(one, True)
    in_use.take(root, one)
    changed(one)
    later = one.path.stat().st_mtime + 5
    os.utime(one.rehearsal, (later, later))
    in_use.take(root, one)
    assert in_use.is_as_it_stands(root, one)
    assert [child.name for child in root.iterdir()] == ["yichang"]
