"""By how many per cent has something grown last year, where a rulebook asks for it?

In:     all figures of a dossier, the rows of the yearly table, the day of reckoning.
Out:    figures of last year: of the source form.operations from its two rows, of arithmetic from two blanks.
Raises: nothing. Without a number for each of the two years, or with one that is not above nothing, none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from extractors.stated import figure
from schemas.figures import Figure
from schemas.measures import Measure
from schemas.regulation.own_words import spoken_words
from schemas.regulation.recipes import WHOLE
from schemas.tables import Row


def growth_figures(figures: Sequence[Figure], tables: Mapping[str, Sequence[Row]], as_of: date) -> Iterator[Figure]:
    """The growth of every measure that the rulebook in hand works out so."""
    for measure in spoken_words().measures:
        if measure.growth_of and measure.growth_from:
            yield from _of_blanks(measure, figures, as_of)
        elif measure.growth_of:
            yield from _of_rows(measure, tables.get("operations", ()), as_of)


def _of_blanks(measure: Measure, figures: Sequence[Figure], as_of: date) -> Iterator[Figure]:
    last = as_of.year - 1
    for now in figures:
        for before in figures:
            if now.measure != measure.growth_of or before.measure != measure.growth_from:
                continue
            if now.year not in (None, last) or before.year not in (None, last - 1):
                continue
            rate = _rate(before.value, now.value)
            if rate is not None:
                doubts = now.doubts | before.doubts
                reading = "；".join(dict.fromkeys(one for one in (now.reading, before.reading) if one))
                places = (*now.evidence, *before.evidence)
                text = f"{before.value}→{now.value}"
                yield figure(measure.id, "arithmetic", rate, text, places, reading=reading, doubts=doubts, year=last)


def _of_rows(measure: Measure, rows: Sequence[Row], as_of: date) -> Iterator[Figure]:
    by_year = {row.values["year"]: row for row in rows if isinstance(row.values.get("year"), int)}
    now, before = by_year.get(as_of.year - 1), by_year.get(as_of.year - 2)
    if now is None or before is None:
        return
    column = measure.growth_of
    rate = _rate(before.values.get(column), now.values.get(column))
    if rate is not None:
        places = [row.places.get(column, row.evidence) for row in (now, before)]
        text = f"{before.values[column]}→{now.values[column]}"
        yield figure(measure.id, "form.operations", rate, text, places, year=as_of.year - 1)


def _rate(before: object, now: object) -> Decimal | None:
    """Not rounded: 4.996 % is no 5 %."""
    if not isinstance(before, Decimal | int) or not isinstance(now, Decimal | int) or before <= 0:
        return None
    return (Decimal(now) - Decimal(before)) * WHOLE / Decimal(before)
