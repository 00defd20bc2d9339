"""Whose reports have not come in, county by county? What the letters will ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.standing.overview import Overview
from pipeline.standing.papers.documents import wanted
from pipeline.standing.reckon.dues import NO_COUNTY, Due
from schemas.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class CountyCall:
    """One county: the reports that it, or its platforms, owe under one regulation."""

    county: str
    rulebook: Rulebook
    dues: Sequence[Due]

    def late(self, seen: Overview) -> int:
        """How many are overdue."""
        return sum(due.overdue(seen.as_of) > 0 for due in self.dues)


def calls(seen: Overview) -> list[CountyCall]:
    """Each county under each regulation, as the letters are."""
    found = []
    for book in {holder.rulebook.id: holder.rulebook for holder in seen.holders}.values():
        by_county: dict[str, list[Due]] = {}
        for due in wanted(seen, book):
            by_county.setdefault(due.county or NO_COUNTY, []).append(due)
        found += [CountyCall(county, book, dues) for county, dues in sorted(by_county.items())]
    return found
