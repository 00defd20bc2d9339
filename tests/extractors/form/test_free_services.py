"""Liaocheng's share: 公益性 and 低收费 together over the scale of all services, in one unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.form.free_services import free_services
from extractors.values import number
from schemas.trust import Doubt
from tests.builders.contents import entry, rows


def share(*scales: str, **free: str) -> list[tuple[Decimal, bool]]:
    entries = {key: entry(key, number(text), text) for key, text in free.items()}
    services = rows("services", *({"product": "咨询", "scale": scale} for scale in scales))
    found = free_services(entries, services)
    return [(one.value, Doubt.LOWER_BOUND in one.doubts) for one in found]  # type: ignore[misc]


def test_both_over_all() -> None:
    assert share("60家", "140家", public_benefit_scale="12家", low_fee_scale="8家") == [(10, False)]


@pytest.mark.parametrize(
    ("public", "low_fee", "scale"),
    [("200家", "8家", "800人次"), ("12家", "8人次", "100家"), ("12家", "8家", "若干")],
)
def test_unlike_units_or_no_number_state_nothing(public: str, low_fee: str, scale: str) -> None:
    assert share(scale, public_benefit_scale=public, low_fee_scale=low_fee) == []


def test_two_words_for_one_unit() -> None:
    assert share("100户", public_benefit_scale="12家", low_fee_scale="8") == [(20, False)]


def test_one_left_blank_makes_the_other_a_lower_bound_and_none_is_an_answer() -> None:
    assert share("100家", public_benefit_scale="9家") == [(9, True)]
    assert share("100家", public_benefit_scale="9家", low_fee_scale="无") == [(9, False)]


def test_nothing_served_is_divided_by_nothing() -> None:
    assert share("0家", public_benefit_scale="9家", low_fee_scale="1家") == []
