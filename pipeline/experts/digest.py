"""评审卷: what an expert reads of a dossier, three or four pages of Word built from screening.json alone.

What the screening found in numbers, what is still open, and under each judgement clause its article and the passages
with their pages. Units are named; the people that the dossier lists are starred, telephones masked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from docx.document import Document

from pipeline.experts.criteria import Criterion
from pipeline.results.audience import Audience
from pipeline.results.masking import Mask, pattern_of
from pipeline.sampling.callsheet import docx_pages as pages
from pipeline.sampling.callsheet.docx_pages import LineLook
from pipeline.sampling.draw.screening_results import Record
from pipeline.wording import STATUSES, VERDICTS, rule_title
from schemas.status import Status, VerdictStatus

_TITLE = LineLook(size=16, bold=True, centred=True)
_HEAD = LineLook(size=12, bold=True, above=8)
_WIDTHS = (38.0, 88.0, 22.0, 18.0)
_HEADS = ("条件", "材料中的情况", "条款", "初审结果")
_OPEN = (Status.FAIL, Status.REVIEW, Status.ERROR)
_BOUND = re.compile("不|至少|超过|满|达")
_PASSAGE = 160
"""Signs of a passage that are quoted; the page is named for the rest."""
_PEOPLE = (("staff", "name"), ("enterprises", "contact"))
_ROLES = ("legal_representative", "contact_name")


def render(record: Record, asked: Sequence[Criterion]) -> bytes:
    """The dossier's 评审卷 as DOCX."""
    hide = _mask(record).text
    document = pages.page(landscape=False)
    pages.line(document, "专家评审卷", _TITLE)
    for text in _facts(record):
        pages.line(document, text)
    pages.line(document, "一、初审所见的数据", _HEAD)
    _conditions(document, record, hide)
    pages.line(document, "二、初审尚未解决的问题", _HEAD)
    left = [f"{number}. {text}" for number, text in enumerate(_left_open(record), 1)]
    for text in left or ["无。"]:
        pages.line(document, hide(text))
    pages.line(document, "三、由专家评议的内容", _HEAD)
    for number, one in enumerate(asked, 1):
        _criterion(document, number, one, hide)
    pages.line(document, "专家签字：　　　　　　　　　　　　　　　　年　　月　　日", LineLook(above=14))
    return pages.as_bytes(document)


def _mask(record: Record) -> Mask:
    application, tables = record.get("application", {}), record.get("tables", {})
    listed = [str(row.get(key) or "") for table, key in _PEOPLE for row in tables.get(table, [])]
    roles = [str(application[role].get("value") or "") for role in _ROLES if role in application]
    return Mask(Audience.PUBLIC, people=pattern_of([*roles, *listed]))


def _facts(record: Record) -> list[str]:
    about, book = record["dossier"], record["rulebook"]
    verdict = VERDICTS[VerdictStatus(record["verdict"]["status"])]
    return [
        f"卷宗：{about['id']}　　申报单位：{about['applicant']}",
        f"适用办法：《{book['title']}》",
        f"初审基准日：{record['as_of']}　　初审提示：{verdict}",
    ]


def _conditions(document: Document, record: Record, hide: Callable[[str], str]) -> None:
    rows = [
        (_condition(one), str(one["actual"]) or "未读到", str(one["article"]), STATUSES[Status(one["status"])])
        for one in record.get("findings", [])
        if str(one["rule"]).startswith("condition.") and one["status"] != Status.NOT_APPLICABLE
    ]
    table = pages.grid(document, len(rows) + 1, _WIDTHS)
    lines = list(table.rows)
    pages.fill(lines[0], _HEADS, _WIDTHS, bold=True)
    pages.repeats(lines[0])
    for line, row in zip(lines[1:], rows, strict=True):
        pages.fill(line, [hide(text) for text in row], _WIDTHS)
        pages.unbroken(line)


def _condition(finding: Record) -> str:
    """年服务中小企业数：不少于30家; a condition that is a sentence of its own stands alone."""
    title, expected = rule_title(str(finding["rule"])), str(finding["expected"])
    return f"{title}：{expected}" if _BOUND.match(expected) else expected


def _left_open(record: Record) -> Iterator[str]:
    """Each finding that is open and counts; what follows from another is told there."""
    for one in record.get("findings", []):
        counts = one["disposition"] != "note" and not one.get("caused_by")
        if counts and one["status"] in _OPEN:
            yield f"{one['message']}（{one['article']}）" if one["article"] else str(one["message"])


def _criterion(document: Document, number: int, one: Criterion, hide: Callable[[str], str]) -> None:
    pages.line(document, f"{number}. {one.head}", LineLook(bold=True, above=4))
    for passage in one.passages:
        pages.line(document, f"　　{_place(passage)}：“{hide(_cut(str(passage.get('text') or '')))}”")
    if not one.passages:
        pages.line(document, "　　材料中没有找到相关表述，请查阅原卷。")
    pages.line(document, "　　评议意见：")


def _place(passage: Record) -> str:
    where = (
        f"第 {passage['page']} 页"
        if passage.get("page")
        else f"{passage.get('sheet') or ''}{passage.get('cell') or ''}"
    )
    return f"《{passage['file']}》{where}"


def _cut(text: str) -> str:
    return text if len(text) <= _PASSAGE else f"{text[:_PASSAGE]}……"
