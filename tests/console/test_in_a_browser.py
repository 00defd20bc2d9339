"""In a real browser: a dossier reviewed by keys alone and by mouse alone, with an IME, without a connection."""

import json
import re
import urllib.request

import pytest

from tests.builders import browser
from tests.builders.browsing import served
from tests.builders.console import PASSWORD, kept, office, screened

pytestmark = pytest.mark.skipif(browser.installed() is None, reason="no browser is installed")


@pytest.fixture(scope="module")
def place(tmp_path_factory, database):
    """A console that is served as it is in an office, with one batch and two people; on either database."""
    assert database
    folder = tmp_path_factory.mktemp("served")
    with office(folder / "office") as one:
        one.person("zhang", "decides", name="张三")
        one.person("li", "decides", "checks", name="李四")
        one.hashed_as_served()
        results = screened(folder / "batch")
        kept(results)
        batch = one.batch(results, "zhang", "li")
        where = (batch.pk, batch.dossiers.order_by("order").last().pk)
        with served(folder / "office", one.database) as address:
            yield address, where, results


@pytest.fixture
def tab(tmp_path):
    with browser.tab(tmp_path / "profile") as one:
        yield one
        assert [each for each in one.complaints if "401" not in each and "409" not in each] == []
        assert all(each.startswith(("http://127.0.0.1", "about:", "data:")) for each in one.requests)


def login(tab, place, who="zhang"):
    tab.visit(f"{place[0]}/login")
    for field, text in (("login", who), ("password", PASSWORD)):
        tab.click(f"[name={field}]")
        tab.write(text)
    tab.click("button.main")
    tab.wait("location.pathname === '/' && document.readyState === 'complete'")


def review(tab, place, point=""):
    batch, dossier = place[1]
    tab.visit(f"{place[0]}/b/{batch}/d/{dossier}/review" + (f"?point={point}" if point else ""))
    tab.wait("document.documentElement.dataset.settled > 0")


def current(tab):
    return tab.say("document.querySelector('.points a[aria-current]')?.textContent.trim() ?? ''")


def left(tab):
    done, total = tab.say("document.querySelector('.progress .num').textContent").split("/")
    return int(total) - int(done)


def settled(tab, act):
    before = tab.say("document.documentElement.dataset.settled")
    act()
    tab.wait(f"document.documentElement.dataset.settled > {before}")


def test_a_point_is_accepted_by_keys_alone_and_the_next_one_waits(tab, place):
    login(tab, place)
    review(tab, place)
    first, before = current(tab), left(tab)
    tab.press("KeyA")
    tab.wait("document.activeElement.name === 'reason'")
    settled(tab, lambda: tab.press("Enter", "Enter", ctrl=True))
    assert left(tab) == before - 1
    assert current(tab) != first
    assert (place[2] / "decisions.yaml").is_file()


def test_the_same_is_taken_back_and_done_again_by_mouse_alone(tab, place):
    login(tab, place)
    review(tab, place)
    before = left(tab)
    tab.click(".folded[data-fold=settled] summary")
    settled(tab, lambda: tab.click(".folded[data-fold=settled] a"))
    settled(tab, lambda: tab.click(".undo"))
    assert left(tab) == before + 1
    tab.click(".act[data-key=KeyA] summary")
    settled(tab, lambda: tab.click(".act[data-key=KeyA] button"))
    assert left(tab) == before


def test_keys_are_letters_while_words_are_being_chosen(tab, place):
    login(tab, place)
    review(tab, place)
    here = current(tab)
    tab.press("KeyJ", composing=True)
    assert current(tab) == here
    tab.press("KeyB")
    tab.wait("document.activeElement.name === 'text'")
    tab.call("Input.imeSetComposition", text="zulin", selectionStart=5, selectionEnd=5)
    tab.press("Enter", "Enter", composing=True)
    tab.press("KeyJ", composing=True)
    tab.write("租赁合同已到期")
    assert tab.say("document.activeElement.value").endswith("租赁合同已到期")
    assert current(tab) == here
    assert tab.say("document.querySelector('.act[data-key=KeyB]').open")


def test_a_value_is_read_while_it_is_typed_and_corrected_in_place(tab, place):
    login(tab, place)
    review(tab, place, "crosscheck.enterprises_served")
    tab.press("KeyC")
    tab.wait("document.activeElement.name === 'value'")
    tab.write("４３家")
    tab.wait("document.querySelector('.reads').textContent.includes('43')")
    before = left(tab)
    settled(tab, lambda: tab.press("Enter", "Enter", ctrl=True))
    assert left(tab) <= before
    assert "由此" in tab.say("document.querySelector('#told').textContent")


