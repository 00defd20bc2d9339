"""Which platforms does the list show, for a filter and an order that stand in its address?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from console.queries.address import AddressFilter
from pipeline.standing.ledger.platforms import Holder
from pipeline.standing.overview import Overview, last_report
from pipeline.standing.reckon.states import STATES, State, recheck_due
from schemas.names import enterprise_key

ORDERS: Mapping[str, Callable[[ListedPlatform], str | int | date]] = {
    "name": lambda row: enterprise_key(row.holder.name),
    "county": lambda row: row.holder.county,
    "state": lambda row: list(STATES).index(row.state.id),
    "ends": lambda row: row.ends or date.max,
}


@dataclass(frozen=True, slots=True)
class PlatformFilter(AddressFilter):
    """What the address says: words, a state, a county, a regulation, the year in which titles end, only doubtful."""

    known: ClassVar = {"order": ORDERS, "state": STATES}

    order: str = ""
    q: str = ""
    state: str = ""
    county: str = ""
    book: str = ""
    ends: str = ""
    doubt: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class ListedPlatform:
    """One row: the platform under one regulation, as the workbook of ``standing show`` has it."""

    holder: Holder
    state: State
    number: str
    kind: str
    ends: date | None
    recheck: date | None
    report: str


def every(seen: Overview) -> list[ListedPlatform]:
    """All platforms, in the order of the ledger."""
    return [_row(seen, holder, how) for holder, how in seen.states()]


def listed(rows: Sequence[ListedPlatform], asked: PlatformFilter) -> list[ListedPlatform]:
    """Those of these rows that are asked for; those of one place keep the order that they had."""
    meant = [row for row in rows if _meant(row, asked)]
    return sorted(meant, key=ORDERS[asked.order]) if asked.order else meant


def only(seen: Overview, rows: Sequence[ListedPlatform]) -> Overview:
    """The ledger with just these platforms, for what is exported."""
    return replace(seen, holders=tuple(row.holder for row in rows))


def state_counts(rows: Sequence[ListedPlatform]) -> dict[str, int]:
    """State → how many of these platforms stand so, in the order of ``STATES``."""
    counts = Counter(row.state.id for row in rows)
    return {key: counts[key] for key in STATES if counts[key]}


def counties(seen: Overview) -> list[str]:
    """The counties there are, each once."""
    return sorted({holder.county for holder in seen.holders} - {""})


def _row(seen: Overview, holder: Holder, how: State) -> ListedPlatform:
    title = holder.title_on(seen.as_of)
    recheck = recheck_due(holder, seen.as_of) if how.id not in ("lost", "expired") else None
    told = (title.number, title.kind, title.ends) if title else ("", "", None)
    return ListedPlatform(holder, how, *told, recheck, last_report(holder))


def _meant(row: ListedPlatform, asked: PlatformFilter) -> bool:
    holder = row.holder
    words = enterprise_key(asked.q)
    told = " ".join((*map(enterprise_key, (holder.name, *holder.former)), holder.code, enterprise_key(row.number)))
    return (
        words in told
        and asked.state in ("", row.state.id)
        and asked.county in ("", holder.county)
        and asked.book in ("", holder.rulebook.id)
        and asked.ends in ("", str(row.ends.year) if row.ends else "none")
        and (not asked.doubt or bool(holder.doubts))
    )
