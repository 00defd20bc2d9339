"""Nobody twice, no phone shared by many, nobody serving himself, numbers in a row."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schemas.locator import Locator
from schemas.status import Status
from schemas.tables import Row, list_frame
from schemas.trust import NONE, Doubt
from tests.builders.contents import APPLICANT, case, contents, enterprise, figure, person, year
from validators import rosters
from validators.lists.revenues import service_revenue_within_revenue

CHECKS = (
    rosters.duplicate_enterprises,
    rosters.duplicate_staff,
    rosters.shared_phones,
    rosters.self_served,
    rosters.roster_numbering,
    service_revenue_within_revenue,
)


def look(check, figures=(), **tables):
    return check(case(contents(figures, tables=tables)))


@pytest.mark.parametrize("check", CHECKS)
def test_without_a_list_nothing_applies(check):
    assert look(check).status is Status.NOT_APPLICABLE


@pytest.mark.parametrize("check", CHECKS)
def test_a_sound_dossier_passes(check):
    served = [enterprise(number) for number in range(1, 12)]
    staff = [person("张示例"), person("李示例")]
    assert look(check, enterprises=served, staff=staff, operations=[year(2025, 11)]).status is Status.PASS


class TestDuplicateEnterprises:
    def ends(self, one, other, **more):
        return look(
            rosters.duplicate_enterprises, enterprises=[enterprise(1, one), enterprise(2, other, **more)]
        ).status

    def test_the_same_but_for_width_spaces_and_brackets(self):
        assert self.ends("乙城（示例）有限公司", "乙城 (示例)有限公司") is Status.FAIL

    def test_another_legal_form(self):
        assert self.ends("乙城示例有限公司", "乙城示例有限责任公司") is Status.REVIEW

    def test_one_character_with_the_same_phone(self):
        assert self.ends("乙城示例制品有限公司", "乙城示列制品有限公司", phone="19900000001") is Status.REVIEW

    def test_one_character_with_the_same_contact(self):
        assert self.ends("乙城示例制品有限公司", "乙城示列制品有限公司", contact="联系人1") is Status.REVIEW

    def test_one_character_alone_is_nothing(self):
        assert self.ends("乙城示例制品有限公司", "乙城示列制品有限公司") is Status.PASS

    def test_a_shared_trade_name_is_nothing(self):
        assert self.ends("乙城示例机械有限公司", "乙城示例包装有限公司") is Status.PASS

    def test_names_every_row(self):
        served = [enterprise(1, "乙城示例有限公司"), enterprise(2), enterprise(3, "乙城示例有限公司")]
        found = look(rosters.duplicate_enterprises, enterprises=served)
        assert "序号 1、3" in found.message
        assert [place.cell for place in found.evidence] == ["name1", "name3"]


def test_namesakes_are_for_a_person():
    assert look(rosters.duplicate_staff, staff=[person("张 示例"), person("张示例", age=50)]).status is Status.REVIEW


@pytest.mark.parametrize(("sharing", "status"), [(2, "pass"), (3, "review")])
def test_shared_phones(sharing, status):
    served = [enterprise(n, phone="19900000000" if n <= sharing else f"1990000{n:04d}") for n in range(1, 6)]
    assert look(rosters.shared_phones, enterprises=served).status == status


def test_the_same_enterprise_three_times_shares_no_phone():
    served = [enterprise(n, "乙城示例有限公司", phone="19900000000") for n in (1, 2, 3)]
    assert look(rosters.shared_phones, enterprises=served).status is Status.PASS


class TestSelfServed:
    def test_the_applicant(self):
        found = look(rosters.self_served, enterprises=[enterprise(1), enterprise(2, APPLICANT)])
        assert found.status is Status.FAIL
        assert found.evidence[0].cell == "name2"

    def test_an_investor(self):
        investors = [{"name": "丙城示例投资有限公司", "nature": "企业法人", "share": Decimal(30)}]
        served = [enterprise(1, "丙城示例投资有限公司")]
        assert look(rosters.self_served, enterprises=served, investors=investors).status is Status.REVIEW

    def test_the_applicant_in_another_legal_form(self):
        served = [enterprise(1, APPLICANT.replace("有限公司", "有限责任公司"))]
        assert look(rosters.self_served, enterprises=served).status is Status.REVIEW

    def test_a_client_whose_audit_lies_in_the_dossier_by_mistake(self):
        misplaced = [figure("applicant_name", "乙城示例有限公司", "audit")]
        assert (
            look(rosters.self_served, misplaced, enterprises=[enterprise(1, "乙城示例有限公司")]).status is Status.PASS
        )


@pytest.mark.parametrize(
    ("sheets", "status"),
    [
        pytest.param({"道里区": [1, 2], "南岗区": [1, 2, 3]}, "pass", id="each-sheet-counts-anew"),
        pytest.param({"道里区": [1, 2], "南岗区": [3, 4]}, "pass", id="one-goes-on"),
        pytest.param({"道里区": [1, 2], "南岗区": [1, 3]}, "review", id="one-has-a-gap"),
        pytest.param({"道里区": [1, 2], "南岗区": [1, 1]}, "review", id="one-repeats"),
        pytest.param({"道里区": [1, 2, 1, 2]}, "review", id="one-sheet-that-begins-again"),
    ],
)
def test_numbering_over_several_sheets(sheets, status):
    numbers = [(sheet, number) for sheet, held in sheets.items() for number in held]
    rows = [
        Row({"no": number, "name": f"企业{at}"}, Locator("名单.xlsx", sheet=sheet), {})
        for at, (sheet, number) in enumerate(numbers)
    ]
    made = contents(tables={})
    assert (
        rosters.roster_numbering(case(replace(made, tables={"enterprises": list_frame("enterprises", rows)}))).status
        == status
    )


@pytest.mark.parametrize(
    ("numbers", "status"),
    [
        pytest.param([1, 2, 3], "pass", id="in-a-row"),
        pytest.param([3, 1, 2], "pass", id="out-of-order"),
        pytest.param([1, 3], "review", id="gap"),
        pytest.param([1, 2, 2], "review", id="repeat"),
        pytest.param([2, 3], "review", id="first-missing"),
        pytest.param([1, None, 3], "pass", id="row-without-number-fills-the-gap"),
        pytest.param([None, None], "not_applicable", id="no-numbers"),
        pytest.param([20260001, 20260002], "review", id="codes"),
    ],
)
def test_numbering(numbers, status):
    served = [enterprise(place) | {"no": number} for place, number in enumerate(numbers, 1)]
    assert look(rosters.roster_numbering, enterprises=served).status == status


@pytest.mark.parametrize(
    ("part", "whole", "status"), [("200", "200", "pass"), ("200.01", "200", "fail"), (None, "200", "not_applicable")]
)
def test_service_revenue_is_part_of_revenue(part, whole, status):
    row = year(2025, 1, revenue=Decimal(whole), service_revenue=None if part is None else Decimal(part))
    assert look(service_revenue_within_revenue, operations=[row]).status == status


@pytest.mark.parametrize(("doubts", "status"), [(NONE, Status.FAIL), (frozenset({Doubt.UNEVEN}), Status.REVIEW)])
def test_the_ends_of_names_that_fell_apart_are_no_enterprise_twice(doubts, status):
    read = contents(
        tables={"enterprises": [{"name": "限公司"}, {"name": "限公司"}]}, list_doubts={"enterprises": doubts}
    )
    assert rosters.duplicate_enterprises(case(read)).status is status
