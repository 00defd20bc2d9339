"""In which order a page reads: its tables and paragraphs as blocks.

In:     glyphs and drawing of one page.
Out:    blocks in reading order; a remark where something was left aside; tables carried on over pages.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.borderless.continued import is_in_a_column
from extractors.layout.borderless.find import tables as borderless
from extractors.layout.cell_text import rounded
from extractors.layout.furniture import at_edge, is_page_number
from extractors.layout.geometry import Drawing, Edge, Glyphs
from extractors.layout.heads import repeated_head, with_heads
from extractors.layout.lines import TextLine, lines
from extractors.layout.paragraphs import paragraphs
from extractors.layout.reading_order import stretches
from extractors.layout.ruled.lattice import lattices, tidy
from extractors.layout.ruled.tables import carries_on, ruled
from extractors.layout.strikeout import standing
from schemas.document import Block, Page, Paragraph, Table

_CONTINUED = re.compile(r"[（(]?\s*(续表?|接上页|接上表|承上页).*")
_LOW = 0.6
"""A table that goes on overleaf ends below this share of the page's height."""


def blocks(seen: Glyphs, drawn: Drawing, before: Table | None) -> tuple[tuple[Block, ...], str]:
    """The blocks of a page in reading order, and a Chinese remark on what was left aside.

    ``before`` is the table that ended the page before, if one did.
    """
    glyphs, struck = (list(seen.glyphs), []) if drawn.cut else standing(seen.glyphs, drawn.level)
    remark = "页面图形过多，未识别表格线" if drawn.cut else "划去的文字未计入，请与原件核对" if struck else ""
    found = [] if drawn.cut else lattices(drawn.level, drawn.upright, seen.glyphs)
    tables, rest = ruled(glyphs, found, before, seen.turn.width)
    body = lines(rest)
    numbers = [line for line in body if _is_number_of_page(line, body, seen.turn.height)]
    rules = _free_rules(drawn, tables)
    parts: list[list[Block]] = [[]]
    boxes = [table.bbox for table in tables if table.bbox]
    for stretch in stretches([line for line in body if line not in numbers], boxes):
        listed, prose = borderless(stretch.lines, rules, before if len(parts) == 1 and not tables else None)
        written = paragraphs(prose, None if stretch.column else seen.turn.width)
        parts.append(sorted([*listed, *written], key=_top))
    for table in tables:
        _put(table, parts)
    parts.append([Paragraph(line.text, rounded(line.box)) for line in numbers])
    return tuple(block for part in parts for block in part), remark


def _is_number_of_page(line: TextLine, body: Sequence[TextLine], height: float) -> bool:
    """Whether a line at the page's edge is its number, not the rest of a cell close above other lines."""
    if not is_page_number(line.text) or not at_edge(line.box, height):
        return False
    if is_in_a_column(line, body):
        return False
    close = any(-0.5 * line.size <= line.top - other.bottom < 0.8 * line.size for other in body if other is not line)
    return not (close and line.text.strip().isdecimal() and any(other.top > line.bottom for other in body))


def _put(table: Table, parts: list[list[Block]]) -> None:
    """Put a ruled table where it reads: into the stretch that it stands in or after, by its height on the page."""
    home = parts[0]
    for part in parts:
        boxes = [block.bbox for block in part if block.bbox]
        if not boxes or not table.bbox:
            continue
        x0, x1 = min(box[0] for box in boxes), max(box[2] for box in boxes)
        within = min(x1, table.bbox[2]) - max(x0, table.bbox[0]) > 0.5 * (table.bbox[2] - table.bbox[0])
        if (within or len(parts) == 2) and min(box[1] for box in boxes) <= table.bbox[1]:
            home = part
    home.append(table)
    home.sort(key=_top)


def _free_rules(drawn: Drawing, tables: Sequence[Table]) -> list[Edge]:
    """The level rules that belong to no ruled table."""
    boxes = [table.bbox for table in tables if table.bbox]
    return [
        edge
        for edge in (() if drawn.cut else tidy(drawn.level))
        if not any(
            y0 - 3 <= edge.at <= y1 + 3 and x0 - 3 <= edge.start and edge.end <= x1 + 3 for x0, y0, x1, y1 in boxes
        )
    ]


def last_table(page: Page) -> Table | None:
    """The table that ends a page, where only lines at the foot follow it."""
    for block in reversed(page.blocks):
        if isinstance(block, Table):
            return block if block.bbox and page.height and block.bbox[3] >= _LOW * page.height else None
        if block.bbox and page.height and block.bbox[1] < 0.87 * page.height:
            return None
    return None


def carried_on(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with each table that goes on from the page before marked so, its repeated head too."""
    done: list[Page] = []
    heads: Table | None = None
    for page in pages:
        last = done[-1].blocks[-1] if done and done[-1].blocks else None
        if isinstance(last, Table) and page.rotation == done[-1].rotation:
            # A page that does not repeat the head must not lose it for the pages after.
            heads = heads if last.continues and heads else last
            done.append(_continued(page, last, heads))
        else:
            done.append(page)
    return tuple(done)


def _continued(page: Page, last: Table, heads: Table) -> Page:
    """The page, its first table marked where it carries on ``last``; ``heads`` is where that table began."""
    for place, block in enumerate(page.blocks):
        if isinstance(block, Paragraph):
            if _CONTINUED.fullmatch(block.text.strip()):
                continue
            return page
        again = block.columns == last.columns and repeated_head(block, heads)
        if not again and not carries_on(last, block, page.width or 595.0):
            return page
        blank = replace(
            block, cells=tuple(replace(c, header=False) if c.header else c for c in block.cells), continues=True
        )
        carried = with_heads(blank, before=heads)
        return replace(page, blocks=(*page.blocks[:place], carried, *page.blocks[place + 1 :]))
    return page


def _top(block: Block) -> tuple[float, float]:
    return (block.bbox[1], block.bbox[0]) if block.bbox else (0.0, 0.0)
