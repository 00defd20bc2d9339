"""表格 in the browser: tables, order and doubts by address; a cell corrected comes back to its row."""

import pytest

from tests.builders.console import at_work, form_of, kept, shown


@pytest.fixture
def place(tmp_path):
    with at_work(tmp_path) as (one, batch, results):
        kept(results)
        dossier = batch.dossiers.order_by("order").last()
        yield one.browser("zhang"), f"/b/{batch.pk}/d/{dossier.pk}/tables", results


def test_a_list_beside_its_page_and_only_what_is_in_doubt(place):
    client, address, _ = place
    assert "人员名单" in shown(client.get(address))
    page = client.get(f"{address}?table=staff&row=3")
    assert "第 3 行" in shown(page)
    assert "07 管理人员和服务人员名单" in shown(page)
    assert "没有有疑问的行" in shown(client.get(f"{address}?table=staff&only=1"))
    assert "没有有疑问的行" not in shown(client.get(f"{address}?table=operations&only=1"))


def test_the_address_keeps_table_and_filter(place):
    client, address, _ = place
    text = client.get(f"{address}?table=staff&order=age").content.decode()
    assert "?table=staff&amp;only=1" in text.replace("order=age&amp;", "")


def test_a_cell_is_corrected_and_the_row_is_shown_again(place):
    client, address, results = place
    form = form_of(client.get(f"{address}?table=staff&row=3"), "/act/correct")
    told = {**form, "what": "tables.staff.3.age", "value": "41", "reason": "按原件"}
    after = client.post(address.replace("/tables", "/act/correct"), told, follow=True)
    assert after.redirect_chain[-1][0].endswith("table=staff&row=3")
    assert "经办人更正" in after.content.decode()
    assert "tables.staff.3.age" in (results / "decisions.yaml").read_text(encoding="utf-8")
