"""What may have been misread on a recognised page, whatever the recogniser scored?

In:     a block of a page that was recognised from its picture.
Out:    the block, with doubts where a comma between thousands looks like a decimal point, about empty cells and specks.
Raises: nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.document import Block, Cell, Paragraph
from schemas.trust import NONE, Doubt, Doubts

# A comma between thousands is easily recognised as a point: 1.000 may be 1,000.
_THOUSANDS = re.compile(r"(?<![\d.,，])[1-9]\d{0,2}\.\d{3}(?![\d.])")
_COMMA = frozenset({Doubt.POINT_OR_COMMA})
_FAINT = frozenset({Doubt.RECOGNISED})
_SPECKS = frozenset(".,，。、:：;；·•∙'’‘`_-|^~ ")
"""Signs that specks are read as."""


def doubted(block: Block) -> Block:
    """The block with the doubts that its own words raise."""
    if isinstance(block, Paragraph):
        return replace(block, doubts=block.doubts | _of(block.text))
    return replace(block, cells=tuple(_of_cell(cell) for cell in block.cells))


def _of_cell(cell: Cell) -> Cell:
    kept = _without_specks(cell.text)
    if kept != cell.text:
        cell = replace(cell, text=kept, doubts=cell.doubts | _FAINT)
    # A faint word may stand where the recogniser saw nothing.
    more = _of(cell.text) if cell.text.strip() else _FAINT
    return replace(cell, doubts=cell.doubts | more) if more else cell


def _without_specks(text: str) -> str:
    """The text of a cell without lines that are nothing but specks, where others are more."""
    lines = text.split("\n")
    written = [line for line in lines if not line.strip() or not _SPECKS.issuperset(line)]
    return "\n".join(written) if any(map(str.strip, written)) else text


def _of(text: str) -> Doubts:
    return _COMMA if _THOUSANDS.search(text) else NONE
