"""Which amount does a row of a statement state: in a table, in a line of text, in a sentence?

In:     a table's positions, a paragraph or a sentence, and the statement it stands in.
Out:    amounts in the unit of the statement.
Raises: nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.vocabulary.statements import (
    StatementKind,
    column_kind,
    label,
    money,
    own_unit,
    squeezed,
    unit_in,
    words,
    years_in,
)
from schemas.document import Cell, Document, Page, Table
from schemas.locator import Locator

_TWO_COLUMNS = "未写明期末、期初（本期、上期）列，取后一列"
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_OWN_UNIT = "(?:[十百千]?万|[百千]|亿)?元|[十百千]?万|亿"
_NUMBER = re.compile(rf"[(（]?[-−－]?\d[\d,，]*(?:\.\d+)?[)）]?(?:{_OWN_UNIT})?[)）]?")
_NUMBERS = rf"(?P<numbers>(?:\s*[￥¥]?{_NUMBER.pattern}(?=\s|$|[^\d.,，%％年月十百千万亿元]))+)"
_LINE_NUMBER = 999


@dataclass(frozen=True, slots=True)
class Amount:
    """One row's amount.

    ``rank``: how good its label is, 0 the best. ``unit``: where the row or its head states one.
    """

    measure: str
    value: Decimal
    text: str
    place: Locator
    rank: int
    unit: Decimal | None = None
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """The cell at one position of a table, and its place."""

    cell: Cell
    place: Locator

    @property
    def text(self) -> str:
        """The words of the cell."""
        return self.cell.text

    @property
    def value(self) -> Decimal | None:
        """The number in the cell."""
        return money(self.cell.text, self.cell.native)

    @property
    def unit(self) -> Decimal | None:
        """The unit behind the number."""
        return own_unit(self.cell.text)

    @property
    def worth(self) -> tuple[Decimal | None, Decimal | None]:
        """The number and its unit."""
        return self.value, self.unit


@dataclass(frozen=True, slots=True)
class AmountHead:
    """What stands above a column, and whether that makes it the last year's (statements_words.column_kind)."""

    text: str
    kind: str


Row = Sequence[Position | None]


def dense(document: Document, page: Page, table: Table) -> list[Row]:
    """Every position of the table with the cell that covers it."""
    width = max([table.columns, *(cell.column + cell.colspan for cell in table.cells)], default=0)
    height = max([table.rows, *(cell.row + cell.rowspan for cell in table.cells)], default=0)
    matrix: list[list[Position | None]] = [[None] * width for _ in range(height)]
    for cell in table.cells:
        position = Position(cell, document.place(page, cell))
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                matrix[row][column] = matrix[row][column] or position
    return list(matrix)


def in_table(rows: Sequence[Row], statement: StatementKind | None, last_year: int) -> Iterator[Amount]:
    """The amounts of the rows that the statement's vocabulary knows, and of a total of service projects."""
    measures = _measures(statement, [position.text for row in rows for position in row if position])
    heads = _heads(rows, last_year)
    for row in rows:
        for column, position in enumerate(row):
            if position is None or (column and row[column - 1] is position):
                continue
            for measure in measures:
                labels = words().rows[measure]
                if label(position.text) in labels:
                    rank = labels.index(label(position.text))
                    yield from _row_amounts(row, column, heads, measure, rank)
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


def _heads(rows: Sequence[Row], last_year: int) -> dict[int, AmountHead]:
    """By column the words above the first row with an amount, upper heads first."""
    heads: dict[int, list[str]] = {}
    for row in rows:
        if _has_amounts(row):
            break
        spans = {id(position): position for position in row if position}
        if len(spans) < 2:
            continue
        for column, position in enumerate(row):
            if position and position.text.strip() and squeezed(position.text) not in heads.get(column, []):
                heads.setdefault(column, []).append(squeezed(position.text))
    joined = {column: "".join(texts) for column, texts in heads.items()}
    return {column: AmountHead(text, column_kind(text, last_year)) for column, text in joined.items()}


def _has_amounts(row: Row) -> bool:
    held = [position for position in row if position and not years_in(position.text)]
    return any(
        value is not None and (abs(value) > _LINE_NUMBER or value % 1 or unit)
        for value, unit in (position.worth for position in held)
    )


