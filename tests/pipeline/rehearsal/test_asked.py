"""Every single bound of a rulebook."""

from __future__ import annotations

from decimal import Decimal

from pipeline.rehearsal.asked import asked_by, asked_of, best_class, best_classes, singles_of
from pipeline.rulebook.find import load
from schemas.regulation.bounds import BoundFor, Whom
from schemas.regulation.conditions import Condition


def test_bounds_for_some_and_ways_are_bounds_by_themselves():
    served = Condition("enterprises_served", "第四条", "", at_least=Decimal(60))
    either = Condition("either", "第四条", "", any_of=((served,), (served,)))
    whom = Condition("enterprises_served", "第四条", "", bounds=(BoundFor(Whom("甲市"), Decimal(9)),))
    assert [one.at_least for one in singles_of(either)] == [60, 60]
    assert [one.at_least for one in singles_of(whom)] == [9]
    assert list(singles_of(served)) == [served]


def test_the_best_class_of_each_item_is_asked():
    book = load("innovative-sme-2022")
    asked = {one.measure: (one.at_least, one.at_most) for one in best_classes(book)}
    assert asked["rd_share"] == (5, None)
    assert asked["debt_ratio"] == (None, 55)
    assert set(best_classes(book)) <= set(asked_of(book))


def test_what_a_person_tells_asks_nothing():
    item = next(one for one in load("innovative-sme-2022").score.items if one.by_person)
    assert asked_by(item, best_class(item)) == ()
