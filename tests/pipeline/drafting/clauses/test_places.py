"""Whom a few words name."""

from __future__ import annotations

import pytest

from pipeline.drafting.clauses.places import named_places, named_whom


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("其他地区", "others"),
        ("涧西区、老城区的平台", ["涧西区", "老城区"]),
        ("城区的平台", "城区"),
        ("对事业单位", "事业单位"),
        ("西部大开发政策区域", "西部大开发政策区域"),
    ],
)
def test_who_is_named(words, said):
    assert named_whom(words, "洛阳市").said == said


def test_the_districts_of_the_city_are_listed():
    assert "涧西区" in named_whom("城区", "洛阳市").regions["城区"]
    assert "新安县" not in named_whom("城区", "洛阳市").regions["城区"]


@pytest.mark.parametrize("words", ["", "大型企业的平台", "南浔区的平台"])
def test_who_is_not(words):
    assert named_whom(words, "洛阳市") is None


def test_a_place_elsewhere_is_none_of_the_regulations():
    assert named_places("南浔区、德清县", "湖州市") == ["南浔区", "德清县"]
    assert named_places("南浔区、涧西区", "湖州市") == []
