"""Which dossier comes before and after this one in the list that somebody came from?"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from console.models import DossierWork, OfficeBatch, Person
from console.queries.worklists import ListFilter, listed


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The one before, the one after, which of how many this is, and the list's filter as an address says it."""

    before: DossierWork | None
    after: DossierWork | None
    number: int
    count: int
    said: str


def around(person: Person, batch: OfficeBatch, dossier: DossierWork, said: str) -> Neighbours:
    """The neighbours in the list that ``said`` describes; in the whole batch where it does not hold this dossier."""
    asked = ListFilter.of(dict(parse_qsl(said.removeprefix("?"))))
    found = list(listed(person, batch, asked))
    if dossier not in found:
        asked = ListFilter()
        found = list(listed(person, batch, asked))
    at = found.index(dossier) if dossier in found else 0
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    return Neighbours(before, after, at + 1, len(found), asked.said().removeprefix("?"))
