"""Where on a page stand characters that may have been misread?

In:     the glyphs of a recognised page with their scores.
Out:    the middles of those that are doubtful, in points.
Raises: nothing.

A recogniser is sure of what is left of a sign: where a fax has lost the level strokes, 晶 is 品 without any doubt.
How the page reads as a whole tells: on one that reads badly no hanzi is beyond doubt, and of the rest only what
was read surely.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractors.layout.lines import is_hanzi
from extractors.read.ocr.engine import RecognisedLine
from extractors.read.ocr.variants import is_uncommon
from extractors.read.scan.glyphs import Scored
from extractors.read.scan.settings import CHARACTER, PAGE

UNTOLD = frozenset("（）()，。；;：:、“”\"'‘’·-—～~《》<>[]【】 ")
"""Signs whose full and half width the recogniser confuses; doubt about them is none about the value.

Points and commas are not among them: in an amount they matter."""

Places = tuple[tuple[float, float], ...]


def doubtful_places(scored: Sequence[Scored], *, badly: bool = False) -> Places:
    """The middles of the characters that may be others; ``badly`` as the page reads."""
    glyphs = [one.glyph for one in scored if _is_doubtful(one, badly=badly)]
    return tuple(((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2) for glyph in glyphs)


def reads_badly(lines: Iterable[RecognisedLine]) -> bool:
    """Whether so many lines of a page hold what scored little that its strokes must be broken.

    One word that a pen or a seal spoilt counts once. What is most likely no writing (a pattern, the rim of a seal)
    tells nothing of the writing, and few characters tell nothing at all.
    """
    told = [(line, _scores(line)) for line in lines if line.score >= CHARACTER.junk]
    low = sum(line.short or min(scores, default=1.0) < PAGE.doubt for line, scores in told)
    signs = sum(len(scores) for _, scores in told)
    return signs >= PAGE.telling and low > PAGE.badly * signs


def _scores(line: RecognisedLine) -> list[float]:
    return [score for char, score in zip(line.chars, line.scores, strict=True) if char not in UNTOLD]


def _is_doubtful(one: Scored, *, badly: bool) -> bool:
    text = one.glyph.text
    if text in UNTOLD:
        return False
    if one.short:
        return True
    if badly:
        return is_hanzi(text) or one.score < PAGE.surely
    return one.score < PAGE.doubt or is_uncommon(text)
