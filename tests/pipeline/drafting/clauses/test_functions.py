"""How many functions, which bounds, in which of the ways that 或 parts, and for whom."""

from __future__ import annotations

import pytest

from pipeline.drafting.clauses.functions import function_title, functions
from pipeline.drafting.points import DraftMark, Point
from pipeline.rulebook.articles import read_regulation
from pipeline.rulebook.hold import read_text
from schemas.data_files import data_folder


def of(name: str, article: str):
    text = read_text(data_folder() / "regulations" / f"{name}.txt")[0]
    return list(functions(read_regulation(text), article))


@pytest.mark.parametrize(
    ("name", "article", "key", "value", "mark"),
    [
        ("liaocheng-2021", "第八条", "at_least", 1, DraftMark.CERTAIN),
        ("zhengzhou", "第七条", "by_type", {"综合性": 3, "专业性": 1}, DraftMark.CERTAIN),
        pytest.param("harbin", "第八条", "claimed", True, DraftMark.CONFIRM, id="no-number-is-asked-back"),
    ],
)
def test_how_many_must_be_met(name, article, key, value, mark):
    count = of(name, article)[0]
    assert count.choice.writes[0].rule[key] == value
    assert count.mark is mark


def test_or_parts_two_ways():
    written = [one.choice.writes[0] for one in of("liaocheng-2021", "第八条") if one.topic == "functions.financing"]
    assert [(one.rule["measure"], one.way) for one in written] == [
        ("activities", 0),
        ("financing_amount", 0),
        ("guarantee_amount", 1),
    ]


def test_a_branch_holds_for_those_it_names():
    whens = [
        one.choice.writes[0].rule.get("when") for one in of("harbin", "第八条") if one.topic == "functions.training"
    ]
    employees, managers = ({"function.training.focus": focus} for focus in ("employees", "managers"))
    assert whens == [None, employees, employees, managers, managers]


def invented(head: str, *items: str) -> list[Point]:
    numbered = "\n".join(f"（{'一二三四五六七'[at]}）{item}" for at, item in enumerate(items))
    return list(functions(read_regulation(f"第一章 申报条件\n第一条 {head}\n{numbered}\n"), "第一条"))


TRAINED = "培训服务。年培训中小企业人员不少于1000人次。"
LAWFUL = "法律服务。年提供法律咨询、维权服务不少于200次。"


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("示范平台还应当符合下列服务功能要求中的两项以上：", 2),
        ("应当符合下列服务功能中任意三项：", 3),
        ("应当达到以下功能要求之一：", 1),
        ("至少满足以下2项功能要求：", 2),
        ("应当符合下列服务功能要求：", None),
    ],
)
def test_how_many_is_said_in_several_ways(head, count):
    assert invented(head, TRAINED, LAWFUL)[0].choice.writes[0].rule.get("at_least") == count


def test_of_two_ways_one_of_which_nothing_reads_neither_is_asked_alone():
    known = invented("具备下列功能之一：", TRAINED, "创业服务。年组织创业辅导活动不少于8次。")
    either = invented("具备下列功能之一：", TRAINED, "创业服务。年组织创业辅导活动不少于8次，或者在孵企业不少于20家。")
    assert known[-1].mark is DraftMark.CERTAIN
    assert {(one.mark, one.chosen) for one in either if one.topic == "functions.startup"} == {
        (DraftMark.ASKED, "manual")
    }


def test_what_no_measure_is_of_is_named_and_left_to_people():
    points = invented("具备下列功能之一：", TRAINED, LAWFUL, "市场开拓服务。年组织企业参加展览展销不少于5次。")
    left = {one.section: one.rule for point in points for one in point.choice.writes if "manual" in one.rule}
    assert left == {
        "functions.legal": {"manual": "年提供法律咨询、维权服务不少于200次"},
        "functions.own_3": {"title": "市场开拓服务", "manual": "年组织企业参加展览展销不少于5次"},
    }


def test_a_function_is_called_by_its_title():
    assert function_title("training") == "培训服务"
