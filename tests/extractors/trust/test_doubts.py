"""What was recognised with doubt; which lists come out even: numbered from 1, or most cells of every row filled."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.stated import figure
from extractors.trust import doubts
from schemas.application import Entry
from schemas.figures import Figure
from schemas.locator import Locator
from schemas.tables import Row
from schemas.trust import NONE, Doubt, Doubts

PLACE = Locator("名单.pdf", page=1, bbox=(0, 0, 10, 10))
BY_LAYOUT = frozenset({Doubt.BY_LAYOUT})
FROM_PICTURE = frozenset({Doubt.FROM_PICTURE})


def row(**values: object) -> Row:
    return Row(values, PLACE, {})


def under(doubt: Doubts, rows: list[Row]) -> list[Row]:
    return [replace(one, evidence=one.evidence.doubted(doubt)) for one in rows]


@pytest.mark.parametrize(
    ("key", "value", "text", "own_words"),
    [
        pytest.param("premises_tenure", None, "租用□自有×", True, id="a-cross-may-mean-either"),
        pytest.param("premises_tenure", None, "租用□自有□", False, id="nothing-is-marked"),
        pytest.param("premises_tenure", None, "租用□  □", True, id="the-other-struck-out"),
        pytest.param("premises_tenure", None, "租用　自有", True, id="no-box-beside-several-words"),
        pytest.param("premises_tenure", None, "租用○ 自有○", False, id="rings-for-boxes"),
        pytest.param("premises_tenure", None, "/", False, id="a-stroke"),
        pytest.param("staff_count", "12至15人", "12至15人", True, id="a-number-among-others"),
        pytest.param("staff_count", "若干", "若干", False, id="no-number"),
    ],
)
def test_an_answer_that_only_a_person_can_place(key, value, text, own_words):
    entry = doubts.of_blank(Entry(key, value, "", text, PLACE), NONE)
    assert (Doubt.OWN_WORDS in entry.doubts) is own_words


@pytest.mark.parametrize(
    ("rows", "even"),
    [
        pytest.param([row(no=1, name="甲"), row(no=2, name="乙")], True, id="numbered"),
        pytest.param([row(no=1, name="甲"), row(no=3, name="乙")], False, id="a-number-missing"),
        pytest.param([row(no=1, name="甲"), row(no=None, name="司")], False, id="a-row-without-number"),
        pytest.param([row(name="甲", phone="1", contact=None)], True, id="unnumbered-and-mostly-filled"),
        pytest.param([row(name="司", phone=None, contact=None)], False, id="a-row-of-one-cell"),
        pytest.param([row(name=None, phone="1", contact="一")], False, id="a-row-without-name"),
    ],
)
@pytest.mark.parametrize("come_by", [BY_LAYOUT, FROM_PICTURE])
def test_a_list_whose_rows_are_told_by_place(rows, even, come_by):
    assert doubts.of_list("enterprises", under(come_by, rows)) == (NONE if even else {Doubt.UNEVEN})


def test_lines_part_the_cells_of_a_list_beyond_doubt():
    assert doubts.of_list("enterprises", [row(name="司", phone=None, contact=None)]) == NONE


def named(name: str, file: str, doubt: Doubts = NONE) -> Figure:
    return figure("applicant_name", "declaration", name, name, [Locator(file, page=1, doubts=doubt)])


@pytest.mark.parametrize(
    ("seen", "right"),
    [
        pytest.param("示例甲乙服务有限公司", True, id="the-same"),
        pytest.param("示例甲乙服务有限公", False, id="a-seal-over-the-last-character"),
        pytest.param("示例甲己服务有眼公司", False, id="two-characters-off"),
        pytest.param("样例丙丁服务有限公司", True, id="another-name"),
    ],
)
def test_a_name_in_a_picture_nearly_spelled_as_elsewhere_is_no_other_name(seen, right):
    scan, typed = named(seen, "声明.jpg", FROM_PICTURE), named("示例甲乙服务有限公司", "申报表.docx")
    assert (Doubt.MISSPELT not in doubts.of_name(scan, [scan, typed]).doubts) is right
    print_ = named(seen, "声明.docx")
    assert doubts.of_name(print_, [print_, typed]).doubts == NONE


@pytest.mark.parametrize(
    ("value", "text", "doubted"),
    [
        pytest.param(Decimal("1.0"), "1.0万元", True, id="zeros-lost"),
        pytest.param(Decimal("1.00"), "1.00万元", False, id="money-with-two-places"),
        pytest.param(Decimal("1.5"), "1.5万元", False, id="a-digit-behind"),
        pytest.param(Decimal("1.0"), "1.0％", False, id="a-share"),
        pytest.param("www.1.0.example", "www.1.0.example", False, id="no-number"),
    ],
)
def test_a_blank_that_may_have_lost_its_thousands(value, text, doubted):
    typed = Entry("registered_capital", value, "万元", text, PLACE)
    scan = replace(typed, evidence=PLACE.doubted(FROM_PICTURE))
    assert (Doubt.POINT_OR_COMMA in doubts.of_blank(scan, NONE).doubts) is doubted
    assert doubts.of_blank(typed, NONE).doubts <= {Doubt.OWN_WORDS}


@pytest.mark.parametrize(
    ("key", "value", "doubted"),
    [
        pytest.param("staff_count", "20-30人", True, id="two-numbers-where-one-is-asked"),
        pytest.param("staff_count", "若干", False, id="no-number-at-all"),
        pytest.param("staff_count", Decimal(12), False, id="a-number"),
        pytest.param("honours", "2024年市级示范平台", False, id="a-blank-of-words"),
    ],
)
def test_what_a_number_in_other_words_comes_to_is_for_a_person(key, value, doubted):
    entry = Entry(key, value, "", str(value), PLACE)
    assert (Doubt.OWN_WORDS in doubts.of_blank(entry, NONE).doubts) is doubted


@pytest.mark.parametrize(
    ("cell", "numbers", "expected"),
    [
        pytest.param(FROM_PICTURE, (1, 2), FROM_PICTURE - FROM_PICTURE, id="recognised-well-and-numbered"),
        pytest.param(FROM_PICTURE, (1, 3), {Doubt.UNNUMBERED}, id="recognised-well-a-number-missing"),
        pytest.param(FROM_PICTURE | {Doubt.RECOGNISED}, (1, 2), {Doubt.RECOGNISED}, id="a-name-with-a-low-score"),
        pytest.param(BY_LAYOUT, (1, 3), NONE, id="typed-and-even-or-not-the-list-says"),
    ],
)
def test_a_count_has_the_grave_doubts_about_every_cell_it_rests_on(cell, numbers, expected):
    at = PLACE.doubted(cell)
    rows = [Row({"no": number, "name": f"示例{number}"}, at, {"name": at}) for number in numbers]
    counted = figure("enterprises_served", "roster", Decimal(2), "名单2行", [PLACE])
    assert doubts.of_count(counted, {"enterprises": rows}, {}).doubts == expected
    cut_short = doubts.of_count(counted, {"enterprises": rows}, {"enterprises": frozenset({Doubt.CUT_SHORT})})
    assert cut_short.doubts == {*expected, Doubt.CUT_SHORT}
