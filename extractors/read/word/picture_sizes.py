"""How large is a picture shown on the page, in points?

Source: ECMA-376 part 1, 20.4.2.7 (extent); part 4, 19.1.2.19 (the style of a shape).
"""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_EMU = 12_700
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|cm|mm|px)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 0.75}


def drawn_size(blip: Element) -> tuple[float, float]:
    """Width and height of the frame of a drawing; nothing where none is said."""
    for frame in blip.iterancestors(_WP + "inline", _WP + "anchor"):
        extent = frame.find(_WP + "extent")
        if extent is not None:
            width, height = extent.get("cx") or "", extent.get("cy") or ""
            if width.isdecimal() and height.isdecimal():
                return int(width) / _EMU, int(height) / _EMU
    return 0.0, 0.0


def stands_in_line(blip: Element) -> bool:
    """Whether a drawing stands among the words of its line, and does not lie over them as a seal does."""
    return next(blip.iterancestors(_WP + "inline", _WP + "anchor"), blip).tag == _WP + "inline"


def styled_size(shape: Element | None) -> tuple[float, float]:
    """Width and height that the style of a shape (VML) says; nothing where it says none."""
    style = "" if shape is None else shape.get("style") or ""
    sizes = {name: float(number) * _POINTS[unit] for name, number, unit in _LENGTH.findall(style.lower())}
    return sizes.get("width", 0.0), sizes.get("height", 0.0)
