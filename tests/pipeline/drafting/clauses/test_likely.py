"""Likely readings that a person only confirms, and those that are none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.drafting.clauses.likely import bare, likely_bound, meant, plain_number
from pipeline.rulebook.articles import plain
from pipeline.rulebook.quantities import quantities


def of(sentence):
    text = plain(sentence)
    return likely_bound(text, list(quantities(text))[-1], "第二条（一）")


def test_growth_by_a_percentage():
    rule = of("近两年服务企业数量增长10%以上").writes[0].rule
    assert (rule["measure"], rule["at_least"]) == ("enterprise_growth", Decimal(10))


def test_a_ratio_of_two_known_amounts_is_a_measure_of_its_own():
    choice = of("服务收入占营业收入的比例不低于50%")
    assert dict(choice.writes[1].rule)["service_revenue_to_revenue"]["share_of"] == "service_revenue"
    assert choice.writes[0].rule["measure"] == "service_revenue_to_revenue"


@pytest.mark.parametrize(
    "sentence", ["主导产品收入占销售收入的比例不低于50%", "资产负债率不高于70%", "设备利用率不低于60%"]
)
def test_a_ratio_of_what_nobody_measures_is_not_likely(sentence):
    assert of(sentence) is None


def test_another_meaning_of_qualified_is_written_with_the_bound():
    choice = of("本科及以上学历或中级及以上职称人员占比不低于50%")
    assert dict(choice.writes[1].rule) == {"education": "本科", "title": "中级", "join": "or"}


@pytest.mark.parametrize("sentence", ["研发人员中本科及以上学历人员占比不低于50%", "持证人员占比不低于50%"])
def test_qualified_staff_of_some_other_kind_is_not_likely(sentence):
    assert of(sentence) is None


def test_and_is_a_join_only_where_the_text_says_which():
    assert meant("大专及以上学历和中级及以上职称人员") == {"education": "大专", "title": "中级"}
    assert meant("服务人员") is None


def test_phrases_and_numbers_as_one_writes_them():
    assert bare("(一)运营两年以上") == "运营两年以上"
    assert bare("或年服务企业30家以上") == "年服务企业30家以上"
    assert plain_number(Decimal("80.0")) == "80"


@given(st.decimals(0, 10**6, places=2))
def test_a_number_comes_back(value):
    assert Decimal(plain_number(value)) == value
