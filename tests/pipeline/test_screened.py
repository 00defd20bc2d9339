"""What is written of one dossier: whether chance had a part in it is told, so that the next run tries again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline import screened
from pipeline.decisions.file import Decided
from pipeline.intake.inbox import entries
from pipeline.reports import tables_xlsx
from pipeline.screen import Settings
from pipeline.screened import screen_one
from pipeline.workers import journal
from pipeline.workers.journal import Place, Step

SETTINGS = Settings(date(2026, 3, 15))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "一.txt").write_text("申请报告", encoding="utf-8")
    (tmp_path / "甲" / "二.txt").write_text("真实性声明", encoding="utf-8")
    return tmp_path


def test_a_dossier_that_was_read_whole_owes_nothing_to_chance(inbox: Path):
    done = screen_one(SETTINGS, Decided(), entries(inbox)[0])
    assert not done.chance
    assert "screening.json" in done.files


def test_a_file_over_which_a_process_died_may_be_read_another_time(inbox: Path):
    journal.listened(lambda _: None, {Place(Step.READ, "一.txt"): "读取该文件时程序异常退出"})
    try:
        done = screen_one(SETTINGS, Decided(), entries(inbox)[0])
    finally:
        journal.listened(lambda _: None, {})
    assert done.chance
    assert "程序异常退出" in str(done.screening.contents.files)


def test_a_report_that_broke_may_be_written_another_time(inbox: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object, **__: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr(tables_xlsx, "workbook", broken)
    monkeypatch.setitem(screened.REPORTS, "tables.xlsx", broken)  # type: ignore[misc]
    done = screen_one(SETTINGS, Decided(), entries(inbox)[0])
    assert done.chance
    assert "tables.xlsx 未能生成" in done.screening.note
