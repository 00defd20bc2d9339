"""What a worker was at last is known however it ended, and the screen hears of it now and then."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.workers import whereabouts
from pipeline.workers.journal import TOGETHER, PageRead, Place, Said, Step
from pipeline.workers.whereabouts import Whereabouts, last_note


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(whereabouts, "time", made)
    return made


def _nobody(said: Said) -> None:
    assert said


def files(*names: str) -> list[Place]:
    return [Place(Step.READ, name) for name in names]


def test_each_file_is_noted_and_few_are_told(tmp_path: Path, clock: Clock) -> None:
    told: list[Said] = []
    at = Whereabouts(tmp_path, told.append)
    first, second, third = files("一.pdf", "二.pdf", "三.pdf")
    for place, seconds in ((first, 0.15), (second, 0.15), (third, 0.0)):
        at.at(place)
        assert last_note(tmp_path) == (place, clock.now)
        clock.now += seconds
    assert told == [first, third]


def test_a_unit_begins_with_a_word(tmp_path: Path, clock: Clock) -> None:
    """However short the one before it was: the parent waits for it."""
    told: list[Said] = []
    at = Whereabouts(tmp_path, told.append)
    for _ in range(2):
        at.begins()
        at.at(TOGETHER)
    assert told == [TOGETHER, TOGETHER]
    assert clock.now == 100.0


def test_the_first_file_of_a_unit_is_told_at_once(tmp_path: Path, clock: Clock) -> None:
    """Whoever looks on sees of each dossier that it is being read."""
    told: list[Said] = []
    at = Whereabouts(tmp_path, told.append)
    first, second = files("一.pdf", "二.pdf")
    at.begins()
    for said in (TOGETHER, Place(Step.OPENED, "一.pdf"), first, PageRead(first, 1, 2), second):
        at.at(said)
    assert told == [TOGETHER, first]
    assert clock.now == 100.0


def test_a_page_is_noted_as_its_file(tmp_path: Path) -> None:
    (place,) = files("一.pdf")
    Whereabouts(tmp_path, _nobody).at(PageRead(place, 3, 9))
    note = last_note(tmp_path)
    assert note is not None
    assert note.place == place


@pytest.mark.parametrize("name", ["一\n二.pdf", 'a"b\\.doc', "\udc80坏.pdf", "长" * 5000, ""])
def test_any_name_and_a_shorter_one_after_it(tmp_path: Path, name: str) -> None:
    at = Whereabouts(tmp_path, _nobody)
    for place in files(name, "短"):
        at.at(place)
        note = last_note(tmp_path)
        assert note is not None
        assert note.place == place


def test_where_nothing_can_be_noted_all_is_told(tmp_path: Path) -> None:
    told: list[Said] = []
    at = Whereabouts(tmp_path / "away", told.append)
    for place in files("一.pdf", "二.pdf"):
        at.at(place)
    assert told == files("一.pdf", "二.pdf")
    assert last_note(tmp_path / "away") is None


class _FullDisk:
    def seek(self, where: int) -> None:
        """Nothing to do."""

    def write(self, data: bytes) -> int:
        assert data
        raise OSError(28, "No space left on device")

    def close(self) -> None:
        """Nothing to do."""


def test_a_disk_that_fills_leaves_no_old_note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was noted before would blame another file."""
    told: list[Said] = []
    at = Whereabouts(tmp_path, told.append)
    first, second, third = files("一.pdf", "二.pdf", "三.pdf")
    at.at(first)
    monkeypatch.setattr(at, "_note", _FullDisk())
    at.at(second)
    at.at(third)
    assert last_note(tmp_path) is None
    assert told == [first, second, third]


@pytest.mark.parametrize(
    "torn", [b"", b'[1.0, "read"', b'[1.0, "read", "a"]', b"{}\n", b"[1,2,3]\n", b"\xff\n", b"[1]\n"]
)
def test_a_note_that_is_just_being_written_says_nothing(tmp_path: Path, torn: bytes) -> None:
    (tmp_path / "whereabouts").write_bytes(torn)
    assert last_note(tmp_path) is None
