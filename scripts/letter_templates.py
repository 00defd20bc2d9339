"""How are the templates of the letters and of the 汇总表 document, before a bureau edits them in Word?

``python scripts/letter_templates.py`` writes data/letters/*.docx anew, and with them any change a bureau document.
What is filled in stands in double braces; what the clerk fills in stands in 【】 on yellow.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import CharacterStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run

from pipeline.letters.letter_docx import INELIGIBLE_TEMPLATE, SUPPLEMENT_TEMPLATE, TEMPLATES
from pipeline.reports.register_docx import SUMMARY_COLUMNS, SUMMARY_TEMPLATE
from pipeline.timeless import CREATED, timeless
from schemas.data_files import data_folder

_BODY, _HEAD = "仿宋", "黑体"
_DRAFT = "【本稿由程序按申报材料所载内容草拟，请经办人逐项核实、补填【】内的内容后使用；发出前请删去本行。】"
_NUMBER = "【机关代字】〔【年份】〕【序号】号"
_MATTER = "申报事项：{{ matter }}    收件日期：【    】年【  】月【  】日"
_SIGNED = ("【机关名称】（盖章）", "【    】年【  】月【  】日")
_CONTACT = "联系人：【        】    联系电话：【        】    地址：【                】"
_HOW = (
    "请于【    】年【  】月【  】日前（或自收到本通知之日起【    】个工作日内），"
    "将上述材料和说明一次性以【方式：政务服务网／窗口／邮寄】提交。"
)
_LATE = "逾期未提交的，按【申报通知的规定；通知未作规定的，请删去本句】办理。"
_RECEIPT = (
    "送达回执",
    "送达文书：{{ title }}（文号：【        】）",
    "受送达单位：{{ applicant }}",
    "送达方式：【直接送达／邮寄／电子送达】    送达日期：【    】年【  】月【  】日",
    "收件人（签字）：                    收件日期：        年    月    日",
)


def supplement() -> bytes:
    """补正通知书: what to hand in, what to explain, until when and how."""
    document = _begun()
    _paragraph(
        document, "我单位在初审中对照《{{ rulebook }}》（以下简称《办法》）和申报通知，对你单位提交的材料进行了核看。"
    )
    _paragraph(document, "现将需要补正的材料和需要核实说明的数据一次性告知如下，请按要求办理。")
    _paragraph(document, "{%p if requests %}", indent=False)
    _heading(document, "一、需补正的材料")
    _table(
        document,
        (("序号", 1.2), ("材料名称", 3.4), ("问题", 4.8), ("补正要求", 4.2), ("依据", 2.0)),
        "requests",
        ("no", "paper", "problem", "demand", "basis"),
    )
    _paragraph(document, "{%p endif %}", indent=False)
    _paragraph(document, "{%p if questions %}", indent=False)
    _heading(document, "{{ second }}、需核实说明的数据")
    _paragraph(document, "下列数据在材料中有不同记载，或需要进一步说明，请核实：")
    _table(
        document,
        (("序号", 1.2), ("项目", 2.4), ("甲处（出处）", 4.3), ("乙处（出处）", 4.3), ("请说明", 3.4)),
        "questions",
        ("no", "item", "one", "other", "please"),
    )
    _paragraph(document, "{%p endif %}", indent=False)
    _heading(document, "{{ third }}、补正期限与方式")
    _paragraph(document, _HOW)
    _paragraph(document, _LATE)
    _paragraph(document, "材料齐备后，我单位将继续审核。对本通知有疑问的，请与我们联系。")
    _ended(document)
    return _saved(document)


def ineligible() -> bytes:
    """不符合条件告知书: what the regulation asks, what the dossier states, and how to answer."""
    document = _begun()
    _paragraph(
        document,
        "对照《{{ rulebook }}》（以下简称《办法》），按你单位提交的材料所载，下列项目未达到规定的条件，现予告知。",
    )
    _heading(document, "一、未达到条件的项目")
    _table(
        document,
        (("序号", 1.2), ("项目", 3.4), ("《办法》的要求", 4.2), ("材料所载", 4.6), ("依据", 2.2)),
        "shortfalls",
        ("no", "item", "required", "stated", "basis"),
    )
    _heading(document, "二、意见的提出")
    _paragraph(
        document,
        "材料所载与实际情况不一致，或对上述内容有不同意见的，请于【    】年【  】月【  】日前"
        "以【方式】提交书面说明及证明材料，我单位将据以核实。",
    )
    _paragraph(document, "{%p if requests %}", indent=False)
    _paragraph(document, "材料中另有需要补正的内容，见随附的《补正通知书》。")
    _paragraph(document, "{%p endif %}", indent=False)
    _ended(document)
    return _saved(document)


def summary() -> bytes:
    """汇总表: what a recommending bureau hands on, one row per dossier."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(42), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin = section.bottom_margin = Cm(1.8)
    _font(document.styles["Normal"], _BODY, 12)
    title = _paragraph(document, "中小企业公共服务示范平台推荐汇总表", indent=False, font=_HEAD, size=20)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _paragraph(document, "【数据按申报材料所载填写，请核实、补填后使用；使用前请删去本行。】", indent=False)
    _paragraph(document, "推荐单位（盖章）：【            】        填表日期：【    】年【  】月【  】日", indent=False)
    heads = [(title, width) for title, _, width in SUMMARY_COLUMNS]
    _table(document, heads, "rows", [key for _, key, _ in SUMMARY_COLUMNS])
    _paragraph(document, "注：“／”两侧为材料各处所载不一致的数据，请核实后保留一个。", indent=False)
    _paragraph(document, "填表人：【        】    联系电话：【            】", indent=False)
    return _saved(document)


