"""The pages as a clerk sees them: in a real browser, from the disk, without a network."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from pipeline.batch import REPORTS, rendered, write_batch
from pipeline.evidence.render import drawn
from pipeline.intake.inbox import Received
from pipeline.reports import index_html
from pipeline.results import files as result_files
from pipeline.results.batch import Batch, ReportContext
from schemas.document import Cell, Document, Page, Table
from schemas.dossier import Screening
from schemas.findings import BatchFinding
from schemas.locator import Locator
from schemas.status import Status, VerdictStatus
from tests.builders import browser
from tests.builders.browser import Tab
from tests.builders.contents import AS_OF, figure
from tests.builders.reports import DIFFER, FAULTS, HOSTILE, contents, screening

AXE = os.environ.get("DOSSIER_AXE", "")
SCAN, FORM, LIST = "扫描件.png", "申报表.docx", "名单.xlsx"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="the debugging pipe needs inherited descriptors"),
    pytest.mark.skipif(browser.installed() is None, reason="no Chromium, Chrome or Edge is installed"),
]


def scanned() -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (600, 840), "white").save(held, "PNG")
    return held.getvalue()


def faulty() -> Screening:
    """A dossier whose fault stands on a scan and in a Word table, with everything hostile that a file may say."""
    on_scan = Locator(SCAN, page=1, bbox=(60.0, 300.0, 200.0, 330.0), text="12")
    in_word = Locator(FORM, cell="表1!R2C1", text="从业人数12人")
    differ = replace(DIFFER, evidence=(on_scan, in_word))
    stated = (
        replace(figure("staff_count", 12), evidence=(in_word,)),
        replace(figure("staff_count", 11, "roster"), evidence=(on_scan,)),
    )
    odd = [replace(FAULTS[1], rule=f"material.9.1{at}", message=text) for at, text in enumerate(HOSTILE)]
    others = [one for one in FAULTS if one.rule != DIFFER.rule]
    return screening(findings=(differ, *others, *odd), seen=contents(HOSTILE[3], stated))


def documents() -> list[Document]:
    texts = [f"第{number}栏的名称较长" for number in range(12)], ["从业人数12人", *["某市示例咨询有限责任公司"] * 11]
    cells = [
        Cell(row, column, text, address=f"表1!R{row + 1}C{column + 1}")
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    ]
    return [
        Document(SCAN, "0" * 64, "image/png", (Page(1, kind="scan", width=600.0, height=840.0),)),
        Document(FORM, "1" * 64, DOCX, (Page(1, (Table(tuple(cells), 2, 12),)),)),
    ]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A batch of two dossiers as a run leaves it."""
    out = tmp_path_factory.mktemp("结果 甲#乙")
    first = faulty()
    second = replace(screening(VerdictStatus.COMPLETE, ()), id="乙%20", contents=contents("乙市样例有限公司"))
    files = [Received(SCAN, scanned()), Received(FORM, b"")]
    pictures = drawn(first, documents(), files)
    folders = result_files.folders([first.id, second.id])
    result_files.write_dossier(out, folders[first.id], rendered(ReportContext(first, pictures)).files, REPORTS)
    result_files.write_dossier(out, folders[second.id], rendered(ReportContext(second)).files, REPORTS)
    shared = BatchFinding("batch.shared_enterprises", Status.REVIEW, (first.id, second.id), HOSTILE[3])
    write_batch(out, Batch(AS_OF, (first, second), folders, (shared,)))
    return out


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with browser.tab(tmp_path_factory.mktemp("浏览器")) as one:
        yield one


def pages(out: Path) -> list[Path]:
    return [out / "index.html", *sorted(out.glob("*/report.html"))]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390], ids=["desk", "phone"])
def test_every_page_opens_offline_without_a_request_or_a_complaint(
    page: Tab, written: Path, width: int, dark: bool
) -> None:
    for path in pages(written):
        page.open(path, width, dark=dark)
        assert [url for url in page.requests if not url.startswith(("file:", "data:"))] == []
        assert page.complaints == []
        assert page.say("document.documentElement.scrollWidth") <= width
        shade = page.say("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]")
        assert (shade < 100) is dark


def test_every_link_leads_somewhere(page: Tab, written: Path) -> None:
    for path in pages(written):
        page.open(path)
        links = page.say("Array.from(document.links).map((link) => link.href)")
        inside = [link for link in links if link.startswith(f"{path.resolve().as_uri()}#")]
        assert inside
        missing = "Array.from(document.links).filter((link) => link.hash && !document.querySelector(link.hash)).length"
        assert page.say(missing) == 0
        for link in set(links) - set(inside):
            assert link.startswith("file:")
            assert _on_disk(link).is_file(), link


def _on_disk(link: str) -> Path:
    from urllib.parse import unquote, urlsplit

    return Path(unquote(urlsplit(link).path))


