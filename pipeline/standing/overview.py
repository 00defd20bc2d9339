"""What does a bureau see of its ledger on a day? Every platform with its state, and everything that is due, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pipeline.standing.ledger import file as ledgers
from pipeline.standing.ledger.books import books
from pipeline.standing.ledger.file import Ledger
from pipeline.standing.ledger.platforms import Holder, holders
from pipeline.standing.reckon.calendar_file import load_calendar
from pipeline.standing.reckon.dues import Due, Window, dues
from pipeline.standing.reckon.hints import Pointer, hints
from pipeline.standing.reckon.states import State, state
from schemas.days.working_days import WorkCalendar
from schemas.regulation.standing import WHO
from schemas.rulebook import Rulebook

LOOK_BACK = timedelta(days=366)
"""Overdue matters of the last year are shown; older ones where a person asks (--since)."""
DUE_KINDS = {"report": "报送", "inspection": "检查", "recheck": "复核", "expiry": "期满", "publicity": "公示"}


@dataclass(frozen=True, slots=True)
class Overview:
    """The ledger as it stands on a day."""

    ledger: Ledger
    calendar: WorkCalendar
    holders: tuple[Holder, ...]
    as_of: date

    def states(self) -> list[tuple[Holder, State]]:
        """Every platform with its state."""
        return [(holder, state(holder, self.calendar, self.as_of)) for holder in self.holders]

    def dues(self, window: Window) -> list[Due]:
        """Everything of the window, done or not."""
        return dues(self.holders, self.ledger.events, self.calendar, window, self.as_of)

    def hints(self) -> list[Pointer]:
        """What the events point at."""
        return hints(self.holders, self.dues(Window(self.as_of - LOOK_BACK, self.as_of)), self.as_of)

    def open(self, until: date, since: date | None = None) -> list[Due]:
        """What is still to be done by then: overdue first, then by day."""
        window = Window(since or self.as_of - LOOK_BACK, until)
        return [due for due in self.dues(window) if due.done is None]


def overview(folder: Path, as_of: date) -> Overview:
    """The ledger in the folder on that day."""
    ledger = ledgers.read(folder)
    kept = books(folder, (event.rulebook for event in ledger.events if event.rulebook))
    return Overview(
        ledger, load_calendar(folder.absolute().parent, folder), tuple(holders(ledger.events, kept, as_of)), as_of
    )


def last_report(holder: Holder) -> str:
    """The last report that came in: 2026Q1（2026-04-20）."""
    made = list(holder.of("report"))
    return f"{made[-1].text('period')}（{made[-1].day}）" if made else ""


def who(due: Due, kept: Sequence[Rulebook]) -> str:
    """Who has to do it, in the words of the regulation."""
    book = next(book for book in kept if book.id == due.rulebook)
    named = {"bureau": book.issuer, "recommender": book.standing.recommender if book.standing else WHO["recommender"]}
    return named.get(due.by, WHO[due.by])


def on_time(due: Due, as_of: date) -> str:
    """How the day stands to today: 已逾期 12 天, 还有 5 天."""
    if due.day is None:
        return due.note
    late = due.overdue(as_of)
    left = (due.day - as_of).days
    said = f"已逾期 {late} 天" if late else "今天" if left == 0 else f"还有 {left} 天" if left > 0 else "顺延期内"
    working = f"，当日不上班，顺延到 {due.next_working}" if due.next_working else ""
    return said + working + (f"（{due.note}）" if due.note else "")
