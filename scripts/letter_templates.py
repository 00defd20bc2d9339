"""How are the templates of the letters and of the 汇总表 document, before a bureau edits them in Word?

``python -m scripts.letter_templates`` writes data/letters/*.docx anew, and with them any change a bureau document.
What is filled in stands in double braces; what the clerk fills in stands in 【】 on yellow.
"""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from pipeline.letters.letter_docx import INELIGIBLE_TEMPLATE, SUPPLEMENT_TEMPLATE, TEMPLATES
from pipeline.reports.register_docx import SUMMARY_COLUMNS, SUMMARY_TEMPLATE
from schemas.data_files import data_folder
from scripts.template_parts import BODY, HEAD, add_paragraph, add_table, heading, page_number, saved, set_font

_DRAFT = "【本稿由程序按申报材料所载内容草拟，请经办人逐项核实、补填【】内的内容后使用；发出前请删去本行。】"
_NUMBER = (
    "{% if number %}{{ number }}{% else %}"
    "{% if sign %}{{ sign }}{% else %}【机关代字】{% endif %}〔【年份】〕【序号】号{% endif %}"
)
_MATTER = (
    "申报事项：{{ matter }}    收件日期：{% if received %}{{ received }}{% else %}【    】年【  】月【  】日{% endif %}"
)
_SIGNED = (
    "{% if office %}{{ office }}{% else %}【机关名称】{% endif %}（盖章）",
    "{% if signed_on %}{{ signed_on }}{% else %}【    】年【  】月【  】日{% endif %}",
)
_CONTACT = (
    "联系人：{% if contact %}{{ contact }}{% else %}【        】{% endif %}    "
    "联系电话：{% if telephone %}{{ telephone }}{% else %}【        】{% endif %}    "
    "地址：{% if address %}{{ address }}{% else %}【                】{% endif %}"
)
# Only of what stands below is spoken: a letter may ask for papers, for explanations, or for both.
_WHAT = "{{% if requests %}}{}{{% if questions %}}和{{% endif %}}{{% endif %}}{{% if questions %}}{}{{% endif %}}"
_HOW = (
    "请{% if days %}自收到本通知之日起 {{ days }} 个工作日内"
    "{% else %}于【    】年【  】月【  】日前（或自收到本通知之日起【    】个工作日内）{% endif %}，"
    f"将上述{_WHAT.format('材料', '说明')}一次性以"
    "{% if how %}{{ how }}方式{% else %}【方式：政务服务网／窗口／邮寄】{% endif %}提交。"
)
# Only what a person wrote down of the call may be spoken of.
_LATE = "逾期未提交的，按{{ call }}的规定办理【通知未作规定的，请删去本句】。"
_YEARS = "本通知中，{{ reckoned }}。"
_RECEIPT = (
    "送达回执",
    "送达文书：{{ title }}（文号：{% if number %}{{ number }}{% else %}【        】{% endif %}）",
    "受送达单位：{{ applicant }}",
    "送达方式：【直接送达／邮寄／电子送达】    送达日期：【    】年【  】月【  】日",
    "收件人（签字）：                    收件日期：        年    月    日",
)


def supplement() -> bytes:
    """补正通知书: what to hand in, what to explain, until when and how."""
    document = _begun()
    add_paragraph(
        document,
        "我单位在初审中对照《{{ rulebook }}》（以下简称《办法》）{% if call %}和{{ call }}{% endif %}，"
        "对你单位提交的材料进行了核看。",
    )
    add_paragraph(document, f"现将{_WHAT.format('需要补正的材料', '需要核实说明的数据')}一次性告知如下，请按要求办理。")
    add_paragraph(document, _YEARS)
    add_paragraph(document, "{%p if requests %}", indent=False)
    heading(document, "一、需补正的材料")
    add_table(
        document,
        (("序号", 1.2), ("材料名称", 3.4), ("问题", 4.8), ("补正要求", 4.2), ("依据", 2.0)),
        "requests",
        ("no", "paper", "problem", "demand", "basis"),
    )
    add_paragraph(document, "{%p endif %}", indent=False)
    add_paragraph(document, "{%p if questions %}", indent=False)
    heading(document, "{{ second }}、需核实说明的数据")
    add_paragraph(document, "下列数据在材料中有不同记载，或需要进一步说明，请核实：")
    add_table(
        document,
        (("序号", 1.2), ("项目", 2.6), ("材料所载（出处）", 7.8), ("请说明", 4.0)),
        "questions",
        ("no", "item", "stated", "please"),
    )
    add_paragraph(document, "{%p endif %}", indent=False)
    heading(document, "{{ third }}、{% if requests %}补正{% else %}答复{% endif %}期限与方式")
    add_paragraph(document, _HOW)
    for line in ("{%p if call %}", _LATE, "{%p endif %}"):
        add_paragraph(document, line)
    add_paragraph(
        document,
        "{% if requests %}材料齐备后{% else %}收到说明后{% endif %}，我单位将继续审核。"
        "对本通知有疑问的，请与我们联系。",
    )
    _ended(document)
    return saved(document)


