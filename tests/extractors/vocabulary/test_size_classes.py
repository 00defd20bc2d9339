"""工信部联企业〔2011〕300号 第四条: all floors of a size must be reached, and a floor includes its number."""

from decimal import Decimal

import pytest

from extractors.vocabulary.size_classes import industry_of, size_classes


def size(words, **held):
    industry = industry_of(words)
    return industry.size({key: Decimal(value) for key, value in held.items()})


@pytest.mark.parametrize(
    ("staff", "revenue", "expected"),
    [
        (300, 2000, "中型"),
        (299, 2000, "小型"),
        (300, 1999, "小型"),
        (1000, 40000, "大型"),
        (1000, 39999, "中型"),
        (20, 300, "小型"),
        (19, 300, "微型"),
        (2000, 299, "微型"),
    ],
)
def test_a_manufacturer(staff, revenue, expected):
    assert size("通用设备制造业", staff=staff, revenue=revenue) == expected


@pytest.mark.parametrize(("assets", "expected"), [(120000, "大型"), (8000, "中型"), (7999, "小型"), (99, "微型")])
def test_one_that_is_measured_by_its_assets(assets, expected):
    assert size("租赁和商务服务业", staff=300, assets=assets) == expected


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("软件和信息技术服务业", "软件和信息技术服务业"),
        ("物业管理", "物业管理"),
        ("服务业", None),
        ("批发业、零售业", None),
    ],
)
def test_the_industry_by_its_words(words, name):
    found = industry_of(words)
    assert (found.name if found else None) == name


def test_every_industry_has_three_floors_that_fall():
    for one in size_classes():
        assert len(one.floors) == 3
        for upper, lower in zip(one.floors, one.floors[1:], strict=False):
            assert upper.keys() == lower.keys()
            assert all(upper[key] > lower[key] for key in upper)
