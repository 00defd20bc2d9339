"""Of several forms and lists one counts, no replaced one and no older year's; photographed pages are one list."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from extractors.choose import best_form, chosen_lists
from extractors.lists.listing import Listing
from extractors.reading import DocumentReading
from schemas.document import Document, Page
from schemas.locator import Locator
from schemas.tables import Row
from tests.extractors.versions.test_form_copies import WORD, reading
from tests.extractors.versions.test_lists_by_year import listing


def test_a_replaced_form_counts_only_where_it_is_alone():
    old = reading(
        "申报表（旧版作废）.docx", total_assets=Decimal(1), staff_count=Decimal(2), postcode="150000", fax="1"
    )
    assert best_form([old, WORD]) is WORD.form
    assert best_form([old]) is old.form


def test_a_replaced_form_with_a_title_counts_less_than_a_valid_one_without():
    old = reading("申报表（旧版作废）.docx", total_assets=Decimal(1))
    untitled = reading("表.docx", form="", total_assets=Decimal(2))
    assert best_form([old, untitled]) is untitled.form


def with_lists(path, *listings):
    made = reading(path)
    made.listings = list(listings)
    return made


def test_a_sheet_for_every_year_is_several_lists():
    made = with_lists("名单.xlsx", listing("2023"), listing("2024"), listing("2025"))
    lists = chosen_lists([made], None, {}, 2025)
    assert [one.sheet for one in lists.listings["enterprises"]] == ["2025"]
    assert [one.sheet for one in lists.aside["enterprises"]] == ["2023", "2024"]


def test_last_years_file_counts_less_though_it_is_longer():
    old = with_lists("2024年名单.xlsx", *[listing(file="2024年名单.xlsx")] * 3)
    new = with_lists("2025年名单.xlsx", listing(file="2025年名单.xlsx"))
    lists = chosen_lists([old, new], None, {}, 2025)
    assert {one.place.file for one in lists.listings["enterprises"]} == {"2025年名单.xlsx"}


def test_a_list_in_a_replaced_file_is_set_aside():
    old = with_lists("名单（作废）.xlsx", listing(file="名单（作废）.xlsx"))
    new = with_lists("名单.xlsx", listing())
    lists = chosen_lists([old, new], None, {}, 2025)
    assert {one.place.file for one in lists.listings["enterprises"]} == {"名单.xlsx"}
    assert {one.place.file for one in lists.aside["enterprises"]} == {"名单（作废）.xlsx"}


def photographed(file: str, numbers: Sequence[int | None]) -> DocumentReading:
    """A document with one list of enterprises whose rows have these numbers."""
    place = Locator(file, page=1)
    rows = tuple(Row({"no": number, "name": f"{file}第{at}家"}, place, {}) for at, number in enumerate(numbers))
    listing = Listing("enterprises", "", rows, place, {"name": place}, {}, (1, 1), None)
    document = Document(file, "", "image/jpeg", (Page(1, kind="scan"),))
    return DocumentReading(document, [], [], [listing], None, [], [])


def chosen(*readings: DocumentReading) -> list[str]:
    lists = chosen_lists(readings, None, {}, 2025)
    return [part.place.file for part in lists.listings["enterprises"]]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_pages_photographed_one_by_one_are_one_list_whichever_is_longest(order):
    pages = [
        photographed("a.jpg", range(1, 4)),
        photographed("b.jpg", range(4, 9)),
        photographed("c.jpg", range(9, 11)),
    ]
    assert chosen(*(pages[at] for at in order)) == ["a.jpg", "b.jpg", "c.jpg"]


def test_a_list_that_begins_anew_is_another():
    assert chosen(photographed("今年.jpg", range(1, 9)), photographed("去年.jpg", range(1, 6))) == ["今年.jpg"]


def test_unnumbered_pages_go_on_by_the_numbers_of_their_files():
    assert chosen(photographed("名单1.jpg", [None] * 3), photographed("名单2.jpg", [None] * 4)) == [
        "名单1.jpg",
        "名单2.jpg",
    ]
    assert chosen(photographed("名单1.jpg", [None] * 3), photographed("附表9.jpg", [None] * 4)) == ["附表9.jpg"]


def staffed(file: str, names: str, *, heads: str = "姓名 学历") -> DocumentReading:
    place = Locator(file, sheet="Sheet1")
    rows = tuple(Row({"name": name}, place, {}) for name in names)
    listing = Listing("staff", "", rows, place, dict.fromkeys(heads.split(), place), {}, (1, 1), "Sheet1")
    return DocumentReading(Document(file, "", "", ()), [], [], [listing], None, [], [])


@pytest.mark.parametrize(
    ("other", "heads", "apart"),
    [
        pytest.param("赵钱孙", "姓名 学历", [], id="a-copy-of-some-of-it"),
        pytest.param("冯陈", "姓名 学历", ["二.xlsx"], id="others-in-the-same-columns"),
        pytest.param("赵冯陈", "姓名 学历", ["二.xlsx"], id="one-of-three-in-both"),
        pytest.param("冯陈", "姓名 险种", [], id="a-paper-of-other-columns"),
    ],
)
def test_a_list_in_another_file_may_be_the_rest_of_it(other: str, heads: str, apart: list[str]) -> None:
    lists = chosen_lists([staffed("一.xlsx", "赵钱孙李周"), staffed("二.xlsx", other, heads=heads)], None, {}, 2025)
    assert [part.place.file for part in lists.listings["staff"]] == ["一.xlsx"]
    assert [part.place.file for part in lists.beside.get("staff", [])] == apart
