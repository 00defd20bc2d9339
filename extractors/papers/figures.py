"""Which figures do the facts of one paper state: the applicant's name, its founding, its city?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from extractors.form.figures import years_between
from extractors.stated import figure
from extractors.values.cities import city_of
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
        stated += [*_founding(facts, as_of), *_of_city(facts)]
    return [figure(measure, source, value, fact.text, [fact.evidence]) for measure, value, fact in stated]


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


def _of_city(facts: Mapping[str, Fact]) -> Stated:
    address = facts.get("address")
    city = city_of(address.value) if address else None
    if address and city:
        yield "registered_in", city, address
