"""The pages of samples: the plan as a sentence, one call after the other, files by their names alone."""

import pytest

from tests.builders.commands import dossier as command
from tests.builders.console import at_work, shown


@pytest.fixture(scope="module")
def place(tmp_path_factory, database):
    assert database
    with at_work(tmp_path_factory.mktemp("office")) as (one, batch, results):
        dossier = batch.dossiers.order_by("order").first()
        out = results.parent / "samples" / "甲"
        done = command("sample", "draw", results, "--dossier", dossier.key, "--size", "2", "--out", out)
        assert done.exit_code == 0, done.output
        yield one.browser("zhang"), f"/b/{batch.pk}/samples", dossier


def test_the_plan_is_a_sentence_and_what_cannot_be_says_why(place):
    client, address, dossier = place
    said = {"dossier": dossier.pk, "of": "enterprises", "at_least": "80"}
    assert "才能说明不低于 80%" in shown(client.get(f"{address}/plan", said))
    assert "请填正整数" in shown(client.get(f"{address}/plan", said | {"size": "x"}))
    assert "请选择卷宗" in shown(client.get(f"{address}/plan", said | {"dossier": "999"}))


def test_a_call_shows_the_next_unit_and_what_is_no_outcome_is_said(place):
    client, address, _ = place
    page = client.get(f"{address}/of/甲/call")
    unit = page.content.decode().split('name="unit" value="')[1].split('"')[0]
    refused = client.post(f"{address}/of/甲/call", {"unit": unit, "outcome": "好", "person": "王五"})
    assert refused.status_code == 400
    assert "没有“好”这种结果" in shown(refused)
    assert 'value="王五"' in refused.content.decode()
    after = client.post(f"{address}/of/甲/call", {"unit": unit, "outcome": "satisfied"}, follow=True)
    assert "已答 1/2" in shown(after)


def test_only_the_files_of_a_sample_are_given_out_and_no_way_leads_elsewhere(place):
    client, address, _ = place
    assert client.get(f"{address}/of/甲/f/callsheet.xlsx").status_code == 200
    assert client.get(f"{address}/of/甲/f/.calls.lock").status_code == 404
    assert client.get(f"{address}/of/results/f/batch.json").status_code == 404
