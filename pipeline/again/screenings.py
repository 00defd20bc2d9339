"""How is a whole screening kept, its frames row by row, so that the reports of a batch can be made from it again?

As ``codec``, with the frames that a ``Screening`` holds besides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias, TypeVar

import pandas as pd
from pandera.typing import DataFrame

from extractors.kept import codec
from extractors.kept.codec import Coding, Foreign
from schemas import application, figures
from schemas.application import Application, Entry, entries_of
from schemas.figures import Figure, Figures, figures_of
from schemas.locator import Locator

Shape = TypeVar("Shape")
Json: TypeAlias = Any
"""What JSON holds."""
One: TypeAlias = Any
"""A value whose type is being asked."""
_BESIDE = ["evidence", "places"]
"""The last columns of a list: where the row stands, and where each of its cells."""


def packed(value: object, kind: Json) -> bytes:
    """The value as bytes. Raises Foreign where anything in it is not of its annotated type."""
    return codec.packed(value, kind)


def unpacked(data: bytes, kind: type[Shape]) -> Shape:
    """The value in the bytes. Raises Foreign."""
    return codec.unpacked(data, kind)


def _framed(rows: Json, of: Callable[[One], list[One]], columns: Sequence[str]) -> Coding:
    """A frame that is made of values of one class. Each value is held to its type; what it says was checked before."""
    one = codec.coding(rows)

    def frame(raw: Json) -> One:
        values = [one.out_of(row) for row in _listed(raw)]
        cells = [[getattr(value, column) for column in columns] for value in values]
        return DataFrame(pd.DataFrame(cells, columns=list(columns), dtype=object))

    return Coding(lambda value: [one.into(row) for row in of(value)], frame)


def _listed(raw: Json) -> list[Json]:
    if type(raw) is not list:
        raise Foreign(type(raw).__name__)
    return raw


def _table_into(frame: One) -> Json:
    columns = list(frame.columns)
    if columns[-2:] != _BESIDE:
        raise Foreign("no list of rows")
    return [columns[:-2], [_row_into(row) for row in frame.to_numpy(dtype=object).tolist()]]


def _row_into(row: list[One]) -> Json:
    return [[_VALUE.into(value) for value in row[:-2]], _PLACE.into(row[-2]), _PLACES.into(row[-1])]


def _table_out_of(raw: Json) -> One:
    columns, rows = _listed(raw)
    names = [*map(_NAME.out_of, _listed(columns)), *_BESIDE]
    return DataFrame(pd.DataFrame([_row_out_of(row, len(columns)) for row in rows], columns=names, dtype=object))


def _row_out_of(raw: Json, count: int) -> list[One]:
    values, place, places = _listed(raw)
    if len(_listed(values)) != count:
        raise Foreign("a row of another length")
    return [*map(_VALUE.out_of, values), _PLACE.out_of(place), _PLACES.out_of(places)]


_VALUE = codec.coding(object)
_NAME = codec.coding(str)
_PLACE = codec.coding(Locator)
_PLACES = codec.coding(dict[str, Locator])
codec.learn(DataFrame[Application], _framed(Entry, lambda frame: list(entries_of(frame).values()), application.COLUMNS))
codec.learn(DataFrame[Figures], _framed(Figure, lambda frame: list(figures_of(frame)), figures.COLUMNS))
codec.learn(pd.DataFrame, Coding(_table_into, _table_out_of))
