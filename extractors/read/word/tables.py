"""Which cells, with which spans, does a table of a DOCX have?

The cells are walked as they stand in the file: the grid of the file (w:tblGrid) is often wrong and is not asked.
Source: ECMA-376 part 1, 17.4 (tables).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.read.word.controls import W, is_on
from extractors.read.word.state import Story
from extractors.read.word.table_looks import StyledTable, styled_table
from extractors.read.word.text import read_line, unwrapped
from schemas.document import Cell, Table
from schemas.trust import NONE, Doubt, Doubts

_NOT_READ = frozenset({Doubt.NOT_READ})
_CROSSED_OUT = frozenset({Doubt.CROSSED_OUT})
# Word itself stops at 63 columns; a span beyond this is damage.
_WIDEST = 256


@dataclass(slots=True)
class _Draft:
    """A cell whose lower end is not yet known."""

    row: int
    column: int
    colspan: int
    text: str
    header: bool
    rowspan: int = 1
    unread: bool = False
    """It holds a picture or an object."""
    held: Doubts = NONE
    """What makes its words doubtful."""

    def doubts(self) -> Doubts:
        """Why its words may not be all that a person sees there."""
        return self.held | _NOT_READ if self.unread and not self.text else self.held


@dataclass(slots=True)
class _TableState:
    """A table while it is read. ``open_merges``: by column, the cell that a vertical merge may prolong."""

    story: Story
    number: int
    rows: int = 0
    drafts: list[_Draft] = field(default_factory=list)
    left_out: int = 0
    """Hidden rows with writing."""
    nested: list[Element] = field(default_factory=list)
    open_merges: dict[int, _Draft] = field(default_factory=dict)
    styled: StyledTable | None = None
    """The table's style, where it strikes or hides text."""

    def table(self) -> Table:
        """The table as it stands."""
        cells = tuple(
            Cell(
                row=draft.row,
                column=draft.column,
                text=draft.text,
                rowspan=draft.rowspan,
                colspan=draft.colspan,
                address=f"表{self.number}!R{draft.row + 1}C{draft.column + 1}",
                header=draft.header,
                doubts=draft.doubts(),
            )
            for draft in self.drafts
        )
        columns = max((cell.column + cell.colspan for cell in cells), default=0)
        return Table(cells=cells, rows=self.rows, columns=columns, rows_left_out=self.left_out)


def read_tables(element: Element, story: Story) -> Iterator[Table]:
    """The table, then the tables that stand in its cells, whose text is theirs alone."""
    story.tables += 1
    grid = _TableState(story, story.tables, styled=styled_table(element, story.looks.tables))
    for row in unwrapped(element, story):
        if row.tag == W + "tr":
            _row(row, grid)
    if grid.drafts:
        yield grid.table()
    for inner in grid.nested:
        yield from read_tables(inner, story)


def framed(element: Element, story: Story) -> list[Element]:
    """The cells of a table that is only a frame: one cell a row, and tables of their own in them; else none."""
    cells: list[Element] = []
    for row in unwrapped(element, story):
        held = [cell for cell in unwrapped(row, story) if cell.tag == W + "tc"] if row.tag == W + "tr" else []
        written = [cell for cell in held if next(cell.iter(*_HELD), None) is not None]
        if len(written) > 1:
            return []
        cells.extend(written)
    return cells if any(next(cell.iter(W + "tbl"), None) is not None for cell in cells) else []


_HELD = (W + "t", W + "tbl", W + "drawing", W + "pict", W + "altChunk")


LOWEST_ROW = 40
"""Twentieths of a point: a row that is held so low shows nothing of its cells."""


def _is_flat(height: Element | None) -> bool:
    """Whether a row is held at a height at which nobody sees what stands in it."""
    if height is None or height.get(W + "hRule") != "exact":
        return False
    return _count(height, LOWEST_ROW) < LOWEST_ROW


