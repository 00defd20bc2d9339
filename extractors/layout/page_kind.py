"""What kind of page this is: whether its text layer is there, and whether it can be believed.

In:     the page's glyphs and what is drawn on it.
Out:    the kind, and a Chinese note where a person should know why.
Raises: nothing.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from extractors.layout.characters import is_private
from extractors.layout.geometry import Drawing, Glyphs, font_and_text_of
from extractors.layout.lines import is_hanzi
from extractors.layout.settings import KIND
from schemas.document import PageKind
from schemas.locator import Box

_SCRIPTS = (
    "CYRILLIC",
    "ARABIC",
    "HEBREW",
    "THAI",
    "HANGUL",
    "DEVANAGARI",
    "ARMENIAN",
    "ETHIOPIC",
    "TIBETAN",
    "MYANMAR",
)


def kind_of(seen: Glyphs, drawn: Drawing) -> tuple[PageKind, str]:
    """The verdict on one page, with the reason where it is not plain text."""
    share = covered(drawn.images, seen.turn.width, seen.turn.height)
    if len(seen.glyphs) < KIND.some_text:
        return _without_text(seen, drawn, share)
    if share >= KIND.page and (drawn.buries or _is_stamped(seen)):
        layer = "图片下面另有文字层，未采用" if drawn.buries else "只有页眉、页脚是文字"
        return "scan", f"页面是图片，{layer}；需人工核对原件或识别后使用"
    return _with_text(seen, drawn, share)


def _with_text(seen: Glyphs, drawn: Drawing, share: float) -> tuple[PageKind, str]:
    why = lies(seen)
    if why:
        return "unreliable_text", f"文字层不可信：{why}，未采用；需人工核对原件或重新识别"
    if len(seen.glyphs) < 4 * KIND.some_text and drawn.curves >= 2 * KIND.outlines and share < KIND.picture:
        return "vector", "正文以轮廓曲线绘成，没有文字层，只有零星文字可读；需人工核对原件或重新识别"
    hidden = "；隐藏的识别文字层未采用" if seen.hidden else ""
    if share >= KIND.picture:
        return "mixed", f"页面含图片（约占 {share:.0%}），图片中的文字未读{hidden}"
    return "text", hidden.lstrip("；")


def _is_stamped(seen: Glyphs) -> bool:
    """Whether all text is of the kind that programs put on finished pages: little, and at the very edge."""
    high = seen.turn.height
    edge = (KIND.margin * high, (1 - KIND.margin) * high)
    return len(seen.glyphs) <= KIND.stamped and all(
        glyph.bottom <= edge[0] or glyph.top >= edge[1] for glyph in seen.glyphs
    )


def covered(boxes: Sequence[Box], width: float, height: float) -> float:
    """The share of the page that the boxes cover together, counted on a grid of 64 by 64 points."""
    if not boxes or width <= 0 or height <= 0:
        return 0.0
    grid = 64
    rows = [0] * grid
    for x0, y0, x1, y1 in boxes:
        first, last = _span(x0 / width, x1 / width, grid)
        above, below = _span(y0 / height, y1 / height, grid)
        mask = (1 << max(last, first)) - (1 << first)
        for row in range(above, below):
            rows[row] |= mask
    return sum(row.bit_count() for row in rows) / (grid * grid)


def lies(seen: Glyphs) -> str:
    """Why the text layer cannot be believed; empty where it can."""
    total = len(seen.glyphs)
    counts = Counter(map(font_and_text_of, seen.glyphs))
    unmapped = sum(count for (_, text), count in counts.items() if is_private(text))
    if unmapped >= KIND.unmapped_least and unmapped / total >= KIND.unmapped:
        return f"{unmapped} 个字符没有对应的文字编码"
    by_font: dict[int, list[str]] = defaultdict(list)
    for (font, text), count in counts.items():
        by_font[font].extend(text * count)
    doubtful = sum(len(chars) for chars in by_font.values() if is_gibberish(chars))
    if doubtful / total >= KIND.doubtful:
        return "字体缺少文字编码表，读出的字与所见不符（生僻字或杂乱字符过多）"
    return ""


def is_gibberish(chars: Iterable[str]) -> bool:
    """Whether characters of one font read like no language: rare hanzi, mixed scripts, letters without vowels."""
    text = list(chars)
    different = set(text)
    of_hanzi = set(filter(is_hanzi, different))
    of_letters = {char for char in different - of_hanzi if char.isalpha()}
    hanzi = [char for char in text if char in of_hanzi]
    letters = [char for char in text if char in of_letters]
    if len(hanzi) >= KIND.hanzi and _are_rare(hanzi):
        return True
    # A page of hanzi may well hold web addresses and nothing else in Latin letters.
    return len(letters) >= max(KIND.letters, len(text) / 2) and _are_mixed(letters)


def _are_rare(hanzi: Sequence[str]) -> bool:
    """Whether too many hanzi are ones that hardly anybody writes."""
    ranks = [_rank(char) for char in hanzi]
    strange, rare = ranks.count(2) / len(hanzi), ranks.count(1) / len(hanzi)
    return strange >= KIND.strange or rare + strange >= KIND.rare


def _are_mixed(letters: Sequence[str]) -> bool:
    """Whether letters are of many scripts, mostly accented, or hardly any of them a vowel."""
    scripts = [script for script in map(_script, letters) if script]
    if len(set(scripts)) >= KIND.scripts and len(scripts) / len(letters) >= KIND.script_share:
        return True
    if sum("\u0080" <= char <= "\u00ff" for char in letters) / len(letters) >= KIND.accented:
        return True
    small = [char for char in letters if "a" <= char <= "z"]
    return len(small) >= KIND.latin and sum(char in "aeiou" for char in small) / len(small) < KIND.vowels


def _without_text(seen: Glyphs, drawn: Drawing, share: float) -> tuple[PageKind, str]:
    if share >= KIND.shown:
        layer = "，附有隐藏的识别文字层，未采用" if seen.hidden >= KIND.some_text else ""
        return "scan", f"页面是图片，没有可信的文字层{layer}；需人工核对原件或识别后使用"
    if drawn.curves >= KIND.outlines or drawn.segments >= 4 * KIND.outlines:
        return "vector", "页面文字以轮廓曲线绘成，没有文字层；需人工核对原件或识别后使用"
    if seen.hidden >= KIND.some_text:
        return "unreliable_text", "页面只有隐藏的文字层，看不见的文字未采用；需人工核对原件"
    if seen.glyphs or seen.askew:
        return "text", ""
    return "blank", ""


def _span(start: float, end: float, grid: int) -> tuple[int, int]:
    first = min(max(round(start * grid), 0), grid)
    return first, min(max(round(end * grid), first), grid)


@cache
def _rank(char: str) -> int:
    """0 an everyday hanzi, 1 one of the second rank, 2 one that neither mainland nor Taiwan counts as common."""
    for encoding, everyday, known in (("gb2312", (0xB0, 0xD7), (0xB0, 0xF7)), ("big5", (0xA4, 0xC6), (0xC9, 0xC8))):
        try:
            lead = char.encode(encoding)[0]
        except UnicodeEncodeError:
            continue
        if everyday[0] <= lead <= everyday[1]:
            return 0
        if known[0] <= lead <= known[1]:
            return 1
    return 2


@cache
def _script(char: str) -> str:
    name = unicodedata.name(char, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "")
