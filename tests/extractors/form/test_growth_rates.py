"""上年度主营业务收入增长率, from the yearly table or from two blanks."""

from datetime import date
from decimal import Decimal

import pytest

from extractors.form.growth_rates import growth_figures
from schemas.measures import Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords
from tests.builders.contents import figure, rows, year

OF_TABLE = Measure("growth", "增长率", "%", growth_of="revenue")
OF_BLANKS = Measure("growth", "增长率", "%", growth_of="revenue", growth_from="service_revenue")


def made(measure, figures=(), table=()):
    with while_speaking(OwnWords(measures=(measure,))):
        listed = list(growth_figures(figures, {"operations": rows("operations", *table)}, date(2026, 3, 15)))
    return [(str(one.value), one.source, one.year) for one in listed]


@pytest.mark.parametrize(
    ("before", "now", "value"),
    [(100, 115, "15"), (100, 100, "0"), (100, 85, "-15"), (0, 100, None)],
)
def test_by_the_last_two_rows(before, now, value):
    table = [year(2024, revenue=Decimal(before)), year(2025, revenue=Decimal(now))]
    assert made(OF_TABLE, table=table) == ([(value, "form.operations", 2025)] if value else [])


def test_an_older_step_is_none_of_last_year():
    assert made(OF_TABLE, table=[year(2023, revenue=Decimal(1)), year(2024, revenue=Decimal(2))]) == []


def test_by_two_blanks():
    stated = [figure("revenue", 110), figure("service_revenue", 100)]
    assert made(OF_BLANKS, stated) == [("10", "arithmetic", 2025)]


@pytest.mark.parametrize(("now", "before", "count"), [(2025, 2024, 1), (2025, 2025, 0), (2024, 2023, 0)])
def test_blanks_of_other_years_make_nothing(now, before, count):
    stated = [figure("revenue", 110, year=now), figure("service_revenue", 100, year=before)]
    assert len(made(OF_BLANKS, stated)) == count