def _begun() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.2), Cm(2.8)
    section.left_margin, section.right_margin = Cm(2.7), Cm(2.6)
    _font(document.styles["Normal"], _BODY, 14)
    _paragraph(document, _DRAFT, indent=False)
    for line in ("{%p if untold %}", "【{{ untold }}】", "{%p endif %}"):
        _paragraph(document, line, indent=False)
    title = _paragraph(document, "{{ title }}", indent=False, font=_HEAD, size=20)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _paragraph(document, _NUMBER, indent=False).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _paragraph(document, "{{ applicant }}：", indent=False)
    _paragraph(document, _MATTER)
    return document


def _ended(document: Document) -> None:
    _paragraph(document, _CONTACT)
    for line in _SIGNED:
        _paragraph(document, line, indent=False).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    rule = _paragraph(document, "· " * 34, indent=False, size=9)
    rule.paragraph_format.space_before = Pt(12)
    head, *lines = _RECEIPT
    _paragraph(document, head, indent=False, font=_HEAD, size=16).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in lines:
        _paragraph(document, line, indent=False)


def _heading(document: Document, text: str) -> None:
    _paragraph(document, text, font=_HEAD).paragraph_format.keep_with_next = True


def _paragraph(document: Document, text: str, *, indent: bool = True, font: str = "", size: int = 0) -> DocxParagraph:
    """One paragraph; what the clerk fills in stands out."""
    paragraph = document.add_paragraph()
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(28)
    paragraph.paragraph_format.space_after = Pt(2)
    for at, piece in enumerate(_pieces(text)):
        run = paragraph.add_run(piece)
        if at % 2:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        if font or size:
            _font(run, font or _BODY, size or 14)
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


def _table(document: Document, heads: Sequence[tuple[str, float]], rows: str, keys: Sequence[str]) -> None:
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
        _cell(first.cells[column], title, font=_HEAD)
        _cell(body.cells[column], f"{{{{ row.{key} }}}}")
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _cell(cell: _Cell, text: str, font: str = _BODY) -> None:
    _font(cell.paragraphs[0].add_run(text), font, 11)


def _font(styled: CharacterStyle | Run, name: str, size: int) -> None:
    styled.font.name = name
    styled.font.size = Pt(size)
    styled.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _saved(document: Document) -> bytes:
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "dossier-intake", "", ""
    properties.created = properties.modified = CREATED
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def main(folder: Path | None = None) -> None:
    """Write the templates."""
    target = folder or data_folder() / TEMPLATES
    target.mkdir(parents=True, exist_ok=True)
    (target / SUPPLEMENT_TEMPLATE).write_bytes(supplement())
    (target / INELIGIBLE_TEMPLATE).write_bytes(ineligible())
    (target / SUMMARY_TEMPLATE).write_bytes(summary())


if __name__ == "__main__":
    main()
