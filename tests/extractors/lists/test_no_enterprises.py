"""A row that calls itself an office or a school, or employs very many, is for a person; others are not."""

from decimal import Decimal

import pytest

from extractors.lists.no_enterprises import no_enterprises
from tests.builders.contents import enterprise, rows


def said(name, **more):
    return [place.text for place in no_enterprises(rows("enterprises", enterprise(1, name, **more)))]


@pytest.mark.parametrize(
    "name", ["甲城市工业和信息化局", "甲城市乙区人民政府", "示例大学", "甲城第一中学", "甲城高新区管理委员会"]
)
def test_no_enterprise_by_its_name(name):
    assert said(name) == [name]


@pytest.mark.parametrize("name", ["甲城示例制品有限公司", "甲城书局有限公司", "甲城大学城餐饮店", "甲城图书局"])
def test_an_enterprise_by_its_name(name):
    assert said(name) == []


@pytest.mark.parametrize(("people", "doubtful"), [(999, False), (1000, True), (None, False)])
def test_by_the_number_of_its_people(people, doubtful):
    given = None if people is None else Decimal(people)
    assert bool(said("甲城示例制品有限公司", headcount=given)) is doubtful
