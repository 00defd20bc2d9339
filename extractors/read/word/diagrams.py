"""Which words does a SmartArt show (ECMA-376 part 1, 21.4.2: the data of a diagram)?"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from extractors.values.text import cleaned

_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OF_THE_LAYOUT = ("pres", "parTrans", "sibTrans")
"""Points that carry no text of the writer's."""


def diagram_words(data: Element) -> Iterator[str]:
    """The text of each shape, in the order of the data; shapes without any left out."""
    for point in data.iter(_DGM + "pt"):
        if point.get("type") in _OF_THE_LAYOUT:
            continue
        words = cleaned("".join(node.text or "" for node in point.iter(_A + "t"))).strip()
        if words:
            yield words
