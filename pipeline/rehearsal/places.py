"""Where must a made-up applicant be that a bound for some places is its own?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.values.cities import Division, divisions_of, every_division
from schemas.regulation.bounds import BoundFor
from schemas.regulation.conditions import Condition
from schemas.rulebook import Rulebook

_EVERYWHERE = "全国"


@dataclass(frozen=True, slots=True)
class PlaceOfBound:
    """Those for whom a bound is, as the rulebook calls them, and a division of theirs."""

    words: str
    called: str


def by_place(rulebook: Rulebook, condition: Condition) -> Iterator[tuple[PlaceOfBound, Condition]]:
    """Each bound that is for places, or for all others, as a condition of its own, with a place where it holds."""
    regions = [name for bound in condition.bounds for name in bound.whom.regions]
    for bound in condition.bounds:
        named = next(iter(bound.whom.regions), "")
        place = named or (_elsewhere(rulebook, regions) if bound.whom.others and regions else "")
        if place:
            yield PlaceOfBound(bound.whom.words, place), _single(condition, bound)


def by_answer(condition: Condition) -> Iterator[tuple[dict[str, str], Condition]]:
    """Each bound that is for those who tick something, as a condition of its own, with what is ticked."""
    for bound in condition.bounds:
        if bound.whom.states is not None and bound.whom.states[0]:
            yield dict([bound.whom.states]), _single(condition, bound)


def _single(condition: Condition, bound: BoundFor) -> Condition:
    return replace(condition, bounds=(), at_least=bound.at_least, at_most=bound.at_most)


def _elsewhere(rulebook: Rulebook, regions: list[str]) -> str:
    """A division of the regulation's region that is in none of these; empty where there is none."""
    inside = divisions_of("" if rulebook.region == _EVERYWHERE else rulebook.region) or (Division(""),)
    for one in every_division():
        told = one.county or one.city
        fits = told and inside[0].holds(one) and not any(str(one).startswith(place) for place in regions)
        if fits and not any(place.startswith(str(one)) for place in regions):
            return str(one)
    return ""
