"""Of columns to be ticked the one that bears a tick counts, whatever people tick with; else a person looks."""

import pytest

from extractors.content.tables import GridCell
from extractors.lists.cell_values import convert, unsettled
from schemas.locator import Locator
from schemas.tables import LISTS

SATISFIED = next(column for column in LISTS["enterprises"].columns if column.key == "satisfied")


def ticked(yes, no):
    places = {
        key: (GridCell(text, None, Locator("名单.xlsx"), 0, at), text)
        for at, (key, text) in enumerate((("satisfied.yes", yes), ("satisfied.no", no)))
    }
    value = convert(SATISFIED, places, "", None)
    return value, unsettled(SATISFIED, value, places)


@pytest.mark.parametrize(
    ("yes", "no", "read"),
    [
        pytest.param("√", "", (True, False), id="a-tick"),
        pytest.param("☑", "☐", (True, False), id="boxes"),
        pytest.param("☐", "☑", (False, False), id="the-other-box"),
        pytest.param("是", "否", (True, False), id="words"),
        pytest.param("否", "是", (False, False), id="words-of-the-other"),
        pytest.param("Y", "N", (True, False), id="letters"),
        pytest.param("对", "错", (True, False), id="right-and-wrong"),
        pytest.param("○", "", (True, False), id="a-circle-where-nothing-else-stands"),
        pytest.param("", "★", (False, False), id="a-star"),
        pytest.param("●", "○", (True, False), id="a-full-circle-and-an-empty-one"),
        pytest.param("满意", "", (True, False), id="the-word-of-the-head"),
        pytest.param("×", "", (None, True), id="a-cross-may-mean-either"),
        pytest.param("√", "√", (None, True), id="both"),
        pytest.param("", "", (None, False), id="neither"),
    ],
)
def test_two_columns(yes, no, read):
    assert ticked(yes, no) == read


@pytest.mark.parametrize(("text", "own_words"), [("😀", True), ("★★★", True), ("5分", True), ("从未联系", False)])
def test_a_mark_of_ones_own_is_for_a_person(text, own_words):
    parts = {"satisfied": (GridCell(text, None, Locator("名单.xlsx"), 0, 0), text)}
    assert unsettled(SATISFIED, convert(SATISFIED, parts, "", None), parts) is own_words


BOUGHT = next(column for column in LISTS["equipment"].columns if column.key == "purchased_on")


@pytest.mark.parametrize(
    ("text", "own_words"),
    [
        pytest.param("21.11", True, id="a-year-of-two-digits"),
        pytest.param("’21年11月", True, id="in-words"),
        pytest.param("2021.11", False, id="a-whole-year"),
        pytest.param("不详", False, id="no-date"),
        pytest.param("211.1", False, id="no-year"),
    ],
)
def test_a_date_whose_century_goes_without_saying_is_for_a_person(text, own_words):
    parts = {"purchased_on": (GridCell(text, None, Locator("清单.xlsx"), 0, 0), text)}
    assert unsettled(BOUGHT, convert(BOUGHT, parts, "", None), parts) is own_words


NAMES = {table: next(one for one in LISTS[table].columns if one.key == "name") for table in ("enterprises", "staff")}


@pytest.mark.parametrize("listed", ["enterprises", "staff"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("1、示例公司", "示例公司", id="a-pause"),
        pytest.param("12.示例公司", "示例公司", id="a-point"),
        pytest.param("（3）示例公司", "示例公司", id="in-brackets"),
        pytest.param("58示例公司", "58示例公司", id="a-number-of-the-name"),
        pytest.param("3.5示例", "3.5示例", id="a-decimal"),
    ],
)
def test_the_rows_number_in_front_is_none_of_the_name(listed, text, name):
    parts = {"name": (GridCell(text, None, Locator("名单.xlsx"), 0, 0), text)}
    assert convert(NAMES[listed], parts, "", None) == name
