"""What do formulas give whose values the workbook does not store: a program wrote it, and no Office ever opened it?

LibreOffice works them out. What depends on the date or on chance is not worked out: it would change day by day.
Out:    the cells filled in; those that are left are marked as not read.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence

from extractors.read.converted import libreoffice
from extractors.read.sheets.sheet import SheetCells
from schemas.errors import UnreadableDocument

_UNSTEADY = re.compile(rb"\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|WEBSERVICE|INFO|CELL)\s*\(", re.IGNORECASE)
_STORED_ZERO = re.compile(rb"(<f\b[^>]*/>|</f>)\s*<v>0</v>")
_LARGEST = 32 * 2**20

ReadAgain = Callable[[bytes], Sequence[SheetCells | None]]


def fill(data: bytes, sheets: Sequence[SheetCells | None], read_again: ReadAgain) -> None:
    """Give the cells without a value the one that LibreOffice works out; ``read_again`` reads its result."""
    lacking = [sheet for sheet in sheets if sheet is not None and sheet.unevaluated]
    if not lacking:
        return
    worked_out = _worked_out(data, read_again)
    for sheet, again in zip(sheets, worked_out or [None] * len(sheets), strict=False):
        if sheet is not None:
            _take_over(sheet, again)
    for sheet in lacking:
        sheet.not_read.update(sheet.unevaluated)


def _take_over(sheet: SheetCells, again: SheetCells | None) -> None:
    left = []
    for row, column in sheet.unevaluated:
        content = None if again is None or (row, column) in again.not_read else again.rows.get(row, {}).get(column)
        if content is None or not content[0]:
            left.append((row, column))
            continue
        sheet.rows.setdefault(row, {})[column] = content
        sheet.worked_out += 1
    sheet.unevaluated = left


def _worked_out(data: bytes, read_again: ReadAgain) -> Sequence[SheetCells | None] | None:
    """The sheets with every formula's value; None where nobody can or should work them out."""
    bare = _without_zeros(data)
    if bare is None:
        return None
    try:
        (made,) = libreoffice.converted([libreoffice.Source(bare, ".xlsx")], "xlsx")
        return None if made is None else read_again(made)
    except (libreoffice.Missing, UnreadableDocument):
        return None


def _without_zeros(data: bytes) -> bytes | None:
    """The workbook without the zeros that programs store for formulas they cannot calculate; None for unsteady ones."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy:
        if sum(member.file_size for member in package.infolist()) > _LARGEST:
            return None
        for member in package.infolist():
            content = package.read(member)
            if member.filename.lower().startswith("xl/worksheets/"):
                if _UNSTEADY.search(content):
                    return None
                content = _STORED_ZERO.sub(rb"\1", content)
            copy.writestr(member.filename, content)
    return buffer.getvalue()
