"""Where does a word of a line stand, and what does the line say with that word read otherwise?

In:     a line as it was read, and which of its characters are the word.
Out:    the box of the word; the line with other characters, or other scores, in its place.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from extractors.read.ocr.engine import Quads, RecognisedLine
from extractors.read.scan.type_size import ReadLine, middles

Span = tuple[int, int]
"""From which character to which; the last one is not among them."""

_BESIDE = 1.0
"""Steps of the characters of a word that its box reaches beyond their middles."""


def box_of(line: ReadLine, span: Span) -> Quads:
    """The box of a word: one step of its characters beyond the middles of the first and the last."""
    quad, _ = line
    places = middles(line)[slice(*span)]
    steps = [after - before for before, after in pairwise(places)]
    half = (float(np.median(steps)) if steps else float(np.ptp(quad[:, 1]))) * _BESIDE
    (left, top), (right, bottom) = quad.min(axis=0), quad.max(axis=0)
    x0, x1 = max(places[0] - half, float(left)), min(places[-1] + half, float(right))
    return np.array([[x0, top], [x1, top], [x1, bottom], [x0, bottom]], np.float32)


def with_word(line: ReadLine, span: Span, word: RecognisedLine, box: Quads) -> RecognisedLine:
    """The line with this word in the place of those characters; ``box``: where the word was read."""
    quad, text = line
    (x0, _), (x1, _) = quad.min(axis=0), quad.max(axis=0)
    wide = float(np.ptp(box[:, 0]))
    at = tuple((float(box[0, 0]) + share * wide - float(x0)) / float(x1 - x0) for share in word.at)
    return _put(text, span, (word.chars, at, word.scores))


def rescored(text: RecognisedLine, span: Span, most: float) -> RecognisedLine:
    """The line with those characters read no more surely than ``most``."""
    inside = slice(*span)
    scores = tuple(min(score, most) for score in text.scores[inside])
    return _put(text, span, (text.chars[inside], text.at[inside], scores))


def _put(
    text: RecognisedLine, span: Span, word: tuple[Sequence[str], Sequence[float], Sequence[float]]
) -> RecognisedLine:
    before, after = slice(None, span[0]), slice(span[1], None)
    chars, at, scores = word
    return text._replace(
        chars=(*text.chars[before], *chars, *text.chars[after]),
        at=(*text.at[before], *at, *text.at[after]),
        scores=(*text.scores[before], *scores, *text.scores[after]),
    )
