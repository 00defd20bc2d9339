"""Reports a clerk opens: nothing an applicant wrote runs, nothing tells the time of the run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from pipeline import wording
from pipeline.intake.inbox import InboxEntry
from pipeline.reports import index_html, register, register_xlsx, report_html, tables_xlsx
from pipeline.reports.workbook import ReportSheet, safe, workbook
from pipeline.results.batch import Batch, ReportContext
from pipeline.screen import screen, unreadable
from schemas.application import application_frame
from schemas.dossier import Screening
from schemas.findings import BatchFinding
from schemas.locator import Locator
from schemas.status import Reason, Status, VerdictStatus
from tests.builders import reports
from tests.builders.contents import entry, figure
from tests.builders.screening import AS_OF, NAME, PLACE, SETTINGS, STEPS


@pytest.fixture
def screening(tmp_path: Path) -> Screening:
    (tmp_path / "申报表.txt").write_text("办法", encoding="utf-8")
    return screen(InboxEntry("甲", tmp_path), SETTINGS, STEPS)


@pytest.fixture
def batch(screening: Screening, tmp_path: Path) -> Batch:
    lost = unreadable(InboxEntry("乙<1>", tmp_path), SETTINGS, "文件已损坏。")
    shared = BatchFinding("batch.shared_staff", Status.REVIEW, ("甲", "乙<1>"), "人员相同", (PLACE,))
    return Batch(AS_OF, (screening, lost), {"甲": "甲", "乙<1>": "乙_1_ #"}, (shared,))


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_register_has_a_row_per_dossier_and_its_sheets(batch: Batch) -> None:
    book = opened(register_xlsx.render(batch))
    assert book.sheetnames == ["初审汇总表", "缺件", "不符合条件", "勾稽差异", "跨卷宗重复", "需人工核实"]
    summary = book["初审汇总表"]
    heads = [cell.value for cell in summary[1]]
    first = dict(zip(heads, [cell.value for cell in summary[2]], strict=True))
    assert (first["运营单位名称"], first["材料是否齐全"]) == (NAME, "缺少 1 项")
    assert first["从业人数"] == "12（申报表）；11（名单逐行统计）"
    assert first["占比（%）"] == 83.33
    assert summary.freeze_panes == "E2"
    assert summary.auto_filter.ref
    assert [book[name].max_row for name in ("缺件", "不符合条件", "勾稽差异", "跨卷宗重复", "需人工核实")] == [
        2,
        1,
        2,
        2,
        2,
    ]


def test_the_lists_are_written_as_text(screening: Screening) -> None:
    book = opened(tables_xlsx.render(ReportContext(screening)))
    assert book.sheetnames == ["申报表", "人员名单"]
    name = book["人员名单"]["A2"]
    assert (name.value, name.data_type) == ("=HYPERLINK(1)", "s")
    assert book["人员名单"]["B2"].value == 35


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "http://x", "{=1}"])
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    cell = opened(workbook([ReportSheet("表", ["甲"], [[text]])])).active["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_what_a_workbook_cannot_hold_is_left_out() -> None:
    assert safe("甲\x00\x0b乙\ud800\n丙") == "甲乙\n丙"


def test_sheet_names_that_are_not_allowed() -> None:
    names = opened(
        workbook(
            [ReportSheet("a/b:c*", ["甲"], []), ReportSheet("a/b:c*", ["甲"], []), ReportSheet("长" * 50, ["甲"], [])]
        )
    )
    assert names.sheetnames == ["a b c", "a b c~2", "长" * 28]


def test_a_workbook_does_not_tell_when_it_was_written() -> None:
    package = zipfile.ZipFile(io.BytesIO(workbook([ReportSheet("表", ["甲"], [])])))
    assert {entry.date_time[0] for entry in package.infolist()} == {1980}
    assert b"2000-01-01" in package.read("docProps/core.xml")


def test_what_the_dossier_says_is_escaped(screening: Screening) -> None:
    page = report_html.render(ReportContext(screening)).decode()
    assert "&lt;b&gt;不一致&lt;/b&gt;" in page
    assert "<b>不一致" not in page


def test_the_report_shows_verdict_checklist_and_hashes(screening: Screening) -> None:
    page = report_html.render(ReportContext(screening)).decode()
    for text in ("需补正", "法人证书", "320.5", screening.contents.files[0].sha256, "（空）", "样例市平台认定办法"):
        assert text in page


def test_the_index_links_to_every_dossier(batch: Batch) -> None:
    page = index_html.render(batch).decode()
    assert 'href="%E4%B9%99_1_%20%23/report.html"' in page
    assert "乙&lt;1&gt;" in page
    assert "文件已损坏。" in page


def test_every_word_of_the_contract_has_one_for_people() -> None:
    assert set(wording.VERDICTS) == set(VerdictStatus)
    assert set(wording.STATUSES) == set(Status)
    assert set(wording.REASONS) == set(Reason)


@pytest.mark.parametrize("word", ["通过", "造假"])
def test_words_that_are_never_said(batch: Batch, screening: Screening, word: str) -> None:
    assert word not in index_html.render(batch).decode() + report_html.render(ReportContext(screening)).decode()


@pytest.mark.parametrize(
    ("rule", "title"),
    [
        ("condition.staff_count", "从业人数"),
        ("condition.function.training.activities", "培训服务：年组织开展活动次数"),
        ("crosscheck.self_served", "服务对象与申请单位相同或相关"),
        ("material.2.1", "2.1 法人证书"),
        ("form.application.mobile", "申报表：手机"),
        ("form.enterprises.phone", "服务企业名单：联系电话"),
        ("batch.same_applicant", "同一申请单位"),
        ("未知.规则", "规则"),
    ],
)
def test_what_a_rule_is_about(screening: Screening, rule: str, title: str) -> None:
    assert wording.rule_title(rule, screening) == title


def test_places_are_said_once_and_not_without_end() -> None:
    places = [Locator("名单.xlsx", sheet="表", cell=f"B{row}") for row in (1, 1, 2, 3)]
    assert wording.places(places, 2) == "名单.xlsx “表” B1、B2 等 3 处"


def test_a_relaxed_condition_is_not_counted_as_falling_short(batch: Batch, screening: Screening) -> None:
    finding = replace(screening.findings[2], status=Status.FAIL)
    failing = replace(screening, findings=(finding, replace(finding, rule="condition.function.legal.activities")))
    book = opened(register_xlsx.render(replace(batch, screenings=(failing,))))
    assert book["不符合条件"].max_row == 2


@pytest.mark.parametrize(
    ("address", "district"),
    [
        ("郑州市金水区示例路3号", "金水区"),
        ("山东省聊城市东昌府区示例大街1号", "东昌府区"),
        ("云南省大理州祥云县示例路", "祥云县"),
        ("内蒙古兴安盟突泉县示例街", "突泉县"),
        ("示例路1号", ""),
    ],
)
def test_the_district_is_what_follows_the_city(address: str, district: str) -> None:
    seen = replace(reports.contents(), application=application_frame([entry("registered_address", address)]))
    shown = dict(zip(register.heads(), register.row(reports.screening(seen=seen), 1), strict=True))
    assert shown["所属县区"] == district


@pytest.mark.parametrize(
    ("measure", "values", "shown", "bare"),
    [
        ("qualified_staff_share", (84.6, 84.62), 84.6, 84.6),
        ("qualified_staff_share", (84.6, 86), "84.6（申报表）；86（名单逐行统计）", "84.6／86"),
        ("staff_count", (12, 12), 12, 12),
        ("satisfaction", (99.2, 99.4), "99.2（申报表）；99.4（名单逐行统计）", "99.2／99.4"),
    ],
    ids=["within-what-is-tolerated", "beyond", "the-same", "never-compared"],
)
def test_values_that_agree_are_said_once(measure: str, values: Sequence[float], shown: object, bare: object) -> None:
    stated = [figure(measure, value, source) for value, source in zip(values, ("form", "roster"), strict=True)]
    assert register.stated(stated) == shown
    assert register.stated(stated, sourced=False) == bare