def _row_amounts(row: Row, column: int, heads: Mapping[int, AmountHead], measure: str, rank: int) -> Iterator[Amount]:
    """The amount of one labelled row in the column of the last year."""
    held = row[column]
    if held is None:
        return
    values = _values_after(row, column, heads)
    above = {place: heads.get(place, AmountHead("", "")) for place in values}
    chosen = [place for place in values if above[place].kind == "current"]
    if len(chosen) > 1:
        chosen = [place for place in chosen if "累计" in above[place].text][:1] or chosen[:1]
    if not chosen:
        chosen = _unheaded([place for place in values if not above[place].kind], values)
        if len(chosen) > 1 and any(head.kind for head in above.values()):
            return
    for place, reading in zip(chosen, ("", _TWO_COLUMNS), strict=False):
        position = values[place]
        value = position.value
        if value is not None:
            unit = position.unit or unit_in(above[place].text, noted=True) or unit_in(held.text, noted=True)
            text = f"{squeezed(held.text)} {position.text.strip()}"
            yield Amount(measure, value, text, position.place, rank, unit, reading)


def _values_after(row: Row, column: int, heads: Mapping[int, AmountHead]) -> dict[int, Position]:
    """The numbers to the right of a label, up to the next label; a note's number (五、1) is none."""
    values: dict[int, Position] = {}
    held = row[column]
    for place in range(column + 1, len(row)):
        position = row[place]
        if position is None or position is held or position in values.values():
            continue
        if position.value is not None:
            values[place] = position
        elif _HANZI.search(position.text) and heads.get(place, AmountHead("", "")).kind != "ignored":
            break
    return values


def _unheaded(places: Sequence[int], values: Mapping[int, Position]) -> list[int]:
    """Without heads: the columns that may be meant, line numbers left out."""
    kept = list(places)
    if len(kept) > 1 and _is_line_number(values[kept[0]].text):
        kept = kept[1:]
    if len(kept) == 2 and values[kept[0]].worth == values[kept[1]].worth:
        return kept[:1]
    return kept if len(kept) <= 2 else []


def _is_line_number(text: str) -> bool:
    return bool(re.fullmatch(r"\d{1,3}", squeezed(text)))


def _service_total(rows: Sequence[Row], heads: Mapping[int, AmountHead]) -> Iterator[Amount]:
    """The total of the income column in a table of service projects."""
    lists = words().lists
    column = _income_column(heads)
    if column is None:
        return
    for row in rows:
        first = next((position for position in row if position and squeezed(position.text)), None)
        held = row[column] if column < len(row) else None
        named = first is not None and label(first.text) in lists["totals"]
        if named and held is not None and held.value is not None and first is not None:
            text = f"{squeezed(first.text)} {held.text.strip()}"
            unit = held.unit or unit_in(heads[column].text, noted=True)
            yield Amount("service_revenue", held.value, text, held.place, 0, unit)


def _income_column(heads: Mapping[int, AmountHead]) -> int | None:
    """The column of what was received, in a table headed by service projects and not by vouchers."""
    lists = words().lists
    joined = "".join(head.text for head in heads.values())
    if any(word in joined for word in lists["voucher_columns"]):
        return None
    if not any(word in joined for word in lists["project_columns"]):
        return None
    not_income = [*lists["expense_columns"], *(word for word in lists["project_columns"] if word != "项目")]
    bare = {column: re.sub(r"[（(].*?[)）]", "", head.text) for column, head in heads.items()}
    for word in lists["income_columns"]:
        for column, text in bare.items():
            if word in text and not any(other in text for other in not_income):
                return column
    return None


def text_heads(text: str, last_year: int) -> tuple[tuple[str, str], ...]:
    """The heads that a line of text lists, each with its kind, up to the right-hand side of a balance sheet."""
    line = re.split(r"\d[\d,，]*\.\d{2}", text)[0]
    line = re.split(r"负\s*债", line)[0]
    found = [match[0] for match in _any_head().finditer(line)]
    if sum(not years_in(head) for head in found) >= 2:
        # 2025年度 beside 本期金额 and 上期金额 is the statement's date, no column.
        found = [head for head in found if not years_in(head)]
    heads = tuple((squeezed(head), column_kind(head, last_year)) for head in found)
    return heads if len(heads) >= 2 and {"current", "previous"} <= {kind for _, kind in heads} else ()


