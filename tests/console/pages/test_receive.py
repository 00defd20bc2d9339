"""Receiving in the browser: files in groups with their paths, then one step that takes them in and screens."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders.console import form_of, shown, with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 1) as (one, _, _):
        client = one.browser("zhang")
        given = {"name": "2026年第一批", "as_of": "2026-03-15", "rulebook": "auto"}
        yield client, client.post("/batches/new", given).headers["Location"]


def test_from_the_drop_to_the_screening(place):
    from console.models import Job

    client, where = place
    token = form_of(client.get(where), "/receive/finish")["token"]
    sent = {"token": token, "paths": json.dumps(["D01/申报表.pdf", "D01/附件/甲.pdf"])}
    files = [SimpleUploadedFile("a", b"1"), SimpleUploadedFile("b", b"22")]
    answer = client.post(f"{where}/files", sent | {"files": files})
    assert answer.json() == {"dossiers": [{"name": "D01", "files": 2, "size": 3, "there": False}]}
    page = client.post(f"{where}/finish", {"token": token, "screen": "1"}, follow=True)
    assert "已收 1 个卷宗" in shown(page)
    assert Job.objects.get().kind == "screen"


@pytest.mark.parametrize("paths", ["[", '["../x"]', "[]", "3", '{"a": 1}'])
def test_what_cannot_be_taken_in_is_said(place, paths):
    client, where = place
    token = form_of(client.get(where), "/receive/finish")["token"]
    answer = client.post(f"{where}/files", {"token": token, "paths": paths, "files": [SimpleUploadedFile("a", b"1")]})
    assert answer.status_code == 400
    assert answer.json()["why"]


@pytest.mark.parametrize("given", [{"name": " "}, {"as_of": "heute"}, {"rulebook": "没有"}])
def test_a_batch_that_is_not_whole_is_not_begun(place, given):
    from console.models import OfficeBatch

    client, _ = place
    before = OfficeBatch.objects.count()
    sound = {"name": "又一批", "as_of": "2026-03-15", "rulebook": "auto"}
    assert client.post("/batches/new", sound | given).status_code == 400
    assert OfficeBatch.objects.count() == before


def test_what_was_dropped_is_let_go(place):
    client, where = place
    token = form_of(client.get(where), "/receive/finish")["token"]
    client.post(f"{where}/files", {"token": token, "paths": '["D01/x"]', "files": [SimpleUploadedFile("a", b"1")]})
    client.post(f"{where}/finish", {"token": token, "drop": "1"})
    assert "还没有收到文件" in shown(client.post(f"{where}/finish", {"token": token}, follow=True))
