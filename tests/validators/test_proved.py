"""What a list shows is held against the applicant where it was read whole; of names in a picture, rows must agree."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from schemas.measures import MEASURES
from schemas.status import Status
from schemas.tables import Row, list_frame
from schemas.trust import NONE, Doubt
from tests.builders.contents import APPLICANT, at_least, case, contents, enterprise, figure, rows, year
from tests.builders.judged import judged
from validators import proved, rosters
from validators.conditions import condition
from validators.crosschecks import crosscheck
from validators.lists.revenues import service_revenue_within_revenue

PICTURE = frozenset({Doubt.FROM_PICTURE})
MISREAD = PICTURE | {Doubt.RECOGNISED}
NAME = "乙城示例机械有限公司"


def pair(doubts, **other: object) -> list[Row]:
    """Two rows of one name, the second with other values, all from a place with these doubts."""
    found = rows("enterprises", enterprise(1, NAME), enterprise(2, NAME, **other))
    return [replace(row, places={key: place.doubted(doubts) for key, place in row.places.items()}) for row in found]


@pytest.mark.parametrize(
    ("doubts", "other", "twice"),
    [
        pytest.param(NONE, {}, True, id="typed"),
        pytest.param(PICTURE, {}, False, id="a-picture-whose-rows-have-nothing-else-in-common"),
        pytest.param(PICTURE, {"phone": "19900000001"}, True, id="a-picture-with-one-telephone"),
        pytest.param(PICTURE, {"contact": "联系人1"}, True, id="a-picture-with-one-contact"),
        pytest.param(PICTURE, {"contact": None, "phone": None}, True, id="nothing-else-is-told"),
        pytest.param(MISREAD, {"phone": "19900000001"}, False, id="read-with-doubt"),
    ],
)
def test_one_name_in_two_rows(doubts, other, twice):
    listed = pair(doubts, **other)
    assert proved.surely_one(listed, "name") == (listed if twice else [])


def test_two_sure_rows_among_three_are_the_ones_that_are_proved():
    doubtful, *_ = pair(MISREAD)
    sure = pair(NONE)
    assert proved.surely_one([doubtful, *sure], "name") == sure
    assert proved.surely_one([doubtful, sure[0]], "name") == []


@pytest.mark.parametrize(("doubts", "sure"), [(NONE, True), (PICTURE, True), (MISREAD, False)])
def test_which_cells_are_sure(doubts, sure):
    assert proved.are_sure(pair(doubts)[0], ["name", "phone"]) is sure


@pytest.mark.parametrize(
    ("count", "numbered", "told"),
    [
        pytest.param(0, True, "", id="nothing-besides"),
        pytest.param(2, True, "；另有 2 行（序号 1、2）名称相近，未作认定，需人工核对", id="a-few-by-their-numbers"),
        pytest.param(9, True, "；另有 9 行名称相近，未作认定，需人工核对", id="many-counted-alone"),
        pytest.param(1, False, "；另有 1 行名称相近，未作认定，需人工核对", id="without-numbers"),
    ],
)
def test_what_is_not_proved_is_counted_and_not_named(count, numbered, told):
    listed = rows("enterprises", *(enterprise(at) | ({} if numbered else {"no": None}) for at in range(1, count + 1)))
    assert proved.besides(listed, "名称相近") == told


def test_a_row_is_counted_once():
    (row,) = rows("enterprises", enterprise(1))
    assert "另有 1 行" in proved.besides([row, row], "名称相近")


def found_in(check, table: str, listed: list[Row]):
    """What a check says of a list of these rows."""
    read = contents([figure("applicant_name", "form", APPLICANT)])
    return check(case(replace(read, tables={table: list_frame(table, listed)})))


def looked_through(check, table: str, listed: list[Row], column: str, doubts) -> Status:
    """What a check says of a list of which one column was read with these doubts."""
    return found_in(check, table, [misread(row, column, doubts) for row in listed]).status


def misread(row: Row, column: str, doubts=MISREAD) -> Row:
    return replace(row, places={**row.places, column: row.places[column].doubted(doubts)})


@pytest.mark.parametrize(("doubts", "status"), [(PICTURE, Status.FAIL), (MISREAD, Status.REVIEW)])
def test_the_applicant_in_its_own_list(doubts, status):
    listed = rows("enterprises", enterprise(1, APPLICANT), enterprise(2))
    assert looked_through(rosters.self_served, "enterprises", listed, "name", doubts) is status


@pytest.mark.parametrize(("doubts", "status"), [(PICTURE, Status.FAIL), (MISREAD, Status.REVIEW)])
def test_a_part_above_the_whole(doubts, status):
    told = rows("operations", year(2025, 11, service_revenue=Decimal(201)))
    assert looked_through(service_revenue_within_revenue, "operations", told, "revenue", doubts) is status


class TestAFailNamesOnlyWhatIsProved:
    """Beside what is proved, what is not is counted: no name, no place, no figure of it."""

    OTHER = "丙城另一示例机械有限公司"

    def test_of_enterprises_listed_twice(self):
        listed = rows("enterprises", *(enterprise(at, name) for at, name in enumerate([NAME, NAME, *[self.OTHER] * 2])))
        listed[3] = misread(listed[3], "name")
        found = found_in(rosters.duplicate_enterprises, "enterprises", listed)
        assert found.status is Status.FAIL
        assert NAME in found.message
        assert self.OTHER not in found.message + found.actual
        assert "另有 2 行（序号 2、3）名称相同或相近，未作认定，需人工核对" in found.message
        assert [place.cell for place in found.evidence] == ["name1", "name2"]

    def test_of_three_rows_of_one_name_one_is_doubtful(self):
        listed = rows("enterprises", *(enterprise(at, NAME) for at in (1, 2, 3)))
        listed[2] = misread(listed[2], "name")
        found = found_in(rosters.duplicate_enterprises, "enterprises", listed)
        assert "（2 次，序号 1、2）" in found.message
        assert "另有 1 行（序号 3）" in found.message

    def test_of_names_that_nearly_agree(self):
        near = self.OTHER.replace("有限公司", "有限责任公司")
        names = [NAME, NAME, self.OTHER, near]
        listed = rows("enterprises", *(enterprise(at, name) for at, name in enumerate(names, 1)))
        twice = found_in(rosters.duplicate_enterprises, "enterprises", listed)
        alone = found_in(rosters.duplicate_enterprises, "enterprises", listed[1:])
        assert (twice.status, near in twice.message + twice.actual) == (Status.FAIL, False)
        assert (alone.status, near in alone.message) == (Status.REVIEW, True)

    def test_of_the_applicant_itself(self):
        near = APPLICANT.replace("有限公司", "有限责任公司")
        listed = rows("enterprises", enterprise(1, APPLICANT), enterprise(2, APPLICANT), enterprise(3, near))
        listed[1] = misread(listed[1], "name")
        found = found_in(rosters.self_served, "enterprises", listed)
        assert found.status is Status.FAIL
        assert near not in found.message + found.actual
        assert "另有 2 行（序号 2、3）" in found.message
        assert [place.cell for place in found.evidence] == ["name1"]

    def test_of_years_in_which_the_part_is_above_the_whole(self):
        told = rows("operations", *(year(at, 11, service_revenue=Decimal(201)) for at in (2024, 2025)))
        found = found_in(service_revenue_within_revenue, "operations", [misread(told[0], "revenue"), told[1]])
        assert found.status is Status.FAIL
        assert "2024" not in found.message + found.actual
        assert "另有 1 行" in found.message
        assert [place.cell for place in found.evidence] == ["service_revenue2"]

    def test_where_everything_is_proved_nothing_is_said_besides(self):
        listed = rows("enterprises", *(enterprise(at, NAME) for at in (1, 2)))
        found = found_in(rosters.duplicate_enterprises, "enterprises", listed)
        assert "另有" not in found.message

    def test_of_a_bound(self):
        stated = [figure("total_assets", 20), figure("total_assets", 22, "audit", doubts=MISREAD)]
        found = condition(case(contents(stated)), at_least("total_assets", 30))
        assert found.status is Status.FAIL
        assert "22" not in found.message + found.actual
        assert "另有 1 处未能可靠读出，未作认定，需人工核对" in found.message
        assert [place.file for place in found.evidence] == ["form.pdf"]

    def test_of_places_that_differ(self):
        stated = [figure("total_assets", 20), figure("total_assets", 30, "audit")]
        doubtful = figure("total_assets", 25, "form.operations", year=2025, doubts=MISREAD)
        found = crosscheck(case(contents([*stated, doubtful])), MEASURES["total_assets"])
        assert found.status is Status.FAIL
        assert "25 万元" not in found.message + found.actual
        assert "另有 1 处" in found.message
        assert len(found.evidence) == 2

    def test_where_a_person_must_look_everything_is_named(self):
        stated = [figure("total_assets", 20, doubts=MISREAD), figure("total_assets", 22, "audit", doubts=MISREAD)]
        found = condition(case(contents(stated)), at_least("total_assets", 30))
        assert found.status is Status.REVIEW
        assert "20 万元" in found.message
        assert "22 万元" in found.message

    def test_of_a_function(self):
        claimed = figure("function.training.claimed", True, "narrative")
        stated = [
            figure("function.training.person_times", 500, "narrative", year=2025),
            figure("function.training.person_times", 560, "narrative", year=2025, doubts=MISREAD),
        ]
        said = judged("harbin", contents([claimed, *stated])).says("condition.functions")
        assert "2025年500人次，少于800人次" in said
        assert "560" not in said
