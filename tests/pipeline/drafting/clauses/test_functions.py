"""How many functions, which bounds, in which of the ways that 或 parts, and for whom."""

from __future__ import annotations

import pytest

from pipeline.drafting.clauses.functions import function_title, functions
from pipeline.drafting.points import DraftMark
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


def test_a_function_is_called_by_its_title():
    assert function_title("training") == "培训服务"
