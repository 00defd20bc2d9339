"""What lies over a page of a PDF that is no part of its content: form fields, typed notes, ticks, strikes, stamps?

A person sees them like everything else. What is drawn (a note's or a stamp's appearance) is laid into the page's
content, so that the page is read as it shows; what is only stated (a field's value, a box that is ticked, words that
are struck out) is handed on with its place.

In:     a loaded pdfium page.
Out:    the statements in PDF space, and the page with the drawings in its content.
Raises: nothing of its own.
Source: ISO 32000-1, 12.5 (annotations) and 12.7 (form fields).
"""

from __future__ import annotations

import re
from ctypes import byref, c_float, c_uint
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from extractors.read.pdf import comments as pdf_comments
from extractors.read.pdf.annotation_values import (
    MOST,
    Box,
    Point,
    box_of,
    contents_of,
    is_ring,
    points_of,
    quads_of,
    rich_of,
    strokes_of,
    text_of,
    value_of,
)
from extractors.read.pdf.comments import Remark
from extractors.read.pdf.objects import text_addresses

_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_MULTILINE, _PASSWORD = 1 << 12, 1 << 13
_TEXT_FIELDS = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
_BOXES = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
_SHOWN = (raw.FPDF_FORMFIELD_SIGNATURE, raw.FPDF_FORMFIELD_PUSHBUTTON)
_DRAWN = {
    raw.FPDF_ANNOT_FREETEXT: "note",
    raw.FPDF_ANNOT_STAMP: "stamp",
    raw.FPDF_ANNOT_REDACT: "cover",
    **dict.fromkeys(
        (
            *(raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_POLYLINE, raw.FPDF_ANNOT_POLYGON),
            *(raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE),
        ),
        "drawing",
    ),
}
"""What shows as it is drawn. Links, comments and their windows, marked words and signs of attachments say nothing."""

_SIZE = re.compile(r"(?<![\d.])(\d{1,4}(?:\.\d{1,6})?)\s{1,8}Tf")

_MARKS = {
    **dict.fromkeys((raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_HIGHLIGHT), False),
    **dict.fromkeys((raw.FPDF_ANNOT_SQUIGGLY, raw.FPDF_ANNOT_CARET, raw.FPDF_ANNOT_REDACT), True),
}
"""Marks on words, and whether they say that the words are to be replaced or looked at."""

_RINGS = (raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_SQUARE)
_LINES = (raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_POLYLINE)


class StatedText(NamedTuple):
    """A text that a field or a note holds, with its box; ``drawn``: it has an appearance of its own."""

    text: str
    box: Box
    size: float
    lines: bool
    drawn: bool
    is_field: bool
    opaque: bool = False
    """Whether it has a ground of its own, which hides what is beneath."""


class AnnotationMark(NamedTuple):
    """A marking over words; ``corrects``: it says that they are to be replaced or looked at."""

    box: Box
    corrects: bool


class StatedBox(NamedTuple):
    """A box to tick, and whether it is."""

    box: Box
    ticked: bool


@dataclass(slots=True)
class Annotations:
    """What lies over one page.

    ``strikes`` are the boxes of words that are struck out, ``lines`` lines nobody drew, ``pen`` what a pen drew.
    """

    texts: list[StatedText] = field(default_factory=list)
    boxes: list[StatedBox] = field(default_factory=list)
    strikes: list[Box] = field(default_factory=list)
    lines: list[tuple[Point, ...]] = field(default_factory=list)
    pen: list[tuple[Point, ...]] = field(default_factory=list)
    marks: list[AnnotationMark] = field(default_factory=list)
    """Words that are underlined, coloured or ringed, and those that a correction hangs on."""
    comments: list[Remark] = field(default_factory=list)
    """What was hung on the page for other readers of it."""
    kinds: set[str] = field(default_factory=set)
    drawn: bool = False
    """Whether anything has to be laid into the page's content."""

    def __bool__(self) -> bool:
        return bool(self.drawn or self.texts or self.boxes or self.strikes or self.marks or self.kinds or self.comments)


