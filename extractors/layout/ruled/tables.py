"""Which tables a page's lines rule, and what stands in their cells.

In:     the page's glyphs and edges.
Out:    tables of cells with spans and text, and the glyphs that stand in none.
Raises: nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractors.layout.cell_text import cell_text, rounded
from extractors.layout.geometry import Glyph
from extractors.layout.heads import with_heads
from extractors.layout.lines import lines
from extractors.layout.ruled.lattice import Lattice, LatticeCell
from extractors.layout.ruled.partly import finer
from schemas.document import Cell, Table

_WITHIN = 0.85
"""The box within an ornamental frame is at least this share of its width and height."""


def ruled(
    glyphs: Sequence[Glyph], found: Sequence[Lattice], before: Table | None = None, width: float = 595.0
) -> tuple[list[Table], list[Glyph]]:
    """The tables of these lattices, and the glyphs outside them.

    A single box is no table but a frame, unless it carries on ``before``, the table that ended the page before.
    """
    tables: list[Table] = []
    rest = list(glyphs)
    for lattice in sorted(found, key=_area):
        alone = len(lattice.slots) < 2
        if alone and not (before and same_columns(columns_of(before), lattice.xs, width)):
            continue
        inside, outside = _dealt(rest, lattice)
        if inside and (alone or not (_is_colouring(lattice, inside) or _is_frame(lattice, inside))):
            tables.append(finer(lattice, inside) or _table(lattice, inside))
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
        begin, end = min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs)
        tight += (x1 - x0) - (end - begin) < 0.4 * glyphs[0].size and bottom - top < 1.6 * glyphs[0].size
    return tight * 2 >= len(filled)


def _is_frame(lattice: Lattice, inside: dict[int, list[Glyph]]) -> bool:
    """Whether the lines are an ornament about the page: all that is said stands in the one large box within."""
    filled = [lattice.slots[number] for number, glyphs in inside.items() if glyphs]
    if len(filled) > 1:
        return False
    (x0, top, x1, bottom), (left, high, right, low) = filled[0].box, lattice.box
    return x1 - x0 >= _WITHIN * (right - left) and bottom - top >= _WITHIN * (low - high)


def columns_of(table: Table) -> tuple[float, ...]:
    """Where the columns of a table begin and end, from the boxes of its cells."""
    edges = {x for cell in table.cells if cell.bbox for x in (cell.bbox[0], cell.bbox[2])}
    return tuple(sorted(edges))


def same_columns(one: Sequence[float], other: Sequence[float], width: float) -> bool:
    """Whether two tables begin and end alike, and the columns of one are the other's or a selection of them.

    A page whose rows are all merged shows fewer columns than the table it belongs to.
    """
    near = 0.02 * width
    if not one or not other or abs(one[0] - other[0]) > near or abs(one[-1] - other[-1]) > near:
        return False
    few, many = sorted((one, other), key=len)
    return all(any(abs(x - y) <= near for y in many) for x in few)


def carries_on(last: Table, table: Table, width: float) -> bool:
    """Whether a table has the columns of the last one of the page before."""
    if _is_unruled(last) and _is_unruled(table) and last.columns == table.columns:
        near = 0.02 * width
        pairs = zip(_extents(last), _extents(table), strict=True)
        return all(min(abs(a0 - b0), abs(a1 - b1), abs(a0 + a1 - b0 - b1) / 2) <= near for (a0, a1), (b0, b1) in pairs)
    return same_columns(columns_of(last), columns_of(table), width)


def _extents(table: Table) -> list[tuple[float, float]]:
    """From where to where each column reaches, by its cells of one column."""
    return [
        (
            min((c.bbox[0] for c in table.cells if c.bbox and c.column == column and c.colspan == 1), default=0.0),
            max((c.bbox[2] for c in table.cells if c.bbox and c.column == column and c.colspan == 1), default=0.0),
        )
        for column in range(table.columns)
    ]


def _is_unruled(table: Table) -> bool:
    """Whether the table was found by its columns alone: there is room between their boxes."""
    return len(columns_of(table)) > table.columns + 1


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
    for glyph in glyphs:
        _, x0, top, x1, bottom, *_ = glyph
        inside[owner[bisect_right(ys, (top + bottom) / 2)][bisect_right(xs, (x0 + x1) / 2)]].append(glyph)
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
