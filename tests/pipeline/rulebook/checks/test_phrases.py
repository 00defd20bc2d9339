"""What a number counts and which way it bounds is told by the words of its own phrase."""

import pytest

from pipeline.rulebook.articles import plain
from pipeline.rulebook.checks.phrases import direction, measures_said, phrase, speaks_of_another
from pipeline.rulebook.quantities import quantities

CLAUSE = plain("（二）服务业绩突出。年服务中小企业 80 家以上（其中“专精特新”企业不少于 5 家），用户满意度在 90% 以上；")


def number(text, at=0):
    return list(quantities(plain(text)))[at]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        pytest.param(0, "年服务中小企业80家以上", id="before-a-bracket"),
        pytest.param(1, "其中“专精特新”企业不少于5家", id="inside-it"),
        pytest.param(2, "用户满意度在90%以上", id="behind-it"),
    ],
)
def test_the_phrase_of_a_number_ends_at_commas_and_brackets(at, words):
    assert phrase(CLAUSE, number(CLAUSE, at)) == words


def test_a_reference_in_brackets_ends_no_phrase():
    text = plain("上述条件（一）中资产总额可放宽至不低于100万元，（五）中从业人数可放宽至5人")
    assert "资产总额" in phrase(text, number(text))
    assert "资产总额" not in phrase(text, number(text, 1))


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("不少于10人", "at_least"),
        ("不低于总服务量的20%", "at_least"),
        ("3家以上", "at_least"),
        ("不超过10人", "at_most"),
        ("低于10人", "at_most"),
        ("10人以下", "at_most"),
        ("有10人", ""),
    ],
)
def test_the_direction_stands_before_or_behind(text, way):
    assert direction(plain(text), number(text)) == way


@pytest.mark.parametrize(
    ("phrase_text", "measure", "other"),
    [
        pytest.param("年服务中小企业80家以上", "enterprises_served", "", id="its-own"),
        pytest.param("年服务中小企业80家以上", "partner_institutions", "年服务中小企业数", id="another"),
        pytest.param("上年度服务收入不低于100万元", "total_assets", "服务收入", id="another-sum"),
        pytest.param("获奖不少于3家", "partner_institutions", "", id="words-that-nobody-knows-accuse-nobody"),
        pytest.param(
            "培训员工不低于300人", "function.training.managers_trained", "培训服务：培训员工人数", id="function"
        ),
    ],
)
def test_a_phrase_that_speaks_of_another_measure_is_told(phrase_text, measure, other):
    assert speaks_of_another(phrase_text, measure) == other


def test_of_a_function_only_its_own_measures_are_asked():
    assert measures_said("线下年服务企业60家以上", "家", "function.information.") == ("offline_enterprises",)
    assert "enterprises_served" not in measures_said("线下年服务企业60家以上", "家")
