"""A workbook with a sheet for every year holds several lists; the one of last year counts, of others the newest."""

from dataclasses import replace

import pytest

from extractors.lists.listing import Listing
from extractors.versions.lists_by_year import is_old, is_replaced, of_the_year, year_of
from schemas.locator import Locator
from schemas.tables import Row

PLACE = Locator("名单.xlsx")
ROWS = (Row({"name": "甲"}, PLACE, {}),)


def listing(sheet=None, title="", file="名单.xlsx", table="enterprises"):
    return Listing(table, title, ROWS, Locator(file), {}, {}, (1, 1), sheet)


@pytest.mark.parametrize(
    ("made", "year"),
    [
        (listing("2025年"), 2025),
        (listing("2025"), 2025),
        (listing("名单", "2024年度服务中小企业名单"), 2024),
        (listing("名单", "2023-2025年服务中小企业名单"), 2025),
        (listing("名单", "服务中小企业名单", "2024年名单.xlsx"), 2024),
        (listing("名单", "服务中小企业名单"), None),
        (listing("名单20251"), None),
        (listing("名单", "联系电话 20250001"), None),
    ],
)
def test_the_year_of_a_list(made, year):
    assert year_of(made) == year


def test_last_years_list_counts_of_enterprises_and_the_newest_of_staff():
    years = [listing("2024"), listing("2025"), listing("2026")]
    counting, aside = of_the_year(years, 2025)
    assert ([year_of(one) for one in counting], [year_of(one) for one in aside]) == ([2025], [2024, 2026])
    staff = [replace(one, table="staff") for one in years]
    assert [year_of(one) for one in of_the_year(staff, 2025)[0]] == [2026]


def test_one_year_or_none_is_one_list():
    for group in ([listing("2025上"), listing("2025下")], [listing("甲"), listing("乙")]):
        assert of_the_year(group, 2025) == (group, [])


def test_a_list_without_a_year_beside_older_ones_is_the_one_of_now():
    old, now = listing("2023"), listing("名单")
    assert of_the_year([old, now], 2025) == ([now], [old])
    assert of_the_year([listing("2025"), now], 2025)[1] == []


def test_a_sheet_that_calls_itself_replaced_is_set_aside_unless_it_is_alone():
    old, new = listing("旧版"), listing("名单")
    assert of_the_year([old, new], 2025) == ([new], [old])
    assert of_the_year([old], 2025) == ([old], [])
    assert is_replaced(old)


@pytest.mark.parametrize(("sheet", "old"), [("2024", True), ("2025", False), ("2026", False), ("名单", False)])
def test_what_is_older_than_last_year(sheet, old):
    assert is_old(listing(sheet), 2025) is old
