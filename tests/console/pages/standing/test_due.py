"""到期 in the browser: months as columns, the matters behind a number, the same as a workbook."""

import io

import pytest
from openpyxl import load_workbook

from tests.builders.console import office, shown
from tests.builders.ledger import small

ON = "on=2026-06-15"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    with office(tmp_path_factory.mktemp("place") / "office") as one:
        one.person("zhang", "decides", name="张三")
        small(one.folder / "台账")
        yield one.browser("zhang")


def test_months_are_columns_and_a_number_leads_to_its_matters(client):
    page = client.get(f"/standing/due?{ON}")
    said = shown(page)
    for head in ("已逾期", "6月", "2027 1月", "5月"):
        assert head in said
    assert "已逾期 319 天" in said
    only = shown(client.get(f"/standing/due?{ON}&month=2026-07"))
    assert "已逾期 319 天" not in only
    assert "2026-07-31" in only


def test_the_workbook_holds_just_what_is_chosen_one_matter_a_row(client):
    def rows(said):
        data = client.get(f"/standing/due/export?{ON}{said}").content
        return list(load_workbook(io.BytesIO(data))["到期"].values)[1:]

    assert {row[6] for row in rows("&month=2026-07")} == {"2026-07-31"}
    assert len(rows("")) > len(rows("&month=2026-07"))
    assert len(rows("&done=1")) >= len(rows(""))
