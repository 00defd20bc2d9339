"""How does a table of bounds (指标 | 综合类 | 专业类) read as numbered clauses, which can then be cited?

上年末资产总额（万元） | ≥200 | ≥100 reads 1.上年末资产总额，综合类不低于200万元，专业类不低于100万元；
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.drafting.blank_forms.loose_blanks import without_unit
from pipeline.drafting.score_tables import dense
from pipeline.drafting.vocabulary import draft_words
from schemas.document import Table

_NUMBER = re.compile(r"^(?P<ahead>\D*+)(?P<number>\d+(?:\.\d+)?)(?P<behind>[^\d]{0,12})")
_MOSTLY = 0.6
"""So many of the cells that ask anything say a bound, in a table of bounds."""
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class BoundColumns:
    """Which column names the quantities, and which give their bounds: for which kind each ("" for everyone)."""

    name: int
    kinds: dict[int, str]


def bound_clauses(table: Table) -> list[str]:
    """The table as numbered lines; empty where it sets no bounds."""
    heads, *rows = dense(table) or [[]]
    columns = _columns(heads)
    if columns is None or not rows:
        return []
    cells = [
        row[at] for row in rows for at in columns.kinds if not draft_words().bound_table["nothing"].fullmatch(row[at])
    ]
    said = [cell for cell in cells if _bound(cell, "")]
    if len(rows) < _FEWEST_ROWS or not cells or len(said) < _MOSTLY * len(cells):
        return []
    lines = [line for row in rows if (line := _line(row, columns))]
    return [f"{number}.{line}；" for number, line in enumerate(lines, 1)]


def _columns(heads: Sequence[str]) -> BoundColumns | None:
    words = draft_words().bound_table
    name = next((at for at, head in enumerate(heads) if words["names"].fullmatch(head)), None)
    beside = ("names", "beside")
    kinds = {
        at: "" if words["plain"].fullmatch(head) else head
        for at, head in enumerate(heads)
        if head and not any(words[one].fullmatch(head) for one in beside)
    }
    return BoundColumns(name, kinds) if name is not None and kinds else None


def _line(row: Sequence[str], columns: BoundColumns) -> str:
    """One quantity with its bounds; a cell that says no number is left as it stands, for a person to judge."""
    title, unit = without_unit(row[columns.name])
    each = {kind: _bound(row[at], unit) or row[at] for at, kind in columns.kinds.items()}
    nothing = draft_words().bound_table["nothing"]
    asked = {kind: said for kind, said in each.items() if not nothing.fullmatch(said)}
    if not asked or not title:
        return ""
    if len(set(asked.values())) == 1 and len(asked) == len(each):
        return f"{title}{next(iter(asked.values()))}"
    return title + "".join(f"，{kind}{said}" for kind, said in asked.items())


def _bound(cell: str, unit: str) -> str:
    """≥200 as 不低于200万元; empty where the cell says no such."""
    words = draft_words().bound_table
    match = _NUMBER.fullmatch(cell)
    if match is None:
        return ""
    number = f"{match['number']}{match['behind'] if match['behind'].strip() and '以' not in match['behind'] else ''}"
    behind = match["behind"]
    unit = "" if behind.partition("以")[0] else unit
    for name, said in (("least", "不低于"), ("most", "不超过"), ("more", "超过")):
        if words[name].fullmatch(match["ahead"]):
            return f"{said}{number}{unit}"
    if not match["ahead"] and "以上" in behind:
        return f"{match['number']}{behind.partition('以上')[0] or unit}以上"
    return ""
