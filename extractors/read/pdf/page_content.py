"""What was read of one loaded PDF page, for those who look at it more closely.

In:     a page, its glyphs and its drawing.
Out:    both, with the text object of each string and those that stand in forms.
Raises: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.layout.geometry import Drawing, Glyphs, run_of
from extractors.read.pdf.objects import Form, address_of, painted


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page. ``objects``: the address of the text object of each ``Glyph.run``; ``layers``: there may be some."""

    page: pdfium.PdfPage
    seen: Glyphs
    drawn: Drawing
    objects: tuple[int, ...]
    layers: bool

    @property
    def own(self) -> list[int]:
        """The numbers of the glyphs that the file itself draws; others were set by what it states."""
        runs, count = list(map(run_of, self.seen.glyphs)), len(self.objects)
        if not runs or (min(runs) >= 0 and max(runs) < count):
            return list(range(len(runs)))
        return [number for number, run in enumerate(runs) if 0 <= run < count]

    def nested(self) -> dict[int, tuple[Form, ...]]:
        """The text objects that stand in forms, and these: their clips are measured in a space of their own."""
        if not self.drawn.forms:
            return {}
        found = (item for item in painted(self.page) if item.forms and item.kind == raw.FPDF_PAGEOBJ_TEXT)
        return {address_of(item.handle): item.forms for item in found}
