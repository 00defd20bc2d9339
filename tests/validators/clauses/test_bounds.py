"""Guangdong 第五条（四）: 珠三角地区年服务中小企业数不少于60家，其他地区不少于30家."""

from decimal import Decimal

import pytest

from schemas.regulation.bounds import BoundFor, Whom
from schemas.rulebook import Condition
from tests.builders.contents import case, contents, figure
from validators.conditions import condition

BOUNDS = (
    BoundFor(Whom("珠三角", regions=("广东省广州市", "广东省深圳市")), Decimal(60)),
    BoundFor(Whom("其他", others=True), Decimal(30)),
)
ASKED = Condition("enterprises_served", "第五条（四）", "年服务中小企业数", bounds=BOUNDS)


def judged(count, place, asked=ASKED):
    stated = [figure("enterprises_served", count, "form.operations")]
    stated += [figure("registered_in", place)] if place else []
    return condition(case(contents(stated)), asked)


@pytest.mark.parametrize(
    ("count", "place", "status"),
    [
        pytest.param(60, "广东省广州市", "pass", id="the-region-at-its-bound"),
        pytest.param(59, "广东省广州市", "fail", id="the-region-below"),
        pytest.param(30, "广东省韶关市", "pass", id="others-at-their-bound"),
        pytest.param(29, "广东省韶关市", "fail", id="others-below"),
        pytest.param(60, "", "pass", id="anywhere-enough"),
        pytest.param(29, "", "fail", id="nowhere-enough"),
        pytest.param(45, "", "review", id="enough-only-for-others"),
    ],
)
def test_the_bound_is_that_of_the_place(count, place, status):
    assert judged(count, place).status == status


def test_where_it_cannot_be_told_each_reading_has_its_number():
    found = judged(45, "广东省")
    assert found.reason == "ambiguous_rule"
    assert "按“珠三角”（不少于 60 家）不符合" in found.message
    assert "按“其他”（不少于 30 家）符合" in found.message


def test_of_no_kind_that_is_named_nothing_is_asked():
    assert (
        judged(1, "广东省韶关市", Condition("enterprises_served", "一", "甲", bounds=BOUNDS[:1])).status
        == "not_applicable"
    )
