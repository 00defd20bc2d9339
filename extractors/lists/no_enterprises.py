"""Which names on the list of enterprises served may be none of a small or medium enterprise, by what the row says?

In:     the rows of the list.
Out:    their places, each quoting the name, with the headcount where that is the reason.
Raises: nothing. The size of an enterprise cannot be told from a list; these rows are for a person to look at.
Source: data/vocabulary/organisations.yaml (no_enterprises).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from extractors.values.text import comparable
from extractors.vocabulary.organisations import no_enterprise
from schemas.locator import Locator
from schemas.tables import Row


def no_enterprises(rows: Sequence[Row]) -> tuple[Locator, ...]:
    """Offices, schools and hospitals by their names, and whoever employs as many as large enterprises do."""
    return tuple(row.places.get("name", row.evidence).quoting(said) for row in rows if (said := _said(row)) is not None)


def _said(row: Row) -> str | None:
    name, people = str(row.values.get("name") or "").strip(), row.values.get("headcount")
    known = no_enterprise()
    if known.named.search(comparable(name)):
        return name
    many = isinstance(people, Decimal) and people >= known.employing
    return f"{name}（{people:f} 人）" if many else None
