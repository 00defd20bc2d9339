"""Bounds for those who tick one answer or another on the form."""

from __future__ import annotations

from pipeline.drafting.blank_forms.loose_blanks import LooseBlank
from pipeline.drafting.clauses.by_answer import by_answer
from pipeline.drafting.points import DraftMark
from pipeline.drafting.setting import DraftSetting
from pipeline.rulebook.quantities import quantities

BASE = LooseBlank("基地建筑面积", "平方米", "own_3")
BASES = LooseBlank("基地类型", "", "own_4", ("县域基地", "其他"))

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


def bounds_of(text: str, *blanks: LooseBlank, region: str = ""):
    point = by_answer("第一条（一）", text, list(quantities(text)), DraftSetting(blanks, region))
    rules = [] if point is None else [one.rule for one in point.choice.writes if one.section == "conditions"]
    return [(rule["measure"], one["for"], one["at_least"]) for rule in rules for one in rule["bounds"]]


def test_the_first_number_is_for_all_who_are_not_named_behind_it():
    assert bounds_of("基地建筑面积10000平方米以上(县域基地5000平方米以上)", BASE, BASES) == [
        ("own_3", {"own_4": "县域基地"}, 5000),
        ("own_3", "others", 10000),
    ]


def test_what_is_counted_may_stand_ahead_of_all_the_numbers():
    kinds = LooseBlank("平台类型", "", "own_1", ("综合型", "专业型"))
    cost = LooseBlank("中试设备原值", "万元", "own_2")
    assert bounds_of("中试设备原值,综合型中试平台不低于3000万元,专业型中试平台不低于1000万元", kinds, cost) == [
        ("own_2", {"own_1": "综合型"}, 3000),
        ("own_2", {"own_1": "专业型"}, 1000),
    ]


def test_a_measure_of_ours_is_bounded_so_as_well():
    kinds = LooseBlank("申报类别", "", "own_1", ("综合类", "专业类"))
    assert bounds_of("上年末资产总额,综合类不低于200万元,专业类不低于100万元", kinds) == [
        ("total_assets", {"own_1": "综合类"}, 200),
        ("total_assets", {"own_1": "专业类"}, 100),
    ]


def test_places_are_whom_a_bound_of_its_own_is_for():
    text = "基地建筑面积,章贡区、南康区不低于8000平方米,其他县(市)不低于5000平方米"
    assert bounds_of(text, BASE, region="赣州市") == [
        ("own_3", ["章贡区", "南康区"], 8000),
        ("own_3", "others", 5000),
    ]


def test_a_number_for_one_kind_alone_asks_nothing_of_the_others():
    kinds = LooseBlank("申报类别", "", "own_1", ("综合类", "专业类"))
    partners = LooseBlank("聚集服务机构", "家", "own_2")
    assert bounds_of("聚集服务机构,综合类不低于6家", kinds, partners) == [("own_2", {"own_1": "综合类"}, 6)]
    assert bounds_of("聚集服务机构不低于6家", kinds, partners) == []
