"""One thing put down in the ledger, or taken back: what ``dossier standing record`` and ``void`` write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from console import events
from console.events import Actor
from console.results.standing import book
from pipeline.hash_chain import NewEntry
from pipeline.standing.ledger import file as ledger
from pipeline.standing.ledger.file import Ledger
from pipeline.standing.ledger.record import ReportedEvent, entry, late_days, void
from schemas.errors import UsageError


def recorded(by: Actor, told: Sequence[ReportedEvent], today: date) -> tuple[list[int], list[str]]:
    """The numbers of the events, and what to look at again. UsageError, and nothing written, where one is not whole."""
    if not told:
        raise UsageError("没有可记录的事项。")

    def lines(kept: Ledger) -> list[NewEntry]:
        return [entry(one, kept) for one in told]

    numbers = ledger.write(book.folder(), lines, events.signed(by))
    events.noted(by, "台账记录", kind=told[0].kind, numbers=numbers)
    return numbers, [remark for one in told for remark in late_days(one.facts, today)]


def taken_back(by: Actor, number: int, reason: str) -> int:
    """The number of the line that takes that event back."""
    (no,) = ledger.write(book.folder(), lambda kept: [void(number, reason, kept)], events.signed(by))
    events.noted(by, "台账作废", number=number)
    return no
