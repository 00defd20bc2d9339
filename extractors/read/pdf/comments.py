"""What did somebody write to other readers of a PDF page: sticky notes, words behind a marking or a drawing?

Nobody reads them on paper, and they are no part of what the page says; but they may contradict it.

In:     an annotation that pdfium has opened, and its kind.
Out:    the words with the box they hang on.
Raises: nothing.
Source: ISO 32000-1, 12.5.6.2 (markup annotations) and 12.5.6.3 (states of a review).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pypdfium2 import raw

from extractors.layout.geometry import Glyph
from extractors.read.pdf.annotation_values import Box, box_of, contents_of, quads_of

_ON_WORDS = frozenset(
    (
        *(raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_SQUIGGLY, raw.FPDF_ANNOT_STRIKEOUT),
        raw.FPDF_ANNOT_CARET,
    )
)
_BESIDE = frozenset(
    (
        *(raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_POLYLINE),
        *(raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE),
    )
)


class Remark(NamedTuple):
    """Words hung on a box of the page; ``on_words``: on words that they may only repeat."""

    text: str
    box: Box
    on_words: bool


def of(annotation: object, kind: int) -> Iterator[Remark]:
    """The words of an annotation that is a comment, or bears one; the state that a review left says nothing."""
    on_words = kind in _ON_WORDS
    if not on_words and kind not in _BESIDE:
        return
    if raw.FPDFAnnot_HasKey(annotation, b"StateModel"):
        return
    text = " ".join(contents_of(annotation).split())
    if text:
        yield Remark(text, quads_of(annotation)[0] if on_words else box_of(annotation), on_words)


def only_repeats(text: str, box: Box, glyphs: Sequence[Glyph]) -> bool:
    """Whether the words are those that are marked, as some programs note them; the box from the top left."""
    x0, top, x1, bottom = box
    marked = "".join(
        glyph.text
        for glyph in glyphs
        if x0 <= (glyph.x0 + glyph.x1) / 2 <= x1 and top <= (glyph.top + glyph.bottom) / 2 <= bottom
    )
    return bool(marked) and "".join(text.split()).startswith("".join(marked.split()))