def test_a_link_shows_the_place_itself(page: Tab, written: Path) -> None:
    page.open(written / "甲" / "report.html")
    links = page.say("Array.from(document.links).map((link) => link.hash)")
    marks = [link for link in links if re.fullmatch(r"#m\d+", link)]
    assert len(set(marks)) >= 2
    for mark in set(marks):
        page.say(f"document.querySelector('a[href=\"{mark}\"]').click()")
        box = f"document.querySelector('{mark}:target').getBoundingClientRect()"
        top, bottom, height = (page.say(f"{box}.{side}") for side in ("top", "bottom", "height"))
        assert height > 0
        assert top >= 0
        assert bottom <= 900


def test_a_point_of_the_list_at_the_top_leads_to_its_card(page: Tab, written: Path) -> None:
    page.open(written / "甲" / "report.html")
    assert page.say("document.querySelectorAll('.todo a').length") == page.say(
        "document.querySelectorAll('article[id^=p]').length"
    )
    page.say("document.querySelector('.todo a').click()")
    assert page.say("document.querySelector('article:target h3').textContent.startsWith('1. ')")


def test_the_batch_is_filtered_and_sorted_without_a_mouse(page: Tab, written: Path) -> None:
    page.open(written / "index.html")
    assert shown(page) == ["甲", "乙%20"]
    page.say("document.getElementById('find').focus()")
    page.call("Input.insertText", text="乙市")
    assert shown(page) == ["乙%20"]
    assert page.say("document.getElementById('shown').textContent") == "显示 1 / 2 个卷宗"
    page.open(written / "index.html")
    page.say("document.querySelectorAll('#dossiers th button')[0].focus()")
    page.key("Enter")
    page.key("Enter")
    assert shown(page) == ["乙%20", "甲"]
    assert page.say("document.querySelector('#dossiers th').getAttribute('aria-sort')") == "descending"
    page.open(written / "index.html")
    page.key("Tab")
    assert page.say("document.activeElement.textContent") == "跳到正文"


def shown(page: Tab) -> list[str]:
    rows = "Array.from(document.querySelectorAll('#dossiers tbody tr'))"
    return list(page.say(f"{rows}.filter((row) => !row.hidden).map((row) => row.cells[1].textContent)"))


def test_what_was_found_can_be_searched_for_and_stays_so_on_the_way_back(page: Tab, written: Path) -> None:
    page.open(written / "index.html")
    page.say("document.getElementById('find').focus()")
    page.call("Input.insertText", text="从业人数 不一致")
    assert shown(page) == ["甲"]
    assert "从业人数：不一致，请核实" in page.say("document.querySelector('#dossiers .hits').textContent")
    page.say("document.querySelectorAll('#dossiers th button')[0].click()")
    page.say("document.querySelectorAll('#dossiers th button')[0].click()")
    page.say("document.querySelector('a[href=\"#list\"]').click()")
    page.say("document.querySelector('#dossiers tbody tr:not([hidden]) a').click()")
    page.wait("location.pathname.endsWith('report.html') && document.readyState === 'complete'")
    page.say("history.back()")
    page.wait("location.pathname.endsWith('index.html') && document.readyState === 'complete'")
    assert page.say("document.getElementById('find').value") == "从业人数 不一致"
    assert shown(page) == ["甲"]
    assert page.say("document.querySelector('#dossiers th').getAttribute('aria-sort')") == "descending"
    page.say("document.getElementById('clear').click()")
    assert shown(page) == ["甲", "乙%20"]
    assert page.say("location.hash") == ""


def test_an_address_that_was_written_down_shows_the_same_list(page: Tab, written: Path) -> None:
    page.open(written / "index.html")
    page.say("location.hash = '#left=done'")
    page.wait("document.getElementById('left').value === 'done'")
    assert shown(page) == ["乙%20"]
    page.say("location.hash = '#verdict=nonsense&sort=99'")
    page.wait("document.getElementById('left').value === ''")
    assert shown(page) == ["甲", "乙%20"]


def test_the_list_has_its_heads_on_every_page_it_is_printed_on(page: Tab, tmp_path: Path) -> None:
    many = tuple(replace(faulty(), id=f"D{number:03}") for number in range(90))
    write_batch(tmp_path, Batch(AS_OF, many, result_files.folders([one.id for one in many])))
    page.open(tmp_path / "index.html", 1047, media="print")
    with pypdfium2.PdfDocument(page.printed()) as sheets:
        texts = [sheet.get_textpage().get_text_bounded() for sheet in sheets]
    with_rows = [text for text in texts if re.search(r"D0\d\d", text)]
    assert len(with_rows) >= 3
    assert all("申请单位" in text.replace("\r\n", "") for text in with_rows)


