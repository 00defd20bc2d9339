"""What does a person see of a PDF page: its text, what was typed and drawn over it, less what nobody sees?

In:     a document and a loaded page of it.
Out:    its glyphs and drawing as they show, what has to be said of them in Chinese, and the places to be doubted.
Raises: nothing of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from extractors.layout import overlays
from extractors.layout.geometry import Drawing, Glyph, Glyphs, Upright
from extractors.layout.settings import TICK
from extractors.layout.ticks import ticked
from extractors.read.pdf import annotations as pdf_annotations
from extractors.read.pdf import drawing as pdf_drawing
from extractors.read.pdf import glyphs as pdf_glyphs
from extractors.read.pdf.annotations import Annotations
from extractors.read.pdf.page_content import PageContent
from extractors.read.pdf.pixels import inked, picture
from extractors.read.pdf.stated import collisions, stated, unframed, upright
from extractors.read.pdf.veiled import as_rendered
from extractors.read.pdf.visible import Unseen, unseen
from schemas.locator import Box

_FIELD = "表单域中填写的内容已计入"
_NOTE = "在页面上另行键入的文字（注释）已计入"
_DRAWING = "页面上另有手写、图形或图章注释，请与原件核对"
_WATERMARK = "水印或压在正文上的大字未计入"
_DIFFERS = "有表单域所示的文字与所存的值不同，请与原件核对"
_OVERWRITTEN = "有文字压在其他文字上，请与原件核对"
_CUT = "显示不全的文字只读取了看得见的部分"
_COVERED = "被遮盖、看不见的文字未计入，请与原件核对"
_PICTURED = "有图片盖住文字，请与原件核对"
_LAYERED = "已关闭的图层中的文字未计入"
_WHITE = "与底色相同、看不见的文字未计入"
_TICKED = "部分勾选由画在方框上的记号判定，请与原件核对"


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One page as it shows. ``doubtful`` are boxes of it whose text is to be doubted."""

    page: pdfium.PdfPage
    glyphs: Glyphs
    drawn: Drawing
    remarks: tuple[str, ...] = ()
    doubtful: tuple[Box, ...] = ()
    typed: tuple[Glyph, ...] = ()
    """Glyphs that stand over the page, not in its content."""


class _Look:
    """A page that is rendered where a box of it is looked at."""

    def __init__(self, page: pdfium.PdfPage, turn: Upright) -> None:
        self._page, self._turn = page, turn

    def inked(self, box: Box) -> bool:
        """Whether ink shows in a box."""
        return inked(picture(self._page, self._turn, box), box) >= TICK.ink


def shown(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, index: int, *, layers: bool) -> ShownPage:
    """The page with this index as it shows. ``layers``: the file may have some that are off.

    The page handed in may be closed: the one handed back is to be closed by the caller, and good for nothing else.
    """
    over = pdf_annotations.of(pdf, page)
    page, added = pdf_annotations.laid_into(pdf, page, index, over)
    text = pdf_glyphs.text(page, added)
    seen = text.glyphs
    drawn = pdf_drawing.drawing(page, seen.turn)
    remarks, doubtful = list(_said(over)), list[Box]()
    glyphs: Sequence[Glyph] = as_rendered(page, seen.turn, seen.glyphs, drawn, text.objects)
    if over:
        found = stated(glyphs, seen.turn, text.objects, added, over)
        glyphs = found.glyphs
        if drawn.buries and any(glyph.run < 0 for glyph in glyphs):
            # What is typed over a picture of the whole page shows, the text beneath the picture does not.
            glyphs, drawn.buries = [glyph for glyph in glyphs if glyph.run < 0], False
        _unframe(drawn, [upright(text.box, seen.turn) for text in over.texts if text.drawn])
        drawn.level.extend(found.level)
        drawn.strokes.extend(found.strokes)
        doubtful.extend(found.doubtful)
        remarks.extend([_DIFFERS] if found.differs else [])
        remarks.extend([_COVERED] if found.covered else [])
    glyphs, large = overlays.apart(glyphs)
    askew = (*seen.askew, *overlays.strings(large))
    glyphs, by_drawing = ticked(glyphs, drawn, _Look(page, seen.turn).inked)
    seen = replace(seen, glyphs=tuple(glyphs), askew=askew)
    aside = {glyph.run for glyph in large}
    gone = unseen(PageContent(page, seen, drawn, text.objects, layers), aside)
    every = gone.every
    doubtful.extend(by_drawing)
    doubtful.extend(_box_of(glyphs[number]) for number in sorted(gone.pictured | gone.cut))
    remarks.extend(_lost(gone))
    remarks.extend([_WATERMARK] if large else [])
    remarks.extend([_TICKED] if by_drawing else [])
    left = tuple(glyph for number, glyph in enumerate(glyphs) if number not in every) if every else tuple(glyphs)
    if over:
        clashes = list(collisions(left, text.objects, added))
        doubtful.extend(clashes)
        remarks.extend([_OVERWRITTEN] if clashes else [])
    typed = tuple(glyph for glyph in left if glyph.run < 0 or text.objects[glyph.run] in added) if over else ()
    return ShownPage(page, replace(seen, glyphs=left), drawn, tuple(dict.fromkeys(remarks)), tuple(doubtful), typed)


def _unframe(drawn: Drawing, boxes: Sequence[Box]) -> None:
    """Take the frames of fields and notes out of the drawing: they rule no table."""
    if boxes:
        across, down = [(box[0], box[2]) for box in boxes], [(box[1], box[3]) for box in boxes]
        drawn.level[:] = unframed(drawn.level, down, across)
        drawn.upright[:] = unframed(drawn.upright, across, down)


def _said(over: Annotations) -> Iterator[str]:
    """What is said of a page for what lies over it."""
    said = {"field": _FIELD, "note": _NOTE, "stamp": _DRAWING, "drawing": _DRAWING, "cover": _COVERED}
    said["watermark"] = _WATERMARK
    yield from dict.fromkeys(said[kind] for kind in said if kind in over.kinds)


def _lost(gone: Unseen) -> Iterator[str]:
    """What is said of a page for what is not seen of its text."""
    if gone.cut:
        yield _CUT
    if gone.covered - gone.pictured:
        yield _COVERED
    if gone.pictured:
        yield _PICTURED
    if gone.layered:
        yield _LAYERED
    if gone.white:
        yield _WHITE


def _box_of(glyph: Glyph) -> Box:
    return glyph.x0, glyph.top, glyph.x1, glyph.bottom
