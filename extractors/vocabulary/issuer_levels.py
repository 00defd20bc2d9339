"""On which level of government was a recognition or a certificate given, by what a line of the paper says?

Source: data/vocabulary/issuer_levels.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.values.cities import divisions_of
from extractors.vocabulary.facts import seal_note
from schemas.data_files import vocabulary_file
from schemas.strict_yaml import Marked

_TITLE = re.compile(r"^(?P<issuer>[\u4e00-\u9fff]*?)关于|(?:通知|证书|名单|文件|牌匾)$")
_RECOGNISED_AS = re.compile(
    r"(?:认定|确定|命名|评定|批准)[^。；]{0,80}?为(?P<as>[\u4e00-\u9fff]{0,24}?(?:平台|机构|基地))"
)


_DATED = re.compile(r"(?:(?:19|20)\d{2}年|[二一][〇零○九].{2}年)\d{0,2}.{0,8}$")
"""The day behind the name of whoever signs."""


@dataclass(frozen=True, slots=True)
class LevelWords:
    """What tells the levels, the highest first, and of which kinds of paper."""

    kinds: frozenset[str]
    of_county: str
    """The level of an office whose name begins with a county, a district or a county-level city."""
    named: Mapping[str, re.Pattern[str]]
    issuers: Mapping[str, re.Pattern[str]]


@lru_cache(maxsize=1)
def level_words() -> LevelWords:
    """The vocabulary, read once."""
    fields = vocabulary_file("issuer_levels").fields("kinds of_county levels")
    levels = {level: given.fields("named issuers") for level, given in fields["levels"].pairs()}
    return LevelWords(
        frozenset(fields["kinds"].words()),
        fields["of_county"].text(),
        {level: _any(given["named"]) for level, given in levels.items()},
        {level: _any(given["issuers"]) for level, given in levels.items()},
    )


def _any(given: Marked) -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for pattern in given.patterns()) or "(?!)")


def level_in(line: str) -> str:
    """The highest level that a title, an issuer's name or a sentence of recognition tells; empty where none does."""
    bare = re.sub(r"\s", "", line)
    title, recognised = _TITLE.search(bare), _RECOGNISED_AS.search(bare)
    named = " ".join([*([bare] if title else []), *([recognised["as"]] if recognised else [])])
    known = level_words()
    # The name of whoever signs may have been joined to the last sentence above it.
    issuer = level_of(title["issuer"] if title and title["issuer"] else bare.rpartition("。")[2])
    return next((level for level in known.named if known.named[level].search(named) or level == issuer), "")


def level_of(issuer: str) -> str:
    """The level of the office of this name, a seal note and a day behind it aside; empty where it is none."""
    bare = _DATED.sub("", seal_note().sub("", re.sub(r"\s", "", issuer)))
    known = level_words()
    level = next((level for level, offices in known.issuers.items() if offices.search(bare)), "")
    return known.of_county if level and _of_a_county(bare) else level


def _of_a_county(office: str) -> bool:
    """Whether the name begins with a county, a district or a county-level city, by the national table."""
    found = divisions_of(office)
    return bool(found) and all(division.county for division in found)


def highest(levels: Sequence[str]) -> str:
    """The highest of these levels; empty where there is none."""
    return next((level for level in level_words().named if level in levels), "")
