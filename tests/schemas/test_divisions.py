"""Places from the province down are compared by their beginning."""

import pytest

from schemas.divisions import city_in, may_be_one, within


@pytest.mark.parametrize(
    ("place", "other", "lies"),
    [
        ("河南省郑州市金水区", "河南省郑州市", True),
        ("河南省郑州市", "河南省郑州市", True),
        ("河南省开封市", "河南省郑州市", False),
        ("河南省", "河南省郑州市", None),
        ("河南省郑州市", "河南省郑州市巩义市", None),
        ("上海市", "四川省", False),
    ],
)
def test_within(place, other, lies):
    assert within(place, other) is lies


@pytest.mark.parametrize(
    ("place", "city"),
    [
        ("河南省郑州市巩义市", "河南省郑州市"),
        ("河南省济源市", "河南省济源市"),
        ("湖北省神农架林区", "湖北省神农架林区"),
        ("北京市朝阳区", "北京市"),
        ("吉林省", "吉林省"),
        ("新疆维吾尔自治区阿克苏地区阿克苏市", "新疆维吾尔自治区阿克苏地区"),
        ("内蒙古自治区锡林郭勒盟锡林浩特市", "内蒙古自治区锡林郭勒盟"),
        ("四川省凉山彝族自治州西昌市", "四川省凉山彝族自治州"),
        ("示例路一号", "示例路一号"),
    ],
)
def test_the_city_of_a_place(place, city):
    assert city_in(place) == city


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("河南省郑州市巩义市", "河南省郑州市金水区", True),
        ("河南省", "河南省郑州市", True),
        ("河南省郑州市", "河南省开封市", False),
    ],
)
def test_two_places_that_may_be_one(one, other, may):
    assert may_be_one(one, other) is may_be_one(other, one) is may
