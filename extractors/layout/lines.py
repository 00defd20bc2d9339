"""How glyphs make lines, and lines make text: order by place, blanks by gaps, wrapped lines joined.

In:     glyphs in any order.
Out:    lines of words from top to bottom and left to right; text.
Raises: nothing.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extractors.layout.geometry import Glyph, top_and_bottom_of, x0_of
from extractors.layout.settings import LINE

_DATE = frozenset("年月日时分秒")
"""Between these the gaps are blanks to be filled in."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """Glyphs that stand on one line, in reading order."""

    glyphs: tuple[Glyph, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        """The line's text, blanks as its gaps say."""
        return line_text(self.glyphs)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The line's outline."""
        return self.x0, self.top, self.x1, self.bottom


def lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """The glyphs by line, from the top; glyphs drawn twice to look bold count once."""
    given = list(glyphs)
    # Most cells hold one line, whose glyphs all reach as high and as low.
    ordered = given if len(set(map(top_and_bottom_of, given))) == 1 else sorted(given, key=_middle)
    if ordered and _middle(ordered[-1]) - _middle(ordered[0]) <= min(ordered[0].size, ordered[-1].size):
        return [line_of(_once(sorted(ordered, key=x0_of)))]
    found: list[list[Glyph]] = []
    reference = 0.0
    for glyph in ordered:
        middle = glyph.top + glyph.bottom
        if found and middle - reference <= 2 * LINE.level * min(found[-1][0].size, glyph.size):
            found[-1].append(glyph)
        else:
            found.append([glyph])
            reference = middle
    return [line_of(_once(sorted(group, key=x0_of))) for group in _attached(found)]


def _attached(found: list[list[Glyph]]) -> list[list[Glyph]]:
    """The groups, those that stand a little higher or lower joined to the line beside which they stand.

    A raised mark or a digit of another font belongs to the line that it touches; the line of another column,
    far off and by chance almost level, does not.
    """
    kept: list[list[Glyph]] = []
    for group in found:
        for other in reversed(kept[-3:]):
            size = max(group[0].size, other[0].size)
            if _middle(group[0]) - _middle(other[0]) <= 2 * LINE.raised * size and _touch(other, group, size):
                other.extend(group)
                break
        else:
            kept.append(group)
    return kept


def _touch(one: Sequence[Glyph], other: Sequence[Glyph], size: float) -> bool:
    """Whether glyphs of two groups stand side by side, and none upon another."""
    near = False
    spans = sorted([(g.x0, g.x1, 0) for g in one] + [(g.x0, g.x1, 1) for g in other])
    for (_, end, owner), (start, _, after) in pairwise(spans):
        if owner != after:
            if start < end - LINE.overlap * size:
                return False
            near = near or start - end < LINE.beside * size
    return near


