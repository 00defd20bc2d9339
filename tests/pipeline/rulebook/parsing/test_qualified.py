"""Whom a regulation means by qualified staff."""

import pytest

from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError
from schemas.regulation.own_words import QualifiedMeaning
from tests.builders.language import RULEBOOK, write_language

GIVEN = "{education: 本科, title: 中级, join: or}"


def meaning(folder, written):
    return parse(write_language(folder, RULEBOOK.replace(GIVEN, written))).rulebook.own.qualified


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (GIVEN, QualifiedMeaning("本科", "中级", "or")),
        ("{education: 硕士}", QualifiedMeaning("硕士", "")),
        ("{education: 大专, title: 高级, skill: 技师}", QualifiedMeaning("大专", "高级", "", "技师")),
    ],
)
def test_from_which_step_on(tmp_path, written, meant):
    assert meaning(tmp_path, written) == meant


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{join: or}", "至少写"),
        ("{education: 中专}", "学历写"),
        ("{title: 总经理}", "职称写"),
        ("{education: 本科, skill: 学徒}", "技能等级写"),
        ("{education: 本科, join: xor}", "join 写"),
    ],
)
def test_what_is_amiss(tmp_path, written, said):
    with pytest.raises(RulebookError, match=said):
        meaning(tmp_path, written)
