"""How light do words show that stand in a form which shines through, as watermarks do?

The colour of such words does not say it: what makes them pale may be said of the form as a whole.

In:     a page, its glyphs, and the text object of each string.
Out:    the glyphs with the colour that they have on the page as it is rendered.
Raises: nothing.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.layout.geometry import Drawing, Glyph, Upright
from extractors.read.pdf.objects import address_of, painted
from extractors.read.pdf.pixels import picture

MOST_STRINGS = 2000
"""Strings in such forms; a page of more is itself one."""


def as_rendered(
    page: pdfium.PdfPage, turn: Upright, glyphs: Sequence[Glyph], drawn: Drawing, objects: Sequence[int]
) -> Sequence[Glyph]:
    """The glyphs, those in forms that shine through with the grey in which they show."""
    if not drawn.forms:
        return glyphs
    veiled = {
        address_of(item.handle) for item in painted(page) if item.veiled and item.kind == raw.FPDF_PAGEOBJ_TEXT
    }
    strings: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if 0 <= glyph.run < len(objects) and objects[glyph.run] in veiled:
            strings[glyph.run].append(glyph)
    others = len(glyphs) - sum(map(len, strings.values()))
    if not strings or not others or len(strings) > MOST_STRINGS:
        return glyphs
    inks = {run: _grey(page, turn, own) for run, own in strings.items()}
    return [glyph._replace(ink=inks[glyph.run]) if glyph.run in inks else glyph for glyph in glyphs]


def _grey(page: pdfium.PdfPage, turn: Upright, own: Sequence[Glyph]) -> int:
    """The grey of most letters of a string at their darkest; other words may lie under some of them."""
    box = (
        min(glyph.x0 for glyph in own),
        min(glyph.top for glyph in own),
        max(glyph.x1 for glyph in own),
        max(glyph.bottom for glyph in own),
    )
    shown = picture(page, turn, box)
    darkest = []
    for glyph in own:
        part = shown.part((glyph.x0, glyph.top, glyph.x1, glyph.bottom))
        darkest.append(int(part.max(axis=2).min()) if part.size else 0)
    grey = int(statistics.quantiles(darkest, n=4)[-1]) if len(darkest) > 1 else darkest[0]
    grey = min(max(grey, 0), 255)
    return grey << 16 | grey << 8 | grey
