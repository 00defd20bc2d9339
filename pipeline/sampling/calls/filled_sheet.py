"""How do answers come into the printed call sheet, so that it reads as if filled in by hand?

The workbook stays the one that was printed, sorted or not: the box of the outcome becomes √, the others □, the
person's name and post stand in the form's own columns, the rest in 备注 behind what was printed there.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from openpyxl.writer.excel import ExcelWriter

from pipeline import file_names
from pipeline.sampling.callsheet.callsheet import BOX
from pipeline.sampling.callsheet.readback import CallsheetLayout, layout_of
from pipeline.timeless import CREATED, timeless
from pipeline.wording import still

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from pipeline.sampling.calls.call_log import Call

TICK = "√"
_BEGINS = "通话："
_WORDS = {"interviewee": "person", "position": "post"}
"""Column of the form → what of the call stands in it."""


def with_calls(path: Path, calls: Mapping[str, Call]) -> bytes:
    """The sheet with these calls in it. UsageError where it is no call sheet of ours."""
    layout = layout_of(path)
    book = load_workbook(file_names.reachable(path))
    page = book[layout.sheet] if layout.sheet else book.worksheets[0]
    for unit, call in calls.items():
        for row in layout.rows.get(unit, ()):
            _fill(page, layout, row + 1, call)
    book.properties.created = book.properties.modified = CREATED.replace(tzinfo=None)
    out = io.BytesIO()
    # Not book.save, which puts down the second in which it was called.
    ExcelWriter(book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)).save()
    return timeless(out.getvalue())


def _fill(page: Worksheet, layout: CallsheetLayout, row: int, call: Call) -> None:
    for outcome, column in layout.outcomes.items():
        page.cell(row, column + 1).value = TICK if outcome == call.outcome else BOX
    for key, said in _WORDS.items():
        if key in layout.columns:
            _put(page, row, layout.columns[key], getattr(call, said))
    if "remarks" in layout.columns:
        before = str(page.cell(row, layout.columns["remarks"] + 1).value or "").partition(_BEGINS)[0].rstrip("；")
        _put(page, row, layout.columns["remarks"], "；".join(filter(None, (before, _remark(layout, call)))))


def _put(page: Worksheet, row: int, column: int, text: str) -> None:
    """As text: what somebody said must never become a formula."""
    cell = page.cell(row, column + 1)
    cell.value = still(text)
    cell.data_type = "s"


def _remark(layout: CallsheetLayout, call: Call) -> str:
    said = "，".join(_besides(layout, call))
    return f"{_BEGINS}{said}" if said else ""


def _besides(layout: CallsheetLayout, call: Call) -> Iterator[str]:
    """What has no column of its own."""
    if call.method:
        yield call.method
    for key, said in _WORDS.items():
        if key not in layout.columns and getattr(call, said):
            yield str(getattr(call, said))
    if call.remarks:
        yield call.remarks
