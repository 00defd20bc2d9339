"""Which units are drawn from? The frame: every unit once, in canonical order, as bytes that can be hashed.

Nothing is filtered: what the dossier lists is in the frame. Rows that are the same unit written twice (schemas/names)
are one unit, with all its names beside it.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from schemas.errors import UsageError

Values = Mapping[str, str]
UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its key, and what is known of it, as text ("" where nothing is)."""

    key: str
    values: Values


@dataclass(frozen=True, slots=True)
class SamplingFrame:
    """A population: what its units are, their columns, the units in the order of their keys."""

    of: str
    columns: tuple[str, ...]
    units: tuple[Unit, ...]

    def as_csv(self) -> bytes:
        """frame.csv: UTF-8, line feeds, ``unit`` first."""
        return table([UNIT, *self.columns], ([unit.key, *self.row(unit)] for unit in self.units))

    def row(self, unit: Unit) -> list[str]:
        """The unit's values in the order of the columns."""
        return [unit.values.get(column, "") for column in self.columns]


def frame(of: str, columns: Sequence[str], units: Iterable[Unit]) -> SamplingFrame:
    """The units in canonical order (code points of their keys). UsageError where there are none."""
    ordered = sorted(units, key=lambda unit: unit.key)
    if not ordered:
        raise UsageError("名单是空的，无从抽样。请核对初审结果中是否读到了该名单。")
    return SamplingFrame(of, tuple(columns), tuple(ordered))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV bytes that are the same on every machine."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return target.getvalue().encode("utf-8", "replace")


def from_csv(of: str, data: bytes) -> SamplingFrame:
    """The frame that these bytes are. ValueError where they are none."""
    try:
        head, *rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))
    except csv.Error as error:
        raise ValueError("not a frame") from error
    if not head or head[0] != UNIT or any(len(row) != len(head) for row in rows):
        raise ValueError("not a frame")
    units = tuple(Unit(row[0], dict(zip(head[1:], row[1:], strict=True))) for row in rows)
    return SamplingFrame(of, tuple(head[1:]), units)


def sha256(data: bytes) -> str:
    """The hash that tells any change of a byte."""
    return hashlib.sha256(data).hexdigest()
