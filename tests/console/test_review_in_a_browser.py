"""In a real browser, by mouse and by key: the page in hand, a value corrected where it stands, a frame, the columns."""

import json
import shutil

import pytest

from tests.builders import browser
from tests.builders.browsing import login, page_says, served
from tests.builders.console import at_work, kept

pytestmark = pytest.mark.skipif(browser.installed() is None, reason="no browser is installed")
WIDE = (1920, 1080)
DIFFERS = "crosscheck.enterprises_served"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A console that is served, the address of one dossier's review, and its results."""
    with at_work(tmp_path_factory.mktemp("reviewed")) as (one, batch, results):
        one.hashed_as_served()
        kept(results)
        row = batch.dossiers.order_by("order").last()
        where = f"/b/{batch.pk}/d/{row.pk}/review"
        folder = results / row.folder
        shutil.copytree(results, as_screened(results))
    with served(one.folder) as address:
        yield address, where, results, json.loads((folder / "screening.json").read_text("utf-8"))


def as_screened(results):
    """Where a copy of the results lies as they were before anybody decided."""
    return results.with_name("as-screened")


def undone(results):
    """Nothing is decided any more: the results as they were screened."""
    shutil.rmtree(results)
    shutil.copytree(as_screened(results), results)


@pytest.fixture
def tab(tmp_path, place):
    undone(place[2])
    with browser.tab(tmp_path / "profile") as one:
        login(one, place[0], "zhang")
        yield one
        one.wait("document.documentElement.dataset.kept !== '0'")
        assert one.complaints == []
        assert all(each.startswith(("http://127.0.0.1", "about:", "data:")) for each in one.requests)


def review(tab, place, point="", size=(1366, 768)):
    tab.wait("document.documentElement.dataset.kept !== '0'")
    tab.visit(f"{place[0]}{place[1]}" + (f"?point={point}" if point else ""), size)
    tab.wait("document.documentElement.dataset.settled > 0")


def settled(tab, act):
    before = tab.say("document.documentElement.dataset.settled")
    act()
    tab.wait(f"document.documentElement.dataset.settled > {before}")


def pictured(place, pages=1):
    """A rule whose first place is a box on a page of a file of so many pages."""
    files = {one["path"]: one["pages"] for one in place[3]["files"]}
    found = (one["rule"] for one in place[3]["findings"] if one["evidence"] and one["evidence"][0]["bbox"]
             and files[one["evidence"][0]["file"]] >= pages)  # fmt: skip
    return next(found)


def mouse(tab, kind, at, buttons=0):
    tab.call(
        "Input.dispatchMouseEvent", type=kind, x=at[0], y=at[1], button="left" if buttons else "none", buttons=buttons,
        clickCount=1,
    )  # fmt: skip


def drag(tab, start, end):
    mouse(tab, "mouseMoved", start)
    tab.call("Input.dispatchMouseEvent", type="mousePressed", x=start[0], y=start[1], button="left", clickCount=1)
    for part in (0.5, 1):
        at = [start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part]
        tab.call("Input.dispatchMouseEvent", type="mouseMoved", x=at[0], y=at[1], button="left", buttons=1)
    tab.call("Input.dispatchMouseEvent", type="mouseReleased", x=end[0], y=end[1], button="left", clickCount=1)


def rect(tab, css):
    at = f"document.querySelector('{css}').getBoundingClientRect()"
    return tab.say(f"[{at}.left, {at}.top, {at}.right, {at}.bottom]")


def middle(tab, css):
    left, top, right, bottom = rect(tab, css)
    return (left + right) / 2, (top + bottom) / 2


def painted(tab):
    tab.wait("document.querySelector('.sheet img')?.naturalWidth > 800")


# ---- the page in hand


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_the_page_is_turned_upright_and_its_boxes_turn_with_it(tab, place, by):
    review(tab, place, pictured(place))
    painted(tab)
    for turn in ("90", "180", "270", "0"):
        tab.click("[data-turn]:not(.sheet)") if by == "mouse" else tab.press("KeyR")
        assert tab.say("document.querySelector('.sheet').dataset.turn") == turn
        box, image = rect(tab, ".box.current rect"), rect(tab, ".sheet img")
        assert image[0] <= box[0] < box[2] <= image[2]
        assert image[1] <= box[1] < box[3] <= image[3]
        lying = image[2] - image[0] > image[3] - image[1]
        assert lying == (turn in ("90", "270"))


