"""What is one paper after recognition: its template, its file, what is filled in?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.standing.ledger.platforms import Holder

BLANK_DAY = "【    】年【  】月【  】日"


@dataclass(frozen=True, slots=True)
class StandingPaper:
    """One document: its template, the name of its file, what is filled in."""

    template: str
    file: str
    fields: Mapping[str, object] = field(default_factory=dict)


def row(holder: Holder) -> dict[str, object]:
    """What every list says of a platform: names of units only, no person, no telephone."""
    return {"name": holder.name, "county": holder.county, "kind": "", "functions": ""}


def numbered(rows: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """The rows with their numbers."""
    return [{"no": number, **row} for number, row in enumerate(rows, 1)]
