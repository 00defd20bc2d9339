"""In a real browser, every page there is: it shuts nobody out, prints whole, is never wider than the window.

The list is that of the addresses (``test_urls.PAGES``): a new page is looked at without being named here.
"""

import re
import urllib.parse

import pypdfium2
import pytest

from tests.builders import axe, browser
from tests.builders.browsing import login, served
from tests.builders.every_page import furnished, queries
from tests.console.test_urls import FILES, PAGES

pytestmark = pytest.mark.skipif(browser.installed() is None, reason="no browser is installed")
PARTS = ("jobs-bar", "review-reading", "sample-plan")
"""What is put into a page, and none of its own."""
SHUT = ("setup",)
"""What is there only before anybody is."""
NAMES = [name for name, (_, post) in PAGES.items() if not post and name not in (*FILES, *PARTS, *SHUT)]
LOOKS = {"light": ((1366, 768), False), "dark": ((1366, 768), True), "zoomed": ((683, 384), False)}
"""Zoomed to 200 % a window of 1366 × 768 has room for half of it."""
PAPER = {"wide": 1040, "": 703}
"""CSS pixels between the margins of an A4 sheet, across and upright."""
WHITE = 250
WIDE = (
    "[...document.querySelectorAll('body *:not(table *)')]"
    ".filter(one => one.getBoundingClientRect().right > innerWidth)"
    ".slice(0, 4).map(one => one.outerHTML.slice(0, 160))"
)
SHOWN = "one.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A served console that has something on every page: somebody who may see all of them, and where each is."""
    people = (("zheng", ("administers", "decides", "checks"), "郑十"), ("li", ("decides", "checks"), "李四"))
    folder = tmp_path_factory.mktemp("furnished")
    with furnished(folder, *people) as at:
        at.office.hashed_as_served()
        where = {name: f"{at.address(name)}?{urllib.parse.urlencode(queries(name))}" for name in NAMES}
    with served(folder / "office") as address:
        yield address, where


@pytest.fixture(scope="module")
def logged_in(tmp_path_factory, place):
    with browser.tab(tmp_path_factory.mktemp("profile")) as one:
        login(one, place[0], "zheng")
        yield one


@pytest.fixture
def tab(logged_in):
    logged_in.complaints.clear()
    logged_in.requests.clear()
    yield logged_in
    assert logged_in.complaints == []
    assert all(each.startswith(("http://127.0.0.1", "about:", "data:")) for each in logged_in.requests)


def look(tab, place, name, size=(1366, 768), *, dark=False):
    address, where = place
    tab.visit(address + where[name], size, dark=dark)
    if name == "review":
        tab.wait("document.documentElement.dataset.settled > 0")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("as_seen", LOOKS)
def test_axe_finds_nothing_even_where_all_is_unfolded(tab, place, name, as_seen):
    size, dark = LOOKS[as_seen]
    look(tab, place, name, size, dark=dark)
    assert axe.violations(tab) == []
    unfold = "(folded => {folded.forEach(one => one.open = true); return folded.length})"
    if tab.say(f"{unfold}([...document.querySelectorAll('details:not([open], .me)')])"):
        assert axe.violations(tab) == []


@pytest.mark.parametrize("as_seen", LOOKS)
def test_axe_finds_nothing_in_the_menu_that_lies_over_every_page(tab, place, as_seen):
    size, dark = LOOKS[as_seen]
    look(tab, place, "desk", size, dark=dark)
    tab.click(".me summary")
    tab.wait("document.querySelector('.me').open")
    assert axe.violations(tab) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_a_telephone_or_a_window_at_200_per_cent(tab, place, name):
    for size in ((390, 844), (683, 384), (1366, 768)):
        look(tab, place, name, size)
        assert tab.say("document.documentElement.scrollWidth <= innerWidth"), (size, tab.say(WIDE))


def on_paper(tab):
    """The page as it is laid out for a printer, in the width of the sheet that it asks for."""
    kind = "wide" if tab.say("document.querySelector('.page.wide') !== null") else ""
    tab.call("Emulation.setDeviceMetricsOverride", width=PAPER[kind], height=900, deviceScaleFactor=1, mobile=False)
    tab.call("Emulation.setEmulatedMedia", media="print", features=[{"name": "prefers-color-scheme", "value": "dark"}])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_has_nothing_to_press_and_nothing_cut_off(tab, place, name):
    look(tab, place, name, dark=True)
    on_paper(tab)
    pressed = (
        "header.bar, button, .button, .skip, #jobs, .sides, input[type=file], select:not(.fields *, .letter *, .card *)"
    )
    assert (
        tab.say(f"[...document.querySelectorAll('{pressed}')].filter(one => {SHOWN}).map(one => one.outerHTML)") == []
    )
    assert tab.say("document.documentElement.scrollWidth <= innerWidth")
    cut = (
        "[...document.querySelectorAll('main *')].filter(one => !one.closest('svg, .unseen')"
        f" && {SHOWN} && getComputedStyle(one).overflow !== 'visible' && !one.matches('input, textarea, select')"
        " && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))"
        ".map(one => one.outerHTML)"
    )
    assert tab.say(cut) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_is_dark_on_white_and_every_cell_of_its_tables_is_there(tab, place, name):
    look(tab, place, name, dark=True)
    on_paper(tab)
    cells = tab.say(f"[...document.querySelectorAll('main td, main th, main h1')].filter(one => {SHOWN})"
                    ".map(one => one.innerText)")  # fmt: skip
    with pypdfium2.PdfDocument(tab.printed()) as sheets:
        text = bare("".join(sheet.get_textpage().get_text_bounded() for sheet in sheets))
        first = sheets[0].render(scale=1, grayscale=True).to_numpy()
    lines = [bare(line) for cell in cells for line in cell.split("\n")]
    assert [line for line in lines if line not in text] == []
    assert first[0].min() > WHITE, "the edge of the sheet is white"
    assert (first > WHITE).mean() > 0.5, "more white than ink"


def bare(text):
    """Its letters and digits: where a line is parted, paper has signs of its own."""
    return re.sub(r"\W", "", text)
