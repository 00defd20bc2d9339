"""What is known of one platform: its titles, what it owes, what was put down of it, which dossiers it handed in?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from console.access.visible import dossiers_of
from console.models import DossierWork, Person
from pipeline.standing import register
from pipeline.standing.ledger.events import KINDS, Event
from pipeline.standing.ledger.platforms import HeldTitle, Holder, Loss, code_of
from pipeline.standing.overview import LOOK_BACK, Overview, on_time, who
from pipeline.standing.reckon.dues import Due, Window
from pipeline.standing.reckon.hints import Pointer
from pipeline.standing.reckon.states import State, recheck_due, state
from schemas.days.periods import months_on
from schemas.names import enterprise_key

AHEAD = 12
"""Months whose dues are shown."""


@dataclass(frozen=True, slots=True)
class PlatformTitle:
    """How the platform stands under one regulation."""

    holder: Holder
    state: State
    title: HeldTitle | None
    loss: Loss | None
    recheck: date | None


@dataclass(frozen=True, slots=True)
class PlatformDue:
    """One matter of the platform, by whom, and how its day stands."""

    due: Due
    who: str
    stands: str
    late: bool


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """One line of the ledger in words; ``reason`` is why it was taken back, where it was."""

    event: Event
    kind: str
    said: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlatformSheet:
    """One platform on one page. Several titles where several regulations know it; the first tells its name."""

    titles: Sequence[PlatformTitle]
    dues: Sequence[PlatformDue]
    hints: Sequence[Pointer]
    events: Sequence[ToldEvent]

    @property
    def first(self) -> Holder:
        """Name, code and county are the same in all."""
        return self.titles[0].holder

    @property
    def about(self) -> str:
        """By what the ledger knows it: the code, else the name."""
        return self.first.code or self.first.name

    @property
    def doubts(self) -> Sequence[str]:
        """What a person should look at, each once."""
        return list(dict.fromkeys(doubt for one in self.titles for doubt in one.holder.doubts))


def sheet(seen: Overview, said: str) -> PlatformSheet:
    """The platform of this code or name. UsageError where the ledger has none."""
    own = register.only(seen, said)
    titles = [
        PlatformTitle(
            holder,
            state(holder, own.calendar, own.as_of),
            holder.title_on(own.as_of),
            holder.loss_on(own.as_of),
            recheck_due(holder, own.as_of),
        )
        for holder in own.holders
    ]
    return PlatformSheet(titles, _dues(own), own.hints(), _events(own))


def screenings(person: Person, first: Holder) -> list[DossierWork]:
    """The dossiers that it handed in, as far as they exist for this person: by its name or a former one."""
    names = {enterprise_key(name) for name in (first.name, *first.former)}
    dossiers = dossiers_of(person).exclude(applicant="").select_related("batch").order_by("-batch__made", "order")
    return [one for one in dossiers if enterprise_key(one.applicant) in names]


def _dues(own: Overview) -> list[PlatformDue]:
    names = {holder.name for holder in own.holders}
    window = Window(own.as_of - LOOK_BACK, months_on(own.as_of, AHEAD))
    books = [holder.rulebook for holder in own.holders]
    found = [due for due in own.dues(window) if due.subject in names and due.done is None]
    return [PlatformDue(due, who(due, books), on_time(due, own.as_of), due.overdue(own.as_of) > 0) for due in found]


def _events(own: Overview) -> list[ToldEvent]:
    """The latest first; those that were taken back stand where they were."""
    holder, ledger = own.holders[0], own.ledger
    standing = {event.no: event for one in own.holders for event in one.events}
    names = {enterprise_key(name) for name in (holder.name, *holder.former)}
    gone = [event for event in ledger.withdrawn if _is_about(event, holder.code, names)]
    told = [*standing.values(), *gone]
    told.sort(key=lambda event: (event.day or date.min, event.no), reverse=True)
    return [
        ToldEvent(event, KINDS[event.kind], str(register.event_row(event)[4]), ledger.voided.get(event.no, ""))
        for event in told
    ]


def _is_about(event: Event, code: str, names: set[str]) -> bool:
    return any(
        (code and code_of(one.code) == code) or (one.name and enterprise_key(one.name) in names)
        for one in event.subjects
    )
