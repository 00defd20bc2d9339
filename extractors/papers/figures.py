"""Which figures do the facts of one paper state: the applicant's name, its founding, its city?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from extractors.form.figures import years_between
from extractors.form.registered_in import registered_in
from extractors.stated import figure
from extractors.vocabulary.facts import words
from schemas.figures import Figure, Value
from schemas.papers import Fact

LICENCE = "licence"


def fact_figures(kind: str, facts: Mapping[str, Fact], as_of: date) -> list[Figure]:
    """The figures of a paper of this kind; of the applicant's registration only a licence speaks."""
    source = words().sources.get(kind)
    if source is None:
        return []
    stated = [*_of(facts, "applicant_name", "subject")]
    if source == LICENCE:
        stated += [*_founding(facts, as_of)]
    figures = [figure(measure, source, value, fact.text, [fact.evidence]) for measure, value, fact in stated]
    address = facts.get("address") if source == LICENCE else None
    if address:
        figures += registered_in(source, address.value, address.text, address.evidence)
    return figures


Stated = Iterator[tuple[str, Value, Fact]]


def _of(facts: Mapping[str, Fact], measure: str, key: str) -> Stated:
    if key in facts:
        yield measure, facts[key].value, facts[key]


def _founding(facts: Mapping[str, Fact], as_of: date) -> Stated:
    yield from _of(facts, "registered_on", "registered_on")
    founded = facts.get("registered_on")
    years: Decimal | None = years_between(founded.value, as_of) if founded else None
    if founded and years is not None:
        yield "operating_years", years, founded
