"""The screen: without a point it shows the first that is open; reasons are offered again; words are read as typed."""

import pytest

from tests.builders.console import at_work, form_of, shown


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, _):
        row = batch.dossiers.order_by("order").last()
        yield one.browser("zhang"), f"/b/{batch.pk}/d/{row.pk}"


def test_the_first_open_point_is_shown(place):
    client, where = place
    page = client.get(f"{where}/review").content.decode()
    assert page.index('aria-current="true"') < page.index("11.3b")


@pytest.mark.parametrize("asked", [{"point": "no.such"}, {"at": "99999999999"}, {"f": "x", "p": "-1"}, {"list": "%%%"}])
def test_an_address_that_says_nonsense_is_a_page(place, asked):
    client, where = place
    assert client.get(f"{where}/review", asked).status_code == 200


def test_reasons_are_offered_again(place):
    client, where = place
    page = client.get(f"{where}/review")
    given = form_of(page, "/act/overrule") | {"reason": "见另一份合同"}
    assert client.post(f"{where}/act/overrule", given).status_code == 302
    assert 'data-say="见另一份合同"' in client.get(f"{where}/review").content.decode()


def test_an_act_that_there_is_not(place):
    client, where = place
    assert client.post(f"{where}/act/delete").status_code == 404


def test_words_are_read(place):
    client, where = place
    asked = {"what": "application.total_assets", "value": "６００万", "unit": "万元"}
    assert shown(client.get(f"{where}/review/reading", asked)) == "读作 600 万元"


def test_a_note_about_a_point_stands_on_its_card(place):
    client, where = place
    given = {"rule": "material.11.3b", "text": "已电话联系"}
    assert "已电话联系" in shown(client.post(f"{where}/review/note", given, follow=True))
    assert "不能为空" in shown(client.post(f"{where}/review/note", given | {"text": ""}))
