"""What is written in any spelling parses back, and what is not a value is not made one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import values
from extractors.values.amounts import money
from tests.extractors.values.test_numerals import FORMAL, PLAIN, written

FULL_WIDTH = str.maketrans("0123456789,.%-", "０１２３４５６７８９，．％－")
AMOUNTS = st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False)


@given(
    AMOUNTS,
    st.sampled_from(
        [
            "{}",
            "{:,}",
            " {} ",
            "约{}",
            "{}左右",
            "{:,}元",
            "￥{:,}",
            "人民币{}元",
            "___{}___",
            "{}+",
            "{} 元",
            "'{}",
            "{}（估算）",
        ]
    ),
    st.booleans(),
)
def test_a_number_in_any_spelling_parses_back(amount, spelling, wide):
    text = spelling.format(amount)
    assert values.number(text.translate(FULL_WIDTH) if wide else text) == amount


@given(
    AMOUNTS,
    st.sampled_from(
        [("元", 0), ("千元", 3), ("万元", 4), ("百万元", 6), ("亿元", 8), ("万", 4), ("亿", 8), ("万元 万元", 4)]
    ),
)
def test_an_amount_in_any_unit_parses_back(amount, unit):
    name, power = unit
    assert values.amount(f"{amount}{name}", "元") == amount.scaleb(power)
    assert values.amount(f"{amount}{name}", "万元", "元") == amount.scaleb(power - 4)


@given(st.integers(1, 10**9), st.sampled_from([PLAIN, FORMAL]))
def test_a_formal_amount_parses_back(amount, characters):
    assert values.amount(f"人民币{written(amount, characters)}元整", "元") == amount


@given(AMOUNTS.filter(lambda share: share <= 100), st.sampled_from(["{}%", "{} %", "{}％", "{}", "约{}%", "占{}%"]))
def test_a_share_in_any_spelling_parses_back(share, spelling):
    read = values.share(spelling.format(share))
    assert read == (None if spelling.startswith("占") else share)


@given(st.text(max_size=30))
def test_nothing_makes_them_stumble(text):
    for read in (
        values.number,
        values.share,
        values.iso_date,
        values.year,
        values.truth,
        values.satisfied,
        values.mark,
    ):
        read(text)
    values.phone(text)
    values.choice(text)
    values.amount(text, "万元", "元")
    assert values.clean(values.clean(text)) == values.clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u3000",
        "无",
        "无。",
        "（无）",
        "/",
        "\\",
        "—",
        "——",
        "－",
        "-",
        "----",
        "N/A",
        "n.a.",
        "无此项",
        "暂无",
        "不适用",
        "____",
        "年 月 日",
        "  %",
        "万元",
        "____万元",
        "台（套）",
        "租用□ 自有□",
        "□是 □否",
        "□",
        "…",
    ],
)
def test_blank(text):
    assert values.is_blank(text)


@pytest.mark.parametrize(
    "text", ["0", "一", "无锡示例有限公司", "否", "×", "张□", "☑是 □否", "1%", "2024年", "同上", "-1", "√"]
)
def test_not_blank(text):
    assert not values.is_blank(text)


@pytest.mark.parametrize(
    ("text", "ditto"),
    [
        ("同上", True),
        ("〃", True),
        ("″", True),
        ('"', True),
        ("同 前", True),
        ("同上。", True),
        ("同左", False),
        ("", False),
        ("同上海", False),
    ],
)
def test_ditto(text, ditto):
    assert values.is_ditto(text) is ditto


@pytest.mark.parametrize(
    ("text", "number", "approximate"),
    [
        ("150余家", "150", True),
        ("100多", "100", True),
        ("100多万", "1000000", True),
        ("150+", "150", True),
        ("不少于20人", "20", True),
        ("壹佰贰拾万元整", "1200000", False),
        ("300万元 万元", "3000000", False),
        ("(300)", "-300", False),
        ("－300", "-300", False),
        ("负5", "-5", False),
        ("12（不含兼职）", "12", False),
        ("150（家）", "150", False),
        ("320.5（2024年末）", "320.5", False),
        ("1.2亿", "120000000", False),
        ("壹万贰仟叁佰肆拾伍元陆角柒分", "12345.67", False),
        ("壹佰万元整（¥1,000,000.00）", "1000000", False),
        ("150家/年", "150", False),
    ],
)
def test_number_with_what_stands_around_it(text, number, approximate):
    assert values.number(text) == Decimal(number)
    assert values.approximate(text) is approximate


@pytest.mark.parametrize(
    ("text", "at_least"),
    [
        ("150余家", True),
        ("150家以上", True),
        ("超过150家", True),
        ("不少于20人", True),
        ("150+", True),
        ("约150家", False),
        ("约150余家", False),
        ("150家左右", False),
        ("近150家", False),
        ("150家", False),
        ("", False),
    ],
)
def test_which_words_say_at_least_so_many(text, at_least):
    assert values.at_least(text) is at_least


@pytest.mark.parametrize(
    "text",
    [
        "100-200",
        "100～200",
        "二十至三十",
        "3个5台",
        "不足10",
        "第3",
        "",
        "万元",
        "若干",
        "几十家",
        "12（11）",
        "12（11人）",
        "12（10）人",
        "300美元",
        "2+3",
        "1、2",
    ],
)
def test_not_one_number(text):
    assert values.number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("326.40（审计数）万元", "3264000"),
        ("12（含兼职2人）人", "12"),
        ("12（其中女5）", "12"),
        ("620（含会议室80）平方米", "620"),
        ("12人，其中兼职2人", "12"),
        ("326.40 经审计", "326.40"),
        ("12人（不含退休返聘3人）", "12"),
    ],
)
def test_a_remark_is_no_part_of_the_number(text, value):
    assert values.number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "holds"), [("20-30", True), ("12（11）", True), ("每月三次", True), ("面议", False), ("", False)]
)
def test_a_text_that_holds_a_number_without_being_one(text, holds):
    assert values.holds_number(text) is holds


@pytest.mark.parametrize(
    ("text", "unit", "stated", "value"),
    [
        pytest.param("1,234,567.89元", "万元", "", "123.456789", id="unit-in-text"),
        pytest.param("1234567.89", "万元", "单位：元", "123.456789", id="unit-of-the-column"),
        pytest.param("1234567", "万元", "金额单位：人民币元", "123.4567", id="unit-of-a-line-in-words"),
        pytest.param("123.46万", "万元", "元", "123.46", id="text-wins-over-column"),
        pytest.param("320.5", "万元", "", "320.5", id="nobody-names-it"),
        pytest.param("1234567元 万元", "万元", "万元", "123.4567", id="writers-unit-before-the-printed-one"),
        pytest.param("150万万元", "万元", "万元", "150", id="printed-unit-run-together"),
        pytest.param("一百五十", "万元", "", "150", id="chinese-in-the-columns-unit"),
        pytest.param("一百五十万", "万元", "", "150", id="chinese-with-its-own-wan"),
        pytest.param("1.2亿", "万元", "", "12000", id="yi"),
        pytest.param("10000千元", "万元", "", "1000", id="thousands"),
        pytest.param("(12.5)", "万元", "", "-12.5", id="accountants-minus"),
        pytest.param("3千", "万元", "", None, id="thousand-of-what"),
        pytest.param("300美元", "万元", "", None, id="dollars"),
        pytest.param("300", "万元", "万美元", None, id="dollars-in-the-head"),
        pytest.param("（12）人", "人", "", "12", id="brackets-of-the-form"),
        pytest.param("150户", "家", "", "150", id="hu-is-jia"),
        pytest.param("150户次", "家", "", None, id="visits-are-not-enterprises"),
        pytest.param("150人", "家", "", None, id="people-are-not-enterprises"),
        pytest.param("150人次", "家、人/次", "", "150", id="form-leaves-the-choice"),
        pytest.param("1200㎡", "平方米", "", "1200", id="square-metres"),
        pytest.param("1.2万平米", "平方米", "", "12000", id="ten-thousand-square-metres"),
        pytest.param("12台（套）", "台（套）", "", "12", id="printed-unit"),
    ],
)
def test_amount(text, unit, stated, value):
    assert values.amount(text, unit, stated) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "native", "value"),
    [
        pytest.param("1,235", 1234.56, "1234.56", id="display-rounds"),
        pytest.param("####", 1234.56, "1234.56", id="column-too-narrow"),
        pytest.param("0.3", 0.1 + 0.2, "0.3", id="binary-noise"),
        pytest.param("300", True, "300", id="truth-is-no-number"),
        pytest.param("1.38E+05", 138123, "138123", id="scientific-display"),
        pytest.param("300", 5, "300", id="another-number-than-shown"),
    ],
)
def test_a_workbooks_own_number_is_finer_than_its_display(text, native, value):
    assert values.number(text, native) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "native", "value"),
    [
        ("百分之八十五", None, "85"),
        ("百分之八十五点五", None, "85.5"),
        ("八成五", None, "85"),
        ("八成", None, "80"),
        ("千分之五", None, "0.5"),
        ("86%", 0.8567, "85.67"),
        ("85%", 85, "85"),
        ("0.85", None, "0.85"),
        ("1", None, "1"),
        ("12人", None, None),
        ("全部", None, None),
    ],
)
def test_share(text, native, value):
    assert values.share(text, native) == (None if value is None else Decimal(value))


def test_a_list_of_fractions_is_told_by_the_caller():
    assert values.share("0.85", fraction=True) == 85
    assert values.share("1", fraction=True) == 1
    assert values.share("85", fraction=True) == 85


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("张　三", "张三"),
        ("注 册", "注册"),
        ("示例（集团）有限公司", "示例（集团）有限公司"),
        ("ＡＢＣ１２３", "ABC123"),
        ("第一行\n第二行", "第一行第二行"),
        ("John  Smith", "John Smith"),
        ("'00123", "00123"),
        ("___示例___", "示例"),
        ("示\u200b例_x000D_", "示例"),
    ],
)
def test_clean(text, kept):
    assert values.clean(text) == kept


@pytest.mark.parametrize(
    ("text", "native", "value"),
    [
        pytest.param("1,234.50", None, "1234.5", id="as-written"),
        pytest.param("(1,234.50)", None, "-1234.5", id="an-accountants-minus"),
        pytest.param("300万元", None, "3000000", id="its-own-unit"),
        pytest.param("￥1,234", None, "1234", id="the-currency"),
        pytest.param("1,234", 1233.9, "1233.9", id="a-workbook-knows-it-finer"),
        pytest.param("-", 0, "0", id="nought-shown-as-a-stroke"),
        pytest.param("五、1", None, None, id="the-number-of-a-note"),
        pytest.param("2025年", 2025, None, id="a-year"),
        pytest.param("12.5%", 0.125, None, id="a-share"),
        pytest.param("二", None, None, id="a-section"),
        pytest.param("营业收入", None, None, id="words"),
    ],
)
def test_money_of_a_cell(text, native, value):
    assert money(text, native) == (None if value is None else Decimal(value))
