"""What are the templates made of? Paragraphs with room for the clerk, tables with a row for every entry."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt
from docx.styles.style import CharacterStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run

from pipeline.timeless import CREATED, timeless

BODY, HEAD = "仿宋", "黑体"


def heading(document: Document, text: str) -> None:
    """A heading that stays with what follows."""
    add_paragraph(document, text, font=HEAD).paragraph_format.keep_with_next = True


def add_paragraph(
    document: Document, text: str, *, indent: bool = True, font: str = "", size: int = 0
) -> DocxParagraph:
    """One paragraph; what the clerk fills in stands out."""
    paragraph, body = document.add_paragraph(), document.styles["Normal"].font.size
    if indent:
        paragraph.paragraph_format.first_line_indent = 2 * body
    paragraph.paragraph_format.space_after = Pt(2)
    for at, piece in enumerate(_pieces(text)):
        run = paragraph.add_run(piece)
        if at % 2:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        if font or size:
            set_font(run, font or BODY, size or round(body.pt))
    return paragraph


def _pieces(text: str) -> list[str]:
    """The text cut so that every second piece is for the clerk; a draft's remark is one piece."""
    if text.startswith("【") and text.endswith("】") and text.count("【") > 1:
        return ["", text]
    pieces: list[str] = []
    for part in text.replace("】", "】\0").replace("【", "\0【").split("\0"):
        if part.startswith("【") != bool(len(pieces) % 2):
            pieces.append("")
        pieces.append(part)
    return pieces


def add_table(document: Document, heads: Sequence[tuple[str, float]], rows: str, keys: Sequence[str]) -> None:
    """A table whose head is said again overleaf; its row stands for every entry of ``rows``."""
    table = document.add_table(rows=4, cols=len(heads), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    first, begin, body, end = table.rows
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    first._tr.get_or_add_trPr().append(repeat)  # noqa: SLF001  python-docx has no name for it
    whole = OxmlElement("w:cantSplit")
    body._tr.get_or_add_trPr().append(whole)  # noqa: SLF001  a row stays on one page
    _cell(begin.cells[0], f"{{%tr for row in {rows} %}}")
    _cell(end.cells[0], "{%tr endfor %}")
    for column, ((title, width), key) in enumerate(zip(heads, keys, strict=True)):
        table.columns[column].width = Cm(width)
        for row in table.rows:
            row.cells[column].width = Cm(width)
        _cell(first.cells[column], title, font=HEAD)
        _cell(body.cells[column], f"{{{{ row.{key} }}}}")
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def page_number(section: Section) -> None:
    """At the foot of every page its number, — 1 —, as an office's papers have it."""
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_font(paragraph.add_run("— "), BODY, 11)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        set_font(run, BODY, 11)
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        mark.text = text or None
        run.element.append(mark)
    set_font(paragraph.add_run(" —"), BODY, 11)


def _cell(cell: _Cell, text: str, font: str = BODY) -> None:
    set_font(cell.paragraphs[0].add_run(text), font, 11)


def set_font(styled: CharacterStyle | Run, name: str, size: int) -> None:
    """The font, for hanzi too."""
    styled.font.name = name
    styled.font.size = Pt(size)
    styled.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def saved(document: Document) -> bytes:
    """The bytes, the same whenever they are made."""
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "dossier-intake", "", ""
    properties.created = properties.modified = CREATED
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())
