"""Stand-ins for the steps of a screening, and small dossiers, all made up."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from pipeline.batch import Screened, rendered
from pipeline.intake.inbox import InboxEntry
from pipeline.results.batch import ReportContext
from pipeline.rulebook.find import Recognition
from pipeline.screen import Settings, Steps, screen
from schemas.application import Entry as Blank
from schemas.application import application_frame
from schemas.clerk_input import ClerkInput
from schemas.document import Cell, Document, Page, Paragraph, Table
from schemas.dossier import Contents, FormSeen, ReadDossier
from schemas.errors import UnreadableDocument
from schemas.figures import Figure, figures_frame
from schemas.findings import Finding, MaterialResult, Verdict
from schemas.forms import FormSpec
from schemas.locator import Locator
from schemas.rulebook import InForce, Procedure, Rulebook
from schemas.status import Disposition, MaterialStatus, Reason, Status, VerdictStatus
from schemas.tables import Row, list_frame

AS_OF = date(2026, 3, 15)
SETTINGS = Settings(AS_OF)
NAME = "样例市示范信息咨询有限公司"
PLACE = Locator("申报表.txt", cell="段1", text="12")

BOOK = Rulebook(
    id="sample",
    title="样例市平台认定办法",
    issuer="",
    number="",
    region="样例市",
    in_force=InForce("第一条", None, None),
    procedures={"application": Procedure("application", "认定申请", "第二条", "sample-application", ())},
    conditions=(),
    functions=None,
    notes=(),
    judgements=(),
    manual=(),
    forms={},
    titles=(),
    sha256="",
)


def read(data: bytes, path: str) -> Document:
    """A reader whose files say how they behave."""
    text = data.decode("utf-8", "replace")
    if text == "encrypted":
        raise UnreadableDocument(path, "文件设有打开密码，无法读取", "请申请人提供未加密版本")
    if text == "bug":
        raise KeyError("13800000000")
    if text == "deep":
        raise RecursionError
    if text == "scan":
        return Document(path, "0" * 64, "application/pdf", (Page(1, kind="scan"), Page(2, kind="scan")))
    if text == "half":
        words = Page(1, (Paragraph("文字"),))
        return Document(path, "0" * 64, "application/pdf", (words, Page(2, kind="scan"), Page(3, kind="blank")))
    if text == "table":
        table = Table((Cell(0, 0, "姓名"), Cell(0, 1, "=1+1", colspan=2)), 1, 3)
        return Document(path, "0" * 64, "text/plain", (Page(1, (table,)),))
    return Document(path, "1" * 64, "text/plain", (Page(1, (Paragraph(text),) if text else ()),))


def extract(dossier: ReadDossier, as_of: date, forms: Mapping[str, FormSpec], told: ClerkInput) -> Contents:
    """Every blank that a test looks at, whatever the documents say."""
    del as_of, forms, told
    blanks = [
        Blank("applicant_name", NAME, "", NAME, PLACE),
        Blank("total_assets", Decimal("320.50"), "万元", "320.50", PLACE),
        Blank("fax", None, "", "", PLACE),
    ]
    staff = Row({"name": "=HYPERLINK(1)", "age": 35, "title": None}, PLACE, {})
    figures = [
        Figure("staff_count", "form", Decimal(12), "人", "12", (PLACE,)),
        Figure("staff_count", "roster", Decimal(11), "人", "", (PLACE,)),
        Figure("qualified_staff_share", "arithmetic", Decimal(250) / 3, "%", "", (PLACE,)),
        Figure("enterprise_growth", "form.operations", True, "", "", (PLACE,)),
    ]
    known = any(
        "办法" in block.text
        for one in dossier.documents
        for page in one.pages
        for block in page.blocks
        if isinstance(block, Paragraph)
    )
    return Contents(
        id=dossier.id,
        applicant=NAME,
        files=tuple(dossier.files),
        papers=(),
        form=FormSeen("sample-application", {"sample-application": (PLACE,)} if known else {}),
        application=application_frame(blanks),
        tables={"staff": list_frame("staff", [staff])},
        table_places={"staff": PLACE},
        figures=figures_frame(figures),
    )


def recognise(forms: Mapping[str, Iterable[object]], titles: Iterable[str]) -> Recognition:
    """The sample rulebook wherever its form was seen."""
    del titles
    return (
        Recognition("sample", ("application",), ("sample",), "") if forms else Recognition("", (), (), "没有认出办法")
    )


def judge(
    contents: Contents, rulebook: Rulebook, procedure: str, as_of: date
) -> tuple[tuple[MaterialResult, ...], tuple[Finding, ...], Verdict]:
    """One missing paper, one difference, one thing to look at."""
    del contents, rulebook, procedure, as_of
    missing = MaterialResult("2.1", "法人证书", MaterialStatus.MISSING, optional=False, article="第二条（一）")
    findings = (
        Finding("material.2.1", Status.FAIL, "第二条（一）", "缺少法人证书。", disposition=Disposition.SUPPLEMENT),
        Finding("crosscheck.staff_count", Status.FAIL, "", "<b>不一致</b>，请核实", "", "12 人；11 人", (PLACE,)),
        Finding("condition.satisfaction", Status.REVIEW, "第三条", "没有找到满意度。", reason=Reason.NOT_FOUND),
    )
    return (missing,), findings, Verdict(VerdictStatus.SUPPLEMENT, ("material.2.1",))


STEPS = Steps(read, extract, lambda _: BOOK, recognise, judge)


def work(entry: InboxEntry) -> Screened:
    """One dossier with these steps; some names ask for an accident."""
    if entry.id.startswith("崩溃"):
        os._exit(11)
    if entry.id.startswith("超时"):
        time.sleep(60)
    if entry.id.startswith("错误"):
        raise ValueError("13800000000")
    screening = screen(entry, SETTINGS, STEPS)
    return rendered(ReportContext(replace(screening)))
