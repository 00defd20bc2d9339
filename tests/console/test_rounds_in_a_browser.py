"""In a real browser, mouse only: what was asked for comes in, rows beside their page, a mark and its table."""

import pytest

from tests.builders import browser
from tests.builders.browsing import give_file, login, page_says, served
from tests.builders.rounds import LEASE, two_rounds

pytestmark = pytest.mark.skipif(browser.installed() is None, reason="no browser is installed")


@pytest.fixture(scope="module")
def place(tmp_path_factory, database):
    """A console with a batch in its second round; on either database."""
    assert database
    folder = tmp_path_factory.mktemp("served")
    with two_rounds(folder) as at:
        at.office.hashed_as_served()
        other = at.batch.dossiers.exclude(pk=at.dossier.pk).get()
        keys = (at.batch.pk, at.dossier.pk, other.pk)
        results, first = at.dossier.results, at.first
        with served(folder / "office", at.office.database) as address:
            yield address, keys, results, first


@pytest.fixture
def tab(tmp_path, place):
    with browser.tab(tmp_path / "profile") as one:
        login(one, place[0], "zhang")
        yield one
        assert one.complaints == []
        assert all(each.startswith(("http://127.0.0.1", "about:", "data:")) for each in one.requests)


def test_the_rounds_of_a_dossier_are_reached_from_the_batch_and_more_is_taken_in(place, tab, tmp_path):
    address, (batch, _, _), results, _ = place
    tab.visit(f"{address}/b/{batch}")
    tab.click(".head a[href$='/rounds']")
    tab.wait(page_says("样补〔2026〕1号"))
    tab.click(".rounds a.button")
    tab.wait(f"{page_says('已解决')} && {page_says(LEASE)}")
    more = tmp_path / "补充说明.txt"
    more.write_text("补充说明", encoding="utf-8")
    give_file(tab, "[name=files]", more)
    tab.click(".take button.main")
    tab.wait(page_says("已收 1 个文件，列入第 2 轮"))
    tab.wait(f"document.querySelector('#jobs')?.hidden === true && {page_says('补充说明.txt')}")
    assert "补充说明.txt" in (results / next(results.glob("*/screening.json"))).read_text(encoding="utf-8")


def test_a_row_is_looked_at_beside_its_page(place, tab):
    address, (batch, _, other), *_ = place
    tab.visit(f"{address}/b/{batch}/d/{other}/tables")
    tab.wait("document.querySelector('.one .sheet img, .one .text') !== null")
    tab.click(".rows tbody tr:nth-child(3) td.num a")
    tab.wait(f"document.querySelector('.rows tr.now td.num')?.textContent === '3' && {page_says('第 3 行')}")


def test_a_dossier_is_marked_and_stands_in_the_table_that_is_handed_on(place, tab):
    address, (batch, _, other), _, first = place
    tab.visit(f"{address}/b/{batch}/summary")
    tab.click(f".each tr:has(form[action$='/d/{other}/mark']) summary")
    tab.click(f"form[action$='/d/{other}/mark'] [name=reason]")
    tab.write("符合")
    tab.click(f"form[action$='/d/{other}/mark'] button[value=recommend]")
    tab.wait(f"{page_says('已标记“拟推荐”')} && document.querySelector('.sums tbody tr') !== null")
    assert "recommend" in (first / "decisions.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (390, 844)])
@pytest.mark.parametrize("dark", [False, True])
def test_no_page_is_wider_than_the_window(place, tab, size, dark):
    address, (batch, dossier, _), *_ = place
    one = f"/b/{batch}/d/{dossier}"
    pages = (f"/b/{batch}/rounds", f"/b/{batch}/summary", f"{one}/rounds", f"{one}/tables", f"{one}/tables?table=staff")
    for page in pages:
        tab.visit(address + page, size, dark=dark)
        assert tab.say("document.documentElement.scrollWidth <= innerWidth"), page
