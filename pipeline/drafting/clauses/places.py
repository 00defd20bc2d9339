"""Whom do a few words of a clause name: a region, divisions, a kind of applicant, all the others?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from extractors.values.cities import divisions_of, every_division
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.checks.vocabulary import rule_words
from schemas.data_files import vocabulary_file

_PARTED = re.compile(r"[、和及与]")
_LEAD = re.compile(r"^(对于?|属于|为)|的$")
OTHERS = "others"
"""All who are not named."""


@dataclass(frozen=True, slots=True)
class NamedWhom:
    """What stands behind ``for:``, and what a name of the clause's own (城区) stands for."""

    said: object
    regions: Mapping[str, list[str]] = field(default_factory=dict)


def named_whom(words: str, region: str) -> NamedWhom | None:
    """Whom the words name; None where they are anything else. ``region``: the division that the regulation is for."""
    bare = draft_words().whom["around"].sub("", words)
    kind = next(
        (name for name, one in rule_words().applicants.items() if one.clause.fullmatch(_LEAD.sub("", words))), ""
    )
    if kind or not bare:
        return NamedWhom(kind) if kind else None
    if draft_words().whom["others"].fullmatch(bare):
        return NamedWhom(OTHERS)
    places = named_places(bare, region)
    if places:
        return NamedWhom(places)
    for name in ("districts", "counties"):
        if draft_words().whom[name].fullmatch(bare):
            inside = _inside(region, districts=name == "districts") if region else []
            return NamedWhom(bare, {bare: inside}) if inside else None
    known = next((name for name, _ in vocabulary_file("regions").pairs() if name.startswith(bare)), "")
    return NamedWhom(known) if known else None


def named_places(words: str, region: str = "") -> list[str]:
    """The divisions that the words list (南浔区、德清县), where all of them are ones, within the region."""
    names = [one for one in _PARTED.split(words) if one]
    inside = {one.county for one in every_division() if region in ("", one.city, one.province)}
    cities = {one.city for one in every_division()}
    fitting = [one for one in names if (one in inside or one in cities) and divisions_of(one)]
    return names if names and len(fitting) == len(names) else []


def _inside(region: str, *, districts: bool) -> list[str]:
    """The districts of the city, or its counties and county-level cities."""
    counties = [one.county for one in every_division() if one.county and one.city == region]
    return [one for one in counties if one.endswith("区") is districts]
