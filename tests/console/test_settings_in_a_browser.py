"""In a real browser: an office set up by mouse alone, a rulebook drafted and answered, a folder of many files."""

import json
import re
import time

import pytest

from tests.builders import browser
from tests.builders.console import PASSWORD, at_work, own_rulebook
from tests.builders.regulations import MADE_UP
from tests.builders.served_console import PATIENCE, ServedConsole

pytestmark = pytest.mark.skipif(browser.installed() is None, reason="no browser is installed")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A console that is served, with a batch, its people, and one who administers and works besides."""
    with at_work(tmp_path_factory.mktemp("served")) as (one, batch, _):
        one.person("zheng", "administers", "decides", "checks", name="郑十")
        batch.members.add(one.people["zheng"])
        one.hashed_as_served()
        own_rulebook(one.folder)
        number = batch.pk
    console = ServedConsole(one.folder)
    console.begin()
    yield console, number
    console.end()


@pytest.fixture
def tab(tmp_path, place):
    with browser.tab(tmp_path / "profile") as one:
        one.visit(f"{place[0].address}/login")
        for field, text in (("login", "zheng"), ("password", PASSWORD)):
            one.click(f"[name={field}]")
            one.write(text)
        one.click("button.main")
        one.wait("location.pathname === '/' && document.readyState === 'complete'")
        yield one
        assert one.complaints == []
        assert all(each.startswith(("http://127.0.0.1", "about:", "data:")) for each in one.requests)


def says(text):
    """An expression: the page that is being shown holds this text; false while another is being loaded."""
    return f"(document.body?.textContent ?? '').includes('{text}') && document.readyState === 'complete'"


def test_somebody_is_added_and_logs_in_with_the_password_that_was_shown(tab, place):
    address = place[0].address
    tab.visit(f"{address}/admin/people")
    for field, text in (("name", "钱七"), ("login", "qian")):
        tab.click(f"[name={field}]")
        tab.write(text)
    tab.click("[name=roles][value=decides]")
    tab.click("section form button.main")
    tab.wait(says("只显示这一次"))
    word = re.search(r"一次性密码：([a-z0-9-]+)", tab.say("document.querySelector('.told').textContent"))[1]
    tab.call("Network.clearBrowserCookies")
    tab.visit(f"{address}/login")
    for field, text in (("login", "qian"), ("password", word)):
        tab.click(f"[name={field}]")
        tab.write(text)
    tab.click("button.main")
    tab.wait("location.pathname === '/password' && document.readyState === 'complete'")


def test_what_letters_say_of_the_office_is_written_by_mouse(tab, place):
    tab.visit(f"{place[0].address}/admin/office")
    tab.click("[name=name]")
    tab.write("示例市工业和信息化局")
    tab.click("form.fields button.main")
    tab.wait(says("已保存"))
    assert "示例市工业和信息化局" in (place[0].folder / "office.yaml").read_text(encoding="utf-8")


def test_a_question_of_a_draft_is_answered_by_click_and_the_next_one_comes_into_view(tab, place):
    tab.visit(f"{place[0].address}/rules/of/yichang/draft")
    before = tab.say("document.querySelectorAll('.point.asked').length")
    here = tab.say("document.querySelector('.point.asked').id")
    tab.click(f"#{here} label:last-of-type input[type=radio]")
    tab.click(f"#{here} button")
    tab.wait(f"document.querySelectorAll('.point.asked').length === {before - 1}")
    tab.wait("document.activeElement.closest('.point.asked, .point.confirm') !== null")
    assert (place[0].folder / "rulebooks" / "yichang" / "answers.yaml").is_file()
    assert tab.say("location.pathname") == "/rules/of/yichang/draft"


def test_a_rulebook_is_begun_from_a_text_that_is_chosen(tab, place, tmp_path):
    text = tmp_path / "办法.txt"
    text.write_text(MADE_UP, encoding="utf-8")
    tab.visit(f"{place[0].address}/rules/add")
    tab.click("[name=name]")
    tab.write("my-city")
    tab.choose("[name=text]", [text])
    tab.click("button.main")
    tab.wait("document.querySelectorAll('.point').length > 20 && document.readyState === 'complete'")


def test_three_hundred_files_in_nested_folders(tab, place, tmp_path):
    console, batch = place
    tab.visit(f"{console.address}/batches/new")
    tab.click("[name=name]")
    tab.write("三百个文件")
    tab.click("main form button.main")
    tab.wait("location.pathname.endsWith('/receive') && document.readyState === 'complete'")
    dossier = tmp_path / "D01 某公司"
    paths = ["申报表.txt", *(f"{at % 7}级/{at % 3}/材料 {at}.txt" for at in range(1, 300))]
    for path in paths:
        (dossier / path).parent.mkdir(parents=True, exist_ok=True)
        (dossier / path).write_text(f"这是 {path}", encoding="utf-8")
    tab.choose("#folder", [dossier])
    tab.wait("document.querySelector('[name=keep]').disabled === false")
    assert tab.say("document.querySelector('#sent').textContent") == "300/300"
    tab.click("[name=keep]")
    tab.wait(says("已收 1 个卷宗"))
    taken = next((console.folder / "batches").glob("三百个文件*")) / "r1" / "inbox" / "D01 某公司"
    assert {path.relative_to(taken).as_posix() for path in taken.rglob("*") if path.is_file()} == set(paths)
    assert (taken / "申报表.txt").read_text(encoding="utf-8") == "这是 申报表.txt"
    assert batch


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)])
@pytest.mark.parametrize("dark", [False, True])
def test_no_page_is_wider_than_the_window(tab, place, size, dark):
    pages = [f"/admin/{one}" for one in ("people", "people/1", "batches", "office", "house", "holidays", "network")]
    pages += ["/admin/backups", "/admin/machine", "/jobs/all", "/rules", "/rules/add", "/rules/of/liaocheng-2021"]
    for page in [*pages, "/rules/of/yichang/draft", "/rules/of/yichang/rehearsal", f"/admin/batches/{place[1]}"]:
        tab.visit(place[0].address + page, size, dark=dark)
        assert tab.say("document.documentElement.scrollWidth <= innerWidth"), page


def test_a_rulebook_rehearsed_and_taken_into_use_is_recognised_by_its_form(tab, place):
    console, _ = place
    rehearsal = f"{console.address}/rules/of/yichang/rehearsal"
    tab.visit(rehearsal)
    assert tab.say("document.querySelector('[value=use]').disabled")
    tab.click(".head button.main")
    _looked_at_until(tab, rehearsal, "document.querySelector('table.grid') !== null")
    tab.click("[value=use]")
    tab.wait(says("已启用"))
    tab.visit(f"{console.address}/batches/new")
    tab.click("[name=name]")
    tab.write("自动识别的一批")
    tab.click("main form button.main")
    tab.wait("location.pathname.endsWith('/receive') && document.readyState === 'complete'")
    made = console.folder / "rulebooks" / "yichang" / "rehearsal" / "卷宗"
    tab.choose("#folder", [made / "complete"])
    tab.wait("document.querySelector('[name=screen]').disabled === false")
    tab.click("[name=screen]")
    results = next((console.folder / "batches").glob("自动识别的一批*")) / "r1" / "results"
    for _ in range(PATIENCE):
        found = list(results.glob("*/screening.json"))
        if found:
            break
        time.sleep(1)
    assert json.loads(found[0].read_text(encoding="utf-8"))["rulebook"]["id"] == "yichang"


def _looked_at_until(tab, address, true):
    """The page asked for again until this is true of it: nobody is told of the end of a job elsewhere."""
    for _ in range(PATIENCE):
        tab.visit(address)
        if tab.say(true):
            return
        time.sleep(1)
    raise AssertionError(true)
