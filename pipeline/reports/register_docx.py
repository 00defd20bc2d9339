"""汇总表 as a Word file, to be stamped and handed on: a row for each dossier that a person marked 拟推荐.

From the bureau's own template, once for each regulation.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import docx
from docx.enum.text import WD_BREAK
from docxtpl import DocxTemplate

from pipeline import wording
from pipeline.letters.letter_docx import TEMPLATES, clean
from pipeline.reports import office_columns, register
from pipeline.results.batch import Batch
from pipeline.timeless import archive, timeless
from schemas.data_files import data_folder
from schemas.decisions import recommended
from schemas.dossier import Screening
from schemas.office import OfficeSummary

SUMMARY_TEMPLATE = "summary.docx"
_NOBODY = "尚无卷宗由经办人标记为“拟推荐”，本表暂无内容"
HELD = 250
"""Rows that are held in memory: a longer table is filled portion by portion."""
_STORY = "word/document.xml"
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
    titles = dict.fromkeys(screening.rulebook_title for screening in marked)
    tables = [_table(batch, [one for one in marked if one.rulebook_title == title], title) for title in titles]
    return _together(tables) if len(tables) > 1 else tables[0] if tables else _table(batch, [], "")


def _is_marked(batch: Batch, screening: Screening) -> bool:
    """Whether a title is applied for, and a person has marked the dossier 拟推荐."""
    return register.is_applied_for(screening) and recommended(batch.decisions.get(screening.id, {}))


def _together(tables: Sequence[bytes]) -> bytes:
    """The tables one behind the other, each on a page of its own."""
    whole, *more = (docx.Document(io.BytesIO(table)) for table in tables)
    for table in more:
        whole.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        body, end = table.element.body, whole.element.body.sectPr
        for element in [one for one in body if one is not body.sectPr]:
            end.addprevious(element)
    out = io.BytesIO()
    whole.save(out)
    return timeless(out.getvalue())


def _table(batch: Batch, marked: Sequence[Screening], title: str) -> bytes:
    """The table of one regulation."""
    unheld = sorted({screening.unheld for screening in marked if screening.unheld})
    notes = [*([f"适用办法为《{clean(title)}》"] if title else []), *unheld] if marked else [_NOBODY]
    empty, rows = _template(batch.office.summary), _rows(batch, marked)
    first = list(islice(rows, HELD))
    parts: dict[str, bytes | Iterable[bytes]] = dict(_members(_filled(empty, first, notes)))
    following = list(islice(rows, HELD))
    if following:
        parts[_STORY] = _story(empty, notes, chain([first, following], _in_portions(rows)))
    return archive(parts)


def _template(summary: OfficeSummary | None) -> bytes:
    """The bureau's template, with the columns that the office wrote down where it did."""
    ours = (data_folder() / TEMPLATES / SUMMARY_TEMPLATE).read_bytes()
    if summary is None:
        return ours
    return office_columns.template(ours, summary, {title: width for title, _, width in SUMMARY_COLUMNS})


def _rows(batch: Batch, marked: Sequence[Screening]) -> Iterator[dict[str, str]]:
    heads, summary = register.heads(), batch.office.summary
    columns = {key: heads.index(title) for title, key, _ in SUMMARY_COLUMNS}
    for number, screening in enumerate(marked, 1):
        row = register.row(screening, number, batch.decisions.get(screening.id, {}), sourced=False)
        if summary is None:
            said = {key: row[at] for key, at in columns.items()}
        else:
            said = dict(zip(office_columns.keys(summary), office_columns.values(summary, row), strict=True))
        yield {key: clean(wording.cell(value)) for key, value in said.items()}


def _in_portions(rows: Iterator[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    while portion := list(islice(rows, HELD)):
        yield portion


def _filled(empty: bytes, rows: Sequence[dict[str, str]], notes: Sequence[str]) -> bytes:
    """The template with these rows in it."""
    document = DocxTemplate(io.BytesIO(empty))
    document.render({"rows": rows}, autoescape=True)
    for sentence in notes:
        document.docx.add_paragraph(f"注：{sentence}。")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _members(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _story(template: bytes, notes: Sequence[str], portions: Iterable[Sequence[dict[str, str]]]) -> Iterator[bytes]:
    """The text of a document of more rows than are held: what stands around the rows, and between it each portion's.

    A filled template begins and ends as the empty one does, whatever its rows are.
    """
    empty = _members(_filled(template, [], notes))[_STORY]
    before = 0
    for portion in portions:
        text = _members(_filled(template, portion, notes))[_STORY]
        if not before:
            before = next(at for at, (one, other) in enumerate(zip(empty, text, strict=False)) if one != other)
            yield empty[:before]
        yield text[before : len(text) - (len(empty) - before)]
    yield empty[before:]
