"""A date in any spelling parses back; what is no date is not made one."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import values
from tests.extractors.values.test_amounts import FULL_WIDTH
from tests.extractors.values.test_numerals import written

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2060, 12, 31))


@given(DAYS)
def test_a_day_in_any_spelling_parses_back(day):
    year, month, number = day.year, day.month, day.day
    spoken = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    formal = str.maketrans("〇一二三四五六七八九十", "零壹贰叁肆伍陆柒捌玖拾")
    spellings = [
        f"{year}.{month}.{number}",
        f"{year}/{month:02d}/{number:02d}",
        f"{year}-{month}-{number}",
        f"{year}年{month}月{number}日",
        f"{year} 年 {month:02d} 月 {number:02d} 日",
        f"{year}年{month}月{number}号（星期一）".translate(FULL_WIDTH),
        f"{spoken}年{written(month).replace('一十', '十')}月{written(number)}日",
        f"{spoken}年{written(month)}月{written(number)}日".translate(formal),
        f"{year}{month:02d}{number:02d}",
        f"{day.isoformat()} 00:00:00",
        f"民国{year - 1911}年{month}月{number}日",
        *([f"{number}/{month}/{year}", f"{month}-{number}-{year}"] if number > 12 or number == month else []),
        str((day - date(1899, 12, 30)).days),
    ]
    assert {values.iso_date(spelling) for spelling in spellings} == {day.isoformat()}
    assert values.iso_date("####", datetime(year, month, number)) == day.isoformat()  # noqa: DTZ001  a workbook knows no zone
    assert values.iso_date("", (day - date(1899, 12, 30)).days) == day.isoformat()


@given(DAYS)
def test_a_month_in_any_spelling_parses_back(day):
    year, month = day.year, day.month
    spellings = [
        f"{year}.{month}",
        f"{year}/{month:02d}",
        f"{year}-{month}",
        f"{year}年{month}月",
        f"{year}年{month:02d}月份",
    ]
    spellings.append(f"{year}{month:02d}")
    assert {values.iso_date(spelling) for spelling in spellings} == {f"{year}-{month:02d}"}
    assert values.month(day.isoformat()) == f"{year}-{month:02d}"


@given(
    st.integers(1990, 2049),
    st.sampled_from(["{}", "{}年", "{}年度", "{} 年度", "{}年1-12月", "{}年1—12月", "{}年末", "{}年（上年度）"]),
)
def test_a_year_in_any_spelling_parses_back(year, spelling):
    assert values.year(spelling.format(year)) == year
    assert values.year(f"{year % 100:02d}年") == year
    assert values.year("", float(year)) == year


@pytest.mark.parametrize(
    "text",
    [
        "长期",
        "2024-02-30",
        "2024.13",
        "2018",
        "2018年",
        "Mar-18",
        "3/5/2018",
        "2018年3月5日至2038年3月4日",
        "待定",
        "12345",
        "2018 1 2 3",
    ],
)
def test_no_date(text):
    assert values.iso_date(text) is None


def test_a_month_shown_of_a_stored_day_stays_a_month():
    assert values.iso_date("2018年3月", date(2018, 3, 1)) == "2018-03"
    assert values.iso_date("2018/3/1", date(2018, 3, 1)) == "2018-03-01"
    assert values.iso_date("Mar-18", date(2018, 3, 1)) == "2018-03-01"


def test_a_month_stored_as_a_number_may_have_lost_its_nought():
    assert values.iso_date("2018.1", 2018.1) is None
    assert values.iso_date("2018.1") == "2018-01"
    assert values.iso_date("2018.3", 2018.3) == "2018-03"


@pytest.mark.parametrize("text", ["2023-2024", "上年度", "2023、2024年", "", "一", "12", "1850年"])
def test_no_year(text):
    assert values.year(text) is None
