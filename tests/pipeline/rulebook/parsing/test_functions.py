"""How the service functions of a file are read."""

import pytest

from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError
from tests.builders.rulebooks import RULEBOOK, write_city


def functions(folder, old="", new=""):
    return parse(write_city(folder, RULEBOOK.replace(old, new) if old else RULEBOOK)).rulebook.functions


def test_each_path_belongs_to_its_function(tmp_path):
    rule = functions(tmp_path)
    assert rule.at_least == 1
    assert [one.measure for one in rule.functions[0].paths[0]] == ["function.training.person_times"]


def test_a_function_that_only_people_judge(tmp_path):
    left = "    - {id: market, article: 第二条（六）, title: 市场开拓服务, manual: 年组织参展不少于5次}\n"
    old = "    - id: training\n"
    rule = functions(tmp_path, old, left + old)
    assert next((one.id, one.title, one.manual, one.paths) for one in rule.functions) == (
        "market",
        "市场开拓服务",
        "年组织参展不少于5次",
        (),
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  at_least: 1\n  each", "  each", "须写且只写一个：at_least"),
        ("      all_of:\n", "      some_of:\n", "须写且只写一个：all_of（都要达到）"),
    ],
)
def test_what_is_amiss(tmp_path, old, new, said):
    with pytest.raises(RulebookError, match=said):
        functions(tmp_path, old, new)
