"""What rows of text does a filled call sheet hold, whatever program it was saved by?

XLSX as Office and WPS write it; XLS, ET, ODS, CSV (any Chinese encoding) and Word files by the readers of extractors.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from extractors.read import media_type as media_types
from extractors.read import read
from pipeline import file_names
from pipeline.sampling.callsheet.callsheet import DATA_SHEET
from schemas.document import Document, Page, Table
from schemas.errors import UnreadableDocument, UsageError

Record = Mapping[str, Any]
_PRINTED = "请用 sample draw 写出的 callsheet.xlsx 填写。"
_KINDS = (
    media_types.XLS,
    media_types.ET,
    media_types.ODS,
    media_types.CSV,
    media_types.DOCX,
    media_types.DOC,
    media_types.WPS,
    media_types.RTF,
    media_types.ODT,
)
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})$")


@dataclass(frozen=True, slots=True)
class FilledGrid:
    """One sheet of a workbook, or one table of a Word file (``table``: 表1), as rows of text."""

    sheet: str | None
    rows: tuple[tuple[str, ...], ...]
    table: str = ""

    def cell(self, row: int, column: int) -> str:
        """Where a cell is, as a locator says it."""
        return f"{self.table}!R{row + 1}C{column + 1}" if self.table else f"{get_column_letter(column + 1)}{row + 1}"


@dataclass(frozen=True, slots=True)
class FilledFile:
    """The visible grids of a file, and what the call sheet keeps of its draw: about it, and of every unit."""

    name: str
    grids: tuple[FilledGrid, ...]
    about: Record
    units: tuple[Record, ...]


def read_filled(path: Path) -> FilledFile:
    """The file. UsageError, in Chinese, where it is none that can be read back."""
    grids = _grids(path)
    kept = [grid for grid in grids if grid.sheet == DATA_SHEET]
    about, units = _kept((row[0] for row in kept[0].rows if row), path) if kept else _beside(path)
    return FilledFile(path.name, tuple(grid for grid in grids if grid.sheet != DATA_SHEET), about, tuple(units))


def _grids(path: Path) -> list[FilledGrid]:
    target = file_names.reachable(path)
    if not target.is_file():
        raise UsageError(f"没有 {path} 这个文件。")
    data = target.read_bytes()
    # A file of columns set apart by tabs is often called .txt.
    name = path.with_suffix(".csv").name if path.suffix.lower() in (".txt", ".tsv") else path.name
    kind = media_types.media_type(data, name)
    if kind in (media_types.XLSX, media_types.XLSM):
        return _workbook(target, path)
    if kind not in _KINDS:
        raise UsageError(f"{path.name} 打不开，或不是可以读回的格式（XLSX、XLS、ET、ODS、CSV、DOCX）。{_PRINTED}")
    try:
        return _of_document(read(data, name))
    except UnreadableDocument as error:
        raise UsageError(f"{path.name} 打不开：{error.reason}。{_PRINTED}") from error


def _workbook(target: Path, path: Path) -> list[FilledGrid]:
    try:
        book = load_workbook(target, data_only=True)
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile, InvalidFileException) as error:
        raise UsageError(f"{path.name} 打不开，不是完好的 XLSX 工作簿。{_PRINTED}") from error
    try:
        return [
            FilledGrid(page.title, tuple(tuple(map(_text, row)) for row in page.iter_rows(values_only=True)))
            for page in book.worksheets
        ]
    finally:
        book.close()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "√" if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _of_document(document: Document) -> list[FilledGrid]:
    grids: list[FilledGrid] = []
    for page in document.pages:
        tables = [block for block in page.blocks if isinstance(block, Table)]
        if page.sheet is not None or document.media_type == media_types.CSV:
            grids.append(FilledGrid(page.sheet, _lines(page) if page.sheet == DATA_SHEET else _laid_out(tables)))
        else:
            grids += [
                FilledGrid(None, _laid_out([table]), f"表{len(grids) + at}") for at, table in enumerate(tables, 1)
            ]
    return grids


def _lines(page: Page) -> tuple[tuple[str, ...], ...]:
    """The lines of the sheet that is kept for reading back: readers give its one column as paragraphs or cells."""
    texts: list[str] = []
    for block in page.blocks:
        texts += [cell.text for cell in block.cells] if isinstance(block, Table) else [block.text]
    return tuple((text,) for text in texts)


def _laid_out(tables: Sequence[Table]) -> tuple[tuple[str, ...], ...]:
    """The cells at their places: by their address in a workbook, else by their row and column."""
    cells: dict[tuple[int, int], str] = {}
    for table in tables:
        for cell in table.cells:
            at = _ADDRESS.match(cell.address or "")
            cells[(int(at[2]) - 1, _column(at[1])) if at else (cell.row, cell.column)] = cell.text
    height = max((row for row, _ in cells), default=-1) + 1
    width = max((column for _, column in cells), default=-1) + 1
    return tuple(tuple(cells.get((row, column), "") for column in range(width)) for row in range(height))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _kept(lines: Iterable[str], path: Path) -> tuple[Record, list[Record]]:
    try:
        about, *units = [json.loads(line) for line in lines if line]
        if {"of", "population", "strata"} <= set(about) and all(
            {"label", "role", "unit"} <= set(unit) for unit in units
        ):
            return about, units
    except (ValueError, TypeError):
        pass
    raise UsageError(f"{path.name} 的工作表“{DATA_SHEET}”有改动，无法读取。{_PRINTED}")


def _beside(path: Path) -> tuple[Record, list[Record]]:
    """What the printed call sheet in the same folder keeps: CSV and Word files keep none. The longest one serves."""
    found: list[tuple[Record, list[Record]]] = []
    for other in sorted(file_names.reachable(path).parent.glob("callsheet*.xlsx")):
        grids = _workbook(other, other) if other.name != path.name else []
        found += [_kept((row[0] for row in grid.rows if row), other) for grid in grids if grid.sheet == DATA_SHEET]
    if not found:
        raise UsageError(
            f"{path.name} 不是本程序打印的核实表（缺少工作表“{DATA_SHEET}”，旁边也没有 callsheet.xlsx）。"
            "请用 sample draw 写出的文件填写，或把填好的文件放回抽样文件夹。"
        )
    return max(found, key=lambda one: len(one[1]))
