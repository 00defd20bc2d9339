"""汇总表 as a Word file, to be stamped and handed on: a row for each that a person marked 拟推荐, a table a regulation.

From the bureau's own template, once for each regulation.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document
from docxtpl import DocxTemplate

from pipeline import wording
from pipeline.letters.letter_docx import TEMPLATES, clean
from pipeline.reports import register
from pipeline.results.batch import Batch
from pipeline.timeless import timeless
from schemas.data_files import data_folder
from schemas.decisions import recommended
from schemas.dossier import Screening

SUMMARY_TEMPLATE = "summary.docx"
_NOBODY = "尚无卷宗由经办人标记为“拟推荐”，本表暂无内容。"
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


def render(batch: Batch) -> bytes:
    """register.docx: the columns of the 汇总表 that a recommending bureau hands on; what it must write stays blank."""
    marked = [screening for screening in batch.screenings if _is_marked(batch, screening)]
    titles = list(dict.fromkeys(screening.rulebook_title for screening in marked)) or [""]
    whole, *more = (_table([one for one in marked if one.rulebook_title == title], title) for title in titles)
    for table in more:
        whole.add_page_break()
        _append(whole, table)
    if not marked:
        whole.add_paragraph(_NOBODY)
    for sentence in sorted({screening.unheld for screening in marked if screening.unheld}):
        whole.add_paragraph(f"注：{sentence}。")
    out = io.BytesIO()
    whole.save(out)
    return timeless(out.getvalue())


def _table(screenings: Sequence[Screening], title: str) -> Document:
    """The template with these rows, under the name of the regulation."""
    heads = register.heads()
    columns = {key: heads.index(head) for head, key, _ in SUMMARY_COLUMNS}
    rows = [
        {key: clean(wording.cell(row[at])) for key, at in columns.items()}
        for row in (register.row(one, number, sourced=False) for number, one in enumerate(screenings, 1))
    ]
    template = DocxTemplate(data_folder() / TEMPLATES / SUMMARY_TEMPLATE)
    template.render({"rows": rows}, autoescape=True)
    made: Document = template.docx
    if title and made.paragraphs:
        made.paragraphs[min(1, len(made.paragraphs) - 1)].insert_paragraph_before(f"适用办法：《{clean(title)}》")
    return made


def _append(whole: Document, table: Document) -> None:
    """The body of another table behind what there is, but for the page that it is set on."""
    end = whole.element.body.sectPr
    for element in [one for one in table.element.body if one is not table.element.body.sectPr]:
        end.addprevious(element)


def _is_marked(batch: Batch, screening: Screening) -> bool:
    """Whether a title is applied for, and a person has marked the dossier 拟推荐."""
    return screening.procedure == "application" and recommended(batch.decisions.get(screening.id, {}))
