"""In which province, city and county does an address lie?

By the national table: a county-level city lies in its city (尚志市 in 哈尔滨市), a development zone in the city or
county it is named after. Names are told at the beginning of the address, with or without those above them; short
names (郑州, 延边州) where no street or other division is called so. A county's name that several cities have gives
all of them. What the table cannot place gives nothing.
Source: data/vocabulary/divisions.yaml (the table), data/vocabulary/places.yaml (how places are written).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from schemas.data_files import vocabulary_file

_DIRECT = "直辖"
_TAIL = re.compile(r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|[省市盟]|地区)$")
_BEFORE = re.compile(r"^(?:中华人民共和国|中国|\d{6})+")
_SIGNS = re.compile(r"[\s,，、:：;；()（）·\u3000]+")
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Division:
    """One division; the levels below it are empty. A municipality, or a county without a city, leaves a level out."""

    province: str
    city: str = ""
    county: str = ""

    def __str__(self) -> str:
        return self.province + self.city + self.county

    def holds(self, other: Division) -> bool:
        """Whether the other is told more exactly and lies in it; nothing at all holds everything."""
        return str(other).startswith(str(self)) and other != self


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a division. ``behind`` is what must stand behind it, None where anything may."""

    division: Division
    behind: re.Pattern[str] | None = None
    alone: bool = True
    """Whether it tells the place without a higher one before it."""


_NOWHERE = Division("")


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, Sequence[Spelling]]:
    """Every way to write every division."""
    ways: dict[str, list[Spelling]] = defaultdict(list)
    for division in every_division():
        for text, spelling in _written(division):
            ways[text].append(spelling)
    return ways


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """How names of places are written (data/vocabulary/places.yaml)."""

    behind_short: re.Pattern[str]
    zones: re.Pattern[str]
    passed_over: re.Pattern[str]
    long_stems: tuple[str, ...]


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The words of data/vocabulary/places.yaml."""
    fields = vocabulary_file("places").fields("long_stems not_behind_short zones passed_over")
    return PlaceWords(
        behind_short=re.compile(f"(?!{'|'.join(fields['not_behind_short'].words())})"),
        zones=re.compile("|".join(fields["zones"].words())),
        passed_over=re.compile("|".join(fields["passed_over"].words())),
        long_stems=tuple(fields["long_stems"].words()),
    )


def every_division() -> Iterator[Division]:
    """The whole table, each province before its cities, each city before its counties."""
    for province, cities in vocabulary_file("divisions").pairs():
        yield Division(province)
        for city, counties in cities.pairs():
            if city != _DIRECT:
                yield Division(province, city)
            yield from (_county(province, city, county) for county in counties.scalar.split())


def _county(province: str, city: str, county: str) -> Division:
    """A county; without a city above it, it is a municipality's, or a city of its own (济源市)."""
    if city != _DIRECT:
        return Division(province, city, county)
    return Division(province, "", county) if province.endswith("市") else Division(province, county)


def _written(division: Division) -> Iterator[tuple[str, Spelling]]:
    """郑州市 is also written 郑州; 湘西土家族苗族自治州 湘西州; 青龙满族自治县 青龙县."""
    words = place_words()
    name = division.county or division.city or division.province
    yield name, Spelling(division)
    if name.endswith("自治州"):
        yield f"{_stem(name)}州", Spelling(division)
    elif name.endswith("自治县"):
        yield f"{name[:2]}县", Spelling(division, alone=False)
    elif not division.county:
        yield _TAIL.sub("", name), Spelling(division, words.behind_short)
    elif name.endswith(("市", "县")) and len(name) > 2:
        yield name[:-1], Spelling(division, words.zones)


def _stem(name: str) -> str:
    return next((stem for stem in place_words().long_stems if name.startswith(stem)), name[:2])


def divisions_of(address: str) -> tuple[Division, ...]:
    """Every division that the beginning of the address may name, the most exact reading; none where it names none."""
    bare = place_words().passed_over.sub("", _BEFORE.sub("", _SIGNS.sub("", address)))
    found = list(_read(bare, 0, _NOWHERE))
    longest = max((end for end, _ in found), default=0)
    return tuple(dict.fromkeys(division for end, division in found if end == longest))


def _read(text: str, at: int, above: Division) -> Iterator[tuple[int, Division]]:
    """Each chain of names from here on, with where it ends."""
    for end in range(at + 2, min(at + _LONGEST, len(text)) + 1):
        for spelling in _spellings().get(text[at:end], ()):
            division = spelling.division
            if not above.holds(division) or not (spelling.alone or above.province):
                continue
            if spelling.behind is None or spelling.behind.match(text, end):
                yield end, division
                yield from _read(text, end, division)
