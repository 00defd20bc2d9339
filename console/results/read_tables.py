"""What did the program read: the blanks of the form, the rows of each list, the figures, each with place and doubts?

From ``screening.json``: what stands there is what was judged. A row's doubts are the points that speak of it, blanks
that could not be confirmed, and the doubts of figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from console.results.points import is_point
from console.results.read_back import Json, ReadBack, place_of
from pipeline import wording
from schemas.application import BLANKS
from schemas.clerk_input import in_words, title_of
from schemas.findings import Finding
from schemas.locator import Locator
from schemas.measures import MEASURES, SOURCES
from schemas.tables import LISTS
from schemas.trust import Doubt
from validators.wording import doubted

FORM, FIGURES = "form", "figures"
TITLES = {FORM: "申报表", FIGURES: "各处数据"}
_ROW = re.compile(r"(?:R(\d{1,7})C\d{1,7}|[A-Z]{1,3}(\d{1,7}))$")


@dataclass(frozen=True, slots=True)
class ReadCell:
    """One value: what it is called where a clerk corrects it ("" where it cannot be), its text, whether one did."""

    what: str
    text: str
    corrected: bool = False
    order: tuple[int, float, str] = (1, 0.0, "")
    """By which it is sorted: numbers as numbers, empty last."""


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """Why a person should look at a row; ``rule``: the point that says so."""

    text: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row: its number as read, its cells, where it stands (``file`` 0: nowhere that can be shown), its doubts."""

    number: int
    cells: Sequence[ReadCell]
    at: Locator | None
    file: int
    where: str
    doubts: Sequence[RowDoubt]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table as it was read: its key in the address, its heads with the key by which each is sorted."""

    key: str
    title: str
    heads: Sequence[tuple[str, str]]
    rows: Sequence[ReadRow]

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.rows)

    @property
    def doubtful(self) -> int:
        """How many of them are in doubt."""
        return sum(bool(row.doubts) for row in self.rows)


def tabs(read: ReadBack) -> list[ReadTable]:
    """The form, the lists that were found, the figures."""
    names = [FORM, *(name for name in LISTS if read.raw["tables"].get(name)), FIGURES]
    return [table(read, name) for name in names]


def table(read: ReadBack, key: str) -> ReadTable:
    """The table of this key; the form where there is none of it."""
    if key == FIGURES:
        return ReadTable(key, TITLES[key], _FIGURE_HEADS, list(_figures(read)))
    if key in LISTS and read.raw["tables"].get(key):
        return _list(read, key)
    return ReadTable(FORM, TITLES[FORM], _FORM_HEADS, list(_form(read)))


def ordered(rows: Sequence[ReadRow], heads: Sequence[tuple[str, str]], key: str) -> list[ReadRow]:
    """The rows by that column, as read where no column is named so."""
    at = next((at for at, (name, _) in enumerate(heads) if name == key), None)
    return list(rows) if at is None else sorted(rows, key=lambda row: row.cells[at].order)


_FORM_HEADS = (("item", "项目"), ("value", "读取的值"), ("unit", "单位"), ("text", "原文"))
_FIGURE_HEADS = (
    ("measure", "数据"),
    ("source", "出处"),
    ("value", "值"),
    ("unit", "单位"),
    ("year", "年度"),
    ("text", "原文"),
)


def _form(read: ReadBack) -> Iterator[ReadRow]:
    corrected = _corrected(read)
    for number, (key, entry) in enumerate(read.raw["application"].items(), 1):
        what = f"application.{key}"
        texts = (BLANKS[key].title if key in BLANKS else key, in_words(entry["value"]), entry["unit"], entry["text"])
        cells = [_cell("", texts[0]), _cell(what, texts[1], corrected=what in corrected, value=entry["value"])]
        unsure = [] if entry.get("confirmed", True) else [RowDoubt("识别不够确定")]
        yield _row(read, number, [*cells, _cell("", texts[2]), _cell("", texts[3])], entry["evidence"], unsure)


def _figures(read: ReadBack) -> Iterator[ReadRow]:
    corrected = _corrected(read)
    shown = [one for one in read.raw["figures"] if not one["reading"]]
    for number, one in enumerate(shown, 1):
        measure = MEASURES[one["measure"]].title if one["measure"] in MEASURES else one["measure"]
        what = f"figures.{one['measure']}.{one['source']}"
        cells = [
            _cell("", measure),
            _cell("", SOURCES[one["source"]] if one["source"] in SOURCES else one["source"]),
            _cell(what, in_words(one["value"]), corrected=what in corrected, value=one["value"]),
            _cell("", one["unit"]),
            _cell("", str(one["year"] or "")),
            _cell("", one["text"]),
        ]
        unsure = [RowDoubt(said) for said in doubted(frozenset(map(Doubt, one["doubts"])))]
        yield _row(read, number, cells, one["evidence"][0] if one["evidence"] else None, unsure)


def _list(read: ReadBack, key: str) -> ReadTable:
    spec, corrected = LISTS[key], _corrected(read)
    listed: list[dict[str, Any]] = read.raw["tables"][key]
    columns = [column for column in spec.columns if any(row.get(column.key) not in (None, "") for row in listed)]
    heads = [(one.key, f"{one.title}（{one.unit}）" if one.unit else one.title) for one in columns]
    rows = []
    for number, row in enumerate(listed, 1):
        whats = [f"tables.{key}.{number}.{column.key}" for column in columns]
        cells = [
            _cell(what, in_words(row.get(column.key)), corrected=what in corrected, value=row.get(column.key))
            for what, column in zip(whats, columns, strict=True)
        ]
        rows.append(_row(read, number, cells, row["evidence"], []))
    return ReadTable(key, spec.title, heads, rows)


def _row(
    read: ReadBack, number: int, cells: Sequence[ReadCell], evidence: Json | None, unsure: Sequence[RowDoubt]
) -> ReadRow:
    at = place_of(evidence) if evidence else None
    file = read.file_number(at.file) if at else None
    doubts = [*unsure, *_points_at(read, at)] if at else list(unsure)
    return ReadRow(number, cells, at, file or 0, wording.place(at) if at else "", doubts)


def _cell(what: str, text: str, *, corrected: bool = False, value: object = None) -> ReadCell:
    number = value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
    order = (0, float(number), "") if number is not None else (1 if text else 2, 0.0, text)
    return ReadCell(what, text, corrected, order)


def _corrected(read: ReadBack) -> Mapping[str, Json]:
    return {one["what"]: one for one in read.raw["corrections"] if one["standing"] == "applied"}


def _points_at(read: ReadBack, at: Locator) -> list[RowDoubt]:
    """The open points one of whose places lies in the same row."""
    found = [one for one in read.screening.findings if is_point(one) and _speaks_of(one, at)]
    return [RowDoubt(wording.rule_title(one.rule, read.screening), one.rule) for one in found]


def _speaks_of(finding: Finding, at: Locator) -> bool:
    return any(_same_row(place, at) for place in finding.evidence)


def _same_row(one: Locator, other: Locator) -> bool:
    if (one.file, one.page, one.sheet) != (other.file, other.page, other.sheet):
        return False
    if one.cell and other.cell:
        return _row_of(one.cell) == _row_of(other.cell)
    if one.bbox and other.bbox:
        middle = (one.bbox[1] + one.bbox[3]) / 2
        return other.bbox[1] <= middle <= other.bbox[3]
    return False


def _row_of(cell: str) -> tuple[str, str]:
    """表2!R3C4 → 表2!, 3; B7 → "", 7."""
    match = _ROW.search(cell)
    return (cell[: match.start()], match[1] or match[2]) if match else (cell, "")


def correctable(row: ReadRow) -> list[tuple[str, str, str]]:
    """The values of a row that a clerk may correct: what, title, text."""
    return [(cell.what, title_of(cell.what), cell.text) for cell in row.cells if cell.what]
