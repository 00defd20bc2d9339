"""How is a Word paper written so that it prints on A4 and has the same bytes every time?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row

from pipeline import wording

_THEN = datetime(2000, 1, 1, tzinfo=UTC)
_FONT = "宋体"


def page(*, landscape: bool) -> Document:
    """An empty A4 document."""
    document = docx.Document()
    section = document.sections[0]
    long, short = Mm(297), Mm(210)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin = section.right_margin = Mm(12 if landscape else 22)
    section.top_margin = section.bottom_margin = Mm(12 if landscape else 20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(9 if landscape else 10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(2)
    return document


@dataclass(frozen=True, slots=True)
class LineLook:
    """How a line looks; sizes in points, 0 leaves them to the document. ``above`` is the space over the line."""

    size: float = 0
    bold: bool = False
    centred: bool = False
    red: bool = False
    above: float = 0


PLAIN = LineLook()


def line(document: Document, text: str, look: LineLook = PLAIN) -> None:
    """One paragraph."""
    paragraph = document.add_paragraph()
    if look.above:
        paragraph.paragraph_format.space_before = Pt(look.above)
    run = paragraph.add_run(clean(text))
    run.bold = look.bold
    if look.size:
        run.font.size = Pt(look.size)
    if look.red:
        run.font.color.rgb = RGBColor(0xC0, 0, 0)
    if look.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def grid(document: Document, rows: int, widths: Sequence[float]) -> Table:
    """A ruled table of fixed column widths (mm)."""
    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def fill(row: _Row, texts: Iterable[str], widths: Sequence[float], *, bold: bool = False, size: float = 9) -> None:
    """The texts into the cells of a row."""
    # row.cells walks the whole row once; table.cell() would do so for every cell.
    for cell, text, width in zip(row.cells, texts, widths, strict=False):
        cell.width = Mm(width)
        put(cell, text, bold=bold, size=size)


def put(cell: _Cell, text: str, *, bold: bool = False, size: float = 9) -> None:
    """One text into one cell."""
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(clean(text))
    run.bold, run.font.size = bold, Pt(size)
    if bold or len(text) == 1:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def repeats(row: _Row) -> None:
    """The row is printed again on every page."""
    _mark(row, "w:tblHeader", "true")


def unbroken(row: _Row) -> None:
    """The row is not parted by a page's end."""
    _mark(row, "w:cantSplit")


def _mark(row: _Row, name: str, value: str = "") -> None:
    """Sets a property of the row."""
    mark = OxmlElement(name)
    if value:
        mark.set(qn("w:val"), value)
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  python-docx has no name for it


def clean(text: str) -> str:
    """The text without what a Word file cannot hold or what would turn the line around."""
    return wording.still(text)


def as_bytes(document: Document) -> bytes:
    """The file's bytes, without the time of the run in them."""
    document.core_properties.created = document.core_properties.modified = _THEN
    document.core_properties.author = "dossier-intake"
    written = io.BytesIO()
    document.save(written)
    target = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts.read(name))
    return target.getvalue()
