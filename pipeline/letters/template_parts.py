"""What are the templates made of? Paragraphs with room for the clerk, tables with a row for every entry."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from pipeline.timeless import timeless

BODY, HEAD = "仿宋", "黑体"
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  python-docx wants a naive date


def heading(made: Any, text: str) -> None:  # noqa: ANN401  python-docx is untyped
    """A heading that stays with what follows."""
    paragraph(made, text, font=HEAD).paragraph_format.keep_with_next = True


def paragraph(made: Any, text: str, *, indent: bool = True, font: str = "", size: int = 0) -> Any:  # noqa: ANN401
    """One paragraph; what the clerk fills in stands out."""
    added, whole = made.add_paragraph(), made.styles["Normal"].font.size
    if indent:
        added.paragraph_format.first_line_indent = 2 * whole
    added.paragraph_format.space_after = Pt(2)
    for at, piece in enumerate(_pieces(text)):
        run = added.add_run(piece)
        if at % 2:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        if font or size:
            set_font(run, font or BODY, size or round(whole.pt))
    return added


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


def table(made: Any, heads: Sequence[tuple[str, float]], rows: str, keys: Sequence[str]) -> None:  # noqa: ANN401
    """A table whose head is said again overleaf and whose row stands for every entry of ``rows``."""
    grid = made.add_table(rows=4, cols=len(heads), style="Table Grid")
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    first, begin, body, end = grid.rows
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    first._tr.get_or_add_trPr().append(repeat)  # noqa: SLF001  python-docx has no name for it
    whole = OxmlElement("w:cantSplit")
    body._tr.get_or_add_trPr().append(whole)  # noqa: SLF001  a row stays on one page
    _cell(begin.cells[0], f"{{%tr for row in {rows} %}}")
    _cell(end.cells[0], "{%tr endfor %}")
    for column, ((title, width), key) in enumerate(zip(heads, keys, strict=True)):
        grid.columns[column].width = Cm(width)
        for row in grid.rows:
            row.cells[column].width = Cm(width)
        _cell(first.cells[column], title, font=HEAD)
        _cell(body.cells[column], f"{{{{ row.{key} }}}}")
    made.add_paragraph().paragraph_format.space_after = Pt(0)


def _cell(cell: Any, text: str, font: str = BODY) -> None:  # noqa: ANN401
    set_font(cell.paragraphs[0].add_run(text), font, 11)


def set_font(styled: Any, name: str, size: int) -> None:  # noqa: ANN401
    """The font, for hanzi too."""
    styled.font.name = name
    styled.font.size = Pt(size)
    styled.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def saved(made: Any) -> bytes:  # noqa: ANN401
    """The bytes, the same whenever they are made."""
    properties = made.core_properties
    properties.author, properties.title, properties.comments = "dossier-intake", "", ""
    properties.created = properties.modified = _CREATED
    out = io.BytesIO()
    made.save(out)
    return timeless(out.getvalue())
