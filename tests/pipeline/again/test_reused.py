"""Which dossiers stand: those whose inputs are as they were; of those not asked for, what lies there."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.kept import store
from pipeline.again import results
from pipeline.again.brief import brief_of
from pipeline.again.inputs import inputs_of
from pipeline.again.reused import Reused
from pipeline.decisions.file import Decided
from pipeline.intake.inbox import InboxEntry, entries
from pipeline.screen import unreadable
from tests.builders.screening import SETTINGS

FILES = {"screening.json": b"{}"}


def reused(folder: Path, *only: str) -> tuple[Reused, list[InboxEntry]]:
    found = entries(folder / "收件")
    places = results.places(folder / "结果", {entry.id: entry.id for entry in found}, ["report.html"])
    return Reused(inputs_of(SETTINGS, Decided()), places, only), found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store.use(tmp_path / "kept")
    for name in ("1", "2"):
        (tmp_path / "收件" / name).mkdir(parents=True)
        (tmp_path / "收件" / name / "表.txt").write_text(name, encoding="utf-8")
        (tmp_path / "结果" / name).mkdir(parents=True)
        (tmp_path / "结果" / name / "screening.json").write_bytes(FILES["screening.json"])
    first, found = reused(tmp_path)
    assert stand(first, found) == []
    for entry in found:
        finish(first, entry)
    return tmp_path


def stand(found: Reused, entries: list[InboxEntry]) -> list[str]:
    return [entry.id for entry in entries if found.standing(entry) is not None]


def finish(found: Reused, entry: InboxEntry) -> None:
    screening = unreadable(entry, SETTINGS, "打不开。")
    found.finished(entry, screening, FILES, brief_of(screening, SETTINGS.audience))


def test_all_stand_where_nothing_changed(folder: Path):
    again, found = reused(folder)
    assert stand(again, found) == ["1", "2"]


def test_one_that_changed_does_not(folder: Path):
    (folder / "收件" / "2" / "表.txt").write_text("x", encoding="utf-8")
    again, found = reused(folder)
    assert stand(again, found) == ["1"]


def test_of_those_not_asked_for_what_lies_there_stands(folder: Path):
    for name in ("1", "2"):
        (folder / "收件" / name / "表.txt").write_text("x", encoding="utf-8")
    again, found = reused(folder, "2")
    assert stand(again, found) == ["1"]


def test_one_asked_for_of_which_nothing_changed_stands_too(folder: Path):
    again, found = reused(folder, "2")
    assert stand(again, found) == ["1", "2"]


def test_papers_that_changed_meanwhile_are_not_noted(folder: Path):
    (folder / "收件" / "2" / "表.txt").write_text("x", encoding="utf-8")
    again, found = reused(folder)
    stand(again, found)
    (folder / "收件" / "2" / "表.txt").write_text("y", encoding="utf-8")
    finish(again, found[1])
    later, _ = reused(folder)
    assert stand(later, found) == ["1"]