def of(pdf: pdfium.PdfDocument, page: pdfium.PdfPage) -> Annotations:
    """The annotations of a page. Those that are not to be laid into it are marked as hidden."""
    found = Annotations()
    count = min(raw.FPDFPage_GetAnnotCount(page.raw), MOST)
    reader = _AnnotationReader(pdf, found)
    for index in range(max(count, 0)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            if not reader.read(annotation):
                raw.FPDFAnnot_SetFlags(annotation, raw.FPDF_ANNOT_FLAG_HIDDEN)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
    return found


def laid_into(
    pdf: pdfium.PdfDocument, page: pdfium.PdfPage, index: int, found: Annotations
) -> tuple[pdfium.PdfPage, frozenset[int]]:
    """The page with what is drawn over it in its content, and the text objects that came into it so (addresses).

    The page handed in is closed where another one is handed back.
    """
    if not found.drawn:
        return page, frozenset()
    _with_appearances(page)
    before = raw.FPDFPage_CountObjects(page.raw)
    if raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page, frozenset()
    page.close()
    page = pdf[index]
    last = raw.FPDFPage_CountObjects(page.raw) - 1
    added = raw.FPDFPage_GetObject(page.raw, last) if last >= before else None
    return page, frozenset(text_addresses(added)) if added else frozenset()


def _with_appearances(page: pdfium.PdfPage) -> None:
    """Let pdfium draw the lines, circles and strokes of the pen that have no appearance in the file.

    It does so before it renders a page with its annotations; one pixel of it is enough.
    """
    bitmap = raw.FPDFBitmap_Create(1, 1, 0)
    if bitmap:
        raw.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, 1, 1, 0, raw.FPDF_ANNOT)
        raw.FPDFBitmap_Destroy(bitmap)


