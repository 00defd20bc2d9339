"""The work paper as a Word file, for those who fill it in by hand."""

from __future__ import annotations

from docx.shared import Mm
from docx.table import _Row

from pipeline.sampling.callsheet import docx_pages as pages
from pipeline.sampling.callsheet.as_xlsx import opening
from pipeline.sampling.callsheet.callsheet import BOX, CallSheet
from pipeline.sampling.callsheet.docx_pages import LineLook

_WIDTH = 273.0
_NUMBER, _OUTCOME, _REMARKS = 13.0, 14.0, 36.0
# A phone number, a code or a date that breaks over two lines is misread.
_UNBROKEN = {"phone": 28.0, "number": 28.0, "date": 24.0, "id": 18.0}
_WIDE = frozenset(("enterprise", "applicant", "issuer"))


def render(sheet: CallSheet) -> bytes:
    """callsheet.docx."""
    document = pages.page(landscape=True)
    pages.line(document, sheet.common.banner, LineLook(bold=True, centred=True, red=True))
    title = f"{sheet.subject.applicant}　{sheet.paper.title}".strip("　")
    pages.line(document, title, LineLook(size=15, bold=True, centred=True))
    for text in opening(sheet):
        pages.line(document, text)
    widths = _widths(sheet)
    table = pages.grid(document, 2 + len(sheet.lines), widths)
    rows = list(table.rows)
    _heads(rows[0], rows[1], sheet, widths)
    for row, line in zip(rows[2:], sheet.lines, strict=True):
        cells = [line.cells.get(key, "") for key, _ in sheet.plain_columns]
        pages.fill(row, [line.label, *cells, *(BOX for _ in sheet.paper.outcomes), line.remarks], widths)
        row.height = Mm(7.5)
        pages.unbroken(row)
    for number, text in enumerate(sheet.notes, start=1):
        pages.line(document, f"说明{number}：{text}")
    return pages.as_bytes(document)


def _widths(sheet: CallSheet) -> list[float]:
    """Columns of words share what number, phone, boxes and remarks leave; names of enterprises get twice their part."""
    keys = [key for key, _ in sheet.plain_columns]
    left = _WIDTH - _NUMBER - _REMARKS - _OUTCOME * len(sheet.paper.outcomes)
    left -= sum(_UNBROKEN.get(key, 0) for key in keys)
    parts = {key: 2.0 if key in _WIDE else 1.0 for key in keys if key not in _UNBROKEN}
    words = [_UNBROKEN.get(key) or left * parts[key] / sum(parts.values()) for key in keys]
    return [_NUMBER, *words, *(_OUTCOME for _ in sheet.paper.outcomes), _REMARKS]


def _heads(upper: _Row, lower: _Row, sheet: CallSheet, widths: list[float]) -> None:
    """Two rows of heads; ratings stand under the form's own upper head."""
    top, bottom = list(upper.cells), list(lower.cells)
    ratings = [outcome.rating for outcome in sheet.paper.outcomes]
    before = 1 + len(sheet.plain_columns)
    heads = [
        sheet.common.number,
        *(head for _, head in sheet.plain_columns),
        *(outcome.head for outcome in sheet.paper.outcomes),
        sheet.common.remarks,
    ]
    for at, (text, width) in enumerate(zip(heads, widths, strict=True)):
        if before <= at < before + len(ratings) and ratings[at - before]:
            pages.put(bottom[at], text, bold=True, size=8)
        else:
            pages.put(top[at].merge(bottom[at]), text, bold=True, size=8)
        top[at].width = bottom[at].width = Mm(width)
    if any(ratings):
        first, last = before + ratings.index(True), before + len(ratings) - 1 - ratings[::-1].index(True)
        pages.put(top[first].merge(top[last]), sheet.rating_head, bold=True, size=8)
    pages.repeats(upper)
    pages.repeats(lower)
