"""补正 in the browser: who was asked, one dossier's rounds, more taken in, a term made longer."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders.console import shown
from tests.builders.rounds import LEASE, two_rounds


@pytest.fixture(scope="module")
def at(tmp_path_factory, database):
    assert database
    with two_rounds(tmp_path_factory.mktemp("rounds")) as one:
        yield one


def page(at, who="zhang"):
    return shown(at.office.browser(who).get(f"/b/{at.batch.pk}/d/{at.dossier.pk}/rounds"))


def test_the_batch_lists_who_was_asked_and_what_came(at):
    said = shown(at.office.browser("zhang").get(f"/b/{at.batch.pk}/rounds"))
    assert "样补〔2026〕1号" in said
    assert "1 件" in said


def test_the_dossier_shows_what_was_settled_and_what_is_still_open(at):
    said = page(at)
    for part in ("第 2 轮", "新交的文件", LEASE, "已解决", "样补〔2026〕1号"):
        assert part in said
    assert said.index("第 2 轮") < said.index("第 1 轮")


def test_whoever_only_reads_is_offered_no_act(at):
    assert "收下并初审" in page(at)
    assert "收下并初审" not in page(at, "zhao")


def test_more_is_taken_in_and_nothing_chosen_is_said(at):
    client, address = at.office.browser("zhang"), f"/b/{at.batch.pk}/d/{at.dossier.pk}"
    said = client.post(f"{address}/supplement", {"files": [SimpleUploadedFile("说明.txt", b"x")]}, follow=True)
    assert "已收 1 个文件，列入第 2 轮" in shown(said)
    assert "请选择补正材料" in shown(client.post(f"{address}/supplement", {}, follow=True))


def test_a_term_is_made_longer_and_why_not_is_said(at):
    client, address = at.office.browser("zhang"), f"/b/{at.batch.pk}/d/{at.dossier.pk}/extend"
    assert "理由" in shown(client.post(address, {"days": "3"}, follow=True))
    assert "延长到 2026-03-02" in shown(client.post(address, {"days": "3", "reason": "在外地"}, follow=True))
    other = at.batch.dossiers.exclude(pk=at.dossier.pk).get()
    refused = client.post(f"/b/{at.batch.pk}/d/{other.pk}/extend", {"days": "3", "reason": "在外地"}, follow=True)
    assert "还没有送达的补正通知" in shown(refused)
