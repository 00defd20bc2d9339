"""What our audit of the five texts found wrong or missing, tried with a dossier on each side of the bound.

A row: regulation, article, what is changed in a sound dossier, the rule, and what it must say.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pipeline.demo.paper import DemoLine, DemoPaper, Title
from schemas.status import Status
from tests.builders.demo_dossiers import Changed, first_rows, screened

H, N, L, Q, Z = "harbin", "national-2017", "liaocheng-2021", "qinhuangdao-2020", "zhengzhou"
PASS, FAIL, REVIEW = Status.PASS, Status.FAIL, Status.REVIEW
POOR = {
    "years": [
        [2023, "160.00", "102.30", "110.20", "28.20", "10.10", 96],
        [2024, "155.40", "80.60", "122.80", "25.40", "14.30", 104],
        [2025, "142.90", "101.80", "145.60", "23.70", "18.60", 156],
    ]
}
EVENTS = "2025年度共举办知识产权等技术服务活动8场。"


def partners(signed: int, other: int) -> dict[str, object]:
    return {"dossier": {"partners": {"signed": signed, "other": other}}}


def qualified(issuer: str) -> dict[str, object]:
    lines = (Title("人力资源服务许可证"), DemoLine(f"发证机关：{issuer}"), DemoLine("2024年5月20日"))
    return {"without": ["资质和网站"], "more": [DemoPaper("资质证书", "docx", lines)]}


def prose(*lines: str) -> dict[str, object]:
    return {"dossier": {"prose": [*lines, "公益性服务和低收费服务占总服务量的36%。"]}}


def seat(address: str, **more: object) -> dict[str, object]:
    return {"fields": {"registered_address": address}, "dossier": more}


def early() -> dict[str, object]:
    return {"words": [(paper, "2026年3月6日", "2026年2月27日") for paper in ("信用中国", "公示系统")]}


def kind(nature: str, **more: object) -> dict[str, object]:
    return {"fields": {"organisation_type": nature}, "dossier": {**POOR, **more}}


ROWS: list[tuple[str, str, dict[str, object], str, Status]] = [
    (H, "7(一)", {"words": [("营业执照", "类型：.*", "类型：有限责任公司分公司")]}, "condition.legal_person", REVIEW),
    (N, "7(一)", {"words": [("营业执照", "类型：.*", "类型：特殊普通合伙企业")]}, "condition.legal_person", REVIEW),
    (H, "7(三)", partners(2, 3), "condition.partner_institutions", REVIEW),
    (H, "7(三)", partners(1, 1), "condition.partner_institutions", FAIL),
    (H, "7(三)", partners(3, 0), "condition.partner_institutions", PASS),
    (H, "11(五)", qualified("东城区人力资源和社会保障局"), "material.11.5", REVIEW),
    (H, "11(五)", qualified("中华人民共和国人力资源和社会保障部"), "material.11.5", PASS),
    (N, "12(四)", {"words": [("认定文件", "安徽省", "合肥市")]}, "condition.superior_recognition", REVIEW),
    (N, "12(四)", {}, "condition.superior_recognition", PASS),
    (N, "12末款", seat("西昌市航天大道1号", **POOR), "condition.total_assets", REVIEW),
    (N, "12末款", seat("义乌市福田路1号", **POOR), "condition.total_assets", FAIL),
    (N, "13", prose("培训服务方面，2025年共培训1500人次。"), "condition.functions", REVIEW),
    (N, "13", prose("培训服务方面，2025年共培训2000人次。"), "condition.functions", PASS),
    (L, "7(二)", {"blocks": {"凭据": first_rows(4)}}, "condition.titled_enterprises_served", REVIEW),
    (L, "12(十三)", {"blocks": {"凭据": first_rows(4)}}, "material.12.13", FAIL),
    (L, "12(十三)", {"blocks": {"凭据": first_rows(5)}}, "material.12.13", PASS),
    (L, "7末款", kind("公益一类"), "condition.total_assets", REVIEW),
    (L, "7末款", kind("商会"), "condition.total_assets", REVIEW),
    (L, "7末款", kind("有限责任公司"), "condition.total_assets", FAIL),
    (L, "附件1", {"blocks": {"推荐表": first_rows(9)}}, "survey.size", REVIEW),
    (L, "附件1", {"blocks": {"推荐表": first_rows(10)}}, "survey.size", PASS),
    (L, "附件1", {"words": [("推荐表", "☑", "□")]}, "survey.method", REVIEW),
    (L, "12(四)", {"without": ["2025年度审计报告"]}, "material.12.4a", REVIEW),
    (L, "12(四)", {"without": ["审计"]}, "material.12.4a", FAIL),
    (L, "12(七)", {"words": [("信用中国", "行政处罚：0条", "行政处罚：2条")]}, "material.12.7", REVIEW),
    (L, "12(九)", {"words": [("合作协议", "乙方：([^、]*)、.*", r"乙方：\1")]}, "material.12.9", FAIL),
    (L, "12(十)", {"words": [("收费标准", "小型微型企业|优惠|七折|三成|免费", "…")]}, "material.12.10a", FAIL),
    (L, "12(十一)", {"words": [("社会保险", "2025年12月", "2019年5月")]}, "material.12.11a", FAIL),
    (Q, "8(三)", {"words": [("财务报表", "2025年", "2019年")]}, "material.8.3", FAIL),
    (Q, "8(六)", {}, "material.8.6a", PASS),
    (Z, "6(一)", seat("登封市嵩阳路1号"), "condition.registered_in", PASS),
    (Z, "6(一)", seat("洛阳市西工区1号"), "condition.registered_in", FAIL),
    (Z, "6(一)", seat("高新区科学大道1号"), "condition.registered_in", REVIEW),
    (Z, "7", prose("本平台申报类型为综合性平台。", EVENTS), "condition.functions", REVIEW),
    (Z, "9(三)", early(), "material.9.3a", FAIL),
    (Z, "9(三)", {**early(), "blanks": {"filed_on": "2026年2月28日"}}, "material.9.3a", PASS),
    (Z, "附件3", {"words": [("声明", "日期：.*", "日期：　年　月　日")]}, "note.declaration_dated", REVIEW),
    (Z, "附件3", {}, "note.declaration_dated", PASS),
]  # fmt: skip


@cache
def findings(at: int) -> dict[str, Status]:
    rulebook, _, changed, _, _ = ROWS[at]
    with TemporaryDirectory() as folder:
        screening = screened(Path(folder), Changed(rulebook, **changed))  # type: ignore[arg-type]
    return {one.rule: one.status for one in screening.findings}


def every() -> list[object]:
    return [
        pytest.param(at, rule, status, id=f"{rulebook}-{article}-{rule}-{status}-{at}")
        for at, (rulebook, article, _, rule, status) in enumerate(ROWS)
    ]


@pytest.mark.parametrize(("at", "rule", "status"), every())
def test_each_side_of_the_clause(at: int, rule: str, status: Status) -> None:
    assert findings(at)[rule] is status