def test_the_loupe_shows_while_a_key_is_held_and_follows_the_mouse(tab, place):
    review(tab, place, pictured(place))
    painted(tab)
    hidden = "document.querySelector('.loupe')?.hidden ?? true"
    for code, key, number in (("Space", " ", 32), ("KeyZ", "z", 90)):
        down = {"code": code, "key": key, "windowsVirtualKeyCode": number}
        mouse(tab, "mouseMoved", middle(tab, ".view"))
        tab.call("Input.dispatchKeyEvent", type="rawKeyDown", **down)
        assert tab.say(hidden) is False
        before = rect(tab, ".loupe")
        over = middle(tab, ".view")
        mouse(tab, "mouseMoved", (over[0] - 60, over[1] + 40))
        assert rect(tab, ".loupe") != before
        tab.call("Input.dispatchKeyEvent", type="keyUp", **down)
        assert tab.say(hidden) is True


def test_the_loupe_of_the_button_stays_until_the_next_click(tab, place):
    review(tab, place, pictured(place))
    painted(tab)
    tab.click("[data-loupe]")
    assert tab.say("document.querySelector('.loupe').hidden") is False
    larger = tab.say("document.querySelector('.loupe img').offsetWidth / document.querySelector('.face').offsetWidth")
    assert larger > 2
    tab.click(".view")
    assert tab.say("document.querySelector('.loupe').hidden") is True


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_box_is_brought_close(tab, place, by):
    review(tab, place, pictured(place))
    painted(tab)
    before = tab.say("document.querySelector('.sheet').clientWidth")
    tab.click("[data-zoom=box]") if by == "mouse" else tab.press("KeyV")
    assert tab.say("document.querySelector('.sheet').clientWidth") > before
    box, view = rect(tab, ".box.current rect"), rect(tab, ".view")
    assert view[1] <= box[1] < box[3] <= view[3]


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_all_pages_are_shown_small_and_one_is_turned_to(tab, place, by):
    review(tab, place, pictured(place, pages=2))
    painted(tab)
    if tab.say("getComputedStyle(document.querySelector('.smalls')).display") == "none":
        tab.click("[data-switch=thumbs]") if by == "mouse" else tab.press("KeyO")
    tab.wait("document.querySelector('.smalls img').naturalWidth > 100")
    here = tab.say("document.querySelector('.leaf .num').textContent")
    settled(tab, lambda: tab.click(".smalls a:not([aria-current])"))
    assert tab.say("document.querySelector('.leaf .num').textContent") != here
    assert tab.say("document.querySelector('.smalls').offsetWidth") > 0
    tab.press("KeyO") if by == "mouse" else tab.click("[data-switch=thumbs]")
    assert tab.say("document.querySelector('.smalls').offsetWidth") == 0


def test_the_next_page_is_fetched_ahead(tab, place):
    review(tab, place, pictured(place, pages=2))
    painted(tab)
    number = tab.say("document.querySelector('.leaf .num').textContent").split("/")
    ahead = f"/p/{int(number[0]) + 1}.jpg"
    if int(number[0]) == int(number[1]):
        settled(tab, lambda: tab.press("BracketLeft", "["))
        ahead = f"/p/{number[0]}.jpg"
    tab.wait("performance.getEntriesByType('resource').some(one => one.name.includes('" + ahead + "'))")


# ---- two sources side by side


def test_where_two_sources_differ_both_pages_are_shown_in_a_wide_window(tab, place):
    review(tab, place, DIFFERS, WIDE)
    assert tab.say("document.querySelectorAll('.one').length") == 2
    assert tab.say("document.querySelector('.second').offsetWidth") > 400
    said = tab.say("[...document.querySelectorAll('.which-side b')].map(one => one.textContent).join()")
    assert said == "甲处,乙处"
    settled(tab, lambda: tab.press("Digit2", "2"))
    assert tab.say("document.querySelector('.which-side b').textContent") in ("甲处", "乙处")


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_one_page_alone_is_a_choice_that_stays(tab, place, by):
    def shown():
        return tab.say("document.querySelector('.second').offsetWidth") > 0

    def switch():
        tab.click("[data-switch=single]") if by == "mouse" else tab.press("KeyD")

    review(tab, place, DIFFERS, WIDE)
    assert shown()
    switch()
    assert not shown()
    review(tab, place, DIFFERS, WIDE)
    assert not shown()
    switch()
    assert shown()


def test_a_narrow_window_shows_one_page(tab, place):
    review(tab, place, DIFFERS)
    assert tab.say("document.querySelector('.second').offsetWidth") == 0


