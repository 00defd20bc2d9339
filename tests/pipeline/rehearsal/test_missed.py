"""What just misses one condition."""

from __future__ import annotations

from decimal import Decimal

from pipeline.rehearsal.amounts import StatedAmounts
from pipeline.rehearsal.missed import missed_by
from schemas.measures import Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords
from schemas.regulation.recipes import Quotient
from schemas.rulebook import Condition

OWN = OwnWords(
    measures=(
        Measure("mentors", "创业导师", "人"),
        Measure("tenants", "在孵企业", "家"),
        Measure("mentors_per", "每5家在孵企业的创业导师", "人", quotient=Quotient("mentors", "tenants", Decimal(5))),
    )
)


def test_of_so_many_for_each_so_many_there_are_just_too_many_of_these():
    asked = Condition("mentors_per", "第一条", "每5家在孵企业至少1名导师", at_least=Decimal(1))
    with while_speaking(OWN):
        short = missed_by(asked, StatedAmounts({"mentors": Decimal(5), "tenants": Decimal(14)}))
    assert short is not None
    assert short.amounts.of("mentors") == 5
    assert short.amounts.of("tenants") == 26


def test_a_bound_is_missed_by_the_least_step_of_its_unit():
    amounts = StatedAmounts({"total_assets": Decimal(200)})
    below = missed_by(Condition("total_assets", "第一条", "不低于120万元", at_least=Decimal(120)), amounts)
    above = missed_by(Condition("total_assets", "第一条", "不超过300万元", at_most=Decimal(300)), amounts)
    assert below is not None
    assert above is not None
    assert (below.amounts.of("total_assets"), above.amounts.of("total_assets")) == (
        Decimal("119.99"),
        Decimal("300.01"),
    )


def test_what_no_dossier_can_miss_by_itself_is_none():
    assert missed_by(Condition("legal_person", "第一条", "独立法人", equals="法人"), StatedAmounts({})) is None
