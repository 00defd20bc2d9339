"""Chinese and mixed numerals are read, speech and nonsense are not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.numerals import chinese, numeral

PLAIN = ("零一二三四五六七八九", "十百千", "万亿")
FORMAL = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟", "萬億")


def written(number: int, characters: tuple[str, str, str] = PLAIN) -> str:
    """The number in Chinese, as an accountant writes it."""
    digits, steps, big = characters
    if number < 10:
        return digits[number]
    for factor, name in ((10**8, big[1]), (10**4, big[0])):
        if number >= factor:
            left, right = divmod(number, factor)
            gap = digits[0] if 0 < right < factor // 10 else ""
            return written(left, characters) + name + (gap + written(right, characters) if right else "")
    for power in (3, 2, 1):
        if number >= 10**power:
            left, right = divmod(number, 10**power)
            gap = digits[0] if 0 < right < 10 ** (power - 1) else ""
            return digits[left] + steps[power - 1] + (gap + written(right, characters) if right else "")
    raise AssertionError(number)


@given(st.integers(0, 10**12 - 1), st.sampled_from([PLAIN, FORMAL]))
def test_what_is_written_in_steps_parses_back(number, characters):
    assert chinese(written(number, characters)) == number


@given(st.integers(10, 99_999_999))
def test_what_is_written_digit_by_digit_parses_back(number):
    assert chinese("".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))) == number


@given(st.integers(0, 9999), st.integers(0, 999))
def test_a_decimal_point_parses_back(whole, places):
    tail = f"{places:03d}"
    spoken = "".join("零一二三四五六七八九"[int(digit)] for digit in tail)
    assert chinese(f"{written(whole)}点{spoken}") == Decimal(f"{whole}.{tail}")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("廿五", "25"),
        ("一百一十", "110"),
        ("一千零五十", "1050"),
        ("一万五百", "10500"),
        ("三点五亿", "350000000"),
        ("一万亿", "1000000000000"),
        ("1.2亿", "120000000"),
        ("5百万", "5000000"),
        ("1亿2000万", "120000000"),
        ("1万2000", "12000"),
        ("2千050", "2050"),
        ("二〇", "20"),
        ("一二三", "123"),
        ("1,234,567.89", "1234567.89"),
        ("1'234", "1234"),
        ("1 234", "1234"),
        ("1 5 0", "150"),
        ("3.5e+2", "350"),
    ],
)
def test_one_number(text, value):
    assert numeral(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "一百五",
        "三万五",
        "1万2",
        "1万200",
        "1万20000",
        "三四",
        "两三",
        "二十至三十",
        "百",
        "十十",
        "一百二百",
        "零零五十",
        "一二百",
        "O",
        "1,2",
        "12,34",
        "1.2.3",
        "100 20",
        "5万6亿",
        "几十",
    ],
)
def test_not_one_number(text):
    assert numeral(text) is None
