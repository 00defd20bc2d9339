"""Numbers of one clause that are one condition."""

from __future__ import annotations

import pytest

from pipeline.drafting.clauses.joined import joined
from pipeline.drafting.setting import DraftSetting
from pipeline.rulebook.quantities import quantities

LUOYANG = DraftSetting(region="洛阳市")


def rule(text: str) -> dict[str, object]:
    """The condition of the one point on this clause."""
    (point,) = joined("第四条（三）", text, list(quantities(text)), LUOYANG)
    return dict(point.choice.writes[0].rule)


def test_one_of_two_is_enough():
    made = rule("年服务中小企业60家以上,或服务收入占营业收入的比例不低于50%")
    assert made["any_of"] == [
        {"measure": "enterprises_served", "at_least": 60},
        {"measure": "service_revenue_to_revenue", "at_least": 50},
    ]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        pytest.param(
            "城区的平台年服务中小企业不少于90家,各县的平台年服务中小企业不少于45家", ["城区", "各县"], id="both-named"
        ),
        pytest.param(
            "涧西区的平台年服务中小企业不少于90家,其他地区不少于45家", [["涧西区"], "others"], id="the-others"
        ),
        pytest.param(
            "事业单位年服务中小企业不少于90家,其他单位年服务中小企业不少于45家", ["事业单位", "others"], id="kinds"
        ),
    ],
)
def test_each_of_some_has_its_bound(text, whom):
    bounds = rule(text)["bounds"]
    assert [(one["for"], one["at_least"]) for one in bounds] == [(whom[0], 90), (whom[1], 45)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("年服务中小企业60家以上,或净资产不低于50万元", id="one-way-is-of-no-measure"),
        pytest.param("年服务中小企业60家以上,集聚服务机构5家以上", id="two-measures"),
        pytest.param("年服务中小企业60家以上;用户满意度80%以上", id="two-units"),
    ],
)
def test_what_is_not_one_condition_is_none(text):
    assert list(joined("第四条", text, list(quantities(text)), LUOYANG)) == []
