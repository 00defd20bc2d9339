"""How does a table that gives points (指标, 分值, 评分标准) read as numbered clauses, which can then be cited?

Each first-level indicator is a section 一、, each row below it a number:
一、服务能力（30分） / 1.服务收入（满分15分）：……
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.drafting.blank_forms.loose_blanks import without_unit
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.quantities import spelled
from schemas.document import Table

_MOST = re.compile(r"(\d+(?:\.\d+)?)\s*分?")
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class ScoreColumns:
    """Which columns of the table name the indicators, which give the most points, which say how they are given."""

    names: tuple[int, ...]
    most: int | None
    says: int


def score_clauses(table: Table) -> list[str]:
    """The table as numbered lines; empty where it gives no points."""
    rows = dense(table)
    for at, row in enumerate(rows):
        columns = _columns(row)
        if columns is not None:
            lines = list(_lines(rows[at + 1 :], columns))
            return lines if len(lines) > _FEWEST_ROWS else []
    return []


def dense(table: Table) -> list[list[str]]:
    """Every row with a text in every column: that of a merged cell in each place it covers."""
    rows = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        text = re.sub(r"\s+", "", cell.text)
        for row in range(cell.row, min(table.rows, cell.row + cell.rowspan)):
            for column in range(cell.column, min(table.columns, cell.column + cell.colspan)):
                rows[row][column] = text
    return rows


def _columns(heads: Sequence[str]) -> ScoreColumns | None:
    words = draft_words().score_table
    found = {name: [at for at, head in enumerate(heads) if words[name].fullmatch(head)] for name in words}
    if not found["names"] or not found["says"]:
        return None
    return ScoreColumns(tuple(found["names"]), found["most"][0] if found["most"] else None, found["says"][-1])


def _lines(rows: Sequence[Sequence[str]], columns: ScoreColumns) -> Iterator[str]:
    group, section, number = "", 0, 0
    for row in rows:
        first, title = row[columns.names[0]], row[columns.names[-1]]
        if not title or draft_words().score_table["total"].match(title):
            continue
        if len(columns.names) > 1 and first != group:
            group, section, number = first, section + 1, 0
            yield f"{spelled(section)}、{first}"
        number += 1
        yield f"{number}.{_item(row, columns, title)}"


def _item(row: Sequence[str], columns: ScoreColumns, title: str) -> str:
    most = _MOST.search(row[columns.most]) if columns.most is not None else None
    said = "" if most is None or "分）" in title or "分)" in title else f"（满分{most[1]}分）"
    return f"{without_unit(title)[0]}{said}：{row[columns.says]}"
