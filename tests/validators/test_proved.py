"""What a list shows is held against the applicant where it was read whole; of names in a picture, rows must agree."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from schemas.status import Reason, Status
from schemas.tables import Row, list_frame
from schemas.trust import NONE, Doubt
from tests.builders.contents import APPLICANT, case, contents, enterprise, figure, rows, year
from validators import proved, rosters
from validators.outcome import FAIL

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
    assert proved.is_one_twice(pair(doubts, **other), "name") is twice


def test_two_sure_rows_among_three_prove_it():
    doubtful, *_ = pair(MISREAD)
    assert proved.is_one_twice([doubtful, *pair(NONE)], "name")
    assert not proved.is_one_twice([doubtful, pair(NONE)[0]], "name")


@pytest.mark.parametrize(("doubts", "sure"), [(NONE, True), (PICTURE, True), (MISREAD, False)])
def test_which_cells_are_sure(doubts, sure):
    assert proved.are_sure(pair(doubts)[0], ["name", "phone"]) is sure


def test_what_is_not_proved_is_for_a_person_and_says_so():
    assert proved.where_proved(True) is FAIL
    assert not proved.unless_proved(FAIL)
    outcome = proved.where_proved(False)
    assert (outcome.status, outcome.reason) == (Status.REVIEW, Reason.UNREADABLE)
    assert proved.unless_proved(outcome)


def looked_through(check, table: str, listed: list[Row], column: str, doubts) -> Status:
    """What a check says of a list of which one column was read with these doubts."""
    told = [replace(row, places={column: row.places[column].doubted(doubts)}) for row in listed]
    read = replace(contents([figure("applicant_name", "form", APPLICANT)]), tables={table: list_frame(table, told)})
    return check(case(read)).status


@pytest.mark.parametrize(("doubts", "status"), [(PICTURE, Status.FAIL), (MISREAD, Status.REVIEW)])
def test_the_applicant_in_its_own_list(doubts, status):
    listed = rows("enterprises", enterprise(1, APPLICANT), enterprise(2))
    assert looked_through(rosters.self_served, "enterprises", listed, "name", doubts) is status


@pytest.mark.parametrize(("doubts", "status"), [(PICTURE, Status.FAIL), (MISREAD, Status.REVIEW)])
def test_a_part_above_the_whole(doubts, status):
    told = rows("operations", year(2025, 11, service_revenue=Decimal(201)))
    assert looked_through(rosters.service_revenue_within_revenue, "operations", told, "revenue", doubts) is status
