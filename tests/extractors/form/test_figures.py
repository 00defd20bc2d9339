"""Which row of the yearly table is last year's, where the table names its years and where it names none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from extractors.form.figures import form_figures
from schemas.locator import Locator
from schemas.measures import MEASURES
from schemas.tables import Row
from tests.builders.contents import case, contents, entry, figure
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


def partners(*signed: bool) -> list[Row]:
    return [
        Row({"name": f"第{number}研究所", "agreement": one}, Locator("申报表.docx", cell=f"表4!R2C{number}"), {})
        for number, one in enumerate(signed, 1)
    ]


@pytest.mark.parametrize(
    ("listed", "counted"), [((), []), ((True,), [1]), ((True, False), [1, 2]), ((False, False), [0, 2])]
)
def test_partners_are_counted_where_any_was_read(listed: tuple[bool, ...], counted: list[int]) -> None:
    """Heads without a name below them may be of a table that goes on elsewhere: that is not to say there are none."""
    found = form_figures({}, {"partners": partners(*listed)}, AS_OF)
    assert [one.value for one in found if one.measure == "partner_institutions"] == counted
