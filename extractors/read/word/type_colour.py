"""Which colour is a run of text set in: does it stand out, is it greyed out, or is it seen at all?

In:     the properties of a run (``w:rPr``) in its place in the document.
Out:    white type on no ground of its own, and type of a point or two, is seen by nobody.
Source: ECMA-376 part 1, 17.3.2.6 (color), 17.3.2.32 (shd), 17.3.2.38 (sz, in half points).
"""

from __future__ import annotations

from collections.abc import Collection

from lxml.etree import _Element as Element

from extractors.read.paper_white import PAPER, parts
from extractors.read.word.controls import W

GREYED = 0x90
"""A grey at least so bright is that of a greyed-out option. Range 0x80-0xB0."""
GREY_SPREAD = 0x18
"""The parts of a grey differ by no more than this. Range 0x08-0x28."""
SMALLEST = 4
"""Type of no more half points than this cannot be read on paper. Range 3-6."""
_GROUNDED = (W + "tc", W + "p", W + "tbl")
_HOLDERS = {W + "tc": W + "tcPr", W + "p": W + "pPr", W + "tbl": W + "tblPr"}
_STYLES = {W + "p": W + "pStyle", W + "tbl": W + "tblStyle"}
_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"


def is_unseen(properties: Element, grounds: Collection[str] | None) -> bool:
    """Whether nobody sees the run; ``grounds`` are the styles that lay a ground under their text, None all of them."""
    size = properties.find(W + "sz")
    points = "" if size is None else size.get(W + "val") or ""
    if points.isdecimal() and int(points) <= SMALLEST:
        return True
    colour = _colour(properties)
    if colour is not None and colour == _nearest_ground(properties):
        return True
    white = colour is not None and min(colour) >= PAPER
    return white and grounds is not None and not _on_a_ground(properties, grounds)


def white_is_seen(root: Element) -> bool:
    """Whether the page has a colour, or a picture lies behind its text: white type may be seen on either."""
    return root.find(W + "background") is not None or any(
        anchor.get("behindDoc") in ("1", "true") for anchor in root.iter(_ANCHOR)
    )


def is_coloured(properties: Element) -> bool:
    """Whether the run is set in a colour that is no grey, or on a coloured ground."""
    colour = _colour(properties)
    return (colour is not None and max(colour) - min(colour) > GREY_SPREAD) or _has_ground(properties)


def is_pale(properties: Element) -> bool:
    """Whether the run is greyed out."""
    colour = _colour(properties)
    return colour is not None and max(colour) - min(colour) <= GREY_SPREAD and min(colour) >= GREYED


def _colour(properties: Element) -> tuple[int, int, int] | None:
    """Red, green, blue; None for the colour that type has of itself."""
    node = properties.find(W + "color")
    return None if node is None else parts(node.get(W + "val") or "")


def _has_ground(properties: Element) -> bool:
    """Whether a shading of its own lies under the run, paragraph, cell or table, that is not white."""
    marker = properties.find(W + "highlight")
    if marker is not None and marker.get(W + "val") not in ("none", "white", None):
        return True
    shading = properties.find(W + "shd")
    if shading is None:
        return False
    fill = parts(shading.get(W + "fill") or "")
    patterned = (shading.get(W + "val") or "clear") not in ("clear", "nil")
    return patterned or (fill is not None and min(fill) < PAPER)


def _nearest_ground(properties: Element) -> tuple[int, int, int] | None:
    """The plain colour of the first shading that lies under the run; None where a marker or a pattern lies there."""
    marker = properties.find(W + "highlight")
    if marker is not None and marker.get(W + "val") != "none":
        return None
    around = (holder.find(_HOLDERS[holder.tag]) for holder in properties.iterancestors() if holder.tag in _HOLDERS)
    for own in (properties, *(one for one in around if one is not None)):
        shading = own.find(W + "shd")
        if shading is not None and (shading.get(W + "fill") or "auto") != "auto":
            plain = (shading.get(W + "val") or "clear") in ("clear", "nil")
            return parts(shading.get(W + "fill") or "") if plain else None
    return None


def _on_a_ground(properties: Element, grounds: Collection[str]) -> bool:
    """Whether anything dark may lie under the run: a shading, a style's, a shape's filling."""
    if _has_ground(properties):
        return True
    for holder in properties.iterancestors():
        if holder.tag in _GROUNDED:
            own = holder.find(_HOLDERS[holder.tag])
            if own is not None and (_has_ground(own) or _styled(own, holder.tag) in grounds):
                return True
        elif holder.tag == W + "txbxContent":
            return True
    return False


def _styled(own: Element, tag: str) -> str:
    named = own.find(_STYLES[tag]) if tag in _STYLES else None
    return "" if named is None else named.get(W + "val") or ""