def test_of_a_large_batch_a_page_at_a_time_is_shown(page: Tab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_html, "TABLE", 1)
    many = tuple(replace(faulty(), id=f"D{number:03}") for number in range(450))
    write_batch(tmp_path, Batch(AS_OF, many, result_files.folders([one.id for one in many])))
    (tmp_path / "D400").mkdir()
    (tmp_path / "D400" / "report.html").write_text("<p>甲", encoding="utf-8")
    page.open(tmp_path / "index.html")
    assert shown(page) == [f"D{number:03}" for number in range(200)]
    assert page.say("document.getElementById('page').textContent") == "第 1 / 3 页"
    page.say("document.getElementById('later').click()")
    page.say("document.getElementById('later').click()")
    assert shown(page) == [f"D{number:03}" for number in range(400, 450)]
    page.say("document.querySelector('#dossiers tbody tr a').click()")
    page.wait("location.pathname.endsWith('D400/report.html')")
    page.say("history.back()")
    page.wait("location.pathname.endsWith('index.html') && document.readyState === 'complete'")
    assert shown(page)[0] == "D400"
    page.say("document.getElementById('find').focus()")
    page.call("Input.insertText", text="D42")
    assert shown(page) == [f"D42{number}" for number in range(10)]
    assert page.say("document.getElementById('shown').textContent") == "显示 10 / 450 个卷宗"
    assert page.say("document.getElementById('pages').hidden")
    page.say("document.getElementById('clear').click()")
    page.say("document.querySelectorAll('#dossiers th button')[1].click()")
    page.say("document.querySelectorAll('#dossiers th button')[1].click()")
    assert shown(page)[0] == "D449"
    page.say("document.getElementById('find').focus()")
    page.call("Input.insertText", text="从业人数 不一致")
    assert "从业人数：不一致，请核实" in page.say("document.querySelector('#dossiers .hits').textContent")


def test_a_row_made_from_data_is_the_row_of_the_table(
    page: Tab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = replace(faulty(), id="甲")
    of = Batch(AS_OF, (one, replace(one, id="乙", findings=one.findings[:1])), result_files.folders(["甲", "乙"]))
    cells = "Array.from(document.querySelectorAll('#dossiers tbody tr'), (row) => Array.from(row.cells, (one) => "
    told = cells + "[one.textContent.trim(), one.className, one.title, one.querySelector('a')?.href || '']))"
    seen = []
    for most in (500, 0):
        monkeypatch.setattr(index_html, "TABLE", most)
        write_batch(tmp_path, of)
        page.open(tmp_path / "index.html")
        seen.append(page.say(told))
    assert seen[0] == seen[1]
    assert len(seen[0]) == 2


def test_without_scripts_everything_is_there(page: Tab, written: Path) -> None:
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(written / "index.html")
        assert page.say("document.querySelectorAll('#dossiers tbody tr').length") == 2
        assert page.say("document.getElementById('controls').hidden")
        assert page.say("document.querySelectorAll('#dossiers button').length") == 0
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize(("name", "across"), [("index.html", 1047), ("甲/report.html", 703)])
def test_nothing_is_cut_off_where_it_is_printed(page: Tab, written: Path, name: str, across: int) -> None:
    """``across`` is the paper (A4, the list of dossiers lying on its side) without its margins, in pixels."""
    page.open(written / name, across, media="print")
    cells = "Array.from(document.querySelectorAll('main th, main td, main p'))"
    right = f"Math.max(...{cells}.map((one) => one.getBoundingClientRect().right))"
    assert page.say(right) <= across
    for sheet in pypdfium2.PdfDocument(page.printed()):
        text = sheet.get_textpage()
        assert max((text.get_charbox(at)[2] for at in range(text.count_chars())), default=0) <= sheet.get_width() - 10


def test_hostile_text_stays_text(page: Tab, written: Path) -> None:
    page.open(written / "甲" / "report.html")
    assert page.say("document.title") == f"甲 {HOSTILE[3]}"
    assert page.say("document.scripts.length") == 0
    said = page.say("document.body.textContent")
    for text in HOSTILE[:7]:
        assert text in said
    assert "甲〔U+202E〕乙" in said
    assert "长" * 10_000 in said


@pytest.mark.skipif(not Path(AXE).is_file(), reason="DOSSIER_AXE names no axe.min.js (npm package axe-core)")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390], ids=["desk", "phone"])
def test_pages_are_accessible(page: Tab, written: Path, width: int, dark: bool) -> None:
    page.call("Page.setBypassCSP", enabled=True)
    for path in pages(written):
        page.open(path, width, dark=dark)
        page.say("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        page.say(f"{Path(AXE).read_text(encoding='utf-8')}; undefined")
        tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"
        run = f"axe.run(document, {{runOnly: {tags}, resultTypes: ['violations']}})"
        found = page.say(f"{run}.then((all) => all.violations.map((one) => [one.id, one.nodes[0].html]))")
        assert found == []