class _AnnotationReader:
    """Reads annotations one by one; the form of the document is only looked at where a field asks for it."""

    def __init__(self, pdf: pdfium.PdfDocument, found: Annotations) -> None:
        self._pdf = pdf
        self._found = found

    def read(self, annotation: object) -> bool:
        """Note one annotation; whether it is to be laid into the page."""
        found, kind = self._found, raw.FPDFAnnot_GetSubtype(annotation)
        if raw.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
            return False
        if raw.FPDFAnnot_HasKey(annotation, b"OC"):
            # It belongs to a layer, and pdfium draws it whether that is on or off.
            found.marks.append(AnnotationMark(box_of(annotation), corrects=True))
        if kind == raw.FPDF_ANNOT_WIDGET:
            return self._field(annotation)
        found.comments.extend(pdf_comments.of(annotation, kind))
        self._mark(annotation, kind)
        if kind not in _DRAWN:
            return False
        found.kinds.add(_DRAWN[kind])
        drawn = bool(raw.FPDFAnnot_GetObjectCount(annotation) > 0)
        if kind in _LINES and not drawn:
            found.lines.extend(points_of(annotation, kind))
        if kind == raw.FPDF_ANNOT_INK:
            # As it is drawn it may look like a rule of the page: that it is a pen's, only the annotation says.
            found.pen.extend(strokes_of(annotation))
        if kind == raw.FPDF_ANNOT_FREETEXT:
            self._note(annotation, drawn)
        # pdfium would draw a note that nobody drew in a frame of its own.
        shows = drawn or kind != raw.FPDF_ANNOT_FREETEXT
        found.drawn |= shows
        return shows

    def _mark(self, annotation: object, kind: int) -> None:
        """Note what an annotation says of the words that it lies on or is drawn round."""
        found = self._found
        if kind == raw.FPDF_ANNOT_STRIKEOUT:
            found.strikes.extend(quads_of(annotation))
            found.marks.extend(AnnotationMark(box, corrects=True) for box in quads_of(annotation))
        elif kind in _MARKS:
            found.marks.extend(AnnotationMark(box, corrects=_MARKS[kind]) for box in quads_of(annotation))
        elif kind in _RINGS and not raw.FPDFAnnot_HasKey(annotation, b"IC"):
            found.marks.extend(AnnotationMark(box, corrects=True) for box in [box_of(annotation)] if is_ring(box))
        elif kind == raw.FPDF_ANNOT_WATERMARK:
            found.kinds.add("watermark")

    def _note(self, annotation: object, drawn: bool) -> None:
        """The words of a note typed onto the page."""
        text = contents_of(annotation)
        if text.strip():
            opaque = bool(raw.FPDFAnnot_HasKey(annotation, b"C")) and _has_ground(annotation)
            stated = StatedText(text, box_of(annotation), _size(annotation), True, drawn, False, opaque)
            self._found.texts.append(stated)

    def _field(self, annotation: object) -> bool:
        """Note a form field; whether its appearance is to be laid into the page."""
        form = self._form()
        if form is None:
            return self._stray_field(annotation)
        kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
        if kind in _BOXES:
            self._found.boxes.append(StatedBox(box_of(annotation), _is_ticked(annotation)))
            self._found.kinds.add("field")
        elif kind in _TEXT_FIELDS:
            return self._text_field(form, annotation, kind)
        elif kind <= raw.FPDF_FORMFIELD_UNKNOWN:
            return self._stray_field(annotation)
        elif kind in _SHOWN:
            return self._shown(annotation)
        return False

    def _shown(self, annotation: object) -> bool:
        """Note a signature, or a button that is printed: a seal, a picture or words that show as they are drawn."""
        printed = bool(raw.FPDFAnnot_GetFlags(annotation) & raw.FPDF_ANNOT_FLAG_PRINT)
        shows = printed and bool(raw.FPDFAnnot_GetObjectCount(annotation) > 0)
        if shows:
            self._found.kinds.add("stamp")
            self._found.drawn = True
        return shows

    def _stray_field(self, annotation: object) -> bool:
        """Note a field that the form of the document does not know; its page shows it all the same."""
        found, drawn = self._found, bool(raw.FPDFAnnot_GetObjectCount(annotation) > 0)
        text = value_of(annotation, b"V")
        kind = value_of(annotation, b"FT")
        if text.strip() and kind in ("Tx", "Ch"):
            found.texts.append(StatedText(text, box_of(annotation), _size(annotation), "\n" in text, drawn, True))
        if drawn or found.texts:
            found.kinds.add("field")
        found.drawn |= drawn
        return drawn

    def _text_field(self, form: object, annotation: object, kind: int) -> bool:
        found, flags = self._found, raw.FPDFAnnot_GetFormFieldFlags(form, annotation)
        text = "" if flags & _PASSWORD else _value(form, annotation, kind) or rich_of(annotation)
        drawn = bool(raw.FPDFAnnot_GetObjectCount(annotation) > 0)
        if text.strip():
            size = c_float()
            raw.FPDFAnnot_GetFontSize(form, annotation, byref(size))
            lines = bool(flags & _MULTILINE) if kind == raw.FPDF_FORMFIELD_TEXTFIELD else "\n" in text
            found.texts.append(StatedText(text, box_of(annotation), max(size.value, 0.0), lines, drawn, True))
        if drawn or text.strip():
            found.kinds.add("field")
        found.drawn |= drawn
        return drawn

    def _form(self) -> object | None:
        """The document's form; None where it has none, though a page bears a field."""
        if self._pdf.formenv is None:
            self._pdf.init_forms()
        return None if self._pdf.formenv is None else self._pdf.formenv.raw


def _is_ticked(annotation: object) -> bool:
    """Whether a box shows as ticked: by the appearance that is chosen, else by its own value."""
    for key in (b"AS", b"V"):
        state = value_of(annotation, key)
        if state:
            return state != "Off"
    return False


def _value(form: object, annotation: object, kind: int) -> str:
    """What a text field holds, or the words of the options chosen in a list."""
    if kind != raw.FPDF_FORMFIELD_TEXTFIELD:
        chosen = [
            text_of(partial(raw.FPDFAnnot_GetOptionLabel, form, annotation, at))
            for at in range(min(raw.FPDFAnnot_GetOptionCount(form, annotation), MOST))
            if raw.FPDFAnnot_IsOptionSelected(form, annotation, at)
        ]
        if any(chosen):
            return "\n".join(chosen)
    return text_of(partial(raw.FPDFAnnot_GetFormFieldValue, form, annotation))


def _has_ground(annotation: object) -> bool:
    """Whether a note states a colour for its ground."""
    parts = [c_uint() for _ in range(4)]
    return bool(raw.FPDFAnnot_GetColor(annotation, raw.FPDFANNOT_COLORTYPE_Color, *map(byref, parts)))


def _size(annotation: object) -> float:
    said = _SIZE.search(value_of(annotation, b"DA"))
    try:
        return float(said[1]) if said else 0.0
    except ValueError:
        return 0.0