def ineligible() -> bytes:
    """不符合条件告知书: what the regulation asks, what the dossier states, and how to answer."""
    document = _begun()
    add_paragraph(
        document,
        "对照《{{ rulebook }}》（以下简称《办法》），按你单位提交的材料所载，下列项目未达到规定的条件，现予告知。",
    )
    add_paragraph(document, _YEARS)
    heading(document, "一、未达到条件的项目")
    add_table(
        document,
        (("序号", 1.2), ("项目", 3.4), ("《办法》的要求", 4.2), ("材料所载", 4.6), ("依据", 2.2)),
        "shortfalls",
        ("no", "item", "required", "stated", "basis"),
    )
    heading(document, "二、意见的提出")
    add_paragraph(
        document,
        "材料所载与实际情况不一致，或对上述内容有不同意见的，请"
        "{% if answer_days %}自收到本告知书之日起 {{ answer_days }} 个工作日内"
        "{% else %}于【    】年【  】月【  】日前{% endif %}"
        "以{% if how %}{{ how }}方式{% else %}【方式】{% endif %}提交书面说明及证明材料，我单位将据以核实。",
    )
    add_paragraph(document, "{%p if enclosed %}", indent=False)
    add_paragraph(document, "材料中另有需要补正的内容，见随附的《{{ enclosed }}》。")
    add_paragraph(document, "{%p endif %}", indent=False)
    _ended(document)
    return saved(document)


def summary() -> bytes:
    """汇总表: what a recommending bureau hands on, one row per dossier."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(42), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin = section.bottom_margin = Cm(1.8)
    set_font(document.styles["Normal"], BODY, 12)
    title = add_paragraph(document, "中小企业公共服务示范平台推荐汇总表", indent=False, font=HEAD, size=20)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_paragraph(document, "【数据按申报材料所载填写，请核实、补填后使用；使用前请删去本行。】", indent=False)
    add_paragraph(
        document, "推荐单位（盖章）：【            】        填表日期：【    】年【  】月【  】日", indent=False
    )
    heads = [(title, width) for title, _, width in SUMMARY_COLUMNS]
    add_table(document, heads, "rows", [key for _, key, _ in SUMMARY_COLUMNS])
    add_paragraph(document, "注：“／”两侧为材料各处所载不一致的数据，请核实后保留一个。", indent=False)
    add_paragraph(document, "填表人：【        】    联系电话：【            】", indent=False)
    return saved(document)


def _begun() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.2), Cm(2.8)
    section.left_margin, section.right_margin = Cm(2.7), Cm(2.6)
    set_font(document.styles["Normal"], BODY, 14)
    page_number(section)
    add_paragraph(document, _DRAFT, indent=False)
    for line in ("{%p if remark %}", "【{{ remark }}】", "{%p endif %}"):
        add_paragraph(document, line, indent=False)
    title = add_paragraph(document, "{{ title }}", indent=False, font=HEAD, size=20)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_paragraph(document, _NUMBER, indent=False).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    add_paragraph(document, "{{ applicant }}：", indent=False)
    add_paragraph(document, _MATTER)
    return document


def _ended(document: Document) -> None:
    add_paragraph(document, _CONTACT)
    for line in _SIGNED:
        add_paragraph(document, line, indent=False).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    rule = add_paragraph(document, "· " * 34, indent=False, size=9)
    rule.paragraph_format.space_before = Pt(12)
    head, *lines = _RECEIPT
    add_paragraph(document, head, indent=False, font=HEAD, size=16).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in lines:
        add_paragraph(document, line, indent=False)


def main(folder: Path | None = None) -> None:
    """Write the templates."""
    target = folder or data_folder() / TEMPLATES
    target.mkdir(parents=True, exist_ok=True)
    (target / SUPPLEMENT_TEMPLATE).write_bytes(supplement())
    (target / INELIGIBLE_TEMPLATE).write_bytes(ineligible())
    (target / SUMMARY_TEMPLATE).write_bytes(summary())


if __name__ == "__main__":
    main()
