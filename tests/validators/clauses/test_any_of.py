"""One of several is enough; each is held by itself, and several may be asked together."""

import pytest

from schemas.rulebook import Condition
from schemas.status import Reason
from tests.builders.contents import at_least, case, contents, figure
from validators.clauses.any_of import either, together
from validators.conditions import condition
from validators.outcome import FAIL, NOT_APPLICABLE, PASS, review

ASSETS, STAFF = at_least("total_assets", 100), at_least("staff_count", 10)
EITHER = Condition("either", "一（三）", "总资产100万元或人员10人", any_of=((ASSETS,), (STAFF,)))
OPEN = review(Reason.NOT_FOUND)


@pytest.mark.parametrize(
    ("assets", "staff", "status"),
    [
        pytest.param(100, 9, "pass", id="one-at-its-bound"),
        pytest.param(99, 10, "pass", id="the-other"),
        pytest.param(99, 9, "fail", id="neither"),
        pytest.param(99, None, "review", id="one-missed-and-nothing-said-of-the-other"),
        pytest.param(None, None, "review", id="nothing-said"),
    ],
)
def test_either_is_enough(assets, staff, status):
    stated = [figure("total_assets", assets)] if assets else []
    stated += [figure("staff_count", staff)] if staff else []
    found = condition(case(contents(stated)), EITHER)
    assert found.rule == "condition.either"
    assert found.status == status


def test_the_message_tells_of_each_with_its_number():
    found = condition(case(contents([figure("total_assets", 99), figure("staff_count", 10)])), EITHER)
    assert "99 万元，未达到" in found.message
    assert "10 人，达到" in found.message


@pytest.mark.parametrize(
    ("outcomes", "any_", "all_"),
    [
        ([PASS, FAIL], PASS, FAIL),
        ([FAIL, FAIL], FAIL, FAIL),
        ([PASS, PASS], PASS, PASS),
        ([FAIL, OPEN], OPEN, FAIL),
        ([PASS, OPEN], PASS, OPEN),
        ([NOT_APPLICABLE, FAIL], FAIL, FAIL),
        ([NOT_APPLICABLE, PASS], PASS, PASS),
    ],
)
def test_or_and_and_know_three_values(outcomes, any_, all_):
    assert either(outcomes) == any_
    assert together(outcomes) == all_
