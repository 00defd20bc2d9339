"""证书须在有效期内; 租期不少于五年."""

from datetime import date

import pytest

from schemas.regulation.demands import Validity
from tests.builders.contents import paper
from validators.clauses.validity import validity

DAY = date(2026, 3, 15)


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({"holds_until": "2026-03-15"}, "present"),
        ({"holds_until": "2026-03-14"}, "partial"),
        ({"holds_until": "长期"}, "present"),
        ({}, "review"),
    ],
)
def test_on_the_day_of_reckoning(facts, status):
    assert validity(Validity(on_day=True), [paper("qualification", facts=facts)], DAY)[0] == status


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        pytest.param({"holds_from": "2022-01-01", "holds_until": "2026-12-31"}, "present", id="to-the-eve"),
        pytest.param({"holds_from": "2022-01-01", "holds_until": "2026-12-30"}, "partial", id="a-day-short"),
        pytest.param({"holds_from": "2020-02-29", "holds_until": "2025-02-28"}, "present", id="from-a-leap-day"),
        pytest.param({"holds_years": "5"}, "present", id="named"),
        pytest.param({"holds_years": "4"}, "partial", id="named-and-short"),
        pytest.param({}, "review", id="not-said"),
    ],
)
def test_for_so_many_years(facts, status):
    assert validity(Validity(years=5), [paper("lease", facts=facts)], DAY)[0] == status


def test_one_that_holds_is_enough():
    old, new = (paper("qualification", facts={"holds_until": day}) for day in ("2025-01-01", "2027-01-01"))
    assert validity(Validity(on_day=True), [old, new], DAY) == ("present", "")
