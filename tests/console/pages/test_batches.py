"""The list of a batch shows and exports the same rows; an administrator sees names alone."""

import io

import pytest
from openpyxl import load_workbook

from tests.builders.console import shown, with_rows


@pytest.fixture
def place(tmp_path):
    with with_rows(tmp_path, 4) as made:
        yield made


def test_the_export_is_what_the_list_shows(place):
    one, batch, rows = place
    client = one.browser("zhang")
    page = shown(client.get(f"/b/{batch.pk}", {"q": "第2家"}))
    assert rows[1].applicant in page
    assert rows[2].applicant not in page
    book = load_workbook(io.BytesIO(client.get(f"/b/{batch.pk}/export", {"q": "第2家"}).content))
    assert [cell.value for cell in book.active["A"][3:]] == ["D2"]


def test_an_administrator_sees_names_of_batches_and_no_dossier(place):
    one, batch, _ = place
    page = shown(one.browser("wang").get("/batches"))
    assert batch.name in page
    assert "示例公司" not in page


def test_giving_out_keeps_the_filter(place):
    one, batch, rows = place
    where = f"/b/{batch.pk}/assign?order=left"
    answer = one.browser("zhang").post(where, {"dossier": rows[0].pk, "to": "turn"})
    assert answer.headers["Location"] == f"/b/{batch.pk}?order=left"
    rows[0].refresh_from_db()
    assert rows[0].assignee


def test_a_folder_that_holds_no_results_is_said(place, tmp_path):
    one, _, _ = place
    given = {"folder": str(tmp_path), "members": one.people["zhang"].pk}
    answer = one.browser("wang").post("/batches/add", given)
    assert answer.status_code == 400
    assert "没有初审结果" in shown(answer)
