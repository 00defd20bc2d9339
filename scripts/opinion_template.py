"""How is the template of the 初审意见表 made, before a bureau edits it in Word?

``python -m scripts.opinion_template`` writes data/letters/opinion.docx anew, and with it any change that a bureau made.
"""

from __future__ import annotations

from pathlib import Path

import docx
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Cm, Pt
from docx.table import Table, _Cell, _Row

from pipeline.letters.letter_docx import TEMPLATES
from pipeline.reports.opinion_docx import LINES, OPINION_TEMPLATE
from schemas.data_files import data_folder
from scripts.template_parts import BODY, HEAD, add_paragraph, saved, set_font

_WIDTHS = (2.3, 7.0, 2.3, 5.8)
"""In cm: 17.4 in all, on A4 with margins of 1.8."""
_SIZE, _LEADING = 10.5, 14.0
"""In points: 五号, and the distance from line to line."""
_OPINIONS = (
    ("经办人意见", "□ 未发现问题，提请审核　□ 通知补正　□ 告知不符合条件　□ 其他：", 2.7),
    ("复核意见", "", 2.3),
    ("负责人意见", "", 2.3),
)
_SIGNED = "签字：　　　　　　　　　　　　　　年　　月　　日"
_WIDE = (
    ("文件", "files"),
    ("申报材料", "materials"),
    ("认定条件", "conditions"),
    ("填写与数据", "figures"),
    ("核定情况", "decided"),
)


def opinion() -> bytes:
    """初审意见表: one sheet of A4; the rows that grow have a height of their own, so that it stays one."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(1.5)
    section.left_margin = section.right_margin = Cm(1.8)
    set_font(document.styles["Normal"], BODY, 11)
    title = add_paragraph(document, "{{ title }}", indent=False, font=HEAD, size=16)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_paragraph(document, "{{ office }}　　卷宗编号：{{ dossier }}", indent=False, size=11)
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    _pair(table, ("申报单位", "{{ applicant }}"), ("统一社会信用代码", "{{ code }}"))
    _pair(table, ("适用办法", "{{ rulebook }}"), ("收件日期", "{{ received }}"))
    _wide(table, "年限和年度", "{{ reckoned }}", 1)
    for label, key in _WIDE:
        _wide(table, label, f"{{{{ {key} }}}}", LINES[key])
    _wide(table, "初审提示", "{{ verdict }}：{{ tip }}", LINES["tip"] + 1)
    for label, choices, height in _OPINIONS:
        _opinion(table, label, choices, height)
    last = add_paragraph(
        document,
        "各项意见以上由程序按申报材料所载整理，详见初审报告；是否符合由工作人员认定。",
        indent=False,
        size=9,
    )
    last.paragraph_format.space_before = Pt(2)
    return saved(document)


def _pair(table: Table, *told: tuple[str, str]) -> None:
    row = _row(table, 2)
    for at, (label, text) in enumerate(told):
        _said(row.cells[2 * at], label, font=HEAD)
        _said(row.cells[2 * at + 1], text)


def _wide(table: Table, label: str, text: str, lines: int) -> None:
    row = _row(table, lines)
    _said(row.cells[0], label, font=HEAD)
    _said(row.cells[1].merge(row.cells[3]), text)


def _opinion(table: Table, label: str, choices: str, height: float) -> None:
    row = _row(table, 1)
    row.height = Cm(height)
    _said(row.cells[0], label, font=HEAD)
    cell = row.cells[1].merge(row.cells[3])
    _said(cell, choices)
    cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
    paragraph = cell.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.space_before = Cm(height / 3)
    set_font(paragraph.add_run(_SIGNED), BODY, 11)


def _row(table: Table, lines: int) -> _Row:
    """A row just so high, whatever stands in it."""
    row = table.add_row()
    row.height_rule, row.height = WD_ROW_HEIGHT_RULE.EXACTLY, Pt(lines * _LEADING + 5)
    for cell, width in zip(row.cells, _WIDTHS, strict=True):
        cell.width = Cm(width)
    return row


def _said(cell: _Cell, text: str, font: str = BODY) -> None:
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(_LEADING)
    run = paragraph.add_run(text)
    set_font(run, font, 11)
    run.font.size = Pt(_SIZE)


def main(folder: Path | None = None) -> None:
    """Write the template."""
    target = folder or data_folder() / TEMPLATES
    target.mkdir(parents=True, exist_ok=True)
    (target / OPINION_TEMPLATE).write_bytes(opinion())


if __name__ == "__main__":
    main()
