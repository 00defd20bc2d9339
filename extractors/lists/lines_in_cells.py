"""Does one row of a list hold several entries, a line for each in every cell: 赵甲 over 钱乙 beside 30 over 41?

A name that its narrow cell breaks in two is no second entry: the cells that hold numbers tell, for nobody breaks those.

In:     the columns of a list, the positions of one row.
Out:    the positions of each entry; the row itself where it holds one. A cell whose lines are not as many as the
        entries is left to people.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors import values
from extractors.content.tables import GridCell, Positions
from extractors.lists.headings import Match
from extractors.values.contacts import valid_phone
from schemas.tables import LISTS, Column
from schemas.trust import Doubt

_COUNTED = ("number", "integer", "phone")
_NOT_READ = frozenset({Doubt.NOT_READ})


def entries_in(match: Match, positions: Positions) -> Sequence[Positions]:
    """The entries of the row, from the top down."""
    spec = LISTS[match.table]
    lines = {column.key: _lines(match, positions, column.key) for column in spec.columns}
    count = len(lines[spec.key])
    counted = [column for column in spec.columns if column.kind in _COUNTED and lines[column.key]]
    if count < 2 or not counted or not all(_tells(column, lines[column.key], count) for column in counted):
        return (positions,)
    return tuple(tuple(_line(spot, at, count) for spot in positions) for at in range(count))


def _lines(match: Match, positions: Positions, key: str) -> list[str]:
    headed = match.columns.get(key)
    spot = positions[headed.index] if headed is not None and headed.index < len(positions) else None
    return [line for line in spot.text.split("\n") if line.strip()] if spot is not None else []


def _tells(column: Column, lines: Sequence[str], count: int) -> bool:
    """Whether a cell of this kind holds a number, or a telephone, on each of so many lines."""
    read = valid_phone if column.kind == "phone" else _is_number
    return len(lines) == count and all(map(read, lines))


def _is_number(line: str) -> bool:
    return values.number(line) is not None


def _line(spot: GridCell | None, at: int, count: int) -> GridCell | None:
    """The entry's part of a cell."""
    if spot is None:
        return None
    lines = [line for line in spot.text.split("\n") if line.strip()]
    if len(lines) == count:
        return replace(spot, text=lines[at], native=None, place=spot.place.quoting(lines[at]))
    return replace(spot, text="", native=None, place=spot.place.doubted(_NOT_READ if lines else frozenset()))
