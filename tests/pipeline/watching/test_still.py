"""A dossier is ready once it lies still; what is new, changed, gone or called otherwise is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.watching.sight import SeenDossier, SeenFile
from pipeline.watching.still import Sightings

QUIET = 10.0


class Openable(SeenDossier):
    """A dossier whose files open, or do not, without a disk."""

    def opens(self) -> bool:
        return all(file.written >= 0 for file in self.files)


def lies(size: int, name: str = "表.pdf", written: int = 0) -> SeenDossier:
    return Openable(Path("甲"), (SeenFile(name, size, written),))


def test_it_is_ready_once_it_has_lain_still_for_so_long() -> None:
    sightings = Sightings(QUIET)
    assert sightings.note({"甲": lies(1)}, 0).waiting == ("甲",)
    assert sightings.note({"甲": lies(1)}, QUIET - 0.1).ready == ()
    assert sightings.note({"甲": lies(1)}, QUIET).ready == ("甲",)


def test_what_has_come_in_whole_is_all_but_what_waits() -> None:
    sightings = Sightings(QUIET)
    sightings.note({"甲": lies(1), "乙": lies(1)}, 0)
    sightings.note({"甲": lies(1), "乙": lies(2)}, 5)
    assert sightings.note({"甲": lies(1), "乙": lies(2)}, QUIET).whole == {"甲"}


def test_a_file_that_grows_begins_anew() -> None:
    sightings = Sightings(QUIET)
    sightings.note({"甲": lies(1)}, 0)
    sightings.note({"甲": lies(2)}, 9)
    assert sightings.note({"甲": lies(2)}, 12).ready == ()
    assert sightings.note({"甲": lies(2)}, 19).ready == ("甲",)


def test_what_was_screened_is_ready_again_only_when_it_changes() -> None:
    sightings = Sightings(QUIET)
    sightings.note({"甲": lies(1)}, 0)
    sightings.note({"甲": lies(1)}, QUIET)
    sightings.screened(["甲"])
    assert not sightings.note({"甲": lies(1)}, 100).any
    assert sightings.next_still(100) is None
    changed = sightings.note({"甲": lies(2)}, 101)
    assert (changed.ready, changed.waiting) == ((), ("甲",))
    assert sightings.next_still(101) == QUIET


def test_what_changes_while_it_is_screened_is_screened_again() -> None:
    sightings = Sightings(QUIET)
    sightings.note({"甲": lies(1)}, 0)
    sightings.note({"甲": lies(1)}, QUIET)
    sightings.screened(["甲"])
    sightings.note({"甲": lies(2)}, 11)
    assert sightings.note({"甲": lies(2)}, 30).ready == ("甲",)


@pytest.mark.parametrize(
    "dossier",
    [
        pytest.param(lies(1, "表.pdf.part"), id="still-being-fetched-by-its-name"),
        pytest.param(lies(1, written=-1), id="does-not-open"),
        pytest.param(Openable(Path("甲"), ()), id="an-empty-folder"),
    ],
)
def test_what_may_not_be_whole_is_waited_for_longer_but_not_for_ever(dossier: SeenDossier) -> None:
    sightings = Sightings(QUIET)
    sightings.note({"甲": dossier}, 0)
    assert sightings.note({"甲": dossier}, 19 * QUIET).waiting == ("甲",)
    assert sightings.note({"甲": dossier}, 20 * QUIET).ready == ("甲",)


def test_gone_and_renamed() -> None:
    sightings = Sightings(0)
    sightings.note({"甲": lies(1), "乙": lies(2)}, 0)
    sightings.screened(["甲", "乙"])
    changes = sightings.note({"甲二": lies(1)}, 1)
    assert changes.gone == ("甲", "乙")
    assert changes.renamed == {"甲": "甲二"}
    sightings.screened(["甲二"])
    assert not sightings.note({"甲二": lies(1)}, 2).any


def test_one_that_is_taken_away_before_it_was_screened_is_nothing() -> None:
    sightings = Sightings(QUIET)
    sightings.note({"甲": lies(1)}, 0)
    assert not sightings.note({}, 100).any


@given(st.lists(st.tuples(st.integers(1, 3), st.floats(0, 20)), min_size=1, max_size=30))
def test_never_ready_before_the_time_since_the_last_change_is_up(looks: list[tuple[int, float]]) -> None:
    sightings, now, since, before = Sightings(QUIET), 0.0, 0.0, 0
    for size, pause in looks:
        now += pause
        since = since if size == before else now
        before = size
        ready = sightings.note({"甲": lies(size)}, now).ready
        assert bool(ready) is (now - since >= QUIET)
