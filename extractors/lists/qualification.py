"""Does a person's education and title make them 大专及以上学历 and 中级及以上职称?

In:     the words of the 学历 and 职称 cells.
Out:    levels; "unclear" where only a person can tell (a licence, a course not completed, an unknown word).
Raises: nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from extractors.values.blanks import is_blank
from extractors.values.text import one_width, visible
from extractors.vocabulary.qualifications import LevelVocabulary, level_words

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


def education_level(text: str) -> Education | None:
    """College or not, the best that the cell names; None where it is blank."""
    if is_blank(text):
        return None
    words = level_words("education")
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
    words = level_words("titles")
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
    folded = one_width(visible(text)).upper()
    folded = re.sub(r"(?<![\x00-\x7f])[ \t]+(?![\x00-\x7f])", "", folded)
    parts = re.split(r"[/、,;|()\[\]【】〔〕+&\n\s:。]+|和|及(?!以)|兼(?!职)", folded)
    return [part.strip("-—·.\"'") for part in parts if part.strip("-—·.\"'")]


def _levels(part: str, words: LevelVocabulary) -> list[str]:
    """The levels of the vocabulary's words in this part, the longest word wherever several begin or overlap."""
    if part in words.whole:
        return [words.whole[part]]
    spans = sorted((match.span(1) for match in words.pattern.finditer(part)), key=lambda span: span[0] - span[1])
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if all(end <= left or start >= right for left, right in kept):
            kept.append((start, end))
    return [words.levels[part[start:end]] for start, end in sorted(kept)]
