"""The form and the lists that count, each with what is to be doubted of it as a whole."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.counted import counted_of
from extractors.stated import figure
from schemas.figures import Figure
from schemas.locator import Locator
from schemas.trust import NONE, Doubt, Doubts
from tests.extractors.versions.test_form_copies import reading
from tests.extractors.versions.test_lists_by_year import listing

NAME = "示例甲乙丙丁有限公司"
MISREAD = frozenset({Doubt.RECOGNISED})


def in_papers(*names: str, doubts: Doubts = NONE) -> list[Figure]:
    place = Locator("执照.pdf", doubts=doubts)
    return [figure("applicant_name", "licence", name, name, [place]) for name in names]


def name_on_form(written: str, doubts: Doubts, stated: Sequence[Figure]) -> object:
    read = reading("申报表.pdf", doubts=doubts, applicant_name=written)
    (entry,) = counted_of([read], read.form, {}, stated, 2025).entries
    assert entry.text == written
    return entry.value


@pytest.mark.parametrize(
    ("written", "counts"),
    [
        pytest.param("示例甲乙丙了有限公司", NAME, id="one-character-misread"),
        pytest.param("示例甲乙西了有限公司", NAME, id="two-characters-misread"),
        pytest.param("示例甲己西了有限公司", "示例甲己西了有限公司", id="three-are-another-name"),
    ],
)
def test_a_doubtful_name_is_spelt_as_the_papers_spell_it(written, counts):
    assert name_on_form(written, MISREAD, in_papers(NAME, NAME)) == counts


@pytest.mark.parametrize(
    ("doubts", "stated"),
    [
        pytest.param(NONE, in_papers(NAME), id="the-form-is-read-for-certain"),
        pytest.param(MISREAD, in_papers(NAME, "示例甲乙丙丁戊有限公司"), id="papers-spell-it-in-two-ways"),
        pytest.param(MISREAD, in_papers(NAME, doubts=MISREAD), id="the-paper-is-in-doubt-itself"),
        pytest.param(MISREAD, [], id="no-paper-names-it"),
    ],
)
def test_the_name_stays_as_it_was_read(doubts, stated):
    assert name_on_form("示例甲乙丙了有限公司", doubts, stated) == "示例甲乙丙了有限公司"


@pytest.mark.parametrize(
    ("parts", "doubts"),
    [
        pytest.param([{}], NONE, id="a-whole-list"),
        pytest.param([{"partial": True}], {Doubt.MAIN_PART}, id="main-part-only"),
        pytest.param([{}, {"left_out": True}], {Doubt.ROWS_LEFT_OUT}, id="rows-left-out-of-one-sheet"),
        pytest.param([{"partial": True, "left_out": True}], {Doubt.MAIN_PART, Doubt.ROWS_LEFT_OUT}, id="both"),
    ],
)
def test_what_a_list_says_of_its_own_limits_is_a_doubt_about_it(parts, doubts):
    read = reading("名单.xlsx")
    read.listings = [replace(listing(), **part) for part in parts]
    counted = counted_of([read], None, {}, [], 2025)
    assert counted.list_doubts["enterprises"] == doubts


@pytest.mark.parametrize(("page", "doubted"), [(1, True), (None, False)])
def test_every_blank_of_a_form_without_lines_is_doubted(page, doubted):
    read = reading("申报表.pdf", total_assets=Decimal("326.4"))
    read.form = replace(read.form, place=Locator("申报表.pdf", page=page))
    (entry,) = counted_of([read], read.form, {}, [], 2025).entries
    assert (Doubt.FORM_WITHOUT_LINES in entry.doubts) is doubted


def test_a_dossier_without_form_and_lists_counts_nothing():
    counted = counted_of([], None, {}, [], 2025)
    assert (counted.form, counted.entries, counted.rows, counted.versions) == (None, [], {}, ())
