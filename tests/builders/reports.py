"""A made-up screening with one fault of each kind, and text that would like to be more than text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from schemas.application import application_frame
from schemas.dossier import Contents, FileRecord, FormSeen, Screening
from schemas.figures import Figure, figures_frame
from schemas.findings import Finding, MaterialResult, Verdict
from schemas.locator import Locator
from schemas.papers import Paper
from schemas.status import Disposition, FileStatus, MaterialStatus, Reason, Status, VerdictStatus
from schemas.tables import list_frame
from tests.builders.contents import APPLICANT, AS_OF, enterprise, entry, figure, person, place, rows

HOSTILE = (
    "{{ 7*7 }}",
    "{% raw %}",
    "{_{ 甲 }_}",
    "<script>alert(1)</script>",
    "<w:t>甲</w:t>",
    "=HYPERLINK(1)",
    "&amp;",
    "甲\u202e乙",
    "甲\x07\x0c乙",
    "长" * 10_000,
)
FORM = place(cell="表1!R1C1")
MISSING = Finding(
    "material.9.1",
    Status.FAIL,
    "第九条（一）",
    "缺少证书。",
    "认证证书",
    "未见“认证证书”",
    disposition=Disposition.SUPPLEMENT,
)
PARTIAL = Finding(
    "material.9.2",
    Status.FAIL,
    "第九条（二）",
    "报告不完整。",
    "报告应写明三部分",
    "“报告”中未见“规划情况”",
    (FORM,),
    Disposition.SUPPLEMENT,
)
BLANK = Finding(
    "form.application.mobile",
    Status.FAIL,
    "",
    "申报表“手机”未填写，请补正。",
    "按原表填写",
    "未填写",
    (FORM,),
    Disposition.SUPPLEMENT,
)
PHONE = replace(
    BLANK, rule="form.enterprises.phone", message="服务企业名单“联系电话”栏1 处格式不对（199000），请补正。"
)
DIFFER = Finding(
    "crosscheck.staff_count",
    Status.FAIL,
    "",
    "从业人数不一致：申报表 12 人；名单逐行统计 11 人，相差 1 人，请核实。",
    "各处一致",
    "申报表 12 人；名单逐行统计 11 人",
    (FORM,),
)
SHARED = Finding(
    "crosscheck.shared_phones",
    Status.REVIEW,
    "",
    "3 家以上企业共用同一电话：19900000001（甲、乙、丙），请核实。",
    "",
    "19900000001（甲、乙、丙）",
    (place("名单.xlsx", cell="F3"),),
    reason=Reason.WEAK_MATCH,
)
SHORT = Finding(
    "condition.total_assets",
    Status.FAIL,
    "第七条（一）",
    "资产总额不少于30万元：申报表 12 万元，不符合第七条（一）的要求，请核实。",
    "不少于 30 万元",
    "申报表 12 万元",
    (FORM,),
    Disposition.INELIGIBLE,
)
OPEN = Finding(
    "condition.satisfaction",
    Status.REVIEW,
    "第七条（二）",
    "用户满意度：未找到足以判断的数据，需人工核实。",
    reason=Reason.NOT_FOUND,
)
LAPSED = Finding(
    "rulebook.in_force",
    Status.REVIEW,
    "第十八条",
    "办法已过有效期，请核实是否仍适用。",
    disposition=Disposition.NOTE,
    reason=Reason.RULE_NOT_IN_FORCE,
)
FAULTS = (LAPSED, MISSING, PARTIAL, BLANK, PHONE, DIFFER, SHARED, SHORT, OPEN)


def contents(applicant: str = APPLICANT, figures: Sequence[Figure] = ()) -> Contents:
    """A form, a list of staff and one of enterprises, and two places that disagree."""
    stated = figures or (figure("staff_count", 12), figure("staff_count", 11, "roster"))
    return Contents(
        id="甲",
        applicant=applicant,
        files=(
            FileRecord("申报表.docx", "a" * 64, "application/docx", 1, FileStatus.READ),
            FileRecord(
                "审计.pdf",
                "b" * 64,
                "application/pdf",
                0,
                FileStatus.UNREADABLE,
                note="文件设有打开密码，无法读取。请申请人提供未加密版本。",
            ),
            FileRecord("Thumbs.db", "", "", 0, FileStatus.SKIPPED),
        ),
        papers=(Paper("application_form", "申报表.docx", FORM),),
        form=FormSeen("sample", {}),
        application=application_frame([entry("contact_phone", "19911110000"), entry("total_assets", 12)]),
        tables={
            "staff": list_frame("staff", rows("staff", person("赵示例"), person("钱样例"))),
            "enterprises": list_frame("enterprises", rows("enterprises", enterprise(1), enterprise(2))),
        },
        table_places={},
        figures=figures_frame(stated),
    )


def screening(
    verdict: VerdictStatus = VerdictStatus.SUPPLEMENT,
    findings: Sequence[Finding] = FAULTS,
    seen: Contents | None = None,
    as_of: date = AS_OF,
) -> Screening:
    """The screening of these contents, whose verdict rests on every failed finding."""
    failed = tuple(finding.rule for finding in findings if finding.status is Status.FAIL)
    return Screening(
        id="甲",
        path="甲",
        rulebook="sample",
        procedure="application",
        as_of=as_of,
        contents=seen or contents(),
        materials=(
            MaterialResult("9.1", "认证证书", MaterialStatus.MISSING, False, "第九条（一）", "未见“认证证书”"),
            MaterialResult("9.2", "报告", MaterialStatus.PARTIAL, False, "第九条（二）", "“报告”中未见“规划情况”"),
            MaterialResult("9.3", "申报表（附件1）", MaterialStatus.PRESENT, False, "第九条（三）", "", (FORM,)),
            MaterialResult("9.4", "其他材料", MaterialStatus.MISSING, True, "第九条（四）"),
        ),
        findings=tuple(findings),
        verdict=Verdict(verdict, failed),
        rulebook_title="样例市中小企业公共服务平台认定办法",
    )


def locator(text: str) -> Locator:
    """A place whose words are these."""
    return place(text=text, cell="表1!R1C1")
