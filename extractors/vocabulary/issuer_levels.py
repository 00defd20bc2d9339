"""On which level of government was a recognition given, by what a line of the paper says?

Source: data/vocabulary/issuer_levels.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from schemas.data_files import vocabulary_file
from schemas.strict_yaml import Marked

_TITLE = re.compile(r"^(?P<issuer>[\u4e00-\u9fff]*?)关于|(?:通知|证书|名单|文件|牌匾)$")
_RECOGNISED_AS = re.compile(
    r"(?:认定|确定|命名|评定|批准)[^。；]{0,80}?为(?P<as>[\u4e00-\u9fff]{0,24}?(?:平台|机构|基地))"
)


@dataclass(frozen=True, slots=True)
class LevelWords:
    """What tells the levels, the highest first, and of which kinds of paper."""

    kinds: frozenset[str]
    named: Mapping[str, re.Pattern[str]]
    issuers: Mapping[str, re.Pattern[str]]


@lru_cache(maxsize=1)
def level_words() -> LevelWords:
    """The vocabulary, read once."""
    fields = vocabulary_file("issuer_levels").fields("kinds levels")
    levels = {level: given.fields("named issuers") for level, given in fields["levels"].pairs()}
    return LevelWords(
        frozenset(fields["kinds"].words()),
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
    issuer = title["issuer"] if title and title["issuer"] else bare
    known = level_words()
    return next(
        (level for level in known.named if known.named[level].search(named) or known.issuers[level].search(issuer)),
        "",
    )


def highest(levels: Sequence[str]) -> str:
    """The highest of these levels; empty where there is none."""
    return next((level for level in level_words().named if level in levels), "")
