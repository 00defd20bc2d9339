"""Which gap in a line does a text box fill that lies over it?

People who may not change a form lay a small text box with the value over the printed blank: 上年末总资产 [326.40] 万元.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.etree import _Element as Element

from extractors.read.word.controls import W
from extractors.values.text import cleaned

BOX = W + "txbxContent"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHORT = 40
"""Characters of a value; a longer box is a text of its own."""
_GAP = re.compile(r"(?:[ \u3000\u00a0_＿]){2,}")
_EMU = 12_700
_HANZI, _LETTER = 10.5, 5.25
"""Points that a sign takes in the type that forms are set in (五号)."""
_LEFT = re.compile(r"margin-left:\s*(-?[\d.]+)\s*pt")
_TOP = re.compile(r"margin-top:\s*(-?[\d.]+)\s*pt")
_ON_THE_LINE = 24.0
"""A box further below or above its paragraph's top, in points, lies on another line."""


def filled_in(text: str, boxes: Sequence[Element]) -> tuple[str, list[Element]]:
    """The line with its gaps filled from short boxes, and the boxes that are left."""
    gaps = [match.span() for match in _GAP.finditer(text) if text[: match.start()].strip()] if boxes else []
    left: list[Element] = []
    fills: dict[tuple[int, int], str] = {}
    for box in boxes:
        free = [gap for gap in gaps if gap not in fills]
        words = _words(box)
        if not free or not words or not _lies_on_the_line(box):
            left.append(box)
            continue
        fills[_nearest(free, text, _offset(box))] = words
    for (start, end), words in sorted(fills.items(), reverse=True):
        text = text[:start] + words + text[end:]
    return text, left


def may_cover(box: Element) -> bool:
    """Whether a short box lies as high as the words of its paragraph, so that it may cover some of them."""
    return bool(_words(box)) and _lies_on_the_line(box)


def _words(box: Element) -> str:
    """The one short line of the box; "" where it holds more."""
    if box.find(W + "tbl") is not None:
        return ""
    lines = ["".join(node.text or "" for node in each.iter(W + "t")) for each in box.iter(W + "p")]
    written = [cleaned(line).strip() for line in lines if line.strip()]
    return written[0] if len(written) == 1 and len(written[0]) <= _SHORT else ""


def _nearest(gaps: Sequence[tuple[int, int]], text: str, offset: float | None) -> tuple[int, int]:
    """The gap under the box; the first one where nothing says how far to the right it lies."""
    if offset is None:
        return gaps[0]
    return min(gaps, key=lambda gap: abs(_width(text[: gap[0]]) + _width(text[gap[0] : gap[1]]) / 2 - offset))


def _width(text: str) -> float:
    return sum(_LETTER if sign.isascii() else _HANZI for sign in text)


def _offset(box: Element) -> float | None:
    """How far to the right of its paragraph's edge the box lies, in points."""
    for anchor in box.iterancestors(_WP + "anchor"):
        moved = anchor.findtext(f"{_WP}positionH/{_WP}posOffset") or ""
        return int(moved) / _EMU if moved.lstrip("-").isdecimal() else None
    for shape in box.iterancestors():
        found = _LEFT.search(shape.get("style") or "")
        if found:
            return float(found[1])
    return None


def _lies_on_the_line(box: Element) -> bool:
    """Whether the box lies about as high as its paragraph; nothing said means that it does."""
    for anchor in box.iterancestors(_WP + "anchor"):
        moved = anchor.findtext(f"{_WP}positionV/{_WP}posOffset") or "0"
        return moved.lstrip("-").isdecimal() and abs(int(moved)) / _EMU <= _ON_THE_LINE
    for shape in box.iterancestors():
        found = _TOP.search(shape.get("style") or "")
        if found:
            return abs(float(found[1])) <= _ON_THE_LINE
    return True
