"""A sentence's numbers are read as everywhere else: what only the ear can tell gives none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.content.tables import ParagraphLine
from extractors.lists.figures import roster_figures
from extractors.lists.listing import Listing
from extractors.narrative.quantities import one_line, quantities
from schemas.locator import Locator
from schemas.tables import Row
from tests.extractors.values.test_numerals import FORMAL, PLAIN, written


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("全年培训两万三百人次", ["20300"], id="ten-thousand-and-hundreds"),
        pytest.param("全年培训两万三人次", [], id="short-for-23000-or-20003"),
        pytest.param("全年培训两万零三人次", ["20003"], id="a-nought-between"),
        pytest.param("服务企业一百五十家", ["150"], id="hundred-and-fifty"),
        pytest.param("服务企业一百五家", [], id="short-for-150-or-105"),
        pytest.param("服务企业一百零五家", ["105"], id="hundred-and-five"),
        pytest.param("服务企业一千二家", [], id="short-for-1200-or-1002"),
        pytest.param("举办活动三四场", [], id="three-or-four"),
        pytest.param("举办活动十四场", ["14"], id="fourteen"),
        pytest.param("服务百家企业", [], id="a-hundred-or-so"),
        pytest.param("融资三点五亿元", ["350000000"], id="a-point-in-words"),
        pytest.param("重点五家企业", ["5"], id="a-point-that-is-none"),
        pytest.param("培训1万2000人次", ["12000"], id="every-place-below-the-step"),
        pytest.param("培训1万2人次", [], id="short-for-12000-or-10002"),
        pytest.param("培训2万3千余人次", ["23000"], id="digits-with-steps"),
        pytest.param("培训20余万人次", ["200000"], id="more-than-before-the-step"),
        pytest.param("培训3万五千人次", [], id="digits-and-words"),
        pytest.param("举办第二十三期", [], id="an-ordinal-of-three-signs"),
        pytest.param("举办二十三期", ["23"], id="the-same-as-a-count"),
        pytest.param("满意率百分之百", ["100"], id="all-of-a-hundred"),
        pytest.param("满意率百分之九十八点五", ["98.5"], id="per-cent-in-words"),
        pytest.param("占四成", ["40"], id="tenths"),
        pytest.param("占四成五", [], id="tenths-and-hundredths"),
    ],
)
def test_the_numbers_of_a_sentence(text, found):
    assert [quantity.value for quantity in quantities(one_line(text))] == [Decimal(value) for value in found]


@given(st.integers(1, 10**7), st.sampled_from([PLAIN, FORMAL]))
def test_what_is_written_in_steps_reads_back(number, characters):
    (found,) = quantities(f"全年培训{written(number, characters)}人次")
    assert (found.value, found.kind) == (number, "person_times")


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        pytest.param("上一年度共服务企业一百五十家", ["150"], id="hundred-and-fifty"),
        pytest.param("上一年度共服务企业1万2千家", ["12000"], id="digits-with-steps"),
        pytest.param("上一年度共服务企业一万二家", [], id="short-for-12000-or-10002"),
        pytest.param("上一年度共服务企业三四家", [], id="three-or-four"),
    ],
)
def test_the_total_below_a_list_of_enterprises(line, stated):
    place = Locator("名单.docx")
    one = Row({"name": "甲示例公司"}, place, {})
    said = (ParagraphLine(line, place),)
    listing = Listing("enterprises", "", (one,), place, {}, {}, (1, 1), None, stated_total=said)
    found = roster_figures({"enterprises": listing.rows}, {"enterprises": [listing]})
    assert [each.value for each in found if each.source == "roster.total"] == [Decimal(value) for value in stated]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("1,234,567家", [(1234567, "enterprises")], id="groups"),
        pytest.param("1,234,5678家", [], id="groups-that-are-none"),
        pytest.param("3,500人次", [(3500, "person_times")], id="one-group"),
        pytest.param("2024年120家，500人次", [(120, "enterprises"), (500, "person_times")], id="a-comma-between-two"),
        pytest.param("1万5千家", [(15000, "enterprises")], id="in-steps"),
        pytest.param("1万" + "1" * 60 + "x", [], id="digits-without-end"),
    ],
)
def test_digits_in_groups_and_steps(text, found):
    assert [(quantity.value, quantity.kind) for quantity in quantities(text)] == found
