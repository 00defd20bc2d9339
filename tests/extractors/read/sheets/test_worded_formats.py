"""A number that its format shows as words is what the words say: √ for 1, 否 for 0, 合格 from 60 on."""

from decimal import Decimal

import pytest

from extractors.read.sheets.number_formats import number_format, shown
from extractors.read.sheets.worded_formats import in_words, worded


@pytest.mark.parametrize(
    ("code", "number", "seen"),
    [
        pytest.param('"√";;"×"', "1", "√", id="positive"),
        pytest.param('"√";;"×"', "0", "×", id="zero"),
        pytest.param('"√";;"×"', "-1", None, id="negative numbers are shown as nothing"),
        pytest.param('[=1]"是";[=0]"否";General', "1", "是", id="by a condition"),
        pytest.param('[=1]"是";[=0]"否";General', "0", "否", id="by the second"),
        pytest.param('[=1]"是";[=0]"否";General', "2", None, id="by none"),
        pytest.param('[>=60]"合格";"不合格"', "60", "合格", id="at the bound"),
        pytest.param('[>=60]"合格";"不合格"', "59.9", "不合格", id="below it"),
        pytest.param("[Red][<60]\\不;0", "59", "不", id="a single sign behind a colour"),
        pytest.param('0"人"', "12", None, id="a unit behind the number"),
        pytest.param('yyyy"年"m"月"', "45000", None, id="a date"),
        pytest.param('0;-0;"无"', "0", "无", id="words for zero"),
        pytest.param('0;-0;"无"', "3", None, id="a number beside words for zero"),
        pytest.param('"负;零";0', "1", "负;零", id="a sign of parts within words"),
        pytest.param('"有";"无"', "0", "有", id="of two parts the first is for zero too"),
        pytest.param("#,##0;;", "5", None, id="no words at all"),
    ],
)
def test_what_is_shown_in_place_of_a_number(code: str, number: str, seen: str | None):
    assert in_words(worded(code), Decimal(number)) == seen


def test_the_words_are_what_is_read_and_no_number_is_left():
    assert shown(Decimal(1), number_format(200, '"√";;"×"')) == ("√", None)
    assert shown(Decimal(12), number_format(200, '[=1]"是";0"人"')) == ("12", Decimal(12))
