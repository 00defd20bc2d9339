"""A made-up dossier held against one of the five regulations, every finding by its rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from extractors.content.tables import grids
from extractors.dossier import blank_forms
from extractors.form.read import read_form
from pipeline.rulebook.find import load
from schemas.application import Entry
from schemas.dossier import Contents, Screening
from schemas.findings import Finding, MaterialResult, Verdict
from tests.builders.contents import AS_OF
from tests.builders.documents import document, table
from validators.judge import judge


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rulebook says of the dossier: findings by rule, items by number, the verdict, and all of it."""

    findings: Mapping[str, Finding]
    items: Mapping[str, MaterialResult]
    verdict: Verdict
    screening: Screening

    def status(self, rule: str) -> str:
        return str(self.findings[rule].status)

    def says(self, rule: str) -> str:
        return self.findings[rule].message


def judged(rulebook: str, read: Contents, procedure: str = "application", as_of: date = AS_OF) -> Judged:
    book = load(rulebook)
    materials, findings, verdict = judge(read, book, procedure, as_of)
    whole = Screening(
        read.id, read.id, rulebook, procedure, as_of, read, materials, findings, verdict, rulebook_title=book.title
    )
    by_rule = {finding.rule: finding for finding in findings}
    return Judged(by_rule, {item.item: item for item in materials}, verdict, whole)


_TITLE = "郑州市中小企业公共服务示范平台申请表"
_REST = (
    ("注册日期：2018年3月", "单位性质：有限责任公司"),
    ("注册地址：郑州市示例路1号", "邮政编码：450000"),
    ("联系人：甲一", "联系电话：0371-55550000"),
)


def filled(line: str) -> dict[str, Entry]:
    """The blanks of a form in which this line is one of its cells."""
    paper = document([_TITLE, table([[line, None], *map(list, _REST)])])
    form = read_form(paper, grids(paper), blank_forms())
    return {entry.key: entry for entry in form.entries} if form else {}
