"""A dossier's sheet: its steps and its notes; a reader may do nothing."""

import pytest

from tests.builders.console import at_work, form_of, shown


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, _):
        row = batch.dossiers.order_by("order").last()
        yield one, f"/b/{batch.pk}/d/{row.pk}", row


def test_a_step_is_taken_once(place):
    one, where, row = place
    client = one.browser("zhang")
    given = {**form_of(client.get(where), "/state"), "to": "to_check"}
    assert "待复核" in shown(client.post(f"{where}/state", given, follow=True))
    assert "另有人" in shown(client.post(f"{where}/state", given, follow=True))
    row.refresh_from_db()
    assert row.state == "to_check"


def test_a_note_is_shown_as_it_was_written(place):
    one, where, _ = place
    client = one.browser("zhang")
    answer = client.post(f"{where}/note", {"text": "<script>alert(1)</script> 已电话联系"}, follow=True)
    assert "&lt;script&gt;" in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()


def test_a_reader_reads(place):
    one, where, _ = place
    page = one.browser("zhao").get(where).content.decode()
    assert "材料清单" in page
    assert "/review" not in page
    assert f"{where}/state" not in page


def test_whoever_recuses_himself_has_it_no_more(place):
    one, where, row = place
    client = one.browser("zhang")
    client.post(f"{where}/recuse", {"reason": " "})
    assert client.get(where).status_code == 200, "without a reason nothing is done"
    answer = client.post(f"{where}/recuse", {"reason": "曾任该单位顾问"}, follow=True)
    assert "张三 回避" in shown(answer)
    assert row.key not in shown(client.get(f"/b/{row.batch_id}"))
    assert client.get(where).status_code == 404
    assert one.browser("li").get(where).status_code == 200
