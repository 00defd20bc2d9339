"""Which platforms does a bureau's own list of titles hold? Every row read or named, every doubt said, nothing guessed.

Such lists have merged titles, the 文号 and the day in a heading (of the sheet, or of a batch within it), dates in
words, two names a row (平台 and 运营单位), columns in any order. The unit that runs the platform is the one kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from extractors.content.tables import Grid, GridCell, grids
from extractors.values.dates import iso_date
from pipeline.standing.titles.list_dates import NOTHING, Stated, dates_in, numbers_in, term
from schemas.data_files import vocabulary_file
from schemas.document import Document

_BRACKETED = re.compile(r"[（(\[【〔][^（()）]{0,80}[）)\]】〕]|[\s:：*★\"“”]+")
_TOTALS = re.compile(r"^(?:合计|总计|小计|共计|共\d+[家个户]|注[:：]|备注[:：]|说明[:：]|填表|制表|审核|联系人[:：])")
_DITTO = frozenset(("同上", "〃", "″", '"', "同前"))
_EMPTY = frozenset(("", "/", "\\", "—", "-", "－", "无", "——"))
_LEAST_HEADS = 2
_TELLING, _LONGEST_HEAD = 4, 16
_TEXTS = ("name", "operator", "code", "county", "number", "kind", "functions")

_COLUMNS = "name operator code county day number from until term kind functions"
"""The keys of data/vocabulary/recognised_lists.yaml: the columns of a list of recognised platforms."""


@dataclass(frozen=True, slots=True)
class ListedTitle:
    """One row: what it says, from which row of which sheet, and what is doubtful about it."""

    where: str
    name: str
    platform: str = ""
    code: str = ""
    county: str = ""
    number: str = ""
    day: Stated = NOTHING
    since: Stated = NOTHING
    until: Stated = NOTHING
    kind: str = ""
    functions: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class ReadList:
    """A list as it was read: its titles, the headings above them, rows that were passed over and why."""

    titles: list[ListedTitle] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)


@lru_cache(maxsize=1)
def column_words() -> Mapping[str, str]:
    """A head as it is compared → the key of its column."""
    fields = vocabulary_file("recognised_lists").fields(_COLUMNS)
    return {_bare(word): key for key, words in fields.items() for word in words.words()}


def _bare(text: str) -> str:
    return _BRACKETED.sub("", text)


def read_list(document: Document) -> ReadList:
    """Every table of the document that has a column of names."""
    read = ReadList()
    for table in grids(document):
        read.headings += [line.text for line in table.above]
        _table(table, read)
    return read


def _table(table: Grid, read: ReadList) -> None:
    head = _head(table)
    before = [_whole(row) for row in (table.rows if head is None else table.rows[: head.first])]
    read.headings += [text for text in before if text]
    if head is None:
        read.passed += [f"{_sheet(table)}没有“名称”一栏，未读取"] if any(before) else []
        return
    rows = _RowsBelow(table, head, read, " ".join([*(line.text for line in table.above), *filter(None, before)]))
    for at in range(head.after, len(table.rows)):
        rows.take(at)


@dataclass(slots=True)
class _RowsBelow:
    """The rows below a head, one after the other: which heading stands over them, which names were met."""

    table: Grid
    head: _ColumnsOfHead
    read: ReadList
    heading: str
    seen: set[tuple[int, int]] = field(default_factory=set)

    def take(self, at: int) -> None:
        """One row: a title, the heading of a batch, or something that is passed over by name."""
        row = self.table.rows[at]
        texts = list(dict.fromkeys(_texts(row)))
        if not texts or _heads(row) == self.head.columns:
            return
        if len(texts) == 1 and _is_heading(texts[0]):
            self.heading = texts[0]
            self.read.headings.append(texts[0])
            return
        self._title(row, texts, f"{_sheet(self.table)}第 {_number(row, at)} 行")

    def _title(self, row: Sequence[GridCell | None], texts: Sequence[str], where: str) -> None:
        name = _cell(row, self.head, "operator") or _cell(row, self.head, "name")
        if name is None or name.text.strip() in _EMPTY or _TOTALS.match(_bare(texts[0])):
            self.read.passed.append(f"{where}没有平台名称，未读取：{' '.join(texts)[:60]}")
        elif (name.row, name.column) not in self.seen:
            self.seen.add((name.row, name.column))
            last = self.read.titles[-1] if self.read.titles else None
            self.read.titles.append(_row(row, self.head, self.heading, where, last))


@dataclass(frozen=True, slots=True)
class _ColumnsOfHead:
    """Which column is which, and the rows that the head takes."""

    columns: Mapping[int, str]
    first: int
    after: int


def _head(table: Grid) -> _ColumnsOfHead | None:
    """The first row that names columns, with the row below where the head has two."""
    for at, row in enumerate(table.rows):
        columns = _heads(row)
        if len(columns) < _LEAST_HEADS and not (columns and len(set(_texts(row))) <= _LEAST_HEADS + 1):
            continue
        if not {"name", "operator"} & set(columns.values()):
            continue
        after = at + 1
        while after < len(table.rows) and _goes_on(table.rows[at], table.rows[after]):
            columns = _heads(table.rows[after], columns)
            after += 1
        return _ColumnsOfHead(columns, at, after)
    return None


def _goes_on(row: Sequence[GridCell | None], below: Sequence[GridCell | None]) -> bool:
    """Whether the row below belongs to the head: a cell of the head reaches into it."""
    pairs = zip(row, below, strict=False)
    reaching = any(one is not None and one is other and one.text.strip() for one, other in pairs)
    return reaching and bool(_texts(below))


def _heads(row: Sequence[GridCell | None], above: Mapping[int, str] | None = None) -> dict[int, str]:
    """Column → key. A head of two rows: 有效期 above, 起 and 止 below it; what stands below decides."""
    columns = dict(above or {})
    for column, cell in enumerate(row):
        key = None if cell is None else _column_of(cell.text)
        if key is not None and (above is not None or key not in columns.values() or key == "term"):
            columns[column] = key
    return columns


def _column_of(text: str) -> str | None:
    """The column that the head names: as a whole, else by the longest word in it that is no common one."""
    bare, words = _bare(text), column_words()
    if bare in words or len(bare) > _LONGEST_HEAD:
        return words.get(bare)
    inside = [word for word in words if len(word) >= _TELLING and word in bare]
    return words[max(inside, key=len)] if inside else None


def _row(
    row: Sequence[GridCell | None], head: _ColumnsOfHead, heading: str, where: str, last: ListedTitle | None
) -> ListedTitle:
    texts = {key: _said(row, head, key) for key in _TEXTS}
    doubts: list[str] = []
    day = _date(row, head, "day", doubts)
    since, until = _term(row, head, doubts)
    number = texts["number"] or next(iter(numbers_in(heading)), "")
    if day.day is None:
        day = _of_heading(heading, day, doubts)
    if texts["county"] in _DITTO and last is not None:
        texts["county"] = last.county
    return ListedTitle(
        where=where,
        name=texts["operator"] or texts["name"],
        platform=texts["name"] if texts["operator"] else "",
        code=texts["code"],
        county=texts["county"],
        number=number,
        day=day,
        since=since,
        until=until,
        kind=texts["kind"],
        functions=texts["functions"],
        doubts=tuple(doubts),
    )


def _term(row: Sequence[GridCell | None], head: _ColumnsOfHead, doubts: list[str]) -> tuple[Stated, Stated]:
    """From when until when, from two columns or from one."""
    since, until = (_date(row, head, key, doubts) for key in ("from", "until"))
    spoken = _said(row, head, "term")
    if not spoken:
        return since, until
    begins, ends = term(spoken)
    since, until = since or begins, until or ends
    if not (since or until or spoken.endswith("年")):
        doubts.append(f"有效期写作“{spoken}”，未能读出")
    return since, until


def _of_heading(heading: str, stated: Stated, doubts: list[str]) -> Stated:
    """The day in the heading of the row's batch, where it names just one, and the row's own month is none other."""
    days = list(dict.fromkeys(dates_in(heading)))
    if len(days) == 1 and days[0].startswith(stated.iso):
        if stated:
            doubts.append(f"日期“{stated.text}”只写到月，日取自标题（{days[0]}）")
        return Stated(days[0])
    if stated:
        doubts.append(f"日期“{stated.text}”只写到月")
    elif days:
        doubts.append(f"标题中有日期 {'、'.join(days)}，未能确定哪一个是认定日期")
    return stated


def _date(row: Sequence[GridCell | None], head: _ColumnsOfHead, key: str, doubts: list[str]) -> Stated:
    cell = _cell(row, head, key)
    text = "" if cell is None else cell.text.strip()
    if cell is None or text in _EMPTY:
        return Stated()
    read = iso_date(text, cell.native)
    if read is None:
        inside = list(dates_in(text))
        read = inside[0] if len(inside) == 1 else None
    if read is None:
        doubts.append(f"日期“{text}”未能读出")
        return Stated(text=text)
    if len(read) < len("2026-03-15") and key != "day":
        doubts.append(f"日期“{text}”只写到月")
    return Stated(read, text)


def _said(row: Sequence[GridCell | None], head: _ColumnsOfHead, key: str) -> str:
    cell = _cell(row, head, key)
    text = "" if cell is None else " ".join(cell.text.split())
    return "" if text in _EMPTY else text


def _cell(row: Sequence[GridCell | None], head: _ColumnsOfHead, key: str) -> GridCell | None:
    found = (row[column] for column, one in head.columns.items() if one == key and column < len(row))
    return next((cell for cell in found if cell is not None and cell.text.strip()), None)


def _is_heading(text: str) -> bool:
    """Whether a row that is one merged cell heads a batch, and is no note on the end of the list."""
    return not _TOTALS.match(_bare(text))


def _whole(row: Sequence[GridCell | None]) -> str:
    return " ".join(dict.fromkeys(_texts(row)))


def _texts(row: Sequence[GridCell | None]) -> list[str]:
    return [cell.text.strip() for cell in row if cell is not None and cell.text.strip()]


def _sheet(table: Grid) -> str:
    return f"“{table.sheet}”" if table.sheet else ""


def _number(row: Sequence[GridCell | None], at: int) -> int:
    """The row as the sheet counts it, where its cells have addresses."""
    for cell in row:
        match = re.fullmatch(r"[A-Z]{1,3}(\d{1,7})", cell.place.cell or "") if cell is not None else None
        if match is not None and cell is not None and cell.rowspan == 1:
            return int(match[1])
    return at + 1
