"""In which columns is the 汇总表 handed on: in those that the office wrote down, from which of ours, on which paper?"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

import docx
from docx.document import Document
from docx.shared import Cm
from docx.table import Table, _Row

from pipeline.reports import register
from schemas.office import OfficeColumn, OfficeSummary

_USUAL = 2.6
"""Width in cm of a column of which nobody said how wide it is."""
_LYING = {"A4": (29.7, 21.0), "A3": (42.0, 29.7)}
"""Paper on its side, in cm."""


def values(summary: OfficeSummary, row: Sequence[object]) -> list[object]:
    """A row of our summary in the columns of the office; what a person must write is empty."""
    heads = {title: at for at, title in enumerate(register.heads())}
    return [row[heads[column.source]] if column.source else "" for column in summary.columns]


def keys(summary: OfficeSummary) -> list[str]:
    """What the cells of a row are called in the template."""
    return [f"c{at}" for at in range(len(summary.columns))]


def template(ours: bytes, summary: OfficeSummary, widths: Mapping[str, float]) -> bytes:
    """Our template of the 汇总表 with the title and the columns of the office.

    ``widths``: column of ours → its width in cm, where the office said none. On A4 where that holds them all.
    """
    document = docx.Document(io.BytesIO(ours))
    title = next(paragraph for paragraph in document.paragraphs if paragraph.text.strip())
    _say(title.runs, summary.title)
    told = [column.width or widths.get(column.source, _USUAL) for column in summary.columns]
    across = _paper(document, sum(told))
    fitted = [width * min(1.0, across / sum(told)) for width in told]
    _rebuilt(document.tables[0], summary.columns, fitted)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paper(document: Document, needed: float) -> float:
    """Lay the paper on its side, and say how wide its text is."""
    (section,) = document.sections
    margins = section.left_margin.cm + section.right_margin.cm
    width, height = next((size for size in _LYING.values() if size[0] - margins >= needed), _LYING["A3"])
    section.page_width, section.page_height = Cm(width), Cm(height)
    return width - margins


def _element(part: Table | _Row) -> Any:  # noqa: ANN401  lxml's element has no types
    return part._element  # noqa: SLF001  python-docx has no public name for it


def _rebuilt(table: Table, columns: Sequence[OfficeColumn], widths: Sequence[float]) -> None:
    """The table's rows with so many cells, each like the first of its row; the loop's own rows have but one."""
    grid = _element(table).tblGrid
    wide = grid.gridCol_lst[0]
    for one in list(grid.gridCol_lst)[1:]:
        grid.remove(one)
    for _ in widths[1:]:
        grid.append(deepcopy(wide))
    for row, texts in zip(table.rows, _texts(columns), strict=True):
        cells = _element(row)
        first, *others = cells.tc_lst
        for other in others:
            cells.remove(other)
        for _ in widths[1:]:
            cells.append(deepcopy(first))
        for cell, text in zip(row.cells, texts, strict=True):
            _say(cell.paragraphs[0].runs, text)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def _texts(columns: Sequence[OfficeColumn]) -> Iterator[list[str]]:
    """The heads; where the loop begins; a row; where it ends."""
    blank = [""] * (len(columns) - 1)
    yield [column.title for column in columns]
    yield ["{%tr for row in rows %}", *blank]
    yield [f"{{{{ row.c{at} }}}}" for at in range(len(columns))]
    yield ["{%tr endfor %}", *blank]


def _say(runs: Sequence[docx.text.run.Run], text: str) -> None:
    """These words, in the first of the runs."""
    for run in runs:
        run.text = ""
    runs[0].text = text
