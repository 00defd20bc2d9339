"""How are the templates of the letters and of the 汇总表 made, before a bureau edits them in Word?

``python -m pipeline.letter_templates`` writes data/letters/*.docx anew, and with them any change a bureau made.
What is filled in stands in double braces; what the clerk fills in stands in 【】 on yellow.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from pipeline.letters.template_parts import BODY, HEAD, heading, paragraph, saved, set_font, table
from schemas.data_files import data_folder

SUPPLEMENT = "supplement.docx"
INELIGIBLE = "ineligible.docx"
SUMMARY = "summary.docx"
FOLDER = "letters"
# Head, as register.xlsx has it; key; width in cm. A bureau may take columns out of the template, not put others in.
SUMMARY_COLUMNS = (
    ("序号", "no", 1.0),
    ("平台名称", "platform", 2.6),
    ("运营单位名称", "applicant", 4.0),
    ("统一社会信用代码", "code", 2.9),
    ("所属县区", "district", 1.7),
    ("单位性质", "nature", 1.9),
    ("注册时间", "registered", 2.1),
    ("上年末资产总额（万元）", "assets", 1.9),
    ("上年度营业收入（万元）", "revenue", 1.9),
    ("上年度服务收入（万元）", "service_revenue", 1.9),
    ("从业人数", "staff", 1.4),
    ("大专及以上学历和中级及以上职称人数", "qualified", 2.0),
    ("服务场地面积（平方米）", "premises", 1.7),
    ("上年度服务中小企业数", "served", 1.7),
    ("满意度（%）", "satisfaction", 1.6),
    ("主要服务功能", "functions", 2.4),
    ("推荐排序", "rank", 1.2),
    ("联系人", "contact", 1.5),
    ("联系电话", "phone", 2.4),
)

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
    made = _begun()
    paragraph(
        made, "我单位在初审中对照《{{ rulebook }}》（以下简称《办法》）和申报通知，对你单位提交的材料进行了核看。"
    )
    paragraph(made, "现将需要补正的材料和需要核实说明的数据一次性告知如下，请按要求办理。")
    paragraph(made, "{%p if requests %}", indent=False)
    heading(made, "一、需补正的材料")
    table(
        made,
        (("序号", 1.2), ("材料名称", 3.4), ("问题", 4.8), ("补正要求", 4.2), ("依据", 2.0)),
        "requests",
        ("no", "paper", "problem", "demand", "basis"),
    )
    paragraph(made, "{%p endif %}", indent=False)
    paragraph(made, "{%p if questions %}", indent=False)
    heading(made, "{{ second }}、需核实说明的数据")
    paragraph(made, "下列数据在材料中有不同记载，或需要进一步说明，请核实：")
    table(
        made,
        (("序号", 1.2), ("项目", 2.4), ("甲处（出处）", 4.3), ("乙处（出处）", 4.3), ("请说明", 3.4)),
        "questions",
        ("no", "item", "one", "other", "please"),
    )
    paragraph(made, "{%p endif %}", indent=False)
    heading(made, "{{ third }}、补正期限与方式")
    paragraph(made, _HOW)
    paragraph(made, _LATE)
    paragraph(made, "材料齐备后，我单位将继续审核。对本通知有疑问的，请与我们联系。")
    _ended(made)
    return saved(made)


def ineligible() -> bytes:
    """不符合条件告知书: what the regulation asks, what the dossier states, and how to answer."""
    made = _begun()
    paragraph(
        made,
        "对照《{{ rulebook }}》（以下简称《办法》），按你单位提交的材料所载，下列项目未达到规定的条件，现予告知。",
    )
    heading(made, "一、未达到条件的项目")
    table(
        made,
        (("序号", 1.2), ("项目", 3.4), ("《办法》的要求", 4.2), ("材料所载", 4.6), ("依据", 2.2)),
        "shortfalls",
        ("no", "item", "required", "stated", "basis"),
    )
    heading(made, "二、意见的提出")
    paragraph(
        made,
        "材料所载与实际情况不一致，或对上述内容有不同意见的，请于【    】年【  】月【  】日前"
        "以【方式】提交书面说明及证明材料，我单位将据以核实。",
    )
    paragraph(made, "{%p if requests %}", indent=False)
    paragraph(made, "材料中另有需要补正的内容，见随附的《补正通知书》。")
    paragraph(made, "{%p endif %}", indent=False)
    _ended(made)
    return saved(made)


def summary() -> bytes:
    """汇总表: what a recommending bureau hands on, one row per dossier."""
    made = docx.Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(42), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.6)
    section.top_margin = section.bottom_margin = Cm(1.8)
    set_font(made.styles["Normal"], BODY, 12)
    title = paragraph(made, "中小企业公共服务示范平台推荐汇总表", indent=False, font=HEAD, size=20)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph(made, "【数据按申报材料所载填写，请核实、补填后使用；使用前请删去本行。】", indent=False)
    paragraph(made, "推荐单位（盖章）：【            】        填表日期：【    】年【  】月【  】日", indent=False)
    heads = [(title, width) for title, _, width in SUMMARY_COLUMNS]
    table(made, heads, "rows", [key for _, key, _ in SUMMARY_COLUMNS])
    paragraph(made, "注：“／”两侧为材料各处所载不一致的数据，请核实后保留一个。", indent=False)
    paragraph(made, "填表人：【        】    联系电话：【            】", indent=False)
    return saved(made)


def _begun() -> Any:  # noqa: ANN401  python-docx is untyped
    made = docx.Document()
    section = made.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.2), Cm(2.8)
    section.left_margin, section.right_margin = Cm(2.7), Cm(2.6)
    set_font(made.styles["Normal"], BODY, 14)
    paragraph(made, _DRAFT, indent=False)
    for line in ("{%p if untold %}", "【{{ untold }}】", "{%p endif %}"):
        paragraph(made, line, indent=False)
    title = paragraph(made, "{{ title }}", indent=False, font=HEAD, size=20)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph(made, _NUMBER, indent=False).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph(made, "{{ applicant }}：", indent=False)
    paragraph(made, _MATTER)
    return made


def _ended(made: Any) -> None:  # noqa: ANN401
    paragraph(made, _CONTACT)
    for line in _SIGNED:
        paragraph(made, line, indent=False).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    rule = paragraph(made, "· " * 34, indent=False, size=9)
    rule.paragraph_format.space_before = Pt(12)
    head, *lines = _RECEIPT
    paragraph(made, head, indent=False, font=HEAD, size=16).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in lines:
        paragraph(made, line, indent=False)


def main(folder: Path | None = None) -> None:
    """Write the templates."""
    target = folder or data_folder() / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    (target / SUPPLEMENT).write_bytes(supplement())
    (target / INELIGIBLE).write_bytes(ineligible())
    (target / SUMMARY).write_bytes(summary())


if __name__ == "__main__":
    main()
