"""初审意见表: one sheet of paper, whatever a dossier holds, with room for those who sign."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from pipeline.reports import opinion_docx
from pipeline.results.batch import ReportContext
from schemas.decisions import OUTCOME, AppliedDecision, Choice, Decision
from schemas.dossier import Screening
from schemas.office import Office
from schemas.status import Status, VerdictStatus
from tests.builders.printed import printed
from tests.builders.reports import DIFFER, HOSTILE, MISSING, OPEN, SHORT, contents, screening


def cells(context: ReportContext) -> dict[str, str]:
    data = opinion_docx.render(context)
    assert data is not None
    (table,) = docx.Document(io.BytesIO(data)).tables
    pairs: dict[str, str] = {}
    for row in table.rows:
        texts = list(dict.fromkeys(cell.text for cell in row.cells))
        pairs |= dict(zip(texts[::2], texts[1::2], strict=False))
    return pairs


def decided(rule: str, choice: Choice, second: str = "") -> dict[str, AppliedDecision]:
    return {rule: AppliedDecision(Decision("甲", rule, choice, "张三", date(2026, 3, 1), "已核实", "", second), False)}


def test_what_was_found_stands_in_numbers_and_by_name() -> None:
    said = cells(ReportContext(screening(VerdictStatus.INELIGIBLE)))
    assert said["申报材料"] == "清单所列 3 项：有 1 项，缺少 1 项，不完整 1 项。\n缺少：认证证书\n不完整：报告"
    assert said["认定条件"].splitlines()[:2] == [
        "2 项：不符合 1 项，需人工核实 1 项。",
        "不符合：资产总额（第七条（一））：申报表 12 万元",
    ]
    assert said["填写与数据"].splitlines()[0] == "需补填或更正 2 处，数据不一致 1 处，数据需核实 1 处。"
    assert said["文件"] == "共 2 个文件，其中 1 个未能读取：审计.pdf"
    assert said["核定情况"] == "待处理事项 8 项，已核定 0 项，未核定 8 项。"
    assert said["初审提示"].startswith("有不符合条件的项目：")


def test_what_a_clerk_decided_otherwise_is_named() -> None:
    over = decided(SHORT.rule, Choice.WAIVE) | decided(DIFFER.rule, Choice.OVERRULE) | decided(OPEN.rule, Choice.ACCEPT)
    said = cells(ReportContext(screening(VerdictStatus.INELIGIBLE), decisions=over))["核定情况"]
    assert said.splitlines() == [
        "待处理事项 8 项，已核定 2 项，未核定 6 项。",
        "经办人改判：从业人数（张三，已核实）",
        "经办人豁免（待另一人复核）：资产总额（张三，已核实）",
    ]
    stale = {SHORT.rule: AppliedDecision(decided(SHORT.rule, Choice.WAIVE, "李四")[SHORT.rule].decision, stale=True)}
    said = cells(ReportContext(screening(VerdictStatus.INELIGIBLE), decisions=stale))["核定情况"]
    assert "依据已有变化，须重新核定" in said


def test_whether_it_is_to_be_recommended_is_said_first() -> None:
    over = decided(OUTCOME, Choice.RECOMMEND) | decided(DIFFER.rule, Choice.OVERRULE)
    said = cells(ReportContext(screening(), decisions=over))["核定情况"].splitlines()
    assert said[1].endswith("拟推荐（张三，已核实）")


def test_nothing_is_found_fault_with() -> None:
    fine = replace(screening(VerdictStatus.COMPLETE, (replace(SHORT, status=Status.PASS),)), materials=())
    said = cells(ReportContext(fine, office=Office(name="样例局")))
    assert said["认定条件"] == "1 项：符合 1 项。"
    assert said["填写与数据"] == "未见需补填、更正或不一致之处。"
    assert said["申报材料"] == "没有可对照的清单。"


def test_a_dossier_that_did_not_open_has_none() -> None:
    assert opinion_docx.render(ReportContext(screening(VerdictStatus.UNREADABLE))) is None


def crowded() -> Screening:
    """Far more of everything than a sheet holds, and names longer than a line."""
    long = "甚为冗长的名称" * 40
    findings = [
        replace(one, rule=f"{one.rule}{at}", actual=long, message=long)
        for one in (SHORT, OPEN, DIFFER, MISSING)
        for at in range(30)
    ]
    some = screening(VerdictStatus.INELIGIBLE, tuple(findings), contents(long))
    material = replace(some.materials[0], title=long)
    files = tuple(replace(some.contents.files[1], path=f"{at}{long}.pdf") for at in range(30))
    return replace(
        some,
        id=long,
        rulebook_title=long,
        materials=tuple(replace(material, item=f"9.{at}") for at in range(30)),
        contents=replace(some.contents, files=files),
    )


@pytest.mark.parametrize("of", [screening(VerdictStatus.INELIGIBLE), crowded()], ids=["usual", "crowded"])
def test_it_is_one_sheet_with_room_to_sign(of: Screening) -> None:
    data = opinion_docx.render(ReportContext(of, office=Office(name="样例市工业和信息化局")))
    assert data is not None
    (page,) = printed(data)
    assert page.count("签字") == 3
    assert "由工作人员认定" in page


def test_what_does_not_fit_is_counted() -> None:
    said = cells(ReportContext(crowded()))
    assert said["认定条件"].splitlines()[-1].startswith("等，另有 ")
    assert len(said["认定条件"].splitlines()) <= opinion_docx.LINES["conditions"]


@pytest.mark.parametrize("hostile", HOSTILE[:7])
def test_whatever_a_dossier_says_is_text(hostile: str) -> None:
    said = cells(ReportContext(screening(seen=contents(hostile))))["申报单位"]
    assert said.replace("\u2060", "") == hostile
