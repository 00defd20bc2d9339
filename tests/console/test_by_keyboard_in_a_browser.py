"""In a real browser: a whole dossier by the keyboard alone, ways back that keep the filter, an old archive."""

import pytest

from pipeline.intake import inbox
from pipeline.intake.inbox import InboxEntry
from tests.builders import browser
from tests.builders.archives import zipped
from tests.builders.browsing import login, page_says, served
from tests.builders.console import kept, office, screened

pytestmark = pytest.mark.skipif(browser.installed() is None, reason="no browser is installed")
MANY = 300
TABS = 60
"""More than there are places to stop at on a page of two dossiers."""


@pytest.fixture(scope="module")
def place(tmp_path_factory, database):
    """A served console with a batch of two dossiers, and an empty one; on either database."""
    assert database
    folder = tmp_path_factory.mktemp("served")
    with office(folder / "office") as one:
        one.person("zhang", "decides", name="张三")
        one.hashed_as_served()
        results = screened(folder / "batch")
        kept(results)
        batch = one.batch(results, "zhang")
        with served(folder / "office", one.database) as address:
            yield address, batch.pk, batch.dossiers.order_by("order").last().pk, one.folder


@pytest.fixture
def tab(tmp_path, place):
    with browser.tab(tmp_path / "profile") as one:
        login(one, place[0], "zhang")
        yield one
        assert one.complaints == []
        assert all(each.startswith(("http://127.0.0.1", "about:", "data:")) for each in one.requests)


def tabbed_to(tab, css):
    """The Tab key, until the focus is on what the selector names."""
    for _ in range(TABS):
        if tab.say(f"document.activeElement.matches('{css}')"):
            return
        tab.press("Tab", "Tab")
    pytest.fail(f"the keyboard does not come to {css}")


def entered(tab, css, until):
    tabbed_to(tab, css)
    tab.key("Enter")
    tab.wait(f"({until}) && document.readyState === 'complete'")


def test_a_dossier_is_found_settled_and_sent_on_without_a_mouse(tab, place):
    address, batch, dossier, _ = place
    tab.visit(f"{address}/b/{batch}")
    tab.press("Slash", "/")
    tab.wait("document.activeElement.name === 'q'")
    tab.write("北岸")
    tab.key("Enter")
    tab.wait("location.pathname === '/search' && document.readyState === 'complete'")
    entered(tab, f'a[href*="/d/{dossier}"]', f"location.pathname.startsWith('/b/{batch}/d/{dossier}')")
    if not tab.say("location.pathname.endsWith('/review')"):
        entered(tab, '.head a[href$="/review"]', "location.pathname.endsWith('/review')")
    tab.wait("document.documentElement.dataset.settled > 0")
    todo = tab.say("document.querySelector('.progress .num').textContent").split("/")
    for _ in range(int(todo[1]) - int(todo[0])):
        before = tab.say("document.documentElement.dataset.settled")
        tab.press("KeyA")
        tab.wait("document.activeElement.name === 'reason'")
        tab.write("已看原件")
        tab.press("Enter", "Enter", ctrl=True)
        tab.wait(f"document.documentElement.dataset.settled > {before}")
    done, total = tab.say("document.querySelector('.progress .num').textContent").split("/")
    assert done == total
    tab.wait("document.querySelector('#end').open")
    entered(tab, '#end button[value="to_check"]', page_says("待复核"))


def test_the_ways_back_and_forth_keep_filter_and_order(tab, place):
    address, batch, dossier, _ = place
    tab.visit(f"{address}/b/{batch}")
    tab.click(".filter [name=q]")
    tab.write("北岸")
    tab.click(".filter button")
    tab.wait("location.search.includes('q=') && document.readyState === 'complete'")
    tab.click("th:nth-child(3) a")
    tab.wait("location.search.includes('order=applicant') && document.readyState === 'complete'")
    filtered = tab.say("location.search")
    tab.click("td.key a")
    tab.wait(f"location.pathname === '/b/{batch}/d/{dossier}' && document.readyState === 'complete'")
    tab.say("history.back()")
    tab.wait(f"location.search === '{filtered}' && document.querySelectorAll('.dossiers tbody tr').length === 1")
    assert tab.say("document.querySelector('.filter [name=q]').value") == "北岸"
    tab.say("history.forward()")
    tab.wait(f"location.pathname === '/b/{batch}/d/{dossier}' && document.readyState === 'complete'")


def test_three_hundred_files_in_nested_folders_come_out_of_an_archive_with_names_in_gbk(tab, place, tmp_path):
    address, *_, folder = place
    files = {"申报表.txt": b"1"} | {f"{at % 7}级材料/{at % 3}组/证明 {at}.txt": b"1" for at in range(1, MANY)}
    packed = tmp_path / "D01 某公司.zip"
    packed.write_bytes(zipped(files, "gbk", flagged=False))
    tab.visit(f"{address}/batches/new")
    tab.click("[name=name]")
    tab.write("旧压缩包")
    tab.click("main form button.main")
    tab.wait("location.pathname.endsWith('/receive') && document.readyState === 'complete'")
    tab.choose("#single", [packed])
    tab.wait("document.querySelector('[name=keep]').disabled === false")
    tab.click("[name=keep]")
    tab.wait(page_says("已收 1 个卷宗"))
    (taken,) = (next((folder / "batches").glob("旧压缩包*")) / "r1" / "inbox").iterdir()
    assert {one.path for one in inbox.files(InboxEntry(taken.stem, taken))} == set(files)
