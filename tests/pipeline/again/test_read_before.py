"""A process opens no stranger's file by itself: only where every paper has been read before."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.kept import store
from extractors.papers.ocr_scope import ocr_scope
from extractors.read import from_kept
from pipeline.again.read_before import read_before
from pipeline.intake.archive import LIMITS
from pipeline.intake.inbox import InboxEntry, entries, files


@pytest.fixture
def entry(tmp_path: Path) -> InboxEntry:
    store.use(tmp_path / "kept")
    (tmp_path / "收件" / "甲").mkdir(parents=True)
    (tmp_path / "收件" / "甲" / "一.txt").write_text("申请报告", encoding="utf-8")
    (tmp_path / "收件" / "甲" / ".hidden").write_text("x", encoding="utf-8")
    return entries(tmp_path / "收件")[0]


def test_only_once_all_were_read(entry: InboxEntry):
    assert not read_before(entry, LIMITS)
    for file in files(entry):
        if not file.skipped:
            from_kept.read(file.data, file.path, ocr_scope(file.path))
    assert read_before(entry, LIMITS)
    (entry.path / "二.txt").write_text("新", encoding="utf-8")
    assert not read_before(entry, LIMITS)


def test_without_a_folder_nothing_was_read(entry: InboxEntry):
    store.use(None)
    assert not read_before(entry, LIMITS)
