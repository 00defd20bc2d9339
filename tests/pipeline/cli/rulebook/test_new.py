"""dossier rulebook new, as a clerk uses it."""

from __future__ import annotations

from tests.builders.commands import dossier
from tests.builders.regulations import MADE_UP


def test_new_writes_the_draft_and_says_what_to_do_next(tmp_path):
    text = tmp_path / "办法.txt"
    text.write_text(MADE_UP, encoding="utf-8")
    result = dossier("rulebook", "new", text, "--id", "yichang")
    assert result.exit_code == 0
    folder = tmp_path / "草案-办法"
    assert sorted(path.name for path in folder.iterdir()) == [
        "review.html",
        "yichang-application.yaml",
        "yichang.txt",
        "yichang.yaml",
    ]
    assert "待定 8 处" in result.output
    assert str(folder / "review.html") in result.output


def test_a_text_that_is_not_there_is_wrong_usage(tmp_path):
    result = dossier("rulebook", "new", tmp_path / "没有.docx")
    assert result.exit_code == 2
    assert not list(tmp_path.iterdir())
