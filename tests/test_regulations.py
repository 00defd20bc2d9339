"""What the five regulations ask, said once more by hand: bounds, relaxations, items, seals, dates."""

from datetime import date
from pathlib import Path

import pytest

from extractors.values.cities import divisions_of
from extractors.vocabulary.papers import vocabulary
from pipeline.rulebook.find import available, load
from schemas.data_files import data_folder
from schemas.divisions import within
from tests.builders.shared import SHARED

CORE = (
    "operating_years total_assets enterprises_served satisfaction partner_institutions free_service_share "
    "staff_count qualified_staff_share service_revenue titled_enterprises_served"
).split()
BOUNDS = {
    "harbin": [1, 30, 30, 80, 3, 20, 10, 60, None, None],
    "national-2017": [2, 300, 150, 80, 5, 20, 20, 80, None, None],
    "liaocheng-2021": [2, 200, 80, 90, 3, 10, 10, 80, None, 5],
    "qinhuangdao-2020": [2, 100, 50, 80, None, None, 10, 60, None, None],
    "zhengzhou": [2, 150, 60, 90, 5, 20, 12, 80, 100, None],
}
ITEMS = {
    ("harbin", "application"): "11.1 11.2 11.3a 11.3b 11.4a 11.4b 11.5 11.6a 11.6b 11.7 11.8 11.9 11.10a 11.10b",
    ("harbin", "review"): "14.1 14.2 14.3 14.4",
    ("national-2017", "application"): "17.1 17.2 17.3 17.4 17.5 17.6 17.7 17.8a 17.8b",
    ("liaocheng-2021", "application"): (
        "12.1 12.2 12.3 12.4a 12.4b 12.5 12.6 12.7 12.8 12.9 12.10a 12.10b 12.11a 12.11b 12.12a 12.12b 12.13"
    ),
    ("qinhuangdao-2020", "application"): "8.1 8.2 8.3 8.4 8.5 8.6a 8.6b 8.7 8.8 8.9 8.10 8.11 8.12",
    ("qinhuangdao-2020", "review"): "13.1 13.2 13.3",
    ("zhengzhou", "application"): ("9.1 9.2 9.3a 9.3b 9.4 9.5 9.6 9.7 9.8a 9.8b 9.9 9.10a 9.10b 9.11 9.12 9.13 9.14"),
}


def chosen(name, flag):
    materials = load(name).procedures["application"].materials
    return {one.item for one in materials if getattr(one, flag)}


@pytest.mark.parametrize("name", available())
def test_the_bounds_of_the_basic_conditions(name):
    bounds = {one.measure: one.at_least for one in load(name).conditions}
    assert [bounds.get(measure) for measure in CORE] == BOUNDS[name]


@pytest.mark.parametrize(("name", "procedure"), ITEMS)
def test_the_items_of_the_checklists(name, procedure):
    assert [one.item for one in load(name).procedures[procedure].materials] == ITEMS[name, procedure].split()


@pytest.mark.parametrize("name", available())
def test_only_these_have_a_review(name):
    procedures = load(name).procedures
    assert ("review" in procedures) == ((name, "review") in ITEMS)
    assert all(one.conditions_count == (one.id == "application") for one in procedures.values())


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("harbin", set()),
        ("national-2017", {"17.8b"}),
        ("liaocheng-2021", {"12.12b"}),
        ("qinhuangdao-2020", set()),
        ("zhengzhou", {"9.3a", "9.3b", "9.14"}),
    ],
)
def test_where_a_seal_decides(name, items):
    assert chosen(name, "seal_decides") == items
    assert items <= chosen(name, "sealed")


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("harbin", {"11.10a"}),
        ("national-2017", {"17.8a"}),
        ("liaocheng-2021", {"12.12a"}),
        ("qinhuangdao-2020", {"8.11"}),
        ("zhengzhou", {"9.13"}),
    ],
)
def test_the_optional_items(name, items):
    assert chosen(name, "optional") == items


def test_only_zhengzhous_printouts_must_be_of_the_month():
    assert {name: chosen(name, "same_month") for name in available() if chosen(name, "same_month")} == {
        "zhengzhou": {"9.3a", "9.3b"},
    }


def test_only_liaochengs_volume_is_bound_in_order():
    assert [name for name in available() if load(name).procedures["application"].in_order] == ["liaocheng-2021"]


