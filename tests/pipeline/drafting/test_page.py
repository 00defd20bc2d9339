"""The review page: the text with every number and item coloured, the draft beside it, answers in a file."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.drafting.answers import PageAnswer, read_answers
from pipeline.drafting.files import write_draft
from pipeline.drafting.page import review_page, reviewed
from tests.builders import browser
from tests.builders.browser import Tab
from tests.builders.drafts import made_up, point
from tests.builders.regulations import MADE_UP

needs_browser = [
    pytest.mark.skipif(sys.platform == "win32", reason="the debugging pipe needs inherited descriptors"),
    pytest.mark.skipif(browser.installed() is None, reason="no Chromium, Chrome or Edge is installed"),
]


def coloured(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<mark class="(\w+)"[^>]*>([^<]*)</mark>', html)


def test_every_number_and_item_of_the_text_is_coloured(tmp_path):
    html = review_page(reviewed(made_up(tmp_path), (), ())).decode()
    marks = coloured(html)
    assert ("certain", "总资产达到120万元以上") in marks
    assert ("asked", "净资产不低于50万元") in marks
    assert ("asked", "（六）平台数字地图；") in marks
    assert ("none", "三年") in marks, "a number that no rule speaks of"


def test_hostile_text_is_escaped(tmp_path):
    whole = made_up(tmp_path, ("平台数字地图", "平台<script>alert(1)</script>地图"))
    html = review_page(reviewed(whole, (), ("<b>",))).decode()
    assert "<script>alert" not in html
    assert "&lt;b&gt;" in html


def test_remarks_and_problems_are_shown(tmp_path):
    html = review_page(reviewed(made_up(tmp_path), ("没有找到表",), ("第 3 行：不符",))).decode()
    assert "没有找到表" in html
    assert "第 3 行：不符" in html


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with browser.tab(tmp_path_factory.mktemp("browser")) as page:
        yield page


def clicked(tab: Tab, element: str) -> None:
    """A click of the mouse in the middle of the element."""
    tab.say(f"{element}.scrollIntoView({{block: 'center'}})")
    box = tab.say(f"(r => [r.x + r.width / 2, r.y + r.height / 2])({element}.getBoundingClientRect())")
    at = {"x": box[0], "y": box[1], "button": "left", "clickCount": 1}
    for kind in ("mousePressed", "mouseReleased"):
        tab.call("Input.dispatchMouseEvent", type=kind, **at)


def card(name: str) -> str:
    return f"document.querySelector('fieldset[data-point=\"{name}\"]')"


class TestInABrowser:
    pytestmark = needs_browser

    def test_a_choice_by_mouse_becomes_an_answer_in_the_file(self, tab, tmp_path):
        text = tmp_path / "办法.txt"
        text.write_text(MADE_UP, encoding="utf-8")
        made = write_draft(text, [], tmp_path / "草案", "yichang")
        asked = next(one for one in made.draft.points if "净资产" in one.quoted)
        tab.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
        tab.open(made.page)
        clicked(tab, f"{card(asked.id)}.querySelector('input[value=total_assets]')")
        assert tab.say(f"{card(asked.id)}.className") == "answered"
        assert "已答复 1 处" in tab.say("document.getElementById('state').textContent")
        clicked(tab, "document.getElementById('save')")
        saved = _downloaded(tab, tmp_path / "answers.yaml")
        assert read_answers(saved) == (PageAnswer(asked.id, "total_assets"),)
        assert tab.complaints == []
        assert [url for url in tab.requests if url.startswith("http")] == []
        after = write_draft(text, [], tmp_path / "草案", "yichang", saved)
        assert after.answered == 1

    def test_a_click_in_the_text_leads_to_its_rule_and_answers_stay(self, tab, tmp_path):
        whole = made_up(tmp_path)
        path = tmp_path / "review.html"
        path.write_bytes(review_page(reviewed(whole, (), ())))
        asked = point(whole, "参保人员")
        tab.open(path)
        clicked(tab, "Array.from(document.querySelectorAll('mark')).find(m => m.textContent.includes('参保人员'))")
        assert tab.say(f"{card(asked.id)}.classList.contains('here')")
        clicked(tab, f"{card(asked.id)}.querySelector('.confirm-it')")
        tab.open(path)
        assert tab.say(f"{card(asked.id)}.className") == "answered"

    def test_only_what_is_open_is_shown(self, tab, tmp_path):
        path = tmp_path / "review.html"
        path.write_bytes(review_page(reviewed(made_up(tmp_path), (), ())))
        tab.open(path)
        tab.say("localStorage.clear()")
        tab.open(path)
        clicked(tab, "document.getElementById('open')")
        shown = "Array.from(document.querySelectorAll('fieldset')).filter(f => f.offsetHeight).map(f => f.className)"
        assert set(tab.say(shown)) == {"asked", "confirm"}


def _downloaded(tab: Tab, path: Path) -> Path:
    """The file, once the browser has written it."""
    for _ in range(200):
        if path.is_file() and path.stat().st_size:
            return path
        tab.say("new Promise(done => setTimeout(done, 25))")
    pytest.fail("no answers.yaml was saved")
