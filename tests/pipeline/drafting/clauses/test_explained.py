"""A number is certain only where its words say the measure and nothing that narrows it."""

from __future__ import annotations

import pytest

from pipeline.drafting.clauses.explained import only_for, reading
from pipeline.rulebook.articles import plain
from pipeline.rulebook.quantities import quantities


def of(sentence: str, at: int = 0, scope: str = ""):
    text = plain(sentence)
    return reading(text, list(quantities(text))[at], scope)


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("资产总额不低于200万元", "total_assets"),
        ("上年末总资产达到120万元以上", "total_assets"),
        ("全年服务中小微企业不少于60家", "enterprises_served"),
        ("有150平方米以上的办公场所", "premises_area"),
        ("客户满意率不低于85%", "satisfaction"),
        ("大专以上学历或中级以上职称人员占比不低于60%", "qualified_staff_share"),
        ("运营两年以上的独立法人单位", "operating_years"),
        ("集聚各类专业服务机构5家以上", "partner_institutions"),
        ("上年度实现服务收入不少于80万元", "service_revenue"),
    ],
)
def test_words_that_say_the_measure_are_certain(sentence, measure):
    read = of(sentence)
    assert read.sure
    assert read.measures[0] == measure


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("净资产不低于200万元", id="a-narrower-measure"),
        pytest.param("参保人员不少于3人", id="some-of-the-staff"),
        pytest.param("本科及以上学历和中级及以上职称人员占60%以上", id="another-degree"),
        pytest.param("服务收入占营业收入的比例不低于50%", id="a-ratio-nobody-measures"),
        pytest.param("年服务企业50家（次）以上", id="visits-and-not-enterprises"),
        pytest.param("珠三角地区年服务中小企业不少于60家", id="for-one-region"),
        pytest.param("年服务规模以上企业不少于60家", id="for-some-enterprises"),
        pytest.param("服务100家以上的专精特新企业", id="of-titled-enterprises"),
        pytest.param("注册资本不低于50万元", id="capital-and-no-assets"),
        pytest.param("可自主支配场地面积不少于3000平方米", id="some-of-the-premises"),
        pytest.param("签约专家不少于20人", id="experts-and-no-staff"),
        pytest.param("其中小微企业占比不低于70%", id="a-share-of-the-enterprises"),
    ],
)
def test_words_that_narrow_it_are_not(sentence):
    assert not of(sentence).sure


def test_of_two_numbers_that_or_parts_neither_is_certain():
    sentence = "年服务中小企业不少于60家或总资产不低于100万元"
    assert not of(sentence).sure
    assert not of(sentence, 1).sure


def test_a_number_of_several_years_is_of_no_yearly_measure():
    assert not of("近三年服务中小企业200家以上", 1).sure
    assert of("运营两年以上、资产总额100万元以上", 1).sure


def test_in_a_function_the_number_is_of_the_function():
    read = of("全年培训企业人员500人次以上", scope="function.training.")
    assert read.sure
    assert read.measures[0] == "person_times"


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("依托单位为企业的,上年度销售收入不低于3000万元", "依托单位为企业的"),
        ("上年度销售收入不低于3000万元", ""),
        ("依托单位为企业的,应当纳税;上年度销售收入不低于3000万元", ""),
    ],
)
def test_whom_alone_a_number_is_asked_of(text, whom):
    assert only_for(text, next(quantities(text))) == whom
