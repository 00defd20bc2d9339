"""Which row of the yearly table is last year's, where the table names its years and where it names none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from extractors.form.figures import form_figures
from extractors.values import number
from schemas.locator import Locator
from schemas.measures import MEASURES
from schemas.tables import Row
from schemas.trust import Doubt
from tests.builders.contents import case, contents, entry, figure, rows
from validators.crosschecks import crosscheck

AS_OF = date(2026, 3, 15)


def years(*revenues: int, first: int | None = None) -> list[Row]:
    return [
        Row(
            {"year": first + index if first else None, "revenue": Decimal(revenue)},
            Locator("测评表.docx", cell=f"表2!R{index + 3}C1"),
            {},
        )
        for index, revenue in enumerate(revenues)
    ]


def stated(rows: list[Row]) -> list[tuple[str, Decimal]]:
    found = form_figures({}, {"operations": rows}, AS_OF)
    return [(one.reading, one.value) for one in found if one.measure == "revenue"]  # type: ignore[misc]


def test_the_row_of_last_year_counts() -> None:
    assert stated(years(100, 200, 300, first=2023)) == [("", 300)]


def test_without_years_each_row_may_be_last_year_s() -> None:
    readings = stated(years(100, 200, 300))
    assert [value for _, value in readings] == [100, 200, 300]
    assert len({reading for reading, _ in readings}) == 3


@pytest.mark.parametrize(("audited", "status"), [(300, "review"), (250, "fail")])
def test_the_audited_revenue_agrees_with_one_row_or_with_none(audited: int, status: str) -> None:
    figures = [
        *(one for one in form_figures({}, {"operations": years(100, 200, 300)}, AS_OF) if one.measure == "revenue"),
        figure("revenue", audited, "audit"),
    ]
    assert crosscheck(case(contents(figures=figures)), MEASURES["revenue"]).status == status


@pytest.mark.parametrize(
    ("leased", "text", "told"),
    [
        pytest.param(None, "", [Decimal(0)], id="left-blank-is-none"),
        pytest.param(None, "见合同", [], id="what-is-no-number-may-be-any"),
        pytest.param(Decimal(450), "450", [Decimal(450)], id="both-told"),
    ],
)
def test_the_parts_of_the_premises_are_added_where_both_are_told(leased, text, told) -> None:
    blanks = [entry("premises_area", Decimal(450)), entry("premises_owned_area", Decimal(0))]
    blanks.append(replace(entry("premises_leased_area", leased), text=text))
    found = form_figures({one.key: one for one in blanks}, {}, AS_OF)
    assert [one.value for one in found if (one.measure, one.source) == ("premises_area", "arithmetic")] == told


class TestFreeServices:
    """Liaocheng's share: 公益性 and 低收费 together over the scale of all services, in one unit."""

    @staticmethod
    def share(*scales: str, **free: str) -> list[tuple[Decimal, bool]]:
        entries = {key: entry(key, number(text), text) for key, text in free.items()}
        services = rows("services", *({"product": "咨询", "scale": scale} for scale in scales))
        found = form_figures(entries, {"services": services}, AS_OF)
        return [(one.value, Doubt.LOWER_BOUND in one.doubts) for one in found if one.measure == "free_service_share"]  # type: ignore[misc]

    def test_both_over_all(self) -> None:
        assert self.share("60家", "140家", public_benefit_scale="12家", low_fee_scale="8家") == [(10, False)]

    @pytest.mark.parametrize(
        ("public", "low_fee", "scale"),
        [("200家", "8家", "800人次"), ("12家", "8人次", "100家"), ("12家", "8家", "若干")],
    )
    def test_unlike_units_or_no_number_state_nothing(self, public: str, low_fee: str, scale: str) -> None:
        assert self.share(scale, public_benefit_scale=public, low_fee_scale=low_fee) == []

    def test_two_words_for_one_unit(self) -> None:
        assert self.share("100户", public_benefit_scale="12家", low_fee_scale="8") == [(20, False)]

    def test_one_left_blank_makes_the_other_a_lower_bound_and_none_is_an_answer(self) -> None:
        assert self.share("100家", public_benefit_scale="9家") == [(9, True)]
        assert self.share("100家", public_benefit_scale="9家", low_fee_scale="无") == [(9, False)]

    def test_nothing_served_is_divided_by_nothing(self) -> None:
        assert self.share("0家", public_benefit_scale="9家", low_fee_scale="1家") == []