def line_of(glyphs: Sequence[Glyph]) -> TextLine:
    """One line of these glyphs, which are in order."""
    _, x0, top, x1, bottom, size, *_ = zip(*glyphs, strict=True)
    usual = size[0] if size.count(size[0]) == len(size) else sorted(size)[len(size) // 2]
    return TextLine(tuple(glyphs), min(x0), min(top), max(x1), max(bottom), usual)


def pieces(line: TextLine, gap: float) -> list[TextLine]:
    """The line cut wherever nothing stands for ``gap`` ems of its size."""
    cut: list[list[Glyph]] = [[line.glyphs[0]]]
    end = line.glyphs[0].x1
    for glyph in line.glyphs[1:]:
        if glyph.x0 - end >= gap * line.size:
            cut.append([glyph])
        else:
            cut[-1].append(glyph)
        end = max(end, glyph.x1)
    return [line_of(group) for group in cut] if len(cut) > 1 else [line]


def line_text(glyphs: Sequence[Glyph]) -> str:
    """The text of glyphs in order, with blanks where the gaps say so and spread-out words drawn together."""
    narrow, end = LINE.blank_narrow, math.inf
    for glyph in glyphs:
        if glyph.x0 - end >= narrow * glyph.size:
            return _spaced(*_words(glyphs))
        end = glyph.x1
    return "".join([glyph.text for glyph in glyphs])


def _words(glyphs: Sequence[Glyph]) -> tuple[list[str], list[float]]:
    """The words of a line, and the gaps between them in ems."""
    words, gaps = [glyphs[0].text], list[float]()
    end = glyphs[0].x1
    narrow, wide = LINE.blank_narrow, LINE.blank_wide
    for last, glyph in pairwise(glyphs):
        size = min(glyph.size, last.size)
        gap = (glyph.x0 - end) / (size or 1.0)
        if gap < narrow or (gap < wide and _written_close(last, glyph)):
            words[-1] += glyph.text
        else:
            words.append(glyph.text)
            gaps.append(gap)
        end = max(end, glyph.x1)
    return words, gaps


def _written_close(last: Glyph, glyph: Glyph) -> bool:
    """Whether a small gap is no blank: beside a hanzi, unless the file itself parts two hanzi by one."""
    left, right = is_wide(last.text[-1]), is_wide(glyph.text[0])
    return (left or right) and not (left and right and glyph.blank)


def joined(texts: Sequence[str], *, broken: Sequence[bool] = ()) -> str:
    """The texts of wrapped lines as one; ``broken[i]`` says that a word goes on from text i to the next."""
    result = ""
    for index, text in enumerate(texts):
        if not result or not text:
            result += text
            continue
        left, right = result[-1], text[0]
        cut_through = bool(broken) and broken[index - 1]
        if left == "-" and len(result) > 1 and result[-2].isalpha() and right.islower() and not is_wide(right):
            result = result[:-1] + text
        elif cut_through or is_wide(left) or is_wide(right) or left == "-":
            result += text
        else:
            result += " " + text
    return result


@cache
def is_wide(char: str) -> bool:
    """Whether the character is a hanzi, kana or full-width sign, beside which no blank is written."""
    return unicodedata.east_asian_width(char) in ("W", "F") or char in "“”‘’—…·□☑√■●○"


@cache
def is_hanzi(char: str) -> bool:
    """Whether the character is a hanzi."""
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def _middle(glyph: Glyph) -> float:
    return glyph.top + glyph.bottom


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs without those drawn again within a point or so (fake bold, shadows)."""
    end = -math.inf
    for glyph in glyphs:
        if glyph.x0 < end:
            break
        # Neighbours overlap a little; a glyph drawn again overlaps its first drawing by most of its width.
        end = glyph.x0 + LINE.again_most * (glyph.x1 - glyph.x0)
    else:
        return glyphs
    kept: list[Glyph] = []
    for glyph in glyphs:
        if not any(_is_again(glyph, other) for other in kept[-4:]):
            kept.append(glyph)
    return kept


def _is_again(glyph: Glyph, other: Glyph) -> bool:
    """Whether a glyph is another drawn a second time."""
    if glyph.text != other.text:
        return False
    width = glyph.x1 - glyph.x0
    return (
        glyph.x0 - other.x0 < max(LINE.again_near * width, min(LINE.again_least, LINE.again_most * width))
        and abs(glyph.top - other.top) < LINE.again_level * glyph.size
        and abs(glyph.size - other.size) < LINE.again_size * glyph.size
    )


def _spaced(words: list[str], gaps: list[float]) -> str:
    """Words with a blank between, two where the gap is wide; hanzi spread out one by one are one word."""
    if not gaps:
        return "".join(words)
    together = _spread_out(words, gaps)
    text = words[0]
    for word, gap, close in zip(words[1:], gaps, together, strict=True):
        text += word if close else ("  " if gap > LINE.blank_double else " ") + word
    return text


def _spread_out(words: list[str], gaps: list[float]) -> list[bool]:
    """For each gap, whether it only spreads out a word."""
    together = [False] * len(gaps)
    start = 0
    while start < len(gaps):
        stop = start
        while stop < len(gaps) and _in_run(words, gaps, start, stop):
            stop += 1
        count = stop - start + 1
        whole = start == 0 and (stop == len(gaps) or words[stop][1:2] in ("：", ":"))
        if count >= 3 or (count == 2 and whole):
            together[start:stop] = [True] * (stop - start)
        start = max(stop, start + 1)
    return together


def _in_run(words: list[str], gaps: list[float], start: int, at: int) -> bool:
    """Whether the gap ``at`` goes on the run of single hanzi from ``start``."""
    left, right = words[at], words[at + 1]
    return (
        len(left) == 1
        and is_hanzi(left)
        and is_hanzi(right[0])
        and (len(right) == 1 or not is_hanzi(right[1]))
        and not {left, right[0]} <= _DATE
        and gaps[at] <= LINE.spread
        and abs(gaps[at] - gaps[start]) <= LINE.spread_even * max(1.0, gaps[start])
    )


_BULLET = re.compile(r"^\s*([□☑√■●○•◆▪·]|[-–—]\s)")


def starts_item(text: str) -> bool:
    """Whether a line begins a new item: a number, a bullet, a heading number, a bracketed number."""
    return bool(_BULLET.match(text) or _NUMBERED.match(text))


_NUMBERED = re.compile(
    r"^\s*(第[一二三四五六七八九十百零〇\d]+[章节条部分款项页]"
    r"|[一二三四五六七八九十]+[、.．]"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}(\.\d{1,2}){0,3}[、.．)）]\s?(?!\d)"
    r"|\d{1,2}(\.\d{1,2}){1,3}\s*[^\d\s.,%万元]"
    r"|[①-⑳]|附件|附表|附注|注[：:])"
)
