"""The command `dossier screen`, twice and in part: what is told, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.kept.store import default_folder
from tests.builders.commands import dossier


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    for name in ("甲", "乙"):
        (tmp_path / "收件" / name).mkdir(parents=True)
        (tmp_path / "收件" / name / "申请报告.txt").write_text("申请报告\n本单位", encoding="utf-8")
    return tmp_path / "收件"


def screen(inbox: Path, *more: str | Path):
    return dossier("screen", inbox, "--as-of", "2026-03-15", "--rulebook", "harbin", "--jobs", "1", *more)


def bytes_of(inbox: Path) -> dict[str, bytes]:
    out = inbox.parent / "screening-收件"
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_a_second_run_says_that_nothing_changed_and_shows_the_same(inbox: Path):
    first = screen(inbox)
    before = bytes_of(inbox)
    second = screen(inbox)
    assert "没有变化" in second.stderr
    assert second.stdout == first.stdout
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert bytes_of(inbox) == before
    assert "没有变化" not in screen(inbox, "--no-cache").stderr
    assert bytes_of(inbox) == before


def test_a_batch_with_a_dossier_that_will_not_open_ends_alike_both_times(inbox: Path):
    (inbox / "丙.zip").write_bytes(b"PK\x03\x04 broken")
    assert [screen(inbox).exit_code for _ in range(2)] == [1, 1]


def test_a_part_of_it(inbox: Path):
    screen(inbox)
    for name in ("甲", "乙"):
        (inbox / name / "申请报告.txt").write_text("申请报告\n补充", encoding="utf-8")
    before = bytes_of(inbox)
    assert screen(inbox, "--only", "乙").exit_code == 0
    after = bytes_of(inbox)
    assert {name.partition("/")[0] for name in after if after[name] != before[name] and "/" in name} == {"乙"}
    assert "没有变化" not in screen(inbox).stderr, "甲 is still to be done"
    assert "没有变化" in screen(inbox).stderr


def test_a_part_that_there_is_not(inbox: Path):
    done = screen(inbox, "--only", "丁")
    assert done.exit_code == 2
    assert "没有卷宗 丁" in done.stderr


def test_nothing_is_kept_where_that_is_asked(inbox: Path, tmp_path: Path):
    screen(inbox, "--no-cache")
    assert not default_folder().exists()
    screen(inbox, "--cache", tmp_path / "kept")
    assert (tmp_path / "kept" / "documents").is_dir()
    assert not default_folder().exists()


def test_a_round_that_names_a_rulebook_is_always_looked_at(inbox: Path):
    (inbox.parent / "round.yaml").write_text("rulebook: harbin\n", encoding="utf-8")
    assert [("没有变化" in screen(inbox).stderr) for _ in range(2)] == [False, False]
