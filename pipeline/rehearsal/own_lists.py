"""Which rows do the lists of a rulebook's own have in a made-up dossier: as many of each kind as its measures count?"""

from __future__ import annotations

from pipeline.demo.facts import Row
from pipeline.rehearsal.amounts import StatedAmounts
from schemas.measures import Measure
from schemas.rulebook import Rulebook
from schemas.tables import ListSpec

_VALUES = {"number": "10", "integer": "10", "date": "2025年3月6日", "month": "2025年3月", "year": "2025", "truth": "是"}
_LONGEST_NUMBER = 3


def own_rows(rulebook: Rulebook, amounts: StatedAmounts) -> dict[str, tuple[Row, ...]]:
    """The rows of each list that the rulebook brings along, those of ours left out."""
    specs = [one.spec for one in rulebook.own.lists if not one.extends]
    return {spec.name: tuple(_rows(spec, rulebook, amounts)) for spec in specs}


def _rows(spec: ListSpec, rulebook: Rulebook, amounts: StatedAmounts) -> list[Row]:
    """One row for each that is counted; of measures that count the same rows those of the narrower one are enough."""
    rows: list[dict[str, str]] = []
    counting = [one for one in rulebook.own.measures if any(row.table == spec.name for row in one.rows)]
    for measure in sorted(counting, key=_narrow, reverse=True):
        there = sum(_counts(measure, spec.name, row) for row in rows)
        for _ in range(max(0, int(amounts.of(measure.id)) - there)):
            rows.append(_row(spec, measure, len(rows) + 1))
    return list(rows) or [_plain(spec, 1)]


def _narrow(measure: Measure) -> int:
    """How much the measure asks of a row: so many signs."""
    return sum(len(words[0]) for counted in measure.rows for _, words in counted.where)


def _counts(measure: Measure, table: str, row: Row) -> bool:
    """Whether the measure counts the row: each of its columns holds one of its words."""
    asked = [counted for counted in measure.rows if counted.table == table]
    return any(all(any(word in row[column] for word in words) for column, words in one.where) for one in asked)


def _row(spec: ListSpec, measure: Measure, number: int) -> dict[str, str]:
    row = _plain(spec, number)
    for counted in measure.rows:
        if counted.table == spec.name:
            row |= {column: words[0] for column, words in counted.where}
    return row


def _plain(spec: ListSpec, number: int) -> dict[str, str]:
    """A row that no measure asks anything of."""
    row = {column.key: _VALUES.get(column.kind, "其他") for column in spec.columns}
    row |= {"no": str(number)} if "no" in row else {}
    return {
        **row,
        spec.key: f"{spec.title.removesuffix('清单').removesuffix('名单')}{number:0{_LONGEST_NUMBER}}",
    }
