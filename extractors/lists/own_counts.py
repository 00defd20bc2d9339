"""How many rows of a list are of the kind that a rulebook asks for, or what do they come to?

In:     the rows of each list.
Out:    figures of the source list.<list>, each resting on the list that it was counted from.
Raises: nothing. A list that is not there states nothing; one that is there without such a row states none: 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from extractors.stated import figure
from extractors.values.text import comparable
from schemas.figures import Figure
from schemas.measures import MEASURES, Measure
from schemas.regulation.own_words import spoken_words
from schemas.regulation.recipes import CountedRows
from schemas.tables import Row
from schemas.trust import NONE, Doubt

UNTOLD = "未写明类别的各行计入"


def own_counts(tables: Mapping[str, Sequence[Row]]) -> Iterator[Figure]:
    """Every count and sum that the rulebook in hand asks for."""
    for measure in spoken_words().measures:
        for asked in measure.rows:
            if asked.table in tables:
                yield from _counted(MEASURES[measure.id], asked, tables[asked.table])


def _counted(measure: Measure, asked: CountedRows, rows: Sequence[Row]) -> Iterator[Figure]:
    told = [(row, _is_of_kind(asked, row)) for row in rows]
    surely = [row for row, held in told if held]
    possibly = [row for row, held in told if held is not False]
    for reading, chosen in (("", surely), (UNTOLD, possibly)):
        if reading and len(chosen) == len(surely):
            continue
        value, partly = _amount(asked, chosen)
        places = [row.evidence for row in chosen] or [row.evidence for row in rows][:1]
        doubts = frozenset({Doubt.LOWER_BOUND}) if partly else NONE
        text = f"{len(rows)}行中{len(chosen)}行" if asked.where else f"共{len(chosen)}行"
        yield figure(measure.id, f"list.{asked.table}", value, text, places, reading=reading, doubts=doubts)


def _amount(asked: CountedRows, rows: Sequence[Row]) -> tuple[Decimal, bool]:
    """How many rows, or what their column sums to; and whether a cell without a number may make it more."""
    if not asked.column:
        return Decimal(len(rows)), False
    numbers = [Decimal(str(value)) for row in rows if isinstance(value := row.values.get(asked.column), Decimal | int)]
    return sum(numbers, Decimal(0)), len(numbers) < len(rows)


def _is_of_kind(asked: CountedRows, row: Row) -> bool | None:
    """Whether the cells hold one of the words each; None where one of them is empty."""
    answers = [_holds(row.values.get(column), words) for column, words in asked.where]
    if False in answers:
        return False
    return None if None in answers else True


def _holds(value: object, words: Sequence[str]) -> bool | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return ("是" if value else "否") in words
    told = {_says(comparable(str(value)), comparable(word)) for word in words}
    return True if True in told else None if None in told else False


def _says(text: str, word: str) -> bool | None:
    """Whether the cell holds the word whole (Ⅰ类 is not in Ⅱ类); None where it is denied (非发明)."""
    before = r"(?<![A-Z0-9a-z])" if word[:1].isascii() else ""
    behind = r"(?![A-Z0-9a-z])" if word[-1:].isascii() else ""
    match = re.search(f"(?P<denied>[非不未无]?){before}{re.escape(word)}{behind}", text)
    if match is None:
        return False
    return None if match["denied"] else True