# ---- by hand on the page


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_value_is_corrected_over_the_page_at_its_place(tab, place, by):
    review(tab, place, DIFFERS)
    tab.click(".act[data-key=KeyC] summary") if by == "mouse" else tab.press("KeyC")
    tab.wait("document.activeElement.name === 'value'")
    assert tab.say("document.activeElement.closest('.pane .view') !== null")
    assert tab.say("document.activeElement.value") == tab.say(
        "(one => (one.selectedOptions?.[0] ?? one).dataset.read)(document.querySelector('[name=what]'))"
    )
    tab.write("４３家")
    tab.wait("document.querySelector('.reads').textContent.includes('读作 43')")
    at, spot = rect(tab, ".amend"), rect(tab, ".pane .view [data-number].current")
    assert abs(at[1] - spot[3]) < 40
    tab.press("Escape", "Escape")
    assert tab.say("document.querySelector('.amend').closest('.side') !== null")


def test_a_click_on_the_box_that_is_spoken_of_corrects_it(tab, place):
    review(tab, place, DIFFERS)
    tab.click(".pane .view [data-number].current a, .pane .view a.box.current rect")
    tab.wait("document.activeElement.name === 'value'")
    tab.write("六百")
    tab.click("[data-leave]")
    assert tab.say("document.querySelector('details.act[open]')") is None


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_point_of_ones_own_stands_in_a_frame_drawn_on_the_page(tab, place, by):
    rule = pictured(place)
    review(tab, place, rule)
    painted(tab)
    tab.click(".act[data-key=KeyB] summary") if by == "mouse" else tab.press("KeyB")
    tab.wait("document.activeElement.name === 'text'")
    tab.write(f"印章与单位名称不符（{by}）")
    tab.say("void (document.querySelector('.act[open] [name=article]').selectedIndex = 2)")
    article = tab.say("document.querySelector('.act[open] [name=article]').value")
    if by == "mouse":
        tab.click("[data-draw]")
        left, top, *_ = rect(tab, ".one .view")
        drag(tab, (left + 80, top + 80), (left + 240, top + 160))
    else:
        tab.say("void document.querySelector('[data-draw]').focus()")
        tab.key("Enter")
        for code in ("ArrowDown", "ArrowRight"):
            tab.call("Input.dispatchKeyEvent", type="rawKeyDown", code=code, key=code, modifiers=8)
        tab.press("Enter", "Enter")
    tab.wait("document.querySelector('.act[open] [name=box]').value.split(',').length === 4")
    box = [float(edge) for edge in tab.say("document.querySelector('.act[open] [name=box]').value").split(",")]
    assert tab.say("document.querySelector('.act[open] [name=text]').value").endswith(f"（{by}）")
    settled(tab, lambda: tab.press("Enter", "Enter", ctrl=True))
    written = (place[2] / "decisions.yaml").read_text(encoding="utf-8")
    assert "box: " + ",".join(f"{edge:g}" for edge in box) in written
    assert article in written
    own = [
        one
        for one in tab.say("[...document.querySelectorAll('.points a')].map(one => one.textContent)")
        if "提出" in one
    ]
    settled(
        tab,
        lambda: tab.say(
            "void [...document.querySelectorAll('.points a')].findLast(one => one.textContent.includes('提出')).click()"
        ),
    )
    assert own
    assert tab.say("document.querySelector('.box.current') !== null")


def test_words_stay_in_an_open_panel_while_the_page_is_turned(tab, place):
    review(tab, place, pictured(place, pages=2))
    tab.press("KeyB")
    tab.wait("document.activeElement.name === 'text'")
    tab.write("先翻一页看看")
    settled(tab, lambda: tab.click(".leaf a"))
    assert tab.say("document.querySelector('.act[data-key=KeyB][open] [name=text]').value") == "先翻一页看看"


# ---- the columns


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_column_is_as_wide_as_it_was_made_the_next_time_too(tab, place, by):
    review(tab, place)
    before = tab.say("document.querySelector('section.points').offsetWidth")
    if by == "mouse":
        start = middle(tab, "[data-edge=points]")
        drag(tab, start, (start[0] + 40, start[1]))
    else:
        tab.say("void document.querySelector('[data-edge=points]').focus()")
        for _ in range(2):
            tab.call("Input.dispatchKeyEvent", type="rawKeyDown", code="ArrowLeft", key="ArrowLeft")
    now = tab.say("document.querySelector('section.points').offsetWidth")
    assert now != before
    review(tab, place)
    assert tab.say("document.querySelector('section.points').offsetWidth") == now


