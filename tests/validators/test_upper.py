"""A column that counts visits is at most so many enterprises: it may miss a bound, and never meet it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from schemas.forms import FormSpec
from schemas.measures import MEASURES
from schemas.status import Status
from tests.builders.contents import at_least, case, contents, figure, form_spec, rulebook, year
from validators.conditions import condition
from validators.crosschecks import crosscheck

FORM = form_spec("从业人数{staff_count}人", tables=["operations"])
SERVED = MEASURES["enterprises_served"]


def visits(form: FormSpec = FORM) -> FormSpec:
    return replace(form, tables=tuple(replace(table, upper=("enterprises_served",)) for table in form.tables))


def held(served, roster=None, signed=None, form=None):
    figures = [figure("enterprises_served", served, "form.operations", year=2025)]
    figures += [figure("enterprises_served", roster, "roster")] if roster is not None else []
    row = year(2025, served, agreements_signed=None if signed is None else Decimal(signed))
    read = contents(figures, tables={"operations": [row]})
    return case(read, rulebook(form=form or visits()))


@pytest.mark.parametrize(
    ("served", "roster", "status"),
    [
        pytest.param(300, None, Status.REVIEW, id="many-visits-alone"),
        pytest.param(50, None, Status.REVIEW, id="visits-exactly-at-the-bound"),
        pytest.param(49, None, Status.FAIL, id="visits-below-the-bound"),
        pytest.param(300, 50, Status.PASS, id="a-list-that-meets-it"),
        pytest.param(300, 49, Status.FAIL, id="a-list-that-misses-it"),
    ],
)
def test_visits_against_a_bound_of_enterprises(served, roster, status):
    assert condition(held(served, roster), at_least("enterprises_served", 50)).status is status


def test_where_the_form_asks_for_enterprises_they_meet_it():
    assert condition(held(50, form=FORM), at_least("enterprises_served", 50)).status is Status.PASS


@pytest.mark.parametrize(
    ("roster", "signed", "status"),
    [
        pytest.param(60, 60, Status.PASS, id="the-list-holds-those-with-an-agreement"),
        pytest.param(300, 60, Status.PASS, id="the-list-holds-all"),
        pytest.param(61, 60, Status.FAIL, id="neither"),
        pytest.param(60, None, Status.FAIL, id="nothing-said-of-agreements"),
    ],
)
def test_the_list_is_held_against_those_with_an_agreement(roster, signed, status):
    assert crosscheck(held(300, roster, signed), SERVED).status is status


def test_a_form_that_asks_for_enterprises_is_held_against_the_list_itself():
    assert crosscheck(held(300, 60, 60, form=FORM), SERVED).status is Status.FAIL
