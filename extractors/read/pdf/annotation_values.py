"""What does one annotation of a PDF page say of itself: its texts, its box, the words it lies on, its points?

In:     an annotation that pdfium has opened.
Out:    texts in one line of letters, boxes and points in PDF space; "" and nothing where it does not say.
Raises: nothing.
Source: ISO 32000-1, 12.5.2 (annotation dictionaries) and 12.5.6.10 (text markup).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from ctypes import byref, c_ushort
from functools import partial
from html import unescape

from pypdfium2 import raw

MOST = 5000
"""More annotations than this no page for people bears; the rest is left aside."""

MOST_TEXT = 20_000
"""Characters of one field that are taken."""

HIGHEST_RING, WIDEST_RING = 40.0, 200.0
"""Points of a circle or box that rings words."""

_PARAGRAPH = re.compile(r"</p>\s{0,20}<p\b[^<>]{0,2000}>|<br\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in PDF space."""


def value_of(annotation: object, key: bytes) -> str:
    """The text under a key."""
    return text_of(partial(raw.FPDFAnnot_GetStringValue, annotation, key))


def contents_of(annotation: object) -> str:
    """The words of a note or comment; some programs keep them with their looks alone."""
    text = value_of(annotation, b"Contents")
    return text if text.strip() else _plain(value_of(annotation, b"RC"))


def rich_of(annotation: object) -> str:
    """The words of a field that keeps them with their looks alone."""
    return _plain(value_of(annotation, b"RV"))


def _plain(rich: str) -> str:
    return unescape(_TAG.sub("", _PARAGRAPH.sub("\n", rich))).strip()


def text_of(get: Callable[..., int]) -> str:
    """A text of pdfium, asked for its length (in bytes, with the end) first."""
    size = min(int(get(None, 0)), 2 * MOST_TEXT)
    if size <= 2:
        return ""
    buffer = (c_ushort * (size // 2))()
    if int(get(buffer, size)) > size:
        return ""
    return bytes(buffer).decode("utf-16-le", "replace").split("\0")[0]


def box_of(annotation: object) -> Box:
    """Its rectangle."""
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, byref(rect))
    across, up = sorted((rect.left, rect.right)), sorted((rect.bottom, rect.top))
    return across[0], up[0], across[1], up[1]


def is_ring(box: Box) -> bool:
    """Whether an outline is of the size that is drawn round some words, not round part of a page."""
    return box[3] - box[1] <= HIGHEST_RING and box[2] - box[0] <= WIDEST_RING


def strokes_of(annotation: object) -> list[tuple[Point, ...]]:
    """The strokes of a pen, each as its points."""
    found = []
    for index in range(min(raw.FPDFAnnot_GetInkListCount(annotation), MOST)):
        count = min(raw.FPDFAnnot_GetInkListPath(annotation, index, None, 0), MOST)
        points = (raw.FS_POINTF * max(count, 1))()
        if count > 1 and raw.FPDFAnnot_GetInkListPath(annotation, index, points, count):
            found.append(tuple((point.x, point.y) for point in points))
    return found


def points_of(annotation: object, kind: int) -> list[tuple[Point, ...]]:
    """The line of an annotation that nobody drew."""
    if kind == raw.FPDF_ANNOT_LINE:
        begin, end = raw.FS_POINTF(), raw.FS_POINTF()
        if not raw.FPDFAnnot_GetLine(annotation, byref(begin), byref(end)):
            return []
        return [((begin.x, begin.y), (end.x, end.y))]
    count = min(raw.FPDFAnnot_GetVertices(annotation, None, 0), MOST)
    points = (raw.FS_POINTF * max(count, 1))()
    if count < 2 or raw.FPDFAnnot_GetVertices(annotation, points, count) != count:
        return []
    return [tuple((point.x, point.y) for point in points)]


def quads_of(annotation: object) -> list[Box]:
    """The boxes of the words that a marking lies over; its own box where it names none."""
    found = []
    for index in range(min(raw.FPDFAnnot_CountAttachmentPoints(annotation), MOST)):
        quad = raw.FS_QUADPOINTSF()
        if raw.FPDFAnnot_GetAttachmentPoints(annotation, index, byref(quad)):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            found.append((min(xs), min(ys), max(xs), max(ys)))
    return found or [box_of(annotation)]
