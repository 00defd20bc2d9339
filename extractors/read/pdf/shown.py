"""What does a person see of a PDF page: its text, what was typed and drawn over it, less what nobody sees?

In:     a document and a loaded page of it.
Out:    its glyphs and drawing as they show, what has to be said of them in Chinese, and the places to be doubted.
Raises: nothing of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium

from extractors.layout import name_seals, overlays
from extractors.layout.crossed_out import crossed
from extractors.layout.geometry import Drawing, Glyph, Glyphs, Upright
from extractors.layout.marked_words import WordMark, marked_words, rings
from extractors.layout.settings import TICK
from extractors.layout.ticks import ticked
from extractors.read.pdf import annotations as pdf_annotations
from extractors.read.pdf import drawing as pdf_drawing
from extractors.read.pdf import glyphs as pdf_glyphs
from extractors.read.pdf.annotations import Annotations
from extractors.read.pdf.comments import only_repeats
from extractors.read.pdf.page_content import PageContent
from extractors.read.pdf.pixels import inked, picture
from extractors.read.pdf.stated import StatedPage, collisions, stated, unframed, upright
from extractors.read.pdf.veiled import as_rendered
from extractors.read.pdf.visible import UnseenGlyphs, unseen
from schemas.locator import Box
from schemas.trust import Doubt

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
_SEALED = "所绘名章中的文字未计入"
_TINY = "小到看不清的文字未计入"
_CROSSED = "部分文字上画有斜线或曲线，是否划去请与原件核对"
_MARKED = "部分选项或文字以下划线、高亮等标出，请与原件核对"
_TICKED = "部分勾选由画在方框上的记号判定，请与原件核对"


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One page as it shows. ``doubtful`` are boxes of it whose text is to be doubted, and why."""

    page: pdfium.PdfPage
    glyphs: Glyphs
    drawn: Drawing
    remarks: tuple[str, ...] = ()
    doubtful: tuple[tuple[Box, Doubt], ...] = ()
    typed: tuple[Glyph, ...] = ()
    """Glyphs that stand over the page, not in its content."""
    comments: tuple[tuple[str, Box], ...] = ()
    """What somebody wrote to other readers of the page, and where it hangs."""


class _InkWithin:
    """A page that is rendered where a box of it is looked at."""

    def __init__(self, page: pdfium.PdfPage, turn: Upright, undrawn: Sequence[Sequence[tuple[float, float]]]) -> None:
        self._page, self._turn, self._undrawn = page, turn, undrawn

    def inked(self, box: Box) -> bool:
        """Whether ink shows in a box, or would, if the strokes that nobody drew were drawn."""
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for stroke in self._undrawn:
            xs, ys = [one for one, _ in stroke], [one for _, one in stroke]
            if min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys):
                return True
        return inked(picture(self._page, self._turn, box), box) >= TICK.ink


def shown(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, index: int, *, layers: bool) -> ShownPage:
    """The page with this index as it shows. ``layers``: the file may have some that are off. Raises TooManyPixels.

    The page handed in may be closed: the one handed back is to be closed by the caller, and good for nothing else.
    """
    over = pdf_annotations.of(pdf, page)
    page, added = pdf_annotations.laid_into(pdf, page, index, over)
    text = pdf_glyphs.text(page, added)
    seen, drawn = text.glyphs, pdf_drawing.drawing(page, text.glyphs.turn)
    told = _Told(list(_said(over)))
    glyphs = as_rendered(page, seen.turn, seen.glyphs, drawn, text.objects)
    glyphs, sealed = name_seals.apart(glyphs, drawn, [upright(text.box, seen.turn) for text in over.texts])
    told.say(_SEALED, sealed)
    undrawn: Sequence[Sequence[tuple[float, float]]] = ()
    if over:
        said = stated(text, glyphs, added, over, drawn)
        undrawn = said.strokes
        glyphs = _with_stated(said, over, seen.turn, drawn, told)
    glyphs, large = overlays.apart(glyphs)
    glyphs, by_drawing = ticked(glyphs, drawn, _InkWithin(page, seen.turn, undrawn).inked)
    told.say(_WATERMARK, large)
    told.say(_TICKED, by_drawing, doubted=by_drawing)
    struck = crossed(glyphs, drawn.strokes, drawn.level)
    told.say(_CROSSED, struck, doubted=struck)
    marks = [WordMark(upright(one.box, seen.turn), one.corrects) for one in over.marks]
    marked = marked_words(glyphs, [*marks, *rings(glyphs, drawn.strokes)], drawn.level)
    told.say(_MARKED, marked, doubted=marked)
    seen = replace(seen, glyphs=tuple(glyphs), askew=(*seen.askew, *overlays.strings([*large, *sealed])))
    left = _left(PageContent(page, seen, drawn, text.objects, layers), {glyph.run for glyph in large}, told)
    typed: tuple[Glyph, ...] = ()
    if over:
        clashes = list(collisions(left, text.objects, added))
        told.say(_OVERWRITTEN, clashes, doubted=clashes)
        typed = tuple(glyph for glyph in left if glyph.run < 0 or text.objects[glyph.run] in added)
    remarks = tuple(dict.fromkeys(told.remarks))
    comments = tuple(_comments(over, seen))
    return ShownPage(page, replace(seen, glyphs=left), drawn, remarks, tuple(told.doubtful), typed, comments)


