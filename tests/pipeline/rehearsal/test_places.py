"""Where an applicant must be that a bound is its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.rehearsal.places import by_place
from pipeline.rulebook.find import load
from schemas.regulation.bounds import BoundFor, Whom
from schemas.regulation.conditions import Condition


def asked(*whom: Whom) -> Condition:
    """A condition with a bound for each."""
    bounds = tuple(BoundFor(one, Decimal(90 - at)) for at, one in enumerate(whom))
    return Condition("enterprises_served", "第四条", "", bounds=bounds)


def test_each_place_and_all_others():
    book = replace(load("zhengzhou"), region="洛阳市")
    city = Whom("城区", regions=("河南省洛阳市涧西区", "河南省洛阳市老城区"))
    found = list(by_place(book, asked(city, Whom("其他", others=True))))
    assert [(place.words, single.at_least) for place, single in found] == [("城区", 90), ("其他", 89)]
    assert found[0][0].called == "河南省洛阳市涧西区"
    assert found[1][0].called.startswith("河南省洛阳市")
    assert found[1][0].called not in city.regions


def test_a_bound_for_a_kind_of_applicant_is_for_no_place():
    assert list(by_place(load("zhengzhou"), asked(Whom("事业单位", kinds=("事业单位",))))) == []