@pytest.mark.parametrize("by", ["mouse", "key"])
@pytest.mark.parametrize("column", [("points", "Comma", ","), ("side", "Period", ".")])
def test_a_column_is_folded_and_unfolded(tab, place, by, column):
    name, code, key = column
    review(tab, place)
    page = tab.say("document.querySelector('.pane').offsetWidth")
    tab.click(f".{name} [data-fold={name}]:not(.unfold)") if by == "mouse" else tab.press(code, key)
    assert tab.say("document.querySelector('.pane').offsetWidth") > page + 200
    tab.click(f".{name} .unfold") if by == "mouse" else tab.press(code, key)
    assert tab.say("document.querySelector('.pane').offsetWidth") == page


# ---- several at once, reasons, the end


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_several_points_of_a_group_are_accepted_in_one_act(tab, place, by):
    review(tab, place)
    group = tab.say("[...document.querySelectorAll('[data-group]')].find(one => one.children.length > 1).dataset.group")
    settled(tab, lambda: tab.click(f"[data-group={group}] a"))
    before = int(tab.say("document.querySelector('#review').dataset.left"))
    if by == "mouse":
        tab.click(f"[data-open=together-{group}]")
    else:
        tab.press("KeyA", "A", shift=True)
    tab.wait(f"document.querySelector('#together-{group}').open")
    boxes = f"#together-{group} .tick:not(.sub) input"
    count = tab.say(f"document.querySelectorAll('{boxes}').length")
    chosen = 1 if by == "mouse" and count > 2 else 0
    if chosen:
        tab.say(f"void [...document.querySelectorAll('{boxes}')].slice(2).forEach(one => one.click())")
    tab.click(f"#together-{group} [data-say]")
    if by == "mouse":
        settled(tab, lambda: tab.click(f"#together-{group} button.main"))
    else:
        settled(tab, lambda: tab.press("Enter", "Enter", ctrl=True))
    left = int(tab.say("document.querySelector('#review').dataset.left"))
    assert left <= before - 2 if count > 1 else left == before - 1
    assert "认可" in tab.say("document.querySelector('#told').textContent")


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_reason_given_before_is_one_of_those_offered(tab, place, by):
    review(tab, place)
    word = f"已核对原件{by}"
    tab.press("KeyE")
    tab.wait("document.activeElement.name === 'reason'")
    tab.write(word)
    settled(tab, lambda: tab.press("Enter", "Enter", ctrl=True))
    tab.press("KeyE")
    offered = f".act[data-key=KeyE] [data-say='{word}']"
    assert tab.say(f'document.querySelector("{offered}") !== null')
    if by == "mouse":
        tab.click(offered)
    else:
        tab.key("Tab")
        tab.key("Enter")
    assert tab.say("document.querySelector('.act[data-key=KeyE] [name=reason]').value") == word


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_the_sheet_at_the_end_says_what_is_left_and_leads_on(tab, place, by):
    review(tab, place)
    tab.click("[data-open=end]") if by == "mouse" else tab.press("KeyQ")
    tab.wait("document.querySelector('#end').open")
    left = tab.say("document.querySelector('#review').dataset.left")
    assert tab.say("document.querySelectorAll('#end li a').length") <= int(left)
    if int(left):
        settled(tab, lambda: tab.click("#end li a"))
        assert tab.say("document.querySelector('#end').open") is False


def test_two_keys_lead_to_the_batch_its_letters_and_the_search(tab, place):
    review(tab, place)
    for code in ("KeyG", "KeyS"):
        tab.press(code)
    assert tab.say("document.activeElement.name") == "q"
    for second, path in (("KeyL", "/letters"), ("KeyB", "/b/")):
        review(tab, place)
        tab.press("KeyG")
        tab.press(second)
        tab.wait(f"location.pathname.includes('{path}') && !location.pathname.includes('/review')")


def test_the_last_act_opens_the_sheet_from_which_the_dossier_is_handed_on(tab, place):
    review(tab, place)
    for _ in range(60):
        if tab.say("document.querySelector('#review').dataset.left") == "0":
            break
        group = tab.say(
            "[...document.querySelectorAll('[data-group]')].find(one => one.children.length > 1)?.dataset.group ?? ''"
        )
        if group:
            tab.click(f"[data-open=together-{group}]")
            tab.wait(f"document.querySelector('#together-{group}').open")
            settled(tab, lambda at=group: tab.click(f"#together-{at} button.main"))
        else:
            tab.press("KeyA")
            tab.wait("document.activeElement.name === 'reason'")
            settled(tab, lambda: tab.press("Enter", "Enter", ctrl=True))
    tab.wait("document.querySelector('#end').open")
    tab.click("#end button[value=to_check]")
    tab.wait(page_says("待复核"))
