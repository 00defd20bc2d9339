"""Which finer table stands inside lines that rule only part of it: a box, a line below the head, lines between columns.

In:     a lattice and the glyphs of its slots.
Out:    the table that the text itself shows, where the slots hold several rows each; else None.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.layout.borderless.columns import GAP
from extractors.layout.borderless.find import table_of
from extractors.layout.cell_text import cell_text, rounded
from extractors.layout.geometry import Edge, Glyph
from extractors.layout.lines import TextLine, line_of, pieces
from extractors.layout.lines import lines as lines_of
from extractors.layout.ruled.lattice import Lattice, LatticeCell
from extractors.layout.settings import RULED
from schemas.document import Table


def finer(lattice: Lattice, inside: Mapping[int, Sequence[Glyph]]) -> Table | None:
    """The table that the text shows within the lattice, if it has more rows and no fewer columns than that."""
    if not _is_coarse(lattice, inside):
        return None
    owner = {id(glyph): number for number, glyphs in inside.items() for glyph in glyphs}
    every = lines_of([glyph for glyphs in inside.values() for glyph in glyphs])
    cut = [_cut(line, owner) for line in every]
    left, _, right, _ = lattice.box
    rules = [Edge(y, left, right) for y in lattice.ys if not _is_bridged(lattice, y)]
    table = table_of(every, cut, rules)
    rows, columns = len(lattice.ys) - 1, len(lattice.xs) - 1
    if table is None or table.rows < rows + 2 or table.columns < columns:
        return None
    return replace(table, bbox=rounded(lattice.box))


def _is_coarse(lattice: Lattice, inside: Mapping[int, Sequence[Glyph]]) -> bool:
    """Whether some row of the lattice seems to hold several rows of text."""
    by_row: dict[int, int] = {}
    for number, slot in enumerate(lattice.slots):
        glyphs = inside.get(number, ())
        # Fewer glyphs than lines would need, or no room for the lines: the common case, told cheaply.
        if len(glyphs) < RULED.several or slot.box[3] - slot.box[1] < RULED.several * glyphs[0].size:
            continue
        several = _holds_several(slot, lines_of(glyphs))
        by_row[slot.row] = by_row.get(slot.row, 0) + several
        if by_row[slot.row] >= 2:
            return True
    return False


def _holds_several(slot: LatticeCell, lines: Sequence[TextLine]) -> int:
    """2 where lines of one cell themselves have columns, 1 where they are ended on purpose one by one, else 0."""
    if len(lines) < RULED.several:
        return 0
    parted = sum(len(pieces(line, GAP)) > 1 for line in lines)
    if parted >= RULED.several and parted * 2 >= len(lines):
        return 2
    ended = cell_text(lines, slot.box[0], slot.box[2]).count("\n") + 1
    return int(ended >= RULED.several and ended / len(lines) >= RULED.several_share)


def _cut(line: TextLine, owner: Mapping[int, int]) -> list[TextLine]:
    """The pieces of a line, cut at wide gaps and wherever another cell begins."""
    parts: list[list[Glyph]] = []
    last = None
    for glyph in line.glyphs:
        here = owner[id(glyph)]
        if here != last:
            parts.append([])
        parts[-1].append(glyph)
        last = here
    return [piece for part in parts for piece in pieces(line_of(part), GAP)]


def _is_bridged(lattice: Lattice, y: float) -> bool:
    """Whether merged cells reach over this row boundary for half of the table's width."""
    over = sum(s.box[2] - s.box[0] for s in lattice.slots if s.box[1] < y - 1 and s.box[3] > y + 1)
    return over * 2 > lattice.xs[-1] - lattice.xs[0]