@pytest.mark.parametrize(
    ("name", "relaxed"),
    [
        ("harbin", {}),
        (
            "national-2017",
            dict.fromkeys(
                (
                    "operating_years total_assets enterprises_served satisfaction enterprise_growth "
                    "partner_institutions staff_count qualified_staff_share"
                ).split()
            ),
        ),
        ("liaocheng-2021", {"total_assets": 100, "staff_count": 5}),
        (
            "qinhuangdao-2020",
            dict.fromkeys(
                (
                    "operating_years total_assets staff_count qualified_staff_share enterprises_served "
                    "enterprise_growth satisfaction"
                ).split()
            ),
        ),
        ("zhengzhou", {}),
    ],
)
def test_which_conditions_may_be_relaxed_and_how_far(name, relaxed):
    assert {one.measure: one.relaxation.to for one in load(name).conditions if one.relaxation} == relaxed


def in_the_west(address):
    (place,) = divisions_of(address)
    relaxation = next(one.relaxation for one in load("national-2017").conditions if one.measure == "total_assets")
    return any(within(str(place), region) for region in relaxation.regions)


@pytest.mark.parametrize(
    "address",
    "重庆市渝北区 拉萨市 湘西州 恩施州 延吉市 成都市 赣州市 西昌市 利川市 兰州高新区 赣州经开区 石河子市".split(),
)
def test_the_western_regions_are_named(address):
    assert in_the_west(address)


@pytest.mark.parametrize("address", ["合肥市", "哈尔滨市", "长沙市", "吉林市", "宜昌市", "江西省九江市"])
def test_other_regions_are_not(address):
    assert not in_the_west(address)


@pytest.mark.parametrize("name", list(available()))
def test_every_regulation_asks_for_a_legal_person(name):
    asked = [one for one in load(name).conditions if one.measure == "legal_person"]
    assert [(one.equals, one.relaxation) for one in asked] == [("法人", None)]


def test_zhengzhou_asks_for_its_own_city_by_the_table():
    assert [one.place for one in load("zhengzhou").conditions if one.equals == "郑州市"] == ["河南省郑州市"]


@pytest.mark.parametrize(
    ("name", "count"),
    [("harbin", 5), ("national-2017", 5), ("liaocheng-2021", 7), ("zhengzhou", 4)],
)
def test_how_many_functions_there_are(name, count):
    assert len(load(name).functions.functions) == count


def test_how_many_functions_must_be_met():
    rules = {name: load(name).functions for name in available()}
    assert rules["harbin"].claimed
    assert (rules["national-2017"].at_least, rules["liaocheng-2021"].at_least) == (1, 1)
    assert rules["zhengzhou"].by_type == {"综合性": 3, "专业性": 1}
    assert rules["qinhuangdao-2020"] is None


def test_harbins_training_branches_apply_by_whom_it_trains():
    training = next(one for one in load("harbin").functions.functions if one.id == "training")
    branches = [(one.measure.rsplit(".", 1)[1], one.when and one.when[1], one.at_least) for one in training.paths[0]]
    assert branches == [
        ("person_times", None, 800),
        ("training_hours", "employees", 50),
        ("employees_trained", "employees", 300),
        ("training_hours", "managers", 60),
        ("managers_trained", "managers", 150),
    ]


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("harbin", {"staff": 20}),
        ("national-2017", {}),
        ("liaocheng-2021", {"staff": 20, "enterprises": 120, "services": 30}),
        ("qinhuangdao-2020", {}),
        ("zhengzhou", {"staff": 12, "enterprises": 60}),
    ],
)
def test_the_notes_on_the_forms(name, notes):
    assert {one.table: one.at_least for one in load(name).notes} == notes


@pytest.mark.parametrize(
    ("name", "since", "until"),
    [
        ("harbin", None, None),
        ("national-2017", date(2017, 7, 3), None),
        ("liaocheng-2021", date(2022, 1, 1), date(2026, 12, 31)),
        ("qinhuangdao-2020", date(2020, 11, 12), date(2022, 11, 12)),
        ("zhengzhou", None, None),
    ],
)
def test_from_when_to_when(name, since, until):
    force = load(name).in_force
    assert (force.since, force.until) == (since, until)


def test_every_kind_of_paper_is_in_the_list_and_has_its_parts():
    listed = {}
    for line in Path(__file__).with_name("kinds.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, _, parts = line.split("\t")
            listed[kind] = parts.split()
    asked = {
        demand.kind
        for name in available()
        for procedure in load(name).procedures.values()
        for material in procedure.materials
        for way in material.alternatives
        for demand in way
    }
    assert asked <= set(listed)
    for kind, parts in listed.items():
        assert set(parts) <= {part.id for part in vocabulary().kinds[kind].parts}, kind


@pytest.mark.needs_shared
@pytest.mark.parametrize("name", available())
def test_our_copies_of_the_texts_are_unaltered(name):
    ours = data_folder() / "regulations" / f"{name}.txt"
    assert ours.read_bytes() == (SHARED / "regulations" / f"{name}.txt").read_bytes()
