"""Of several forms and lists one counts: no replaced one beside a valid one, last year's list beside older ones."""

from decimal import Decimal

from extractors.choose import best_form, chosen_lists
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
