"""The batch at a glance: the matrix, what most often fails, links; one script, and nothing from outside."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from pipeline.reports import index_html, register
from pipeline.reports.overview import failing, most_frequent
from pipeline.results.batch import Batch
from pipeline.results.files import folders
from schemas.days.reckoning import DayFrom, ReckoningDay
from schemas.dossier import Screening
from schemas.findings import BatchFinding
from schemas.status import Disposition, Status, VerdictStatus
from tests.builders.contents import AS_OF
from tests.builders.reports import DIFFER, FAULTS, HOSTILE, OPEN, SHORT, contents, screening
from tests.pipeline.reports.test_report_html import CHROMIUM, opened


def batch(*screenings: Screening) -> Batch:
    shared = BatchFinding("batch.shared_staff", Status.REVIEW, ("D1", "D2"), "人员相同")
    return Batch(AS_OF, screenings, folders([one.id for one in screenings]), (shared,))


def two() -> Batch:
    other = replace(screening(VerdictStatus.COMPLETE, (replace(SHORT, status=Status.PASS),)), id="D2")
    return batch(replace(screening(VerdictStatus.INELIGIBLE), id="D1"), other)


def page(of: Batch) -> html.HtmlElement:
    return html.fromstring(index_html.render(of).decode())


def test_the_matrix_has_a_row_per_dossier_and_a_column_per_condition() -> None:
    tree = page(two())
    heads = [head.text_content() for head in tree.xpath("//table[@id='dossiers']/thead/tr/th")]
    assert heads[6:8] == ["资产总额", "用户满意度"]
    rows = [[cell.text_content().strip() for cell in row] for row in tree.xpath("//table[@id='dossiers']/tbody/tr")]
    assert [row[6:8] for row in rows] == [["✗", "？"], ["✓", ""]]
    assert [row[8:10] for row in rows] == [["1", "2"], ["", ""]]
    assert tree.xpath("//tbody/tr/@data-verdict") == ["ineligible", "complete"]


def test_the_most_frequent_failures_are_counted_by_dossier() -> None:
    note = replace(DIFFER, rule="note.staff", disposition=Disposition.NOTE)
    branch = replace(SHORT, rule="condition.function.legal.activities")
    one = replace(screening(findings=(DIFFER, DIFFER, note, branch)), id="D1")
    other = replace(screening(findings=(DIFFER, SHORT, OPEN)), id="D2")
    found = most_frequent(Counter([*failing(one), *failing(other)]))
    assert [(failure.rule, failure.dossiers, failure.share) for failure in found] == [
        ("crosscheck.staff_count", 2, 100),
        ("condition.total_assets", 1, 50),
    ]


def test_a_batch_without_failures_has_no_bars() -> None:
    assert not page(batch(screening(VerdictStatus.COMPLETE, ()))).xpath("//*[@id='failures']")


def test_only_our_own_script_may_run_and_nothing_is_loaded() -> None:
    tree = page(two())
    (script,) = tree.xpath("//script/text()")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert f"script-src 'sha256-{digest}'" in policy
    assert not tree.xpath("//script/@src | //img | //iframe")


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_dossier_says_is_text(hostile: str) -> None:
    tree = page(batch(screening(findings=FAULTS, seen=contents(hostile))))
    assert hostile.replace("\u202e", "〔U+202E〕").replace("\x07\x0c", "") in tree.text_content()
    assert len(tree.xpath("//script")) == 1


def test_a_thousand_dossiers_are_one_small_page() -> None:
    many = [replace(screening(), id=f"D{number:04}") for number in range(1000)]
    assert len(index_html.render(batch(*many))) < 2_000_000


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_browser_runs_the_script_without_complaint(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(index_html.render(two()))
    seen = opened(path, "--dump-dom")
    assert "CONSOLE" not in seen.stderr
    assert "显示 2 / 2 个卷宗" in seen.stdout


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (ReckoningDay(date(2026, 3, 12), DayFrom.RECEIVED), "以2026年3月12日（收件日期）为准"),
        (ReckoningDay(date(2026, 3, 9), DayFrom.FILED), "以2026年3月9日（申报表所载填报日期）为准"),
        (None, "以2026年3月15日（初审基准日）为准"),
    ],
)
def test_each_row_says_from_which_day_its_years_are_reckoned(day: ReckoningDay | None, said: str) -> None:
    one = replace(screening(), contents=replace(contents(), reckoned=day))
    (cell,) = page(batch(one)).xpath("//table[@id='dossiers']//td[@class='book']")
    assert said in cell.text_content()
    shown = dict(zip(register.heads(), register.row(one, 1), strict=True))
    assert f"以{shown['年限和年度以此日为准']}为准" == said


def test_of_a_large_batch_every_dossier_is_a_line_of_data(monkeypatch: pytest.MonkeyPatch) -> None:
    small = page(two())
    monkeypatch.setattr(index_html, "TABLE", 1)
    tree = page(two())
    assert tree.xpath("//table[@id='dossiers']/tbody/tr") == []
    records = json.loads(tree.xpath("string(//script[@id='packed'])"))
    assert [(record[1], record[5], record[7]) for record in records] == [
        ("D1", "ineligible", "fr"),
        ("D2", "complete", "p "),
    ]
    assert [record[-1] for record in records] == small.xpath("//tbody/tr/@data-points")
    assert tree.xpath("//noscript//a/@href") == ["register.xlsx"]


@pytest.mark.parametrize("hostile", [*HOSTILE, "</script><script>alert(1)</script>"], ids=range(len(HOSTILE) + 1))
def test_whatever_a_dossier_of_a_large_batch_says_is_data(hostile: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_html, "TABLE", 0)
    tree = page(batch(screening(findings=FAULTS, seen=contents(hostile))))
    (record,) = json.loads(tree.xpath("string(//script[@id='packed'])"))
    assert record[2] == hostile.replace("\u202e", "〔U+202E〕").replace("\x07\x0c", "")
    assert len(tree.xpath("//script")) == 2


def test_of_a_finding_about_very_many_the_first_are_linked() -> None:
    of = replace(
        two(), findings=(BatchFinding("batch.shared_staff", Status.REVIEW, tuple(f"D{n}" for n in range(41)), ""),)
    )
    (cell,) = page(of).xpath("//section[@aria-labelledby='shared']//tbody/tr/td[2]")
    assert cell.text_content().endswith("D39 等 41 个卷宗")
