"""How light do words show that stand in a form which shines through, as watermarks do?

The colour of such words does not say it: what makes them pale may be said of the form as a whole.

In:     a page, its glyphs, and the text object of each string.
Out:    the glyphs with the colour that they have on the page as it is rendered.
Raises: nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.layout.geometry import Drawing, Glyph, Upright
from extractors.layout.overlays import lightness
from extractors.layout.settings import OVERLAY
from extractors.read.pdf.objects import address_of, painted
from extractors.read.pdf.pixels import picture

MOST_STRINGS = 400
"""Strings in such forms; a page of more is itself one."""

MOST_DRAWN = 20_000
"""Objects of a page that is rendered for this."""


def as_rendered(
    page: pdfium.PdfPage, turn: Upright, glyphs: Sequence[Glyph], drawn: Drawing, objects: Sequence[int]
) -> Sequence[Glyph]:
    """The glyphs, those in forms that shine through with the grey in which they show."""
    if not drawn.forms or drawn.objects > MOST_DRAWN:
        return glyphs
    items = list(painted(page))
    veiled = {address_of(item.handle) for item in items if item.veiled and item.kind == raw.FPDF_PAGEOBJ_TEXT}
    strings = _strings(glyphs, objects, veiled)
    others = len(glyphs) - sum(map(len, strings.values()))
    if not strings or not others or len(strings) > MOST_STRINGS:
        return glyphs
    shows = _greys(page, turn, strings, [item.handle for item in items if address_of(item.handle) not in veiled])
    return [glyph._replace(ink=shows[glyph.run]) if glyph.run in shows else glyph for glyph in glyphs]


def _strings(glyphs: Sequence[Glyph], objects: Sequence[int], veiled: Collection[int]) -> dict[int, list[Glyph]]:
    """The glyphs of each string that is veiled."""
    strings: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if 0 <= glyph.run < len(objects) and objects[glyph.run] in veiled:
            strings[glyph.run].append(glyph)
    return strings


def _greys(
    page: pdfium.PdfPage, turn: Upright, strings: Mapping[int, Sequence[Glyph]], aside: Sequence[object]
) -> dict[int, int]:
    """The grey of each string that leaves a trace while all else is put aside."""
    for handle in aside:
        raw.FPDFPageObj_SetIsActive(handle, False)
    try:
        inks = {run: _grey(page, turn, own) for run, own in strings.items()}
    finally:
        for handle in aside:
            raw.FPDFPageObj_SetIsActive(handle, True)
    # What leaves no trace by itself may be white, on a ground that the form does not have.
    return {run: ink for run, ink in inks.items() if lightness(ink) < OVERLAY.white}


def _grey(page: pdfium.PdfPage, turn: Upright, own: Sequence[Glyph]) -> int:
    """The grey of a string where it is darkest."""
    box = (
        min(glyph.x0 for glyph in own),
        min(glyph.top for glyph in own),
        max(glyph.x1 for glyph in own),
        max(glyph.bottom for glyph in own),
    )
    grey = int(picture(page, turn, box).part(box).max(axis=2).min())
    return grey << 16 | grey << 8 | grey
