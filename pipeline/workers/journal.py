"""Which file is this process at, and which must it leave alone?

A worker tells its parent before it begins with a file. Where the process then dies, the parent knows of which file,
and the next attempt leaves that file alone and says why. Outside a worker nobody listens, and nothing is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from schemas.process import heartbeat


class Step(StrEnum):
    """What is done with a file; ``DOSSIER`` is what is done with all of them together."""

    DOSSIER = "dossier"
    OPENED = "opened"
    READ = "read"
    PICTURED = "pictured"


class Place(NamedTuple):
    """A file, and what is done with it."""

    step: Step
    path: str = ""


class PageRead(NamedTuple):
    """A page of a file that is being read; ``of`` is 0 where it is not known how many there are."""

    place: Place
    number: int
    of: int


Said: TypeAlias = Place | PageRead
"""What is told of where one is."""

TOGETHER = Place(Step.DOSSIER)


def _nobody(said: Said) -> None:
    """Outside a worker nobody listens."""


@dataclass(slots=True)
class _Journal:
    tell: Callable[[Said], None] = _nobody
    aside: Mapping[Place, str] = field(default_factory=dict)
    place: Place = TOGETHER


_journal = _Journal()


def listened(tell: Callable[[Said], None], aside: Mapping[Place, str]) -> None:
    """From now on ``tell`` hears of every file; those of ``aside`` are left alone, for the reason given there."""
    _journal.tell, _journal.aside = tell, aside
    heartbeat.heard_by(_goes_on)


def left_alone(step: Step, path: str) -> str:
    """Why this file must be left alone; empty where nothing speaks against it."""
    return _journal.aside.get(Place(step, path), "")


def begins(step: Step, path: str = "") -> str:
    """Say that this comes next. Why it must be left alone instead; empty where nothing speaks against it."""
    why = left_alone(step, path)
    if not why:
        _journal.place = Place(step, path)
        _journal.tell(_journal.place)
    return why


def _goes_on(page: int, of: int) -> None:
    place = _journal.place
    _journal.tell(PageRead(place, page, of) if page else place)