@functools.cache
def _any_head() -> re.Pattern[str]:
    """Any head of a column of amounts, the longest first."""
    lists = words().lists
    known = sorted({*lists["current"], *lists["previous"], *lists["ignored"]}, key=len, reverse=True)
    years = r"20\d{2}\s*年(?:度|\s*12\s*月\s*31\s*日)?"
    return re.compile("|".join([years, *(r"\s*".join(map(re.escape, word)) for word in known)]))


def in_text(
    text: str, place: Locator, statement: StatementKind | None, heads: Sequence[tuple[str, str]]
) -> Iterator[Amount]:
    """The amounts of a statement without ruled lines: 资产总计 7,325,500.00 6,299,900.00."""
    if statement is None:
        return
    for measure in statement.rows:
        for rank, name in enumerate(words().rows[measure]):
            pattern = r"\s*".join(map(re.escape, name)) + r"\s*(?P<note>[（(][^（）()]*[)）])?\s*[:：]?" + _NUMBERS
            for match in re.finditer(pattern, text):
                if _HANZI.search(text[: match.start()].rstrip()[-1:]):
                    continue
                yield from _text_amounts(match, place, heads, measure, rank)


def _text_amounts(
    match: re.Match[str], place: Locator, heads: Sequence[tuple[str, str]], measure: str, rank: int
) -> Iterator[Amount]:
    numbers = _NUMBER.findall(match["numbers"])
    kinds = [kind for _, kind in heads]
    if len(numbers) == len(kinds) - 1 and "ignored" in kinds:
        kinds = [kind for kind in kinds if kind != "ignored"]
    elif len(numbers) > 1 and _is_line_number(numbers[0]) and len(numbers) > len(kinds):
        numbers = numbers[1:]
    text = re.sub(r"\s+", " ", match[0]).strip()
    if len(numbers) == len(kinds) and "current" in kinds:
        numbers, readings = [numbers[kinds.index("current")]], [""]
    elif len(numbers) > 2 or (kinds and len(numbers) != 1):
        return
    else:
        readings = ["", _TWO_COLUMNS]
        numbers = numbers[:1] if len(set(numbers)) == 1 else numbers
    for number, reading in zip(numbers, readings, strict=False):
        value = money(number)
        if value is not None:
            unit = own_unit(number) or unit_in(match["note"] or "", noted=True)
            yield Amount(measure, value, text, place, rank, unit, reading)


_PROSE_UNIT = r"(?P<number>\d[\d,，]*(?:\.\d+)?)\s*(?P<unit>亿元|百万元|万元|千元|元)"
_PROSE_LINK = r"(?:总额|合计|总计|金额|共计|累计|共|为|达到|达|计|：|:|人民币|RMB|￥|¥|\s|[（(]不?含税[)）]){0,6}"
_PREVIOUS = re.compile(r"上年|上期|期初|年初|去年|同期|预计|计划")


def in_prose(text: str, place: Locator, last_year: int) -> Iterator[Amount]:
    """The amounts that sentences state: 2025年度实现服务收入 6,995,612.50 元."""
    known = words()
    names = {
        "service_revenue": known.lists["service_words"],
        **{key: known.rows[key] for key in ("total_assets", "revenue", "total_profit")},
    }
    for sentence in re.findall(r"[^。；;]+[。；;]?", text):
        line = squeezed(sentence)
        for measure, labels in names.items():
            listed = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
            for match in re.finditer(rf"(?P<before>.{{0,4}})(?:{listed}){_PROSE_LINK}{_PROSE_UNIT}", line):
                if not _leads(match["before"], known.lists["service_before"]) or not _of(line, match, last_year):
                    continue
                value = money(match["number"])
                if value is not None:
                    yield Amount(measure, value, sentence.strip(), place, 0, known.units[match["unit"]])


def _leads(before: str, allowed: Sequence[str]) -> bool:
    """Whether what stands before the words leaves them whole: 实现服务收入, not 培训服务收入."""
    return not _HANZI.search(before[-1:]) or any(before.endswith(word) for word in allowed)


def _of(line: str, match: re.Match[str], last_year: int) -> bool:
    """Whether the amount is of the last year: the nearest year before it is, and its clause is no comparison."""
    years = years_in(line[: match.end()])
    clause = re.split("，", line[: match.end()])[-1]
    return (not years or years[-1] == last_year) and not _PREVIOUS.search(clause)
