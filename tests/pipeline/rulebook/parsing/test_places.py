"""Whom `for` names."""

import pytest

from pipeline.rulebook.parsing.places import Places, place_of
from schemas.errors import RulebookError
from schemas.strict_yaml import read_marked

PLACES = Places({"珠三角": ("广州市", "深圳市")})


def whom(tmp_path, text):
    path = tmp_path / "a.yaml"
    path.write_text(f"for: {text}\n", encoding="utf-8")
    return PLACES.whom(read_marked(path).fields("for")["for"])


@pytest.mark.parametrize(
    ("text", "regions", "kinds", "others"),
    [
        ("珠三角", ("广东省广州市", "广东省深圳市"), (), False),
        ("江苏省", ("江苏省",), (), False),
        ("玄武区", ("江苏省南京市玄武区",), (), False),
        ("[惠东县, 龙门县]", ("广东省惠州市惠东县", "广东省惠州市龙门县"), (), False),
        ("事业单位", (), ("事业单位",), False),
        ("others", (), (), True),
        ("其他地区", (), (), True),
    ],
)
def test_a_region_a_place_a_kind_or_the_others(tmp_path, text, regions, kinds, others):
    found = whom(tmp_path, text)
    assert (found.regions, found.kinds, found.others) == (regions, kinds, others)


def test_what_it_states_of_itself(tmp_path):
    assert whom(tmp_path, "{star: 五星}").states == ("star", "五星")


@pytest.mark.parametrize("text", ["鼓楼区", "火星", "{a: 甲, b: 乙}"])
def test_nobody_knows_whom(tmp_path, text):
    with pytest.raises(RulebookError, match="第 1 行"):
        whom(tmp_path, text)


@pytest.mark.parametrize(
    ("name", "place"), [("江苏省", "江苏省"), ("南京市鼓楼区", "江苏省南京市鼓楼区"), ("鼓楼区", "")]
)
def test_a_district_of_several_cities_needs_its_city(name, place):
    assert place_of(name) == place
