"""Which tables a page's lines rule, and what stands in their cells.

In:     the page's glyphs and edges.
Out:    tables of cells with spans and text, and the glyphs that stand in none.
Raises: nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractors.layout.cell_text import cell_text, rounded
from extractors.layout.geometry import Glyph, top_and_bottom_of, x0_of, x1_of
from extractors.layout.heads import with_heads
from extractors.layout.lines import lines
from extractors.layout.ruled.lattice import Lattice, LatticeCell
from extractors.layout.ruled.overflow import with_overflow
from extractors.layout.ruled.parted_in_head import parted
from extractors.layout.ruled.partly import finer
from extractors.layout.settings import RULED
from schemas.document import Cell, Table


def ruled(glyphs: Sequence[Glyph], found: Sequence[Lattice]) -> tuple[list[Table], list[Glyph]]:
    """The tables of these lattices, and the glyphs outside them."""
    tables: list[Table] = []
    rest = list(glyphs)
    for lattice in sorted(found, key=_area):
        dealt, outside = _dealt(rest, lattice)
        inside = with_overflow(lattice, dealt) if dealt else dealt
        if inside and (lattice.is_box or not (_is_colouring(lattice, inside) or _is_frame(lattice, inside))):
            tables.append(finer(lattice, inside) or _table(*parted(lattice, inside)))
            rest = outside
    return tables, rest


def _is_colouring(lattice: Lattice, inside: dict[int, list[Glyph]]) -> bool:
    """Whether the boxes only colour what stands in them: a bar behind a heading, marker strokes behind words."""
    filled = [(lattice.slots[number], glyphs) for number, glyphs in inside.items() if glyphs]
    if len(lattice.xs) == 2 and len(filled) < 2:
        return True
    tight = 0
    for slot, glyphs in filled:
        x0, top, x1, bottom = slot.box
        # A word that fills its box from side to side, or runs out of it, was not written into a cell.
        begin, end = min(map(x0_of, glyphs)), max(map(x1_of, glyphs))
        beside, high = (x1 - x0) - (end - begin), bottom - top
        tight += beside < RULED.tight_side * glyphs[0].size and high < RULED.tight_high * glyphs[0].size
    return tight * 2 >= len(filled)


def _is_frame(lattice: Lattice, inside: dict[int, list[Glyph]]) -> bool:
    """Whether the lines are an ornament about the page: all that is said stands in the one large box within."""
    filled = [lattice.slots[number] for number, glyphs in inside.items() if glyphs]
    if len(filled) > 1:
        return False
    (x0, top, x1, bottom), (left, high, right, low) = filled[0].box, lattice.box
    return x1 - x0 >= RULED.frame * (right - left) and bottom - top >= RULED.frame * (low - high)


def columns_of(table: Table) -> tuple[float, ...]:
    """Where the columns of a table begin and end, from the boxes of its cells."""
    edges = {x for cell in table.cells if cell.bbox for x in (cell.bbox[0], cell.bbox[2])}
    return tuple(sorted(edges))


def _area(lattice: Lattice) -> float:
    x0, top, x1, bottom = lattice.box
    return (x1 - x0) * (bottom - top)


def _dealt(glyphs: Sequence[Glyph], lattice: Lattice) -> tuple[dict[int, list[Glyph]], list[Glyph]]:
    """The glyphs by the slot their middle lies in, and those that lie in none."""
    xs, ys = lattice.xs, lattice.ys
    # One place more on every side, for what lies outside.
    owner = [[-1] * (len(xs) + 1) for _ in range(len(ys) + 1)]
    for number, slot in enumerate(lattice.slots):
        for row in range(slot.row, slot.row + slot.rowspan):
            owner[row + 1][slot.column + 1 : slot.column + slot.colspan + 1] = [number] * slot.colspan
    inside: dict[int, list[Glyph]] = {number: [] for number in range(-1, len(lattice.slots))}
    level: dict[tuple[float, float], list[int]] = {}
    for glyph, reach in zip(glyphs, map(top_and_bottom_of, glyphs), strict=True):
        owners = level.get(reach)
        if owners is None:
            owners = level[reach] = owner[bisect_right(ys, (reach[0] + reach[1]) / 2)]
        inside[owners[bisect_right(xs, (glyph[1] + glyph[3]) / 2)]].append(glyph)
    outside = inside.pop(-1)
    return inside if any(inside.values()) else {}, outside


def _table(lattice: Lattice, inside: dict[int, list[Glyph]]) -> Table:
    """The table of a lattice, its cells' text read line by line."""
    cells = []
    heavy: set[int] = set()
    light: set[int] = set()
    for number, slot in enumerate(lattice.slots):
        glyphs = inside[number]
        cells.append(_cell(slot, cell_text(lines(glyphs), slot.box[0], slot.box[2]) if glyphs else ""))
        if glyphs:
            (heavy if all(glyph.bold for glyph in glyphs) else light).add(slot.row)
    table = Table(tuple(cells), len(lattice.ys) - 1, len(lattice.xs) - 1, rounded(lattice.box))
    return with_heads(table, frozenset(heavy - light))


def _cell(slot: LatticeCell, text: str) -> Cell:
    return Cell(slot.row, slot.column, text, slot.rowspan, slot.colspan, rounded(slot.box))
