"""The clerk's page: every fault with its place, nothing from outside, whatever a dossier says as text."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from pipeline.evidence.render import drawn
from pipeline.intake.inbox import Received
from pipeline.reports import report_html
from pipeline.results.batch import ReportContext
from schemas.dossier import Screening
from schemas.findings import Finding
from schemas.locator import Locator
from schemas.status import Disposition, Reason, Status, VerdictStatus
from tests.builders.contents import figure
from tests.builders.reports import BLANK, DIFFER, FAULTS, HOSTILE, OPEN, PARTIAL, contents, screening
from tests.pipeline.evidence.test_pictures import PDF, paged, pdf, table

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


def told(of: Screening | None = None) -> ReportContext:
    """The five faults of the made-up dossier, on a page and in a table."""
    at_page, in_table = Locator(PDF, 1, bbox=(72.0, 100.0, 200.0, 120.0)), Locator("名单.docx", cell="表1!R4C2")
    findings = tuple(
        replace(finding, evidence=(at_page, in_table)) if finding in (BLANK, DIFFER, PARTIAL) else finding
        for finding in FAULTS
    )
    made = of or screening(findings=findings)
    return ReportContext(made, drawn(made, [paged(), table()], [Received(PDF, pdf())]))


def page(of: ReportContext) -> html.HtmlElement:
    return html.fromstring(report_html.render(of).decode())


def cards(tree: html.HtmlElement, anchor: str) -> list[html.HtmlElement]:
    return tree.xpath(f"//section[@aria-labelledby='{anchor}']/article")  # type: ignore[no-any-return]


def test_every_fault_stands_at_the_top_with_its_picture() -> None:
    tree = page(told())
    assert [len(cards(tree, anchor)) for anchor in ("short", "lacking", "differing", "rest")] == [1, 4, 1, 2]
    differing = cards(tree, "differing")[0]
    assert "相差 1 人" in differing.text_content()
    assert differing.xpath(".//svg/rect[@class='frame']")
    assert differing.xpath(".//figure//td[@class='mark']")
    cells = [" ".join(cell.text_content().split()) for cell in differing.xpath(".//tbody/tr/td")[:3]]
    assert cells == ["申报表：12 人form.pdf", "名单逐行统计：11 人roster.pdf", "1 人不一致"]


def test_the_verdict_is_a_sentence_and_a_lapsed_regulation_a_banner() -> None:
    tree = page(told())
    assert (
        tree.xpath("string(//section[contains(@class,'verdict')]/p)")
        .strip()
        .endswith("1 项条件不符合，1 项材料缺少，1 项材料不完整，2 处填写需补正，1 处数据不一致，2 项需人工核实。")
    )
    assert "办法已过有效期" in tree.xpath("string(//section[contains(@class,'banner')])")
    clean = page(ReportContext(screening(VerdictStatus.COMPLETE, ())))
    assert not clean.xpath("//section[contains(@class,'banner')]")


def test_every_link_leads_to_a_place_on_the_page() -> None:
    tree = page(told())
    inner = {link[1:] for link in tree.xpath("//@href") if link.startswith("#")}
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert inner <= set(ids)
    assert {link for link in inner if re.fullmatch(r"m\d+", link)}


def test_nothing_is_loaded_from_outside() -> None:
    tree = page(told())
    loaded = tree.xpath("//@src | //link/@href | //image/@href | //use/@href | //script | //iframe")
    assert all(str(one).startswith(("data:", "#")) for one in loaded)
    assert "default-src 'none'" in tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    linked = [link for link in tree.xpath("//a/@href") if not link.startswith("#")]
    assert set(linked) == {"../index.html", "opinion.docx", "tables.xlsx", "letter.docx"}


def test_pictures_tables_and_sections_can_be_read_aloud() -> None:
    tree = page(told())
    assert tree.get("lang") == "zh-CN"
    assert all(svg.get("aria-label") for svg in tree.xpath("//svg[@role='img']"))
    assert not tree.xpath("//table[.//thead]//thead//th[not(@scope)]")
    labelled = tree.xpath("//@aria-labelledby")
    assert set(labelled) <= set(tree.xpath("//@id"))
    assert tree.xpath("//h1|//h2|//h3")[0].tag == "h1"


def test_what_only_follows_folds_under_its_cause() -> None:
    follows = replace(OPEN, rule="condition.staff_count", caused_by=DIFFER.rule, reason=Reason.CONFLICT)
    tree = page(told(screening(findings=(DIFFER, follows))))
    assert not cards(tree, "rest")
    assert "由此引起的 1 项" in cards(tree, "differing")[0].text_content()


def test_two_that_cause_each_other_are_both_shown() -> None:
    one = replace(OPEN, rule="condition.staff_count", caused_by="condition.total_assets")
    other = replace(OPEN, rule="condition.total_assets", caused_by="condition.staff_count")
    assert len(cards(page(told(screening(findings=(one, other)))), "rest")) == 2


def test_a_finding_whose_cause_is_not_there_is_shown() -> None:
    lost = replace(OPEN, caused_by="condition.gone")
    assert len(cards(page(told(screening(findings=(lost,)))), "rest")) == 1


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_dossier_says_is_text(hostile: str) -> None:
    place = Locator("名单.docx", cell="表1!R4C2", text=hostile)
    finding = Finding("crosscheck.self_served", Status.FAIL, hostile, hostile, hostile, hostile, (place,))
    stated = [figure("applicant_name", "甲示例"), figure("applicant_name", hostile, "licence")]
    name = replace(finding, rule="crosscheck.applicant_name", disposition=Disposition.VERIFY)
    tree = page(told(screening(findings=(finding, name), seen=contents(hostile, stated))))
    wanted = hostile.replace("\u202e", "〔U+202E〕").replace("\x07\x0c", "")
    assert wanted in tree.text_content()
    assert not tree.xpath("//script")
    assert not re.search("[\u202a-\u202e\x07\x0c]", tree.text_content())


def test_a_long_text_folds() -> None:
    tree = page(told(screening(findings=(replace(DIFFER, message="长" * 10_000),))))
    assert tree.xpath("//details[@class='long']/summary")


def test_three_hundred_pages_stay_small() -> None:
    places = [Locator(PDF, number, bbox=(72.0, 100.0, 200.0, 120.0)) for number in range(1, 301)]
    findings = [
        replace(DIFFER, rule=f"crosscheck.{at}", evidence=tuple(places[at : at + 30])) for at in range(0, 300, 30)
    ]
    made = screening(findings=findings)
    data = report_html.render(ReportContext(made, drawn(made, [paged(300)], [Received(PDF, pdf(300))])))
    assert len(data) < 5_000_000


def opened(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    flags = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--enable-logging=stderr",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    )
    command: Sequence[str] = (
        str(CHROMIUM),
        *flags,
        f"--user-data-dir={path.parent / 'profile'}",
        *options,
        path.as_uri(),
    )
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)  # noqa: S603  our own file


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_a_browser_opens_it_without_complaint(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(report_html.render(told()))
    seen = opened(path, "--dump-dom")
    assert "CONSOLE" not in seen.stderr
    assert "数据不一致" in seen.stdout
    opened(path, f"--print-to-pdf={tmp_path / 'a4.pdf'}")
    assert (tmp_path / "a4.pdf").read_bytes().startswith(b"%PDF")
