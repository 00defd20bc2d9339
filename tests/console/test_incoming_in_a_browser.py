"""In a real browser, by mouse and key: what has come is received from the desk; the office's own templates are set."""

import io

import docx
import pytest

from tests.builders import browser
from tests.builders.browsing import give_file, login, page_says, served
from tests.builders.console import office
from tests.builders.office_files import docx as made_docx
from tests.builders.office_files import p

pytestmark = pytest.mark.skipif(browser.installed() is None, reason="no browser is installed")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A console that is served, with two dossiers that have come, and one batch."""
    folder = tmp_path_factory.mktemp("incoming")
    with office(folder / "office") as one:
        from datetime import date

        from console import house
        from console.acts import new_batch
        from console.acts.incoming import arrivals
        from console.events import Actor

        person = one.person("zheng", "administers", "decides", name="郑十")
        one.hashed_as_served()
        new_batch.begun(Actor("郑十"), person, new_batch.WantedBatch("春季", date(2026, 3, 1), "auto", ()))
        for name in ("D01", "D02"):
            (folder / "come" / name).mkdir(parents=True)
            (folder / "come" / name / "说明.docx").write_bytes(made_docx(p("说明")))
        house.write(one.folder, house.HouseRules(watch_from=str(folder / "come")))
        for name, dossier in arrivals.lies_there().items():
            arrivals.noted(name, dossier)
    with served(folder / "office") as address:
        yield address, folder


@pytest.fixture
def tab(tmp_path, place):
    with browser.tab(tmp_path / "profile") as one:
        login(one, place[0], "zheng")
        yield one
        # That a form was refused is written into the console's own log by the browser.
        assert [each for each in one.complaints if "400" not in each] == []
        assert all(each.startswith(("http://127.0.0.1", "about:", "data:")) for each in one.requests)


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_what_has_come_is_received_from_the_desk(tab, place, by):
    tab.visit(place[0])
    tab.wait(page_says("待收件"))
    name = tab.say(
        "document.querySelector('.pile form[action*=arrivals]').closest('li').querySelector('b').textContent"
    )
    if by == "mouse":
        tab.click("form[action*=arrivals] button.main")
    else:
        tab.say("void document.querySelector('form[action*=arrivals] select').focus()")
        tab.key("Tab")
        tab.key("Enter")
    tab.wait(page_says(f"“{name}”已收入“春季”"))
    inbox = next((place[1] / "office" / "batches").iterdir()) / "r1" / "inbox"
    assert (inbox / name / "说明.docx").is_file()
    assert (place[1] / "come" / name / "说明.docx").is_file()


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_template_is_refused_for_what_it_lacks_and_taken_when_it_is_whole(tab, place, by):
    def send(path):
        form = "form[enctype]"
        give_file(tab, f"{form} [name=file]", path)
        if by == "mouse":
            tab.click(f"{form} button.main")
        else:
            tab.say(f"void document.querySelector('{form} button.main').focus()")
            tab.key("Enter")

    empty, whole = place[1] / "空.docx", place[1] / f"{by}.docx"
    out = io.BytesIO()
    docx.Document().save(out)
    empty.write_bytes(out.getvalue())
    from pipeline.letters import letter_docx
    from schemas.data_files import data_folder

    whole.write_bytes((data_folder() / letter_docx.TEMPLATES / letter_docx.SUPPLEMENT_TEMPLATE).read_bytes())
    tab.visit(f"{place[0]}/admin/templates")
    send(empty)
    tab.wait(page_says("模板中缺少：申报单位、文号"))
    send(whole)
    tab.wait(page_says("的模板已更换"))
    tab.click("button[value=back]")
    tab.wait(page_says("改用随程序的模板"))
