"""In a real browser, mouse only: a list of five hundred becomes a ledger, events, publicity and reminders follow."""

import pytest

from pipeline.standing.ledger import file as ledger
from tests.builders import browser
from tests.builders.browsing import fill, give_file, login, page_says, served
from tests.builders.console import kept, office, screened
from tests.builders.ledger import code, five_hundred

pytestmark = pytest.mark.skipif(browser.installed() is None, reason="no browser is installed")
ON = "on=2026-06-15"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A console with a batch and no ledger yet, and the bureau's list beside it."""
    folder = tmp_path_factory.mktemp("served")
    with office(folder / "office") as one:
        one.person("zhang", "decides", name="张三")
        one.hashed_as_served()
        results = screened(folder / "batch")
        kept(results)
        batch = one.batch(results, "zhang")
    (folder / "名单.xlsx").write_bytes(five_hundred())
    with served(folder / "office") as address:
        yield address, folder, batch.pk


@pytest.fixture
def tab(tmp_path, place):
    with browser.tab(tmp_path / "profile") as one:
        login(one, place[0], "zhang")
        yield one
        assert one.complaints == []
        assert all(each.startswith(("http://127.0.0.1", "about:", "data:")) for each in one.requests)


@pytest.fixture
def listed(place, tab):
    """The five hundred, brought with the mouse where they are not there yet."""
    address, folder, _ = place
    tab.visit(f"{address}/standing")
    if not (folder / "office" / "台账" / "events.jsonl").is_file():
        give_file(tab, "[name=list]", folder / "名单.xlsx")
        tab.click(".tell button.main")
        tab.wait(page_says("写入 500 条"))
    return folder / "office" / "台账"


def test_the_list_is_brought_filtered_and_a_platform_opened(place, tab, listed):
    assert ledger.read(listed).count >= 500
    tab.visit(f"{place[0]}/standing?{ON}")
    tab.click(".filter [name=q]")
    tab.write("样例123")
    tab.click(".filter button")
    tab.wait(f"document.querySelectorAll('.platforms tbody tr').length === 1 && {page_says('样例123服务有限公司')}")
    tab.click(".platforms td.name a")
    tab.wait(f"location.pathname === '/standing/platform' && {page_says('2027-06-30')}")


def test_an_inspection_is_put_down_and_taken_back_by_mouse(place, tab, listed):
    tab.visit(f"{place[0]}/standing/platform?of={code(5)}&{ON}")
    tab.click("#tell .chip:nth-child(2)")
    tab.wait("document.querySelector('.tell [name=inspector]') !== null && document.readyState === 'complete'")
    fill(tab, ".tell [name=day]", "2026-05-10")
    fill(tab, ".tell [name=inspector]", "bureau")
    fill(tab, ".tell [name=result]", "合格")
    tab.click(".tell [name=note]")
    tab.write("现场核看")
    tab.click(".tell button.main")
    tab.wait(page_says("检查方 认定机关；说明 现场核看；结果 合格"))
    assert ledger.read(listed).events[-1].text("note") == "现场核看"
    tab.click(".events details summary")
    tab.click(".events details [name=reason]")
    tab.write("记错单位")
    tab.click(".events details button")
    tab.wait(page_says("已作废：记错单位"))
    assert ledger.read(listed).withdrawn[-1].text("note") == "现场核看"


def test_a_month_is_chosen_and_its_matters_listed(place, tab, listed):
    tab.visit(f"{place[0]}/standing/due?{ON}")
    tab.click(".months td:not(.late) a[aria-label*='7月']")
    tab.wait(f"document.querySelectorAll('.matters tbody tr').length === 4 && {page_says('2026-07-31')}")
    assert listed.is_dir()


def test_a_report_that_came_in_is_put_down_from_the_reminders(place, tab, listed):
    tab.visit(f"{place[0]}/standing/papers?{ON}")
    before = tab.say("document.querySelectorAll('.county tbody tr').length")
    tab.click(".county td form button")
    tab.wait(f"document.querySelectorAll('.county tbody tr').length === {before - 1}")
    assert ledger.read(listed).events[-1].kind == "report"


def test_dossiers_go_public_and_nobody_objects(place, tab, listed):
    address, _, batch = place
    tab.visit(f"{address}/standing/publicity?batch={batch}&on=2026-02-20")
    tab.click("[data-all=dossier]")
    fill(tab, "[name=first_day]", "2026-02-12")
    tab.click("#from .tell button.main")
    tab.wait(page_says("已记入第"))
    tab.visit(f"{address}/standing/publicity?on=2026-02-20")
    tab.wait(page_says("2026-02-26"))
    tab.click(".list form button")
    tab.wait(page_says("公示异议“无”"))
    assert [event.text("objections") for event in ledger.read(listed).events[-2:]] == ["无", "无"]


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (390, 844)])
@pytest.mark.parametrize("dark", [False, True])
def test_no_page_of_the_ledger_is_wider_than_the_window(place, tab, listed, size, dark):
    one = f"/standing/platform?of={code(5)}&record=lost"
    pages = ("/standing", "/standing/due", "/standing/publicity", "/standing/papers", "/standing/new", one)
    for page in pages:
        tab.visit(place[0] + page, size, dark=dark)
        assert tab.say("document.documentElement.scrollWidth <= innerWidth"), page
    assert listed.is_dir()
