"""Does a person's education and title make them 大专及以上学历 and 中级及以上职称, or what else a regulation asks?

In:     the words of the 学历 and 职称 cells.
Out:    levels; "unclear" where only a person can tell (a licence, a course not completed, an unknown word).
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from extractors.values.blanks import is_blank
from extractors.values.text import one_width, visible
from extractors.vocabulary.levels import LOWEST, level_steps
from extractors.vocabulary.qualifications import LevelVocabulary, level_words
from schemas.regulation.own_words import QualifiedMeaning

Education = Literal["college", "below", "unclear"]
Title = Literal["senior", "intermediate", "junior", "none", "unclear"]
_BEST = ("senior", "intermediate", "unclear", "junior", "none")
"""What a cell of several titles comes to: the best certain one; a doubtful one beats those that do not count."""
_REACHES: Mapping[str, Mapping[str, bool]] = {
    "初级": {"senior": True, "intermediate": True, "junior": True, "none": False},
    "中级": {"senior": True, "intermediate": True, "junior": False, "none": False},
    "高级": {"senior": True, "intermediate": False, "junior": False, "none": False},
}
"""Title asked → which levels reach it; an unclear one may."""
COMMON = QualifiedMeaning()
EDUCATIONS = (LOWEST, "本科", "硕士", "博士")
TITLES = tuple(_REACHES)
SKILLS = ("高级工", "技师", "高级技师")
"""What a rulebook may ask of qualified staff: from there on."""
_HINT = re.compile(r"中级|高级|副高|正高")


@dataclass(frozen=True, slots=True)
class Qualified:
    """Whether a person counts as 专业人员 under either reading of 和; None where it cannot be told.

    ``union``: 大专及以上学历 or 中级及以上职称; ``intersection``: both.
    """

    union: bool | None
    intersection: bool | None


def education_level(text: str) -> Education | None:
    """College or not, the best that the cell names; None where it is blank."""
    if is_blank(text):
        return None
    words = level_words("education")
    named: list[str] = []
    for part in _parts(text):
        levels = _levels(part, words)
        if words.doubts.search(part):
            # 本科（在读）: the doubt is of the word before it; 本科、硕士在读: of its own.
            named = named if levels else named[:-1]
            levels = ["unclear"]
        named.extend(levels)
    best = next((level for level in ("college", "unclear", "below") if level in named), "unclear")
    return cast("Education", best)


def title_level(text: str) -> Title:
    """The best certain level that the cell names; "none" for a blank, 无 and posts (总经理)."""
    if is_blank(text):
        return "none"
    words = level_words("titles")
    parts = _parts(text)
    grades = [words.whole[part] for part in parts if part in words.whole]
    titles = _titles([part for part in parts if part not in words.whole], words)
    # 会计师（初级）: the level written beside one title is that title's.
    beside = bool(grades) and len(titles) <= 1 and "unclear" not in titles
    levels = grades if beside else titles + grades
    return cast("Title", next((level for level in _BEST if level in levels), "unclear"))


def _titles(parts: Sequence[str], words: LevelVocabulary) -> list[str]:
    """The levels of the titles that the parts name, left to right; a doubt is of the title before it, or of its own."""
    titles: list[str] = []
    for part in parts:
        levels = _levels(part, words)
        if words.doubts.search(part) and part not in words.levels:
            titles = [*(titles if levels else titles[:-1]), "unclear"]
        elif levels or _HINT.search(part):
            titles += levels or ["unclear"]
    return titles


def qualified(education: str, title: str, meaning: QualifiedMeaning = COMMON) -> Qualified:
    """Both readings of 大专及以上学历和中级及以上职称 for one person, from the words of the two cells."""
    schooled = _schooled(education, meaning.education)
    titled = _titled(title, meaning)
    if not meaning.education or not (meaning.title or meaning.skill):
        one = titled if not meaning.education else schooled
        return Qualified(one, one)
    return Qualified(_either(schooled, titled), _both(schooled, titled))


def _schooled(text: str, wanted: str) -> bool | None:
    """Whether the education reaches the one that is asked."""
    known = {"college": True, "below": False}.get(education_level(text) or "")
    steps = level_steps()
    if not known or wanted not in steps.education:
        return known
    said = _words_in(text, "education")
    if said & steps.education[wanted]:
        return True
    return None if said & steps.open.get(wanted, frozenset()) else False


def _titled(text: str, meaning: QualifiedMeaning) -> bool | None:
    """Whether the title, or a grade of skill that counts as one, reaches what is asked."""
    if meaning.skill and _words_in(text, "titles") & level_steps().skills.get(meaning.skill, frozenset()):
        return True
    return _REACHES[meaning.title or "中级"].get(title_level(text)) if meaning.title else False


def _words_in(text: str, name: Literal["education", "titles"]) -> frozenset[str]:
    """The words of the vocabulary in the cell, the longest wherever several begin or overlap."""
    words = level_words(name)
    found: set[str] = set()
    for part in _parts(text):
        found |= {part} if part in words.whole else {part[start:end] for start, end in _longest(part, words)}
    return frozenset(found)


def _either(schooled: bool | None, titled: bool | None) -> bool | None:
    if schooled or titled:
        return True
    return None if schooled is None or titled is None else False


def _both(schooled: bool | None, titled: bool | None) -> bool | None:
    if schooled is False or titled is False:
        return False
    return None if schooled is None or titled is None else True


def _parts(text: str) -> list[str]:
    """The words of a cell that separators and brackets part, in capitals; white space between hanzi parts nothing."""
    folded = one_width(visible(text)).upper()
    folded = re.sub(r"(?<![\x00-\x7f])[ \t]+(?![\x00-\x7f])", "", folded)
    parts = re.split(r"[/、,;|()\[\]【】〔〕+&\n\s:。]+|和|及(?!以)|兼(?!职)", folded)
    return [part.strip("-—·.\"'") for part in parts if part.strip("-—·.\"'")]


def _levels(part: str, words: LevelVocabulary) -> list[str]:
    """The levels of the vocabulary's words in this part, the longest word wherever several begin or overlap."""
    if part in words.whole:
        return [words.whole[part]]
    return [words.levels[part[start:end]] for start, end in _longest(part, words)]


def _longest(part: str, words: LevelVocabulary) -> list[tuple[int, int]]:
    """Where the words of the vocabulary stand in this part, the longest wherever several begin or overlap."""
    spans = sorted((match.span(1) for match in words.pattern.finditer(part)), key=lambda span: span[0] - span[1])
    longest: list[tuple[int, int]] = []
    for start, end in spans:
        if all(end <= left or start >= right for left, right in longest):
            longest.append((start, end))
    return sorted(longest)
