"""Does a person's education and title make them 大专及以上学历 and 中级及以上职称?

In:     the words of the 学历 and 职称 cells.
Out:    levels; "unclear" where only a person can tell (a licence, a course not completed, an unknown word).
Raises: nothing.
Source: data/vocabulary/education.yaml, titles.yaml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

import yaml

from extractors.values.blanks import is_blank, seen
from schemas.data_files import data_folder

Education = Literal["college", "below", "unclear"]
Title = Literal["senior", "intermediate", "junior", "none", "unclear"]
_BEST = ("senior", "intermediate", "unclear", "junior", "none")
"""What a cell of several titles comes to: the best certain one; a doubtful one beats those that do not count."""
_HINT = re.compile(r"中级|高级|副高|正高")


@dataclass(frozen=True, slots=True)
class Qualified:
    """Whether a person counts as 专业人员 under either reading of 和; None where it cannot be told.

    ``union``: 大专及以上学历 or 中级及以上职称; ``intersection``: both.
    """

    union: bool | None
    intersection: bool | None


@dataclass(frozen=True, slots=True)
class _LevelVocabulary:
    """One vocabulary: each word's level, the words that count only alone, those that leave it open."""

    levels: Mapping[str, str]
    whole: Mapping[str, str]
    pattern: re.Pattern[str]
    doubts: re.Pattern[str]


def education_level(text: str) -> Education | None:
    """College or not, the best that the cell names; None where it is blank."""
    if is_blank(text):
        return None
    words = _words("education")
    found: list[str] = []
    for part in _parts(text):
        levels = _levels(part, words)
        if words.doubts.search(part):
            # 本科（在读）: the doubt is of the word before it; 本科、硕士在读: of its own.
            if not levels and found:
                found.pop()
            levels = ["unclear"]
        found.extend(levels)
    best = next((level for level in ("college", "unclear", "below") if level in found), "unclear")
    return cast("Education", best)


def title_level(text: str) -> Title:
    """The best certain level that the cell names; "none" for a blank, 无 and posts (总经理)."""
    if is_blank(text):
        return "none"
    words = _words("titles")
    titles: list[str] = []
    grades: list[str] = []
    for part in _parts(text):
        if part in words.whole:
            grades.append(words.whole[part])
        elif words.doubts.search(part) and part not in words.levels:
            titles = titles if _levels(part, words) else titles[:-1]
            titles.append("unclear")
        else:
            titles.extend(_levels(part, words) or (["unclear"] if _HINT.search(part) else []))
    # 会计师（初级）: the level written beside one title is that title's.
    found = grades if grades and len(titles) <= 1 and "unclear" not in titles else titles + grades
    return cast("Title", next((level for level in _BEST if level in found), "unclear"))


def qualified(education: str, title: str) -> Qualified:
    """Both readings of 大专及以上学历和中级及以上职称 for one person, from the words of the two cells."""
    schooled = {"college": True, "below": False}.get(education_level(education) or "")
    titled = {"senior": True, "intermediate": True, "junior": False, "none": False}.get(title_level(title))
    return Qualified(_either(schooled, titled), _both(schooled, titled))


def _either(one: bool | None, other: bool | None) -> bool | None:
    if one or other:
        return True
    return None if one is None or other is None else False


def _both(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def _parts(text: str) -> list[str]:
    """The words of a cell that separators and brackets part, in capitals; white space between hanzi parts nothing."""
    folded = unicodedata.normalize("NFKC", seen(text)).upper()
    folded = re.sub(r"(?<![\x00-\x7f])[ \t]+(?![\x00-\x7f])", "", folded)
    parts = re.split(r"[/、,;|()\[\]【】〔〕+&\n\s:。]+|和|及(?!以)|兼(?!职)", folded)
    return [part.strip("-—·.\"'") for part in parts if part.strip("-—·.\"'")]


def _levels(part: str, words: _LevelVocabulary) -> list[str]:
    """The levels of the vocabulary's words in this part, the longest word wherever several begin or overlap."""
    if part in words.whole:
        return [words.whole[part]]
    spans = sorted((match.span(1) for match in words.pattern.finditer(part)), key=lambda span: span[0] - span[1])
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if all(end <= left or start >= right for left, right in kept):
            kept.append((start, end))
    return [words.levels[part[start:end]] for start, end in sorted(kept)]


@cache
def _words(name: str) -> _LevelVocabulary:
    raw = yaml.safe_load((data_folder() / "vocabulary" / f"{name}.yaml").read_text(encoding="utf-8"))
    alone = raw.get("whole") or raw.get("grades")
    levels = {
        word.upper(): level
        for level in ("senior", "intermediate", "junior", "none", "college", "below", "unclear")
        for word in raw.get(level, ())
    }
    longest_first = sorted(levels, key=len, reverse=True)
    return _LevelVocabulary(
        levels=levels,
        whole={word.upper(): level for level, words in alone.items() for word in words},
        # A lookahead finds the longest word at every place, overlapping ones too.
        pattern=re.compile(f"(?=({'|'.join(map(re.escape, longest_first))}))"),
        doubts=re.compile("|".join(map(re.escape, raw["open"]))),
    )
