"""推荐表: the regulation's own form, filled in as far as the dossier says it; the rest is for people."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import CharacterStyle

from pipeline import wording
from pipeline.reports import amendments, register
from pipeline.results.as_json import plain
from pipeline.results.batch import ReportContext
from pipeline.timeless import CREATED, timeless
from schemas.application import entries_of
from schemas.decisions import recommended
from schemas.dossier import Screening
from schemas.forms import FormSpec, ListForm
from schemas.status import VerdictStatus

_BLANK = re.compile(r"\{(\w+)\}")
# 随机抽取，不少于10家: the regulations' own number of enterprises to ask.
SAMPLE_ROWS = 10
_RATINGS = ("很满意", "基本满意", "不满意")
_WRITE_HERE = 2.2
_SAMPLE_HEIGHT = 0.8
_DATA = "附：申报材料所载主要数据（供填写时参考，以核实后的为准）"


def render(context: ReportContext) -> bytes | None:
    """recommendation.docx; None where there is nothing to recommend with it."""
    form = form_to_fill(context)
    if form is None:
        return None
    document = docx.Document()
    _font(document.styles["Normal"])
    title = document.add_paragraph().add_run(form.title)
    title.bold, title.font.size = True, Pt(18)
    document.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    _lines(document, form, filled_in(context.screening))
    document.add_paragraph("（盖章）\n      年    月    日").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph(_DATA).paragraph_format.page_break_before = True
    _data(document, context.screening)
    return _saved(document)


def form_to_fill(context: ReportContext) -> FormSpec | None:
    """The form for the recommender; None where nobody marked it 拟推荐, in a review, or without such a form."""
    form, screening = context.recommendation, context.screening
    applied_for = screening.procedure == "application" and screening.verdict.status is not VerdictStatus.UNREADABLE
    marked = applied_for and recommended(context.decisions)
    return form if form is not None and form.lines and marked else None


def filled_in(screening: Screening) -> dict[str, str]:
    """Blank → what the application form says there."""
    entries = entries_of(screening.contents.application)
    return {key: wording.visible(wording.cell(plain(entry.value))) for key, entry in entries.items()}


def asked_in(form: FormSpec, line: str) -> ListForm | None:
    """The list whose title stands in this line of the form."""
    return next((table for table in form.tables if any(title in line for title in table.titles)), None)


def heads_of(asked: ListForm) -> list[str]:
    """The columns of the list of enterprises to be asked, a column for each rating."""
    return [part for key, head in asked.columns for part in (_RATINGS if key == "rating" else (head,))]


def _lines(document: Document, form: FormSpec, filled: Mapping[str, str]) -> None:
    """Each line of the form: its blank filled in, or room to write; a list where its title stands."""
    for line in form.lines:
        document.add_paragraph(_BLANK.sub(lambda match: filled.get(match[1], ""), line))
        asked = asked_in(form, line)
        if asked is not None:
            _sample(document, asked)
        elif not _BLANK.search(line) and "□" not in line:
            row = document.add_table(rows=1, cols=1, style="Table Grid").rows[0]
            row.height = Cm(_WRITE_HERE)


def _sample(document: Document, asked: ListForm) -> None:
    """The table of enterprises to be asked: empty, for the recommending bureau draws and asks them itself."""
    heads = heads_of(asked)
    table = document.add_table(rows=SAMPLE_ROWS + 1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    for row in table.rows[1:]:
        row.height = Cm(_SAMPLE_HEIGHT)


def _data(document: Document, screening: Screening) -> None:
    rows = list(told_of(screening))
    table = document.add_table(rows=len(rows), cols=2, style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def told_of(screening: Screening) -> Iterator[tuple[str, str]]:
    """The columns of the 汇总表 that say something of this dossier."""
    for head, value in zip(register.heads(), register.row(screening, 1), strict=True):
        if value not in (None, "") and head not in ("序号", "卷宗编号", "初审提示", "材料是否齐全", "备注"):
            yield head, wording.visible(wording.cell(value))
    for amended in screening.contents.amended:
        yield "经办人更正", wording.visible(amendments.sentence(amended))


def _font(style: CharacterStyle) -> None:
    style.font.name, style.font.size = "仿宋", Pt(12)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋")


def _saved(document: Document) -> bytes:
    document.core_properties.author = "dossier-intake"
    document.core_properties.created = document.core_properties.modified = CREATED
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())
