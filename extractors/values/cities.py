"""In which city does an address lie?

A prefecture is told by its name at the beginning, with or without province and 市; a county-level city by
its own 市. An address that begins with a district or a street tells no city.
Source: data/vocabulary/places.yaml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.values.text import any_of
from schemas.data_files import vocabulary_file

_COUNTY_CITY = re.compile(r"[\u4e00-\u9fff]{1,5}?市(?!场|中区|北区|南区|辖)")
_TAIL = re.compile(r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|[省市]|地区|盟)$")


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """Names as they may be written → the full name."""

    provinces: tuple[str, ...]
    cities: dict[str, str]
    streets: re.Pattern[str]


@lru_cache(maxsize=1)
def known_places() -> KnownPlaces:
    """The provinces and cities of data/vocabulary/places.yaml."""
    fields = vocabulary_file("places").fields("provinces cities long_stems streets")
    provinces = {form for name in fields["provinces"].text().split() for form in (name, _TAIL.sub("", name))}
    stems = fields["long_stems"].text().split()
    cities = {form: name for name in fields["cities"].text().split() for form in _spellings(name, stems)}
    return KnownPlaces(
        provinces=tuple(sorted(provinces, key=len, reverse=True)),
        cities=dict(sorted(cities.items(), key=lambda item: len(item[0]), reverse=True)),
        streets=re.compile(any_of(fields["streets"].words())),
    )


def _spellings(name: str, long_stems: list[str]) -> list[str]:
    """郑州市 is also written 郑州; 湘西土家族苗族自治州 also 湘西州."""
    if name.endswith("自治州"):
        stem = next((stem for stem in long_stems if name.startswith(stem)), name[:2])
        return [name, f"{stem}州"]
    return [name, _TAIL.sub("", name)]


def city_of(address: str) -> str | None:
    """The full name of the city (郑州市, 巩义市), None where the address does not say it."""
    places = known_places()
    text = re.sub(r"[\s,，、:：\u3000]+|^(?:中华人民共和国|中国)", "", address)
    for province in places.provinces:
        if text.startswith(province):
            within = _prefecture(text[len(province) :]) or _county_city(text[len(province) :])
            if within:
                return within
    return _prefecture(text) or _county_city(text)


def _prefecture(text: str) -> str | None:
    places = known_places()
    for spelling, name in places.cities.items():
        if text.startswith(spelling):
            bare = spelling != name
            return None if bare and places.streets.match(text, len(spelling)) else name
    return None


def _county_city(text: str) -> str | None:
    match = _COUNTY_CITY.match(text)
    return match[0] if match else None