def _row(row: Element, grid: _TableState) -> None:
    properties = row.find(W + "trPr")
    header, column = False, 0
    if properties is not None:
        if properties.find(W + "del") is not None:
            grid.story.revised = True
            return
        if is_on(properties.find(W + "hidden")) or _is_flat(properties.find(W + "trHeight")):
            grid.story.hidden = True
            grid.left_out += next(row.iter(W + "t"), None) is not None
            return
        header = is_on(properties.find(W + "tblHeader"))
        column = _count(properties.find(W + "gridBefore"), 0)
    merges: dict[int, _Draft] = {}
    cells = [cell for cell in unwrapped(row, grid.story) if cell.tag == W + "tc" and not _is_removed(cell, grid.story)]
    looks = grid.story.looks
    for met, cell in enumerate(cells, 1):
        if grid.styled is not None:
            here = grid.styled.at(grid.rows, column, is_last=met == len(cells))
            grid.story.looks = looks.within(here)
        column = _cell(cell, column, header=header, grid=grid, merges=merges)
    grid.story.looks = looks
    if cells:
        grid.rows += 1
        grid.open_merges = merges


def _is_removed(cell: Element, story: Story) -> bool:
    """Whether the cell was taken out while changes were tracked."""
    properties = cell.find(W + "tcPr")
    removed = properties is not None and properties.find(W + "cellDel") is not None
    story.revised |= removed
    return removed


def _cell(cell: Element, column: int, *, header: bool, grid: _TableState, merges: dict[int, _Draft]) -> int:
    """Add the cell, or prolong the one above it; gives the column after it."""
    properties = cell.find(W + "tcPr")
    span, vertical, horizontal = 1, None, None
    if properties is not None:
        span = max(1, _count(properties.find(W + "gridSpan"), 1))
        vertical = properties.find(W + "vMerge")
        horizontal = properties.find(W + "hMerge")
    above = grid.open_merges.get(column)
    if horizontal is not None and horizontal.get(W + "val") != "restart" and _widened(grid, column, span):
        return column + span
    if vertical is not None and vertical.get(W + "val") != "restart" and above is not None:
        above.rowspan += 1
        merges[column] = above
        return column + span
    held = _pictures_and_objects(grid.story)
    text, doubts = _text(cell, grid, f"表{grid.number}!R{grid.rows + 1}C{column + 1}")
    if text and properties is not None and _is_crossed(properties):
        doubts |= {Doubt.OVERLAID}
    draft = _Draft(grid.rows, column, span, text, header, held=doubts)
    draft.unread = _pictures_and_objects(grid.story) > held
    grid.drafts.append(draft)
    if vertical is not None:
        merges[column] = draft
    return column + span


def _is_crossed(properties: Element) -> bool:
    """Whether a line slants through the cell, as people cancel things; in a head it parts two words."""
    borders = properties.find(W + "tcBorders")
    lines = () if borders is None else (borders.find(W + way) for way in ("tl2br", "tr2bl"))
    return any(line is not None and line.get(W + "val") not in ("nil", "none", None) for line in lines)


def _pictures_and_objects(story: Story) -> int:
    return story.pictures.count + len(story.objects)


def _widened(grid: _TableState, column: int, span: int) -> bool:
    """Prolong the cell to the left of an old-style horizontal merge."""
    left = grid.drafts[-1] if grid.drafts else None
    if left is None or left.row != grid.rows or left.column + left.colspan != column:
        return False
    left.colspan += span
    return True


def _text(cell: Element, grid: _TableState, address: str) -> tuple[str, Doubts]:
    """The paragraphs of the cell, one to a line, with what its text boxes hold; why they may be doubted."""
    lines: list[str] = []
    unanswered = [""]
    doubts = NONE
    for block in unwrapped(cell, grid.story):
        if block.tag == W + "p":
            properties = block.find(W + "pPr")
            line = read_line(block, grid.story)
            lines.append((grid.story.lists.label(properties) + line.text).strip())
            doubts |= line.doubts()
            if line.crossed_out:
                unanswered.append(lines[-1])
            grid.story.hang(line.comments, address)
            lines.extend(_text(box, grid, address)[0] for box in line.boxes)
        elif block.tag == W + "tbl":
            grid.nested.append(block)
    text = "\n".join(lines).strip()
    # Where another line says something, the blank is answered.
    return text, doubts if text in unanswered else doubts - _CROSSED_OUT


def _count(node: Element | None, default: int) -> int:
    value = "" if node is None else node.get(W + "val") or ""
    return min(int(value), _WIDEST) if value.isdecimal() else default
