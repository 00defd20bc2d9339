"""What was read, row by row: places, doubts, numbers in their order."""

import pytest

from tests.builders.console import at_work


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    from console.results.read_back import screening_at

    with at_work(tmp_path_factory.mktemp("office")) as (_, batch, results):
        yield screening_at(results / batch.dossiers.order_by("order").last().folder)


def test_the_form_first_then_the_lists_that_were_found_then_the_figures(read):
    from console.results.read_tables import tabs

    keys = [one.key for one in tabs(read)]
    assert (keys[0], keys[-1]) == ("form", "figures")
    assert "survey" not in keys
    assert {one.key: one.count for one in tabs(read)}["enterprises"] == len(read.raw["tables"]["enterprises"])


def test_a_row_tells_its_place_and_what_is_corrected_under_which_id(read):
    from console.results.read_tables import correctable, table

    row = table(read, "staff").rows[2]
    assert row.number == 3
    assert row.file > 0
    assert "第" in row.where
    what, title, text = correctable(row)[0]
    assert what == "tables.staff.3.name"
    assert "姓名" in title
    assert text == read.raw["tables"]["staff"][2]["name"]


def test_numbers_are_ordered_as_numbers_and_what_is_empty_comes_last(read):
    from console.results.read_tables import ordered, table

    staff = table(read, "staff")
    ages = [row.cells[1].text for row in ordered(staff.rows, staff.heads, "age")]
    assert ages == sorted(ages, key=int)
    titles = [row.cells[4].text for row in ordered(staff.rows, staff.heads, "title")]
    assert (titles.count(""), titles[-1]) == (1, "")
    assert ordered(staff.rows, staff.heads, "nothing") == list(staff.rows)


def test_a_row_of_which_a_point_speaks_is_in_doubt(read):
    from console.results.read_tables import table

    doubtful = [row for row in table(read, "operations").rows if row.doubts]
    assert [doubt.rule for row in doubtful for doubt in row.doubts] == ["crosscheck.enterprises_served"]


def test_a_table_that_was_not_found_is_the_form(read):
    from console.results.read_tables import table

    assert table(read, "survey").key == "form"
    assert table(read, "no such").key == "form"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"cell": "表2!R3C1"}, {"cell": "表2!R3C4"}, True),
        ({"cell": "表2!R3C1"}, {"cell": "表2!R4C1"}, False),
        ({"cell": "B7"}, {"cell": "F7"}, True),
        ({"cell": "B7"}, {"cell": "B17"}, False),
        ({"bbox": (0, 10, 50, 20)}, {"bbox": (60, 11, 90, 21)}, True),
        ({"bbox": (0, 10, 50, 20)}, {"bbox": (60, 21, 90, 31)}, False),
        ({"bbox": (0, 10, 50, 20)}, {"cell": "B7"}, False),
    ],
)
def test_two_places_of_one_row(one, other, same):
    from console.results.read_tables import _same_row
    from schemas.locator import Locator

    assert _same_row(Locator("a.pdf", 1, **one), Locator("a.pdf", 1, **other)) is same
    assert not _same_row(Locator("a.pdf", 1, **one), Locator("b.pdf", 1, **one))
