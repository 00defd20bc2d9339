"""Which lines stand over the edge of their cell, being the rest of what the cell above or below had no room for?

A sheet whose row is too low for its wrapped head prints the last of it over the first row (是否处于行业领先水 | 平).

In:     a lattice, the glyphs by the number of their slot.
Out:    the same, such lines dealt to the cell that they belong to.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from extractors.layout.geometry import Glyph
from extractors.layout.lines import TextLine, lines
from extractors.layout.ruled.lattice import Lattice, LatticeCell
from extractors.layout.settings import OVERFLOW


class Move(NamedTuple):
    """A line that is in the first slot and belongs to the second."""

    line: TextLine
    here: int
    there: int


def with_overflow(lattice: Lattice, inside: dict[int, list[Glyph]]) -> dict[int, list[Glyph]]:
    """The glyphs by slot, each line with the text that it is the rest of."""
    over = [number for number, slot in enumerate(lattice.slots) if _reaches_over(inside[number], slot)]
    filled = sum(bool(glyphs) for glyphs in inside.values())
    if not over or len(over) > max(1, OVERFLOW.often * filled):
        return inside
    moved = {number: list(glyphs) for number, glyphs in inside.items()}
    for move in [move for number in over for move in _moves(lattice, inside, number)]:
        moved[move.here] = [glyph for glyph in moved[move.here] if glyph not in move.line.glyphs]
        moved[move.there] += move.line.glyphs
    return moved


def _reaches_over(glyphs: Sequence[Glyph], slot: LatticeCell) -> bool:
    if not glyphs:
        return False
    over = OVERFLOW.across * glyphs[0].size
    top, bottom = min(glyph.top for glyph in glyphs), max(glyph.bottom for glyph in glyphs)
    return top < slot.box[1] - over or bottom > slot.box[3] + over


def _moves(lattice: Lattice, inside: Mapping[int, list[Glyph]], number: int) -> Iterator[Move]:
    """The first line where it is the rest of the cell above, the last where it is the beginning of the one below."""
    slot, held = lattice.slots[number], lines(inside[number])
    first, last = held[0], held[-1]
    if first.top < slot.box[1] - OVERFLOW.across * first.size:
        above = _beside(lattice, first, slot.box[1], 3)
        near = lines(inside[above])[-1:] if above is not None else []
        if above is not None and _is_rest(first, near, held[1:2], _level(lattice, inside, number)):
            yield Move(first, number, above)
    if last.bottom > slot.box[3] + OVERFLOW.across * last.size and len(held) > 1:
        below = _beside(lattice, last, slot.box[3], 1)
        near = lines(inside[below])[:1] if below is not None else []
        if below is not None and _is_rest(last, near, held[-2:-1], None):
            yield Move(last, number, below)


def _beside(lattice: Lattice, line: TextLine, edge: float, side: int) -> int | None:
    """The slot on the other side of this edge, above (3: whose bottom it is) or below (1: whose top it is)."""
    middle = (line.x0 + line.x1) / 2
    return next(
        (
            number
            for number, slot in enumerate(lattice.slots)
            if slot.box[0] <= middle <= slot.box[2] and abs(slot.box[side] - edge) < 1
        ),
        None,
    )


def _is_rest(line: TextLine, near: Sequence[TextLine], own: Sequence[TextLine], level: float | None) -> bool:
    """Whether the line goes with the one ``near`` in the neighbouring cell, and not with those of its ``own``.

    It stands too near to the other line of its own cell, or, alone, higher than the others of its row (``level``).
    """
    if not near or abs(near[0].x0 - line.x0) > OVERFLOW.left * line.size:
        return False
    if not OVERFLOW.crowded * line.size < abs(_middle(near[0]) - _middle(line)) <= OVERFLOW.pitch * line.size:
        return False
    if own:
        return abs(_middle(own[0]) - _middle(line)) < OVERFLOW.crowded * line.size
    return level is not None and level - _middle(line) > OVERFLOW.off * line.size


def _level(lattice: Lattice, inside: Mapping[int, list[Glyph]], number: int) -> float | None:
    """How high the other cells of the row stand whose text is one line; None where there are none."""
    row = lattice.slots[number].row
    others = (inside[other] for other, slot in enumerate(lattice.slots) if slot.row == row and other != number)
    middles = [_middle(held[0]) for glyphs in others if glyphs and len(held := lines(glyphs)) == 1]
    return median(middles) if middles else None


def _middle(line: TextLine) -> float:
    return (line.top + line.bottom) / 2
