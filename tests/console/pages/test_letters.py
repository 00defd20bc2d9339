"""The pages of letters: drafts for the chosen, words that are kept when they are refused, all of them to print."""

import pytest

from tests.builders.console import at_work, form_of, kept, shown


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        kept(results)
        yield one.browser("zhang"), batch, batch.dossiers.order_by("order").last()


def test_a_dossier_that_needs_a_letter_is_offered_and_gone_once_it_is_drafted(place):
    client, batch, dossier = place
    address = f"/b/{batch.pk}/letters"
    assert "草拟 1 份" in shown(client.get(address))
    made = client.post(f"{address}/draft", {"dossier": dossier.pk}, follow=True)
    assert "补正通知书" in shown(made)
    assert "需要文书的卷宗都已草拟" in shown(client.get(address))


def test_nobody_chosen_and_nothing_to_say_are_said(place):
    client, batch, _ = place
    address = f"/b/{batch.pk}/letters/draft"
    assert "请先选择卷宗" in shown(client.post(address, follow=True))
    whole = batch.dossiers.order_by("order").first()
    refused = client.post(address, {"dossier": whole.pk, "kind": "ineligible"}, follow=True)
    assert "没有可写入" in shown(refused)


def test_all_letters_come_in_one_file_and_one_letter_as_word(place):
    client, batch, dossier = place
    client.post(f"/b/{batch.pk}/letters/draft", {"dossier": dossier.pk})
    printed = client.post(f"/b/{batch.pk}/letters/print")
    assert printed.content[:2] == b"PK"
    one = client.get(f"/b/{batch.pk}/d/{dossier.pk}/letters/{dossier.letters.get().pk}/file")
    assert one.content[:2] == b"PK"


def test_a_step_that_is_none_is_refused_and_the_letter_stays(place):
    client, batch, dossier = place
    page = client.post(f"/b/{batch.pk}/letters/draft", {"dossier": dossier.pk}, follow=True)
    form = form_of(page, "/act")
    after = client.post(f"{page.request['PATH_INFO']}/act", {**form, "to": "nonsense"}, follow=True)
    assert "请选择怎样办理" in shown(after)
    assert dossier.letters.get().state == "draft"
