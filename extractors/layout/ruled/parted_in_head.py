"""Which cells does a table part in its head alone, between level rules: upright lines stand in the head, none below?

In:     a lattice and the glyphs of its slots.
Out:    the lattice with those rows parted like the head above them, and the glyphs of its slots.
Raises: nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.layout.geometry import Glyph
from extractors.layout.lines import lines
from extractors.layout.ruled.lattice import Lattice, LatticeCell
from extractors.layout.settings import RULED

Inside = dict[int, list[Glyph]]


def parted(lattice: Lattice, inside: Inside) -> tuple[Lattice, Inside]:
    """The lattice with the rows below its head parted as the text in them is."""
    apart = {number for run in _runs(lattice, inside) for number in run}
    if not apart:
        return lattice, inside
    whole = [slot for number, slot in enumerate(lattice.slots) if number not in apart]
    slots = tuple(sorted([*whole, *(part for number in apart for part in _parts(lattice.slots[number], lattice))]))
    owner = {(slot.row, slot.column): number for number, slot in enumerate(slots)}
    dealt: Inside = {number: [] for number in range(len(slots))}
    for number, slot in enumerate(lattice.slots):
        for glyph in inside[number]:
            column = _column(glyph, lattice.xs) if number in apart else slot.column
            dealt[owner[slot.row, column]].append(glyph)
    return replace(lattice, slots=slots), dealt


def _runs(lattice: Lattice, inside: Mapping[int, Sequence[Glyph]]) -> Iterator[list[int]]:
    """The slots to part, table by table of rows that reach over the same columns below cells for each of these."""
    wide = [
        number
        for number, slot in enumerate(lattice.slots)
        if slot.colspan >= RULED.parted_columns and slot.rowspan == 1 and inside[number]
    ]
    spans = dict.fromkeys(_span(lattice.slots[number]) for number in wide)
    for column, colspan in spans:
        rows = [number for number in wide if _span(lattice.slots[number]) == (column, colspan)]
        fitting = [number for number in rows if _fits(lattice.slots[number], lattice, inside[number])]
        enough = len(fitting) >= RULED.parted_rows and len(fitting) >= RULED.parted_share * len(rows)
        if enough and _has_head(lattice, inside, lattice.slots[rows[0]]):
            yield fitting


def _span(slot: LatticeCell) -> tuple[int, int]:
    return slot.column, slot.colspan


def _fits(slot: LatticeCell, lattice: Lattice, glyphs: Sequence[Glyph]) -> bool:
    """Whether the words of a row stand apart in several columns, and none of them reaches over a boundary."""
    bounds = lattice.xs[slot.column + 1 : slot.column + slot.colspan]
    for line in lines(glyphs):
        for before, after in zip(line.glyphs, line.glyphs[1:], strict=False):
            over = _column(before, lattice.xs) != _column(after, lattice.xs)
            if over and after.x0 - before.x1 < RULED.parted_gap * line.size:
                return False
        if any(glyph.x0 + 1 < bound < glyph.x1 - 1 for glyph in line.glyphs for bound in bounds):
            return False
    return len({_column(glyph, lattice.xs) for glyph in glyphs}) > 1


def _has_head(lattice: Lattice, inside: Mapping[int, Sequence[Glyph]], first: LatticeCell) -> bool:
    """Whether written cells, one for each column, stand right above a row."""
    above = {
        slot.column
        for number, slot in enumerate(lattice.slots)
        if slot.row + slot.rowspan == first.row and slot.colspan == 1 and inside[number]
    }
    return above >= set(range(first.column, first.column + first.colspan))


def _parts(slot: LatticeCell, lattice: Lattice) -> Iterator[LatticeCell]:
    for column in range(slot.column, slot.column + slot.colspan):
        box = lattice.xs[column], slot.box[1], lattice.xs[column + 1], slot.box[3]
        yield LatticeCell(slot.row, column, 1, 1, box)


def _column(glyph: Glyph, xs: Sequence[float]) -> int:
    return bisect_right(xs, (glyph.x0 + glyph.x1) / 2) - 1