def _comments(over: Annotations, seen: Glyphs) -> Iterator[tuple[str, Box]]:
    """The comments on the page, but those that only repeat what they mark."""
    for remark in over.comments:
        box = upright(remark.box, seen.turn)
        if not remark.on_words or not only_repeats(remark.text, box, seen.glyphs):
            yield remark.text, box


@dataclass(slots=True)
class _Told:
    """What has to be said of a page, and the boxes of it that are to be doubted."""

    remarks: list[str]
    doubtful: list[tuple[Box, Doubt]] = field(default_factory=list)

    def say(self, remark: str, reason: object, *, doubted: Sequence[Box] = ()) -> None:
        """Say something where there is reason to."""
        if reason:
            self.remarks.append(remark)
        self.doubtful.extend((box, Doubt.OVERLAID) for box in doubted)


def _with_stated(found: StatedPage, over: Annotations, turn: Upright, drawn: Drawing, told: _Told) -> Sequence[Glyph]:
    """The glyphs with what fields and notes state; the drawing takes in their lines and loses their frames."""
    glyphs: Sequence[Glyph] = found.glyphs
    if drawn.buries and any(glyph.run < 0 for glyph in glyphs):
        # What is typed over a picture of the whole page shows, the text beneath the picture does not.
        glyphs, drawn.buries = [glyph for glyph in glyphs if glyph.run < 0], False
    _unframe(drawn, [upright(text.box, turn) for text in over.texts if text.drawn])
    drawn.level.extend(found.level)
    drawn.strokes.extend(found.strokes)
    told.say(_DIFFERS, found.differs, doubted=found.doubtful)
    told.say(_COVERED, found.covered)
    return glyphs


def _left(content: PageContent, aside: set[int], told: _Told) -> tuple[Glyph, ...]:
    """The glyphs that are seen."""
    glyphs, gone = content.seen.glyphs, unseen(content, aside)
    told.say(_CUT, gone.cut)
    told.say(_COVERED, [number for number in gone.covered - gone.pictured if not _is_redrawn(number, gone, glyphs)])
    told.say(_PICTURED, gone.pictured)
    told.say(_LAYERED, gone.layered)
    told.say(_WHITE, gone.white)
    told.say(_TINY, gone.tiny)
    told.doubtful.extend((_box_of(glyphs[number]), Doubt.PARTLY_SHOWN) for number in sorted(gone.pictured | gone.cut))
    every = gone.every
    return tuple(glyph for number, glyph in enumerate(glyphs) if number not in every) if every else glyphs


def _is_redrawn(number: int, gone: UnseenGlyphs, glyphs: Sequence[Glyph]) -> bool:
    """Whether the same letter was drawn again where one is covered: nothing is lost."""
    lost = glyphs[number]
    return any(
        other.text == lost.text and abs(other.x0 - lost.x0) < 1 and abs(other.top - lost.top) < 1
        for at, other in enumerate(glyphs)
        if at not in gone.covered
    )


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


def _box_of(glyph: Glyph) -> Box:
    return glyph.x0, glyph.top, glyph.x1, glyph.bottom
