"""Which words of a 学历 or 职称 cell are at which level (data/vocabulary/education.yaml, titles.yaml)?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractors.values.text import any_of
from schemas.data_files import vocabulary_file

_LEVELS = {"education": "college below unclear", "titles": "senior intermediate junior none unclear"}


@dataclass(frozen=True, slots=True)
class LevelVocabulary:
    """Each word's level, the words that count only where they stand alone, those that leave it open."""

    levels: Mapping[str, str]
    whole: Mapping[str, str]
    pattern: re.Pattern[str]
    doubts: re.Pattern[str]


@cache
def level_words(name: Literal["education", "titles"]) -> LevelVocabulary:
    """The vocabulary of educations, or of professional titles."""
    fields = vocabulary_file(name).fields(f"open whole {_LEVELS[name]}")
    levels = {word.upper(): level for level in _LEVELS[name].split() for word in fields[level].words()}
    return LevelVocabulary(
        levels=levels,
        whole={word.upper(): level for level, words in fields["whole"].pairs() for word in words.words()},
        # A lookahead finds the longest word at every place, overlapping ones too.
        pattern=re.compile(f"(?=({any_of(levels)}))"),
        doubts=re.compile(any_of(fields["open"].words())),
    )
