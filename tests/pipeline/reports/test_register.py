"""The rows of the summary: what is ours, and what a rulebook brings along."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.reports.register import heads, own_measures, row
from schemas.figures import Figure, figures_frame
from schemas.measures import Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords
from tests.builders.reports import screening

DEBTS = Measure("own_debts", "资产负债率", "%")
OTHER = Measure("own_other", "入驻企业", "家")
OWN = OwnWords(measures=(DEBTS, OTHER))


def stating(value: str):
    """A dossier whose form states the debts."""
    one = screening()
    figures = figures_frame([Figure("own_debts", "form", Decimal(value), "%", value, ())])
    return replace(one, contents=replace(one.contents, figures=figures))


def test_a_measure_of_the_rulebooks_own_is_a_column_where_a_dossier_states_it():
    with while_speaking(OWN):
        own = own_measures([stating("65.5")])
        assert own == (DEBTS,)
        told = dict(zip(heads(own), row(stating("65.5"), 1, own=own), strict=True))
    assert "65.5" in str(told["资产负债率（%）"])


def test_without_own_measures_the_columns_are_ours():
    assert own_measures([stating("65.5")]) == ()
    assert len(heads()) == len(row(stating("65.5"), 1))
