"""What do the styles of a workbook say of its cells: format, border, font of signs, struck out, as white as the ground?

Source: ECMA-376 part 1, 18.8 (styles); 18.8.3 (bgColor), 18.8.27 (indexed colours), 20.1.6.2 (theme colour 0 is the
light one).
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from extractors.read.paper_white import is_white
from extractors.read.sheets.number_formats import number_format
from extractors.read.sheets.sheet import S, Style
from extractors.read.symbol_fonts import is_symbol_font

_WHITE_INDEXED = ("1", "9")
_LIGHT_THEME = "0"


def xlsx_styles(root: Element, *, white_is_seen: bool = False) -> list[Style]:
    """The styles of cells, in the order by which cells name them.

    ``white_is_seen`` where something else than the cell's own style may lay a ground under white type.
    """
    codes = {each.get("numFmtId"): each.get("formatCode") for each in root.iter(S + "numFmt")}
    borders = {index for index, each in enumerate(root.findall(f"{S}borders/{S}border")) if _has_lines(each)}
    bare = {index for index, each in enumerate(root.findall(f"{S}fills/{S}fill")) if _is_bare(each)}
    crossed = {index for index, each in enumerate(root.findall(f"{S}borders/{S}border")) if _is_crossed(each)}
    listed = root.findall(f"{S}fonts/{S}font")
    symbols = {index: _symbol_font(each) for index, each in enumerate(listed)}
    struck = {index for index, each in enumerate(listed) if _is_struck(each)}
    white = {index for index, each in enumerate(listed) if _is_white(each.find(S + "color"))}
    inks = {index: _spelt(each.find(S + "color")) for index, each in enumerate(listed)}
    grounds = {index: _ground(each) for index, each in enumerate(root.findall(f"{S}fills/{S}fill"))}
    styles = []
    for each in root.findall(f"{S}cellXfs/{S}xf"):
        font = _number(each, "fontId")
        look = number_format(_number(each, "numFmtId"), codes.get(each.get("numFmtId")))
        is_white = not white_is_seen and font in white and _number(each, "fillId") in bare
        ground = grounds.get(_number(each, "fillId"))
        is_ground = not white_is_seen and ground is not None and inks.get(font) == ground
        unseen, lines = look.unseen or is_white or is_ground, _number(each, "borderId")
        coloured = ground is not None and _number(each, "fillId") not in bare
        styles.append(
            Style(look, lines in borders, symbols.get(font), font in struck, lines in crossed, unseen, coloured)
        )
    return styles


def striking_looks(root: Element) -> frozenset[int]:
    """The numbers of the looks, given by conditions, that strike out or turn white."""
    looks = root.findall(f"{S}dxfs/{S}dxf")
    return frozenset(index for index, each in enumerate(looks) if _hides(each))


def _hides(look: Element) -> bool:
    shape = look.find(S + "numFmt")
    if shape is not None and number_format(0, shape.get("formatCode")).unseen:
        return True
    font = look.find(S + "font")
    if font is None:
        return False
    fill = look.find(S + "fill")
    return _is_struck(font) or (_is_white(font.find(S + "color")) and (fill is None or _is_bare(fill)))


def _is_struck(font: Element) -> bool:
    strike = font.find(S + "strike")
    return strike is not None and strike.get("val") not in ("0", "false")


def _is_white(colour: Element | None) -> bool:
    """Whether a colour is white, or the theme's light one unchanged."""
    if colour is None:
        return False
    if (written := colour.get("rgb")) is not None:
        return len(written) == len("AARRGGBB") and is_white(written[2:])
    if colour.get("theme") is not None:
        return colour.get("theme") == _LIGHT_THEME and colour.get("tint") in (None, "0")
    return colour.get("indexed") in _WHITE_INDEXED


def _spelt(colour: Element | None) -> tuple[str, ...] | None:
    """A colour as it is written, to be held against another."""
    if colour is None or not any(colour.get(key) for key in ("rgb", "theme", "indexed")):
        return None
    rgb = (colour.get("rgb") or "").upper()[-len("RRGGBB") :]
    return rgb, *(colour.get(key) or "" for key in ("theme", "indexed", "tint"))


def _ground(fill: Element) -> tuple[str, ...] | None:
    """The colour that fills a cell."""
    pattern = fill.find(S + "patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return None
    return _spelt(pattern.find(S + "fgColor"))


def _is_bare(fill: Element) -> bool:
    """Whether a fill leaves the cell as white as the paper."""
    pattern = fill.find(S + "patternFill")
    if pattern is None:
        return len(fill) == 0
    kind = pattern.get("patternType") or "none"
    return kind == "none" or (kind == "solid" and _is_white(pattern.find(S + "fgColor")))


def _has_lines(border: Element) -> bool:
    return any(side.get("style") not in (None, "none") for side in border)


def _is_crossed(border: Element) -> bool:
    line = border.find(S + "diagonal")
    drawn = any(border.get(f"diagonal{way}") in ("1", "true") for way in ("Up", "Down"))
    return drawn and line is not None and line.get("style") not in (None, "none")


def _symbol_font(font: Element) -> str | None:
    name = font.find(S + "name")
    named = None if name is None else name.get("val")
    return named if is_symbol_font(named) else None


def _number(element: Element, name: str) -> int:
    value = element.get(name) or ""
    return int(value) if value.isdecimal() else 0
