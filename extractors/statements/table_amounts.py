"""Which amount does a row of a table state: of the statement that the table is, or of a table of service projects?

In:     the rows of a logical table, and the statement that it is.
Out:    amounts in the unit of the statement.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.content.tables import GridCell, Positions, distinct
from extractors.statements.amounts import HANZI, TWO_COLUMNS, Amount, is_line_number, own_unit, worth
from extractors.values.amounts import money
from extractors.values.text import unspaced
from extractors.vocabulary.statements import StatementKind, column_kind, label, unit_in, words, years_in

_LINE_NUMBER = 999


@dataclass(frozen=True, slots=True)
class AmountHead:
    """What stands above a column, and whether that makes it the last year's (column_kind of the vocabulary)."""

    text: str
    kind: str


_NO_HEAD = AmountHead("", "")


def in_table(rows: Sequence[Positions], statement: StatementKind | None, last_year: int) -> Iterator[Amount]:
    """The amounts of the rows that the statement's vocabulary knows, and of a total of service projects."""
    measures = _measures(statement, [cell.text for row in rows for cell in distinct(row)])
    heads = _heads(rows, last_year)
    for row in rows:
        for cell in distinct(row):
            named = label(cell.text)
            for measure in measures:
                if named in words().rows[measure]:
                    rank = words().rows[measure].index(named)
                    yield from _row_amounts(row, row.index(cell), heads, measure, rank)
    yield from _service_total(rows, heads)


def _measures(statement: StatementKind | None, texts: Sequence[str]) -> tuple[str, ...]:
    """The measures to look for: those of the statement, else of the statement whose companions stand there too."""
    if statement is not None:
        return statement.rows
    labels = [label(text) for text in texts]
    return tuple(
        measure
        for known in words().statements.values()
        if sum(any(word in text for text in labels) for word in known.companions) >= 2
        for measure in known.rows
    )


def _heads(rows: Sequence[Positions], last_year: int) -> dict[int, AmountHead]:
    """By column the words above the first row with an amount, upper heads first."""
    heads: dict[int, list[str]] = {}
    for row in rows:
        if _has_amounts(row):
            break
        for column, cell in enumerate(row if len(distinct(row)) > 1 else ()):
            text = unspaced(cell.text) if cell else ""
            if text and text not in heads.get(column, []):
                heads.setdefault(column, []).append(text)
    joined = {column: "".join(texts) for column, texts in heads.items()}
    return {column: AmountHead(text, column_kind(text, last_year)) for column, text in joined.items()}


def _has_amounts(row: Positions) -> bool:
    stated = (worth(cell) for cell in row if cell and not years_in(cell.text))
    return any(value is not None and (abs(value) > _LINE_NUMBER or value % 1 or unit) for value, unit in stated)


def _row_amounts(
    row: Positions, column: int, heads: Mapping[int, AmountHead], measure: str, rank: int
) -> Iterator[Amount]:
    """The amount of one labelled row in the column of the last year."""
    named = row[column]
    if named is None:
        return
    cells = _values_after(row, column, heads)
    for place, reading in zip(_chosen(cells, heads), ("", TWO_COLUMNS), strict=False):
        cell, above = cells[place], heads.get(place, _NO_HEAD)
        value, unit = worth(cell)
        if value is not None:
            unit = unit or unit_in(above.text, noted=True) or unit_in(named.text, noted=True)
            text = f"{unspaced(named.text)} {cell.text.strip()}"
            yield Amount(measure, value, text, cell.place, rank, unit, reading)


def _values_after(row: Positions, column: int, heads: Mapping[int, AmountHead]) -> dict[int, GridCell]:
    """The numbers to the right of a label, up to the next label; a note's number (五、1) is none."""
    cells: dict[int, GridCell] = {}
    last = row[column]
    for place, cell in enumerate(row[column + 1 :], column + 1):
        if cell is None or cell is last:
            continue
        last = cell
        if money(cell.text, cell.native) is not None:
            cells[place] = cell
        elif HANZI.search(cell.text) and heads.get(place, _NO_HEAD).kind != "ignored":
            break
    return cells


def _chosen(cells: Mapping[int, GridCell], heads: Mapping[int, AmountHead]) -> list[int]:
    """The columns that are the last year's: one where heads tell, else those that may be meant."""
    above = {place: heads.get(place, _NO_HEAD) for place in cells}
    current = [place for place in cells if above[place].kind == "current"]
    if current:
        return [place for place in current if "累计" in above[place].text][:1] or current[:1]
    open_columns = _unheaded([place for place in cells if not above[place].kind], cells)
    return [] if len(open_columns) > 1 and any(head.kind for head in above.values()) else open_columns


def _unheaded(places: Sequence[int], cells: Mapping[int, GridCell]) -> list[int]:
    """Without heads: the columns that may be meant, line numbers left out."""
    columns = list(places)
    if len(columns) > 1 and is_line_number(cells[columns[0]].text):
        columns = columns[1:]
    if len(columns) == 2 and worth(cells[columns[0]]) == worth(cells[columns[1]]):
        return columns[:1]
    return columns if len(columns) <= 2 else []


def _service_total(rows: Sequence[Positions], heads: Mapping[int, AmountHead]) -> Iterator[Amount]:
    """The total of the income column in a table of service projects."""
    column = _income_column(heads)
    if column is None:
        return
    for row in rows:
        named = next((cell for cell in row if cell and unspaced(cell.text)), None)
        held = row[column] if column < len(row) else None
        if named is None or held is None or label(named.text) not in words().lists["totals"]:
            continue
        value = money(held.text, held.native)
        if value is not None:
            text = f"{unspaced(named.text)} {held.text.strip()}"
            unit = own_unit(held.text) or unit_in(heads[column].text, noted=True)
            yield Amount("service_revenue", value, text, held.place, 0, unit)


def _income_column(heads: Mapping[int, AmountHead]) -> int | None:
    """The column of what was received, in a table headed by service projects and not by vouchers."""
    lists = words().lists
    joined = "".join(head.text for head in heads.values())
    if _has_word(joined, lists["voucher_columns"]) or not _has_word(joined, lists["project_columns"]):
        return None
    not_income = [*lists["expense_columns"], *(word for word in lists["project_columns"] if word != "项目")]
    bare = {column: re.sub(r"[（(].{0,200}?[)）]", "", head.text) for column, head in heads.items()}
    of_income = {column: text for column, text in bare.items() if not _has_word(text, not_income)}
    columns = (column for word in lists["income_columns"] for column, text in of_income.items() if word in text)
    return next(columns, None)


def _has_word(text: str, listed: Sequence[str]) -> bool:
    return any(word in text for word in listed)