def test_what_was_typed_stays_where_the_connection_is_lost(tab, place):
    login(tab, place)
    review(tab, place)
    before = (place[2] / "decisions.yaml").read_bytes() if (place[2] / "decisions.yaml").is_file() else b""
    tab.press("KeyE")
    tab.wait("document.activeElement.name === 'reason'")
    tab.write("识别有误")
    tab.offline(True)
    tab.press("Enter", "Enter", ctrl=True)
    tab.wait("document.querySelector('#told').textContent.includes('没有连上')")
    assert tab.say("document.querySelector('.act[open] [name=reason]').value") == "识别有误"
    assert ((place[2] / "decisions.yaml").read_bytes() if before else b"") == before
    tab.offline(False)
    tab.complaints.clear()


def pictured(results):
    """A rule of the reviewed dossier whose first place is a box on a page."""
    folder = max(child for child in results.iterdir() if child.is_dir())
    findings = json.loads((folder / "screening.json").read_text(encoding="utf-8"))["findings"]
    return next(one["rule"] for one in findings if one["evidence"] and one["evidence"][0]["bbox"])


def edges(tab, css):
    """Left, top and right of the first thing that the selector finds."""
    at = f"document.querySelector('{css}').getBoundingClientRect()"
    return tab.say(f"[{at}.left, {at}.top, {at}.right]")


def test_boxes_are_buttons_on_the_picture_of_the_page(tab, place):
    login(tab, place)
    review(tab, place, pictured(place[2]))
    tab.wait("document.querySelector('.sheet img')?.naturalWidth > 800")
    box, image = (edges(tab, css) for css in (".box.current rect", ".sheet img"))
    assert image[0] < box[0] < box[2] < image[2]
    tab.press("Digit0")
    tab.press("KeyW")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (390, 844)])
@pytest.mark.parametrize("dark", [False, True])
def test_no_page_is_wider_than_the_window(tab, place, size, dark):
    login(tab, place)
    batch, dossier = place[1]
    one = f"/b/{batch}/d/{dossier}"
    for page in ("/", "/batches", f"/b/{batch}", one, f"{one}/review", f"/b/{batch}/receive"):
        tab.visit(place[0] + page, size, dark=dark)
        assert tab.say("document.documentElement.scrollWidth <= innerWidth"), page


def test_what_is_shown_names_no_script_or_style_of_its_own(place):
    with urllib.request.urlopen(f"{place[0]}/login") as answer:
        policy = answer.headers["Content-Security-Policy"]
        text = answer.read().decode()
    assert "unsafe" not in policy
    assert not re.search(r"<style|\sstyle=|<script(?![^>]* src=)", text)


def page_says(text):
    """An expression: the page that is being shown holds this text; false while another is being loaded."""
    return f"(document.body?.textContent ?? '').includes('{text}') && document.readyState === 'complete'"


def test_a_sample_is_planned_drawn_called_and_evaluated_by_mouse_alone(tab, place):
    login(tab, place)
    batch, dossier = place[1]
    tab.visit(f"{place[0]}/b/{batch}/samples")
    tab.say(f"void (document.querySelector('[name=dossier]').value = '{dossier}')")
    tab.click("[name=size]")
    tab.write("2")
    tab.wait(page_says("中抽 2 家"))
    tab.click(".plan button.main")
    tab.wait("location.pathname.includes('/samples/of/') && document.readyState === 'complete'")
    tab.click(".head .button.main")
    for left in ("0/2", "1/2"):
        tab.wait(f"document.querySelector('.outcomes .agrees') !== null && {page_says(f'已答 {left}')}")
        tab.click(".outcomes .agrees")
    tab.wait(page_says("没有要打的了"))
    tab.click("a.button.main")
    tab.wait("document.querySelector('.head button:not([disabled])') !== null")
    tab.click(".head button")
    tab.wait(page_says("已评价"))
    assert "已答 2/2" in tab.say("document.querySelector('.lead').textContent")
    drawn = next((place[2].parent / "samples").iterdir())
    assert (drawn / "evaluation.docx").is_file()


def test_a_letter_is_drafted_changed_and_confirmed_by_two_people_with_the_mouse(tab, place):
    login(tab, place)
    batch, _ = place[1]
    tab.visit(f"{place[0]}/b/{batch}/letters")
    tab.click("main form button.main")
    tab.wait("location.pathname.includes('/d/') && document.querySelector('.letterrow') !== null")
    letter = tab.say("location.pathname")
    tab.click(".letterrow [name=requests-0-demand]")
    tab.write("（请携带原件）")
    tab.click(".letterrow [data-restore]")
    assert "请携带原件" not in tab.say("document.querySelector('[name=requests-0-demand]').value")
    tab.click(".letterrow [name=requests-0-demand]")
    tab.write("，并携带原件")
    tab.click("#words button.main")
    tab.wait(page_says("已保存"))
    assert "并携带原件" in tab.say("document.querySelector('[name=requests-0-demand]').value")
    tab.click("button[value=check]")
    tab.wait(page_says("等待经办人以外的复核人"))
    tab.call("Network.clearBrowserCookies")
    login(tab, place, "li")
    tab.visit(f"{place[0]}{letter}")
    tab.click("button[value=confirm]")
    tab.wait(page_says("发文代字"))
