"""One number of a clause: the measure it bounds."""

from __future__ import annotations

import pytest

from pipeline.drafting.blank_forms.loose_blanks import LooseBlank
from pipeline.drafting.clauses.bounds import bound, settled, unread
from pipeline.drafting.points import DraftMark
from pipeline.drafting.setting import NOTHING_BESIDE, DraftSetting
from pipeline.rulebook.quantities import quantities

DEBTS = DraftSetting((LooseBlank("资产负债率", "%", "own_1"),))


@pytest.mark.parametrize(
    ("text", "setting", "mark", "chosen"),
    [
        pytest.param("资产总额不低于180万元", NOTHING_BESIDE, DraftMark.CERTAIN, "total_assets", id="known"),
        pytest.param("资产负债率不超过70%", NOTHING_BESIDE, DraftMark.ASKED, "manual", id="no-blank-for-it"),
        pytest.param("资产负债率不超过70%", DEBTS, DraftMark.CONFIRM, "own_1", id="a-blank-of-the-form"),
        pytest.param("资产负债率70%", DEBTS, DraftMark.ASKED, "manual", id="no-direction"),
    ],
)
def test_a_number_is_sure_likely_or_asked(text, setting, mark, chosen):
    point = bound("第四条（二）", text, next(quantities(text)), setting=setting)
    assert (point.mark, point.chosen) == (mark, chosen)


def test_of_one_of_several_the_number_is_settled_as_if_alone():
    text = "年服务中小企业60家以上,或者服务收入占营业收入的比例不低于50%"
    ways = [settled(text, one, "第四条", NOTHING_BESIDE) for one in quantities(text)]
    assert [one.id for one in ways if one] == ["enterprises_served", "service_revenue_to_revenue"]


def test_what_is_left_to_people_names_its_clause():
    assert unread("净资产不低于50万元", "第四条")["article"] == "第四条"
