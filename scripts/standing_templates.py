"""How are the templates of the papers after recognition made, before a bureau edits them in Word?

``python -m scripts.standing_templates`` writes data/letters/standing/*.docx anew, and with them any change that
a bureau made. What is filled in stands in double braces; what people fill in or confirm stands in 【】 on yellow.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from pipeline.standing.papers.fill import FOLDER
from schemas.data_files import data_folder
from scripts.template_parts import BODY, HEAD, add_paragraph, add_table, heading, saved, set_font

_SONG = "宋体"
_DRAFT = "【本稿由程序按台账草拟，请经办人逐项核实、补填【】内的内容后使用；发出前请删去本行。】"
_NUMBER = "{% if office.sign %}{{ office.sign }}{% else %}【机关代字】{% endif %}〔【年份】〕【序号】号"
_DAY = "【    】年【  】月【  】日"
_CONTACT = (
    (
        "联系人：{% if office.contact %}{{ office.contact }}{% else %}【        】{% endif %}    "
        "联系电话：{% if office.telephone %}{{ office.telephone }}{% else %}【            】{% endif %}"
    ),
    "联系地址：{% if office.address %}{{ office.address }}{% else %}【                                】{% endif %}",
)
_Columns = Sequence[tuple[str, float, str]]

LIST: _Columns = (
    ("序号", 1.2, "no"),
    ("单位名称", 6.0, "name"),
    ("所在县区", 2.6, "county"),
    ("类型", 2.2, "kind"),
    ("主要服务功能", 3.8, "functions"),
)
RECOGNISED: _Columns = (
    ("序号", 1.2, "no"),
    ("单位名称", 5.6, "name"),
    ("所在县区", 2.4, "county"),
    ("类型", 2.0, "kind"),
    ("有效期", 4.6, "term"),
)
RECHECK: _Columns = (
    ("序号", 1.2, "no"),
    ("单位名称", 4.8, "name"),
    ("所在县区", 2.2, "county"),
    ("认定文号", 3.2, "number"),
    ("起算日", 2.2, "start"),
    ("复核满期日", 2.2, "due"),
)
REPORTS: _Columns = (
    ("序号", 1.1, "no"),
    ("报送单位", 4.4, "subject"),
    ("报送内容", 4.4, "what"),
    ("期限", 2.9, "due"),
    ("情况", 1.9, "how"),
    ("依据", 1.9, "article"),
)
EXPIRY: _Columns = (
    ("序号", 1.2, "no"),
    ("单位名称", 5.0, "name"),
    ("所在县区", 2.3, "county"),
    ("认定文号", 3.6, "number"),
    ("期满日", 3.5, "ends"),
)
INSPECTIONS: _Columns = (
    ("序号", 1.2, "no"),
    ("单位名称", 6.4, "name"),
    ("所在县区", 2.6, "county"),
    ("检查情况", 7.0, "inspections"),
    ("报送情况", 5.6, "reports"),
    ("备注", 2.2, "note"),
)
REVOKED: _Columns = (
    ("序号", 1.2, "no"),
    ("单位名称", 5.2, "name"),
    ("所在县区", 2.2, "county"),
    ("依据", 2.2, "article"),
    ("决定文号、日期", 3.6, "decision"),
    ("不得申报至", 2.2, "barred"),
)
VALID: _Columns = (
    ("序号", 1.2, "no"),
    ("单位名称", 5.8, "name"),
    ("所在县区", 2.4, "county"),
    ("类型", 2.0, "kind"),
    ("认定文号", 3.2, "number"),
    ("有效期至", 2.4, "ends"),
)


def publicity() -> bytes:
    """拟认定名单（公示）."""
    made = _begun("关于拟认定{{ object }}名单的公示")
    add_paragraph(
        made,
        "根据《{{ rulebook }}》{{ article }}，【经申报、初审和专家评审】，拟认定下列 {{ rows|length }} 家单位"
        "为{{ object }}（排名不分先后），现予公示。",
    )
    add_paragraph(made, "公示时间：{{ first }}至{{ last }}{{ days }}。")
    add_paragraph(
        made,
        "公示期间，对公示名单有异议的，请以书面形式向我单位反映。以单位名义反映的，须加盖公章；以个人名义反映的，"
        "须签署真实姓名并提供联系方式。",
    )
    _contact(made)
    _signed(made)
    _list(made, "附件：拟认定名单", LIST)
    return saved(made)


def recognised() -> bytes:
    """认定文件附件：名单."""
    made = _begun("{{ object }}认定名单", numbered=False)
    add_paragraph(made, "（{{ number }}，{{ day }}）", indent=False).alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_paragraph(made, "{%p if assumed %}", indent=False)
    add_paragraph(made, "【有效期的起算日按文件日期推定，请核实确认；确认后请删去本行。】", indent=False)
    add_paragraph(made, "{%p endif %}", indent=False)
    _rows(made, RECOGNISED)
    return saved(made)


def recheck() -> bytes:
    """复核通知."""
    made = _begun("关于开展{{ year }}年度{{ object }}复核工作的通知")
    add_paragraph(made, "{{ recommender }}，各有关单位：", indent=False)
    add_paragraph(
        made,
        "按照《{{ rulebook }}》{{ article }}的规定，{{ object }}每{{ years }}年复核一次{{ with_round }}。"
        "现将有关事项通知如下：",
    )
    heading(made, "一、复核范围")
    add_paragraph(made, "本年度应复核的平台共 {{ rows|length }} 家，名单见附件。")
    heading(made, "二、报送材料")
    add_paragraph(made, "{%p for one in materials %}", indent=False)
    add_paragraph(made, "{{ loop.index }}．{{ one }}")
    add_paragraph(made, "{%p endfor %}", indent=False)
    heading(made, "三、报送时间和方式")
    add_paragraph(made, f"请于{_DAY}前，将上述材料【一式    份，加盖公章】报送【            】。")
    heading(made, "四、复核结果")
    add_paragraph(made, "{{ outcome }}")
    _contact(made)
    _signed(made)
    _list(made, "附件：{{ year }}年度应复核平台名单", RECHECK)
    return saved(made)


def reports() -> bytes:
    """催报名单."""
    made = _begun("关于报送{{ object }}有关材料的提醒函")
    add_paragraph(made, "{{ addressee }}：", indent=False)
    add_paragraph(
        made,
        "按照《{{ rulebook }}》的规定，下列材料至{{ as_of }}尚未收到或即将到期，请尽快报送；已经报送的，请与我们核对。",
    )
    _rows(made, REPORTS)
    add_paragraph(made, "请于【    】年【  】月【  】日前报送至【            】。")
    _contact(made)
    _signed(made)
    return saved(made)


def inspections() -> bytes:
    """检查情况汇总表."""
    made = _begun("{{ year }}年度{{ object }}检查情况汇总表", numbered=False, wide=True)
    add_paragraph(made, "填报单位（盖章）：【                】    统计截止：{{ as_of }}", indent=False)
    _rows(made, INSPECTIONS)
    add_paragraph(made, "注：按台账所记的检查和报送填列；空白表示台账中没有记录。", indent=False)
    add_paragraph(made, "填表人：【        】    审核人：【        】    填表日期：" + _DAY, indent=False)
    return saved(made)


def expiry() -> bytes:
    """期满提醒名单."""
    made = _begun("关于{{ year }}年有效期届满的{{ object }}的提醒")
    add_paragraph(made, "{{ recommender }}，各有关单位：", indent=False)
    add_paragraph(
        made,
        "按照《{{ rulebook }}》{{ article }}的规定，{{ object }}有效期为{{ years }}年{{ again }}。"
        "下列 {{ rows|length }} 家单位的有效期于本年届满，请留意当年申报工作通知，及早准备。",
    )
    _rows(made, EXPIRY)
    _contact(made)
    _signed(made)
    return saved(made)


def proposal() -> bytes:
    """拟撤销（取消）事先告知书."""
    made = _begun("拟{{ act }}{{ object }}{{ what }}事先告知书")
    add_paragraph(made, "{{ name }}：", indent=False)
    add_paragraph(made, "统一社会信用代码：{{ code }}")
    add_paragraph(made, "你单位经{{ number }}（{{ day }}）认定为{{ object }}。现将有关事项告知如下：")
    heading(made, "一、拟作出的决定和依据")
    add_paragraph(
        made,
        "你单位的行为属于《{{ rulebook }}》{{ article }}所列“{{ asks }}”的情形。依据该条规定，"
        "拟{{ act }}你单位“{{ object }}”{{ what }}{{ barred }}。",
    )
    heading(made, "二、事实和证据")
    add_paragraph(made, "【经查明的事实、时间、证据名称。由承办机构填写，程序不作认定。】")
    heading(made, "三、陈述和申辩")
    add_paragraph(
        made,
        "你单位对上述事实、理由和依据有异议的，可在收到本告知书之日起【    】个工作日内，向我单位提出书面或口头的"
        "陈述、申辩，并提交有关证据【要求听证的，按有关规定办理；不适用的请删去】。逾期未提出的，"
        "我单位将依照查明的事实作出决定。",
    )
    _contact(made)
    _signed(made)
    add_paragraph(made, "送达回执", font=HEAD).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in (
        "受送达单位：{{ name }}",
        "送达方式：【直接送达／邮寄／电子送达】    送达日期：" + _DAY,
        "收件人（签字）：                    收件日期：        年    月    日",
    ):
        add_paragraph(made, line, indent=False)
    return saved(made)


def revoked() -> bytes:
    """撤销名单公告."""
    made = _begun("关于{{ act }}部分{{ object }}称号的公告")
    told = "依照《{{ rulebook }}》，下列 {{ rows|length }} 家单位的{{ object }}称号已经{{ act }}，现予公告。"
    add_paragraph(made, told)
    _rows(made, REVOKED)
    _signed(made)
    return saved(made)


def valid() -> bytes:
    """有效平台名单."""
    made = _begun("{{ object }}名单", numbered=False)
    add_paragraph(
        made, "（截至{{ as_of }}，共 {{ rows|length }} 家）", indent=False
    ).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _rows(made, VALID)
    return saved(made)


TEMPLATES: Mapping[str, Callable[[], bytes]] = {
    "publicity.docx": publicity,
    "recognised.docx": recognised,
    "recheck.docx": recheck,
    "reports.docx": reports,
    "inspections.docx": inspections,
    "expiry.docx": expiry,
    "proposal.docx": proposal,
    "revoked.docx": revoked,
    "valid.docx": valid,
}


def _begun(title: str, *, numbered: bool = True, wide: bool = False) -> Document:
    """A sheet of official paper (GB/T 9704: A4, 3.7 cm above, 2.8 cm left, 仿宋 16 pt) down to its title."""
    made = docx.Document()
    section = made.sections[0]
    width, height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.bottom_margin = (Cm(2.2), Cm(2.0)) if wide else (Cm(3.7), Cm(3.5))
    section.left_margin, section.right_margin = (Cm(2.2), Cm(2.2)) if wide else (Cm(2.8), Cm(2.6))
    set_font(made.styles["Normal"], BODY, 16)
    add_paragraph(made, _DRAFT, indent=False, font=BODY, size=10)
    if numbered:
        add_paragraph(made, _NUMBER, indent=False).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    said = add_paragraph(made, title, indent=False, font=_SONG, size=22)
    said.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for run in said.runs:
        run.bold = True
    return made


def _contact(made: Document) -> None:
    for line in _CONTACT:
        add_paragraph(made, line)


def _signed(made: Document) -> None:
    for line in ("{% if office.name %}{{ office.name }}{% else %}{{ issuer }}{% endif %}（盖章）", _DAY):
        add_paragraph(made, line, indent=False).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _list(made: Document, title: str, columns: _Columns) -> None:
    """The list on a page of its own."""
    add_paragraph(made, title, indent=False, font=HEAD).paragraph_format.page_break_before = True
    _rows(made, columns)


def _rows(made: Document, columns: _Columns) -> None:
    add_table(made, [(head, width) for head, width, _ in columns], "rows", [key for _, _, key in columns])


def main(folder: Path | None = None) -> None:
    """Write the templates."""
    target = folder or data_folder() / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    for name, make in TEMPLATES.items():
        (target / name).write_bytes(make())


if __name__ == "__main__":
    main()
