"""In which order a page reads by itself: its tables and paragraphs as blocks.

In:     glyphs and drawing of one page.
Out:    blocks in reading order; a remark where something was left aside; what a second look at the page needs.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from extractors.layout.borderless.continued import is_in_a_column
from extractors.layout.borderless.find import tables as borderless
from extractors.layout.cell_text import rounded
from extractors.layout.furniture import at_edge, is_page_number
from extractors.layout.geometry import Drawing, Edge, Glyph, Glyphs
from extractors.layout.lines import TextLine, lines
from extractors.layout.paragraphs import paragraphs
from extractors.layout.reading_order import Segment, segments
from extractors.layout.ruled.banded import sides
from extractors.layout.ruled.lattice import Lattice, lattices, tidy
from extractors.layout.ruled.shading import are_rows, bands, is_shading
from extractors.layout.ruled.tables import ruled
from extractors.layout.settings import FURNITURE, LATTICE
from extractors.layout.strikeout import standing
from extractors.values.text import is_unanswered
from schemas.document import Block, Paragraph, Table
from schemas.locator import Box
from schemas.trust import Doubt

_CROSSED_OUT = frozenset({Doubt.CROSSED_OUT})

TablesIn = Callable[[Sequence[TextLine], Sequence[Edge]], tuple[list[Table], list[TextLine]]]
"""The tables among lines that level rules alone part, and the lines outside them."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What stands on a page before its words are dealt out: the glyphs that count, and what lines enclose."""

    glyphs: tuple[Glyph, ...]
    level: tuple[Edge, ...]
    lattices: tuple[Lattice, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A page laid out: its blocks in reading order, those of its tables that are ruled, a Chinese remark."""

    sketch: Sketch
    blocks: tuple[Block, ...]
    ruled: tuple[Table, ...]
    remark: str


def laid_out(seen: Glyphs, drawn: Drawing) -> Layout:
    """The page as it reads by itself. A single box is no table but a frame."""
    glyphs, struck = (list(seen.glyphs), []) if drawn.cut else standing(seen.glyphs, drawn.level)
    remark = "页面图形过多，未识别表格线" if drawn.cut else "划去的文字未计入，请与原件核对" if struck else ""
    upright = [*drawn.upright, *sides(drawn.upright, drawn.dark, seen.glyphs)]
    found = [] if drawn.cut else lattices(drawn.level, upright, seen.glyphs)
    shading = [lattice for lattice in found if is_shading(lattice, seen.glyphs, drawn.dark)]
    banded = bands([one for one in found if one not in shading], seen.glyphs, drawn.dark)
    coloured = [*shading, *(one for one in banded if not are_rows(one, seen.glyphs))]
    shading += banded
    found = [lattice for lattice in found if lattice not in shading]
    level = () if drawn.cut else tuple(edge for edge in tidy(drawn.level) if not _is_within(edge, coloured))
    sketch = Sketch(tuple(glyphs), level, tuple(found), seen.turn.width, seen.turn.height)
    laid = arranged(sketch, [lattice for lattice in found if not lattice.is_box], borderless, remark)
    return _with_crossed_out(laid, struck) if struck else laid


def _with_crossed_out(laid: Layout, struck: Sequence[Glyph]) -> Layout:
    """The page, its empty cells doubted in which nothing but struck words stood."""
    tables = {id(table): _crossed_out(table, struck) for table in laid.blocks if isinstance(table, Table)}
    blocks = tuple(tables.get(id(block), block) for block in laid.blocks)
    return replace(laid, blocks=blocks, ruled=tuple(tables.get(id(table), table) for table in laid.ruled))


def _crossed_out(table: Table, struck: Sequence[Glyph]) -> Table:
    cells = []
    for cell in table.cells:
        within = "".join(glyph.text for glyph in struck if cell.bbox is not None and _is_in(glyph, cell.bbox)).strip()
        doubted = bool(within) and is_unanswered(cell.text, within)
        cells.append(replace(cell, doubts=cell.doubts | _CROSSED_OUT) if doubted else cell)
    return replace(table, cells=tuple(cells))


def _is_in(glyph: Glyph, box: Box) -> bool:
    across, down = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _is_within(edge: Edge, shading: Sequence[Lattice]) -> bool:
    """Whether a level line is the edge of a shaded area, not a rule."""
    near = LATTICE.snap
    return any(
        one.box[1] - near <= edge.at <= one.box[3] + near
        and one.box[0] - near <= edge.start
        and edge.end <= one.box[2] + near
        for one in shading
    )


def arranged(sketch: Sketch, boxes: Sequence[Lattice], first: TablesIn, remark: str) -> Layout:
    """The page with the tables of these lattices; ``first`` finds those that open it, where none is ruled."""
    tables, rest = ruled(sketch.glyphs, boxes)
    body = lines(rest)
    numbers = [line for line in body if _is_number_of_page(line, body, sketch.height)]
    rules = _free_rules(sketch.level, tables)
    outlines = [table.bbox for table in tables if table.bbox]
    parts: list[list[Block]] = [[]]
    for segment in segments([line for line in body if line not in numbers], outlines):
        opens = len(parts) == 1 and not tables
        parts.append(_blocks(segment, rules, first if opens else borderless, sketch.width))
    for table in tables:
        _put(table, parts)
    parts.append([Paragraph(line.text, rounded(line.box)) for line in numbers])
    return Layout(sketch, tuple(chain.from_iterable(parts)), tuple(tables), remark)


def _blocks(segment: Segment, rules: Sequence[Edge], tables_in: TablesIn, width: float) -> list[Block]:
    """The tables and paragraphs of one segment, from the top."""
    listed, prose = tables_in(segment.lines, rules)
    return sorted([*listed, *paragraphs(prose, None if segment.column else width)], key=_top)


def _is_number_of_page(line: TextLine, body: Sequence[TextLine], height: float) -> bool:
    """Whether a line at the page's edge is its number, not the rest of a cell close above other lines."""
    if not is_page_number(line.text) or not at_edge(line.box, height):
        return False
    if is_in_a_column(line, body):
        return False
    over, below = FURNITURE.over * line.size, FURNITURE.close * line.size
    close = any(-over <= line.top - other.bottom < below for other in body if other is not line)
    return not (close and line.text.strip().isdigit() and any(other.top > line.bottom for other in body))


def _put(table: Table, parts: list[list[Block]]) -> None:
    """Put a ruled table where it reads: into the segment that it stands in or after, by its height on the page."""
    home = next((part for part in reversed(parts) if _is_home(table, part, alone=len(parts) == 2)), parts[0])
    home.append(table)
    home.sort(key=_top)


def _is_home(table: Table, part: Sequence[Block], *, alone: bool) -> bool:
    """Whether a segment begins above a table, and is as wide: one ``alone`` is the whole page."""
    boxes = [block.bbox for block in part if block.bbox]
    if not boxes or not table.bbox:
        return False
    x0, x1 = min(box[0] for box in boxes), max(box[2] for box in boxes)
    within = min(x1, table.bbox[2]) - max(x0, table.bbox[0]) > 0.5 * (table.bbox[2] - table.bbox[0])
    return (within or alone) and min(box[1] for box in boxes) <= table.bbox[1]


def _free_rules(level: Sequence[Edge], tables: Sequence[Table]) -> list[Edge]:
    """The level rules that belong to no ruled table."""
    boxes, near = [table.bbox for table in tables if table.bbox], LATTICE.snap
    return [
        edge
        for edge in level
        if not any(
            y0 - near <= edge.at <= y1 + near and x0 - near <= edge.start and edge.end <= x1 + near
            for x0, y0, x1, y1 in boxes
        )
    ]


def _top(block: Block) -> tuple[float, float]:
    return (block.bbox[1], block.bbox[0]) if block.bbox else (0.0, 0.0)
