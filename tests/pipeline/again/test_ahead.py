"""A worker without a dossier of its own reads the papers of another one from the last back, and changes no result."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from extractors.kept import store
from extractors.read import from_kept
from pipeline import batch
from pipeline.again import ahead
from pipeline.again.ahead import ReadAhead, WithHelpers, helpers, read_ahead
from pipeline.intake.archive import LIMITS
from pipeline.intake.inbox import InboxEntry
from pipeline.progress import Lines
from pipeline.screen import Settings
from pipeline.workers import WorkPlan
from schemas.errors import UnreadableDocument

NAMES = ("1.txt", "2.txt", "3.txt", "4.txt")


class Seen:
    """Stands for the readers, and notes what they were asked for."""

    def __init__(self, closed: str = "") -> None:
        self.turn: list[str] = []
        self._closed = closed

    def read(self, _data: bytes, path: str, _scope: object = None) -> None:
        self.turn.append(path)
        if path == self._closed:
            raise UnreadableDocument(path, "已损坏", "请重新提交")

    def foresee(self, _data: bytes, path: str, _scope: object = None) -> None:
        self.turn.append(f"later pages of {path}")


@pytest.fixture
def entry(tmp_path: Path) -> InboxEntry:
    store.use(tmp_path / "kept")
    (tmp_path / "甲").mkdir()
    for name in NAMES:
        (tmp_path / "甲" / name).write_text(f"paper {name}", encoding="utf-8")
    return InboxEntry("甲", tmp_path / "甲")


def turn(monkeypatch: pytest.MonkeyPatch, asked: ReadAhead, closed: str = "") -> list[str]:
    seen = Seen(closed)
    monkeypatch.setattr(from_kept, "read", seen.read)
    monkeypatch.setattr(from_kept, "foresee", seen.foresee)
    read_ahead(asked, LIMITS)
    return seen.turn


def test_it_reads_from_the_last_paper_back_and_of_the_first_the_later_pages(monkeypatch, entry: InboxEntry):
    assert turn(monkeypatch, ReadAhead(entry, 1)) == ["4.txt", "3.txt", "2.txt", "later pages of 1.txt"]


def test_a_second_helper_begins_elsewhere(monkeypatch, entry: InboxEntry):
    assert turn(monkeypatch, ReadAhead(entry, 0.5)) == ["2.txt", "1.txt", "4.txt", "3.txt"]


def test_a_paper_that_does_not_open_is_left_to_others(monkeypatch, entry: InboxEntry):
    assert "2.txt" in turn(monkeypatch, ReadAhead(entry, 1), closed="3.txt")


def test_what_was_read_is_not_read_again(monkeypatch, entry: InboxEntry):
    from_kept.read((entry.path / "3.txt").read_bytes(), "3.txt", ahead.ocr_scope("3.txt"))
    assert turn(monkeypatch, ReadAhead(entry, 1)) == ["4.txt", "2.txt", "later pages of 1.txt"]


def test_what_is_read_ahead_is_found_by_whoever_is_at_the_dossier(entry: InboxEntry):
    read_ahead(ReadAhead(entry, 1), LIMITS)
    held = [from_kept.holds((entry.path / name).read_bytes(), name, ahead.ocr_scope(name)) for name in NAMES]
    assert held == [False, True, True, True]


def test_no_more_is_held_than_may_be(monkeypatch, entry: InboxEntry):
    monkeypatch.setattr(ahead, "HELD", 2 * len("paper 1.txt"))
    assert turn(monkeypatch, ReadAhead(entry, 1)) == ["4.txt", "later pages of 3.txt"]


@pytest.mark.parametrize(
    ("count", "jobs", "expected"),
    [
        (1, 1, []),
        (1, 2, [("0", 1.0)]),
        (3, 2, [("2", 1.0)]),
        (1, 3, [("0", 1.0), ("0", 0.5)]),
        (2, 4, [("1", 1.0), ("0", 1.0), ("1", 0.5)]),
        (0, 4, []),
    ],
)
def test_those_help_that_find_no_dossier_left(tmp_path: Path, count: int, jobs: int, expected: list[tuple[str, float]]):
    store.use(tmp_path)
    entries = [InboxEntry(str(number), tmp_path) for number in range(count)]
    assert [(one.entry.id, one.share) for one in helpers(entries, jobs)] == expected


def test_nobody_helps_where_nothing_is_kept(tmp_path: Path):
    store.use(None)
    assert helpers([InboxEntry("甲", tmp_path)], 4) == []


def test_a_dossier_is_worked_on_and_of_a_helper_nothing_comes(entry: InboxEntry, tmp_path: Path):
    work = WithHelpers(lambda one: one.id, Settings(date(2026, 3, 15), cache=tmp_path / "kept"))  # type: ignore[arg-type, return-value]
    assert work(entry) == "甲"
    assert work(ReadAhead(entry, 1)) is None


def test_one_dossier_done_by_two_processes_gives_the_same_bytes(entry: InboxEntry, tmp_path: Path):
    inbox = tmp_path / "收件"
    inbox.mkdir()
    entry.path.rename(inbox / "甲")
    written = []
    for jobs in (1, 2):
        out = tmp_path / f"结果{jobs}"
        settings = Settings(date(2026, 3, 15), "harbin", cache=tmp_path / f"kept{jobs}")
        batch.run(inbox, out, settings, WorkPlan(jobs, contained=True), Lines(io.StringIO()))
        written.append({path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()})
    assert written[0] == written[1]
