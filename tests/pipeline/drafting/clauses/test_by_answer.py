"""Bounds for those who tick one answer or another on the form."""

from __future__ import annotations

from pipeline.drafting.clauses.by_answer import by_answer
from pipeline.drafting.loose_blanks import LooseBlank
from pipeline.drafting.points import DraftMark
from pipeline.drafting.setting import DraftSetting
from pipeline.rulebook.quantities import quantities

TEXT = "综合性孵化器在孵企业不少于10家,专业性孵化器在孵企业不少于8家"
TENANTS = LooseBlank("在孵企业数量", "家", "own_2")
KIND = LooseBlank("孵化器类型", "", "own_1", ("综合性", "专业性"))


def drafted(*blanks: LooseBlank):
    return by_answer("第一条（一）", TEXT, list(quantities(TEXT)), DraftSetting(blanks))


def test_each_answer_has_its_bound():
    point = drafted(KIND, TENANTS)
    (rule,) = [one.rule for one in point.choice.writes if one.section == "conditions"]
    assert rule["measure"] == "own_2"
    assert [(one["for"], one["at_least"]) for one in rule["bounds"]] == [
        ({"own_1": "综合性"}, 10),
        ({"own_1": "专业性"}, 8),
    ]


def test_what_the_form_does_not_tell_apart_is_asked_of_nobody():
    point = drafted(TENANTS)
    assert point.mark is DraftMark.ASKED
    assert not any(one.section == "conditions" for one in point.choice.writes)


def test_numbers_of_no_blank_are_no_such_bounds():
    assert drafted(KIND) is None
