"""What does a string of a workbook show: its runs without phonetic hints, symbol fonts as signs, nothing struck?

Source: ECMA-376 part 1, 18.4 (shared strings). A run with properties of its own is set by them alone, one without by
its cell's font.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from lxml import etree
from lxml.etree import _Element as Element

from extractors.read.set_off import Look, has_references, read_off
from extractors.read.sheets.sheet import RichText, S, SheetCells, Written
from extractors.read.symbol_fonts import shown as symbol_shown
from extractors.values.text import cleaned

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_UNLINED = ("none",)


def seen_text(written: Written, sheet: SheetCells, *, struck: bool) -> str:
    """What a person reads in a cell; what is struck out is left out and counted."""
    if isinstance(written, str):
        sheet.struck += struck and bool(written.strip())
        return "" if struck else written
    pieces = written.pieces(struck=struck)
    sheet.struck += any(look is Look.STRUCK and text.strip() for text, look in pieces)
    text, by_look = read_off(pieces)
    sheet.chosen_by_look |= by_look
    sheet.references |= has_references(pieces)
    return text


def string_item(item: Element) -> Written:
    """The text of a string item."""
    if len(item) == 1 and item[0].tag == S + "t":
        return unescaped(item[0].text or "")
    runs = [_run(child) for child in item if child.tag in (S + "t", S + "r")]
    return "".join(text for text, _ in runs) if _is_plain(runs) else RichText(tuple(runs))


def _run(child: Element) -> tuple[str, Look | None]:
    """The text of a run and its look; None where it looks as its cell says."""
    if child.tag == S + "t":
        return unescaped(child.text or ""), None
    properties = child.find(S + "rPr")
    font = None if properties is None else properties.find(S + "rFont")
    text = symbol_shown(child.findtext(S + "t") or "", None if font is None else font.get("val"))
    return unescaped(text), None if properties is None else _look(properties)


def _is_plain(runs: Sequence[tuple[str, Look | None]]) -> bool:
    """Whether the runs say no more than their letters: none is set off, and the cell alone says how they look."""
    if any(look not in (None, Look.PLAIN) for _, look in runs):
        return False
    return len(runs) < 2 or runs[0][1] is runs[-1][1] is None


def _look(properties: Element) -> Look:
    strike, line = properties.find(S + "strike"), properties.find(S + "u")
    if strike is not None and strike.get("val") not in ("0", "false"):
        return Look.STRUCK
    height = properties.find(S + "vertAlign")
    if height is not None and height.get("val") == "superscript":
        return Look.RAISED
    return Look.SET_OFF if line is not None and line.get("val") not in _UNLINED else Look.PLAIN


def unescaped(text: str) -> str:
    """The text with the characters that XML cannot hold (_x000A_) put back."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text)
    return symbol_shown(cleaned(text))


def read_strings(data: bytes) -> list[Written]:
    """The shared strings in order."""
    strings: list[Written] = []
    for _, item in etree.iterparse(
        io.BytesIO(data), tag=S + "si", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    ):
        strings.append(string_item(item))
        item.clear()
        while item.getprevious() is not None:
            del item.getparent()[0]
    return strings
