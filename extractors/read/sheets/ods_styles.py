"""What do the styles of an OpenDocument spreadsheet say of its cells: format, border, font of signs?

Source: OASIS OpenDocument 1.3 part 3, 16.2 (styles) and 16.29 (data styles).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from extractors.read.paper_white import is_white
from extractors.read.set_off import Look
from extractors.read.sheets.number_formats import GENERAL, PERCENT, NumberFormat
from extractors.read.sheets.sheet import Style
from extractors.read.symbol_fonts import is_symbol_font

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CONDITIONS = (_CALC + "conditional-format",)

_PLAIN = Style()
_DEEPEST = 8
_SIDES = ("border", "border-top", "border-bottom", "border-left", "border-right")
_PARTS = {"year": "y", "month": "m", "day": "d", "hours": "h"}


@dataclass(slots=True)
class Styles:
    """The styles of a workbook by name."""

    cells: dict[str, Style] = field(default_factory=dict)
    fonts: dict[str, str | None] = field(default_factory=dict)
    """Runs of text: the font, where it is one of signs."""
    looks: dict[str, Look | None] = field(default_factory=dict)
    """Runs of text: struck out or set off; None where the style says nothing of it."""
    hidden_tables: set[str] = field(default_factory=set)
    grounded: bool = False
    """Conditions may change the look of cells."""

    def cell(self, name: str | None) -> Style:
        """The style of this name; the plain one where there is none."""
        return self.cells.get(name or "", _PLAIN)


def styles_of(*parts: Element | None) -> Styles:
    """The styles that the content and the styles part define."""
    roots = [part for part in parts if part is not None]
    formats: dict[str, NumberFormat] = {}
    named: dict[str, Element] = {}
    found = Styles()
    for root in roots:
        for each in root.iter(*(f"{_NUMBER}{kind}-style" for kind in _KINDS)):
            formats.setdefault(each.get(_STYLE + "name") or "", _format(each))
        for each in root.iter(_STYLE + "style"):
            _note(each, named, found)
    for name in named:
        found.cells[name] = _resolved(name, named, formats, 0)
    # A look that a condition gives may lay a ground under white type: then it is seen.
    found.grounded = any(next(root.iter(_STYLE + "map", *_CONDITIONS), None) is not None for root in roots)
    for name in () if found.grounded else named:
        if _is_white(name, named, 0):
            found.cells[name] = replace(found.cells[name], unseen=True)
    return found


def _is_white(name: str, named: dict[str, Element], depth: int) -> bool:
    """Whether a style sets white type on white paper."""
    colour = _said(name, named, ("text-properties", "color"), depth)
    ground = _said(name, named, ("table-cell-properties", "background-color"), depth)
    return is_white(colour) and (not ground or is_white(ground))


def _said(name: str, named: dict[str, Element], what: tuple[str, str], depth: int) -> str:
    """What a style, or the one it builds on, says of itself; "" where none does."""
    style = named.get(name)
    if style is None or depth > _DEEPEST:
        return ""
    properties = style.find(_STYLE + what[0])
    own = None if properties is None else properties.get(_FO + what[1])
    return own if own is not None else _said(style.get(_STYLE + "parent-style-name") or "", named, what, depth + 1)


def _note(style: Element, named: dict[str, Element], found: Styles) -> None:
    name, family = style.get(_STYLE + "name") or "", style.get(_STYLE + "family")
    if family == "table-cell":
        named.setdefault(name, style)
    elif family == "text":
        found.fonts[name] = _symbols(style)
        found.looks[name] = _run_look(style)
    elif family == "table":
        properties = style.find(_STYLE + "table-properties")
        if properties is not None and properties.get(TABLE + "display") == "false":
            found.hidden_tables.add(name)


def _run_look(style: Element) -> Look | None:
    text = style.find(_STYLE + "text-properties")
    struck = _struck(style)
    if struck or text is None:
        return Look.STRUCK if struck else None
    if (text.get(_STYLE + "text-position") or "").startswith("super"):
        return Look.RAISED
    line = text.get(_STYLE + "text-underline-style")
    return Look.SET_OFF if line not in (None, "none") else None if struck is None else Look.PLAIN


def _is_bordered(style: Element, *, otherwise: bool) -> bool:
    """Whether the style draws a border; where it says nothing, as it is otherwise."""
    lines = style.find(_STYLE + "table-cell-properties")
    sides = [] if lines is None else [line for side in _SIDES if (line := lines.get(_FO + side)) is not None]
    return any(line != "none" for line in sides) if sides else otherwise


def _resolved(name: str, named: dict[str, Element], formats: dict[str, NumberFormat], depth: int) -> Style:
    """The style with what it takes over from its parents."""
    style = named.get(name)
    if style is None or depth > _DEEPEST:
        return _PLAIN
    base = _resolved(style.get(_STYLE + "parent-style-name") or "", named, formats, depth + 1)
    shown = formats.get(style.get(_STYLE + "data-style-name") or "")
    return replace(
        base,
        format=base.format if shown is None else shown,
        bordered=_is_bordered(style, otherwise=base.bordered),
        symbols=_symbols(style) or base.symbols,
        struck=base.struck if (struck := _struck(style)) is None else struck,
    )


def _struck(style: Element) -> bool | None:
    """Whether the style strikes its text out; None where it says nothing of it."""
    text = style.find(_STYLE + "text-properties")
    said = [] if text is None else [text.get(f"{_STYLE}text-line-through-{what}") for what in ("style", "type")]
    lines = [line for line in said if line is not None]
    return any(line != "none" for line in lines) if lines else None


def _symbols(style: Element) -> str | None:
    text = style.find(_STYLE + "text-properties")
    named = None if text is None else text.get(_STYLE + "font-name") or text.get(_FO + "font-family")
    return named if is_symbol_font(named) else None


_KINDS = ("number", "percentage", "date", "time", "currency")


def _format(style: Element) -> NumberFormat:
    kind = style.tag.removeprefix(_NUMBER).removesuffix("-style")
    if kind == "percentage":
        return PERCENT
    if kind in ("date", "time"):
        parts = "".join(letter for name, letter in _PARTS.items() if style.find(_NUMBER + name) is not None)
        return NumberFormat("date", "h" if kind == "time" else parts)
    number = style.find(_NUMBER + "number")
    return GENERAL if number is None else _of_number(number)


def _of_number(number: Element) -> NumberFormat:
    """How a number is shown: what stands before and after it, its leading zeros, its scale."""
    # A number shown in thousands is stored whole: 186000 under a factor of 1000 shows as 186.
    factor = number.get(_NUMBER + "display-factor") or "1"
    scale = len(factor) - 1 if re.fullmatch("10*", factor) else 0
    before = "".join(each.text or "" for each in number.itersiblings(preceding=True)).strip()
    after = "".join(each.text or "" for each in number.itersiblings()).strip()
    return NumberFormat("number", before=before, after=after, mask="" if scale else _zeros(number), scale=scale)


def _zeros(number: Element) -> str:
    """The mask of a whole number that is filled up with zeros; "" for any other."""
    digits = number.get(_NUMBER + "min-integer-digits") or "1"
    whole = number.get(_NUMBER + "decimal-places") in (None, "0")
    return "0" * min(int(digits), 30) if digits.isdecimal() and int(digits) > 1 and whole else ""
