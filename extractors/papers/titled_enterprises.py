"""Which enterprises with a title (“专精特新”, 瞪羚 …) do the papers of proof name?

In:     the lines and tables of the proof.
Out:    one entry per enterprise and title; a figure with the number of distinct enterprises.
Raises: nothing.
Source: 聊城第七条（二）, 第十二条（十三）: “专精特新”、瞪羚等企业; an open list: other qualifications are
        a second reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extractors.content.tables import Grid, Positions
from extractors.stated import figure
from extractors.values.text import unspaced
from extractors.vocabulary.facts import organisation, words
from schemas.figures import Figure
from schemas.locator import Locator
from schemas.names import enterprise_key
from schemas.trust import Doubt

_MEASURE = "titled_enterprises_served"
_AT_LEAST = frozenset({Doubt.LOWER_BOUND})
# Papers that prove some services do not say that there were no others (contract §11).
_OTHERS_TOO = "“等称号”包括高新技术企业等其他资质"
_YEAR = re.compile(r"20\d{2}")


@dataclass(frozen=True, slots=True)
class Titled:
    """One enterprise named with a title. ``sure``: a title that the article means, not another qualification."""

    key: str
    text: str
    place: Locator
    sure: bool


def titled_figures(passages: Sequence[tuple[str, Locator]], tables: Sequence[Grid], as_of: date) -> list[Figure]:
    """How many distinct enterprises with a title were served in the last year."""
    named = titled_enterprises(passages, tables, as_of)
    sure, every = _first_of_each([titled for titled in named if titled.sure]), _first_of_each(named)
    figures = [_counted(sure, "")] if sure else []
    return figures + ([_counted(every, _OTHERS_TOO)] if len(every) > len(sure) else [])


def _first_of_each(named: Sequence[Titled]) -> list[Titled]:
    """Each enterprise once, where it is named first."""
    first: dict[str, Titled] = {}
    for titled in named:
        first.setdefault(titled.key, titled)
    return list(first.values())


def _counted(enterprises: Sequence[Titled], reading: str) -> Figure:
    text = "、".join(titled.text for titled in enterprises)
    places = [titled.place for titled in enterprises]
    return figure(_MEASURE, "evidence", Decimal(len(enterprises)), text, places, reading=reading, doubts=_AT_LEAST)


def titled_enterprises(passages: Sequence[tuple[str, Locator]], tables: Sequence[Grid], as_of: date) -> list[Titled]:
    """The enterprises of the tables; where no table names any, of the lines."""
    listed = [titled for table in tables for titled in _of_table(table, as_of.year - 1)]
    return listed or [titled for text, place in passages for titled in _of_line(text, place)]


def _of_table(table: Grid, last_year: int) -> Iterator[Titled]:
    """The rows of a table with a column of names; the title stands in its own column or in the heading above."""
    head = next((index for index, row in enumerate(table.rows) if _column(row, "name_columns") is not None), None)
    if head is None:
        return
    names, times = _column(table.rows[head], "name_columns"), _column(table.rows[head], "time_columns")
    titles = _column(table.rows[head], "title_columns", but=names)
    above = unspaced("".join(line.text for line in table.above))
    for row in table.rows[head + 1 :]:
        name = _text(row, names)
        title = _text(row, titles) if titles is not None else above
        served = _YEAR.search(_text(row, times))
        if served and int(served[0]) != last_year:
            continue
        sure = any(word in title for word in words().lists["titles"])
        listed = sure or any(word in title for word in words().lists["other_titles"])
        spot = row[names] if names is not None else None
        if listed and spot is not None and organisation().fullmatch(name):
            yield Titled(enterprise_key(name), name, spot.place, sure)


def _column(row: Positions, group: str, but: int | None = None) -> int | None:
    """The column whose head is one of the words, the first word first."""
    for word in words().lists[group]:
        for column, spot in enumerate(row):
            text = unspaced(spot.text) if spot else ""
            if column != but and word in text and len(text) <= len(word) + 8:
                return column
    return None


def _text(row: Positions, column: int | None) -> str:
    spot = row[column] if column is not None and column < len(row) else None
    return unspaced(spot.text) if spot else ""


def _of_line(text: str, place: Locator) -> Iterator[Titled]:
    """A line of a table without ruled lines: 1 某某有限公司 瞪羚企业 …; running text names nobody."""
    match = re.match(rf"\s*\d{{1,3}}[\s、.．]+(?P<name>{organisation().pattern})\s+(?P<rest>.+)", text)
    if not match:
        return
    sure = any(word in match["rest"] for word in words().lists["titles"])
    if sure or any(word in match["rest"] for word in words().lists["other_titles"]):
        yield Titled(enterprise_key(match["name"]), match["name"], place.quoting(text), sure)
