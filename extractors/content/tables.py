"""Which logical tables a document holds: over pages joined, every position with its cell and its place.

In:     a document as a reader saw it.
Out:    one grid per table, in document order; a table carried on over pages is one grid, its repeated
        head dropped and a row that the page edge split healed.
Raises: nothing.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from extractors.content.beside import HEAD_ROWS, beside, level
from extractors.layout.furniture import is_paging_mark
from extractors.values.text import unspaced
from extractors.values.unit_names import ends_as_unit, is_rest_of_name
from schemas.document import Cell, Document, Native, Page, Paragraph, Table
from schemas.locator import Locator

HAIR = 3.0
"""Edges nearer than this (points) are one."""
SILENT = 2
"""So many times as many cells say nothing as something, in a row that is only the rest of the one above the edge."""
ABOVE = 6
"""Paragraphs above a table that may be its title, its unit or its notes."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell, wherever in the grid it lies; a merged cell is one spot at several positions."""

    text: str
    native: Native
    place: Locator
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphLine:
    """A paragraph with its place."""

    text: str
    place: Locator


Positions = tuple[GridCell | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A logical table: ``rows[r][c]`` is the spot that covers the position, None where no cell is.

    ``above`` are the paragraphs before it up to the table before, nearest last; ``below`` those after it up to
    the next table, on its last page. ``pages`` are the first and last page it lies on.
    """

    rows: tuple[Positions, ...]
    above: tuple[ParagraphLine, ...]
    below: tuple[ParagraphLine, ...]
    pages: tuple[int, int]
    sheet: str | None
    place: Locator
    hidden: bool = False
    rows_left_out: int = 0
    """Rows with writing that the file hides and that are not among ``rows``."""

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row) for row in self.rows), default=0)


Band = tuple[tuple[Page, Table], ...]
"""The tables that hold the same rows, left to right: more than one where columns are printed on later pages."""


def grids(document: Document) -> list[Grid]:
    """The logical tables of a document, in order."""
    found: list[Grid] = []
    above: list[ParagraphLine] = []
    parts: list[Band] = []
    wider = beside(document)
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Paragraph):
                above.append(ParagraphLine(block.text, document.place(page, block)))
                continue
            if page.number in wider:
                continue
            band = _band(document, page, block, wider)
            if parts and block.continues and not _titled(above):
                parts.append(band)
            else:
                _finish(document, found, parts)
                _hand_below(found, above)
                parts = [band]
                found.append(_opened(document, page, block, above))
            above = []
    _finish(document, found, parts)
    _hand_below(found, above)
    return found


def _band(document: Document, page: Page, table: Table, wider: Mapping[int, int]) -> Band:
    """The table with those that go on to its right on later pages, the rows of all numbered alike."""
    right = [
        (other, block)
        for other in document.pages
        if wider.get(other.number) == page.number
        for block in other.blocks
        if isinstance(block, Table)
    ]
    pages = [page, *(other for other, _ in right)]
    return tuple(zip(pages, level([table, *(one for _, one in right)]), strict=True))


def _repeated_columns(left: Sequence[Positions], right: Sequence[Positions]) -> int:
    """How many columns at the left of a continuation repeat those of its rows (printed on every page)."""
    same = 0
    while same < min(_width(left), _width(right) - 1) and _column(left, same) == _column(right, same):
        same += 1
    return same


def _width(rows: Sequence[Positions]) -> int:
    return max((len(row) for row in rows), default=0)


def _column(rows: Sequence[Positions], column: int) -> list[str]:
    return [unspaced(spot.text) if (spot := _at(row, column)) else "" for row in rows]


def _shifted(row: Positions, by: int) -> Positions:
    made: dict[int, GridCell] = {}
    return tuple(
        None if spot is None else made.setdefault(id(spot), replace(spot, column=spot.column + by)) for spot in row
    )


def _opened(document: Document, page: Page, table: Table, above: Sequence[ParagraphLine]) -> Grid:
    """A grid that so far is only its place and what stands above it."""
    numbers = (page.number, page.number)
    return Grid((), tuple(above[-ABOVE:]), (), numbers, page.sheet, document.place(page, table), page.hidden)


def _finish(document: Document, found: list[Grid], parts: Sequence[Band]) -> None:
    """Give the last grid its rows: those of its parts, one below the other."""
    if not parts:
        return
    rows: tuple[Positions, ...] = ()
    for dense in _side_by_side([_stretch(document, each) for each in _across(parts)]):
        rows = _joined(rows, dense) if rows else dense
    if len(parts) > 1:
        rows = _renumbered(rows)
    every = [one for band in parts for one in band]
    left_out = sum(table.rows_left_out for _, table in every)
    pages = (min(page.number for page, _ in every), max(page.number for page, _ in every))
    found[-1] = replace(found[-1], rows=rows, pages=pages, rows_left_out=left_out)


def _across(parts: Sequence[Band]) -> Iterator[list[tuple[Page, Table] | None]]:
    """The tables of the same columns, one below the other; the first columns first."""
    yield from map(list, zip_longest(*parts))


def _stretch(document: Document, tables: Sequence[tuple[Page, Table] | None]) -> list[tuple[Positions, ...]]:
    """The rows of tables one below the other, of each by itself, its columns those of all of them."""
    own = [one[1] for one in tables if one is not None]
    alike = all(not table.recut and table.columns == own[0].columns for table in own[1:])
    edges = () if alike else _edges(own)
    return [() if one is None else tuple(_dense(document, *one, edges)) for one in tables]


def _side_by_side(stretches: Sequence[Sequence[tuple[Positions, ...]]]) -> list[tuple[Positions, ...]]:
    """Part by part, the rows of the first columns with those of the same rows further to the right."""
    parts = list(stretches[0])
    for more in stretches[1:]:
        left = [row for part in parts for row in part]
        width, old = _width(left), _repeated_columns(left, [row for part in more for row in part])
        parts = [
            tuple(
                (*row, *([None] * (width - len(row))), *_shifted(right[old:], width - old))
                for row, right in zip_longest(part, beside, fillvalue=())
            )
            for part, beside in zip(parts, more, strict=True)
        ]
    return parts


def _edges(tables: Sequence[Table]) -> tuple[float, ...]:
    """Where any cell of these tables begins or ends, left to right, edges nearer than a hair taken as one."""
    every = sorted(
        side for table in tables for cell in table.cells if cell.bbox for side in (cell.bbox[0], cell.bbox[2])
    )
    edges: list[float] = []
    for edge in every:
        if not edges or edge - edges[-1] > HAIR:
            edges.append(edge)
    return tuple(edges)


def distinct(row: Positions) -> list[GridCell]:
    """The cells of one row, left to right, a merged one once."""
    seen: list[GridCell] = []
    for spot in row:
        if spot is not None and (not seen or seen[-1] is not spot):
            seen.append(spot)
    return seen


def _hand_below(found: list[Grid], lines: Sequence[ParagraphLine]) -> None:
    """Give the paragraphs that follow the last grid to it."""
    if found and lines:
        found[-1] = replace(found[-1], below=tuple(lines[:ABOVE]))


def _titled(lines: Sequence[ParagraphLine]) -> bool:
    """Whether something between two tables starts a new one: any paragraph that is not a 续表 mark."""
    return any(line.text.strip() and not is_paging_mark(line.text) for line in lines)


def _dense(document: Document, page: Page, table: Table, edges: Sequence[float]) -> Iterator[Positions]:
    """Every position of the table with the cell that covers it; by the edges where tables were joined, else as cut."""
    placed = bool(edges) and all(cell.bbox is not None for cell in table.cells)
    spans = _spans(table, edges, placed=placed)
    width = max([table.columns if not placed else len(edges) - 1, *(end for _, _, end in spans)], default=0)
    height = max([table.rows, *(cell.row + cell.rowspan for cell in table.cells)], default=0)
    matrix: list[list[GridCell | None]] = [[None] * width for _ in range(height)]
    for cell, start, end in spans:
        _cover(matrix, _spot(document, page, cell, start, end))
    yield from (tuple(row) for row in matrix)


def _spans(table: Table, edges: Sequence[float], *, placed: bool) -> list[tuple[Cell, int, int]]:
    """Each cell with the position where it begins and the one behind it: by the edges (``placed``), or as cut."""
    return [
        (cell, *(_between(cell, edges) if placed else (cell.column, cell.column + cell.colspan)))
        for cell in table.cells
    ]


def _cover(matrix: Sequence[list[GridCell | None]], spot: GridCell) -> None:
    """Lays the cell on those of its positions that no other covers yet."""
    for row in range(spot.row, spot.row + spot.rowspan):
        for column in range(spot.column, spot.column + spot.colspan):
            if matrix[row][column] is None:
                matrix[row][column] = spot


def _between(cell: Cell, edges: Sequence[float]) -> tuple[int, int]:
    """The positions between the edges where the cell begins and ends."""
    if cell.bbox is None:
        return cell.column, cell.column + cell.colspan
    start = bisect.bisect_left(edges, cell.bbox[0] - HAIR)
    end = bisect.bisect_left(edges, cell.bbox[2] - HAIR)
    return start, max(start + 1, end)


def _spot(document: Document, page: Page, cell: Cell, start: int, end: int) -> GridCell:
    return GridCell(
        text=cell.text,
        native=cell.native,
        place=document.place(page, cell),
        row=cell.row,
        column=start,
        rowspan=cell.rowspan,
        colspan=end - start,
        header=cell.header,
    )


def _joined(upper: tuple[Positions, ...], lower: tuple[Positions, ...]) -> tuple[Positions, ...]:
    """The rows of a table and of its continuation, the repeated head dropped, a split row healed."""
    rows = list(lower[_repeated(upper, lower) :])
    # A row that the page edge split may leave nothing but its padding overleaf.
    while len(rows) > 1 and not any(_texts(rows[0])):
        rows.pop(0)
    kept = list(upper)
    if rows and kept:
        kept, rows = _with_label_carried(kept, rows)
    if rows and kept and (_split_by_page(kept, rows) or _is_rest(kept[-1], rows[0])):
        kept[-1] = _healed(kept[-1], rows.pop(0))
    return (*kept, *rows)


def _with_label_carried(upper: list[Positions], lower: list[Positions]) -> tuple[list[Positions], list[Positions]]:
    """The rows of both, a tall label above the edge (合作资源) standing beside its rows overleaf too."""
    label, below = _at(upper[-1], 0), _at(lower[0], 0)
    if label is None or below is None or label.rowspan < 2 or not label.text.strip() or below.text.strip():
        return upper, lower
    more = sum(_at(row, 0) is below for row in lower)
    whole = replace(label, rowspan=label.rowspan + more)
    return (
        [tuple(whole if spot is label else spot for spot in row) for row in upper],
        [tuple(whole if spot is below else spot for spot in row) for row in lower],
    )


def _is_rest(upper: Positions, lower: Positions) -> bool:
    """Whether the row below ends names that the row above begins, and is no row of its own.

    Either all that it says are ends of names (公司), or it says little, and with it a name above comes to its end.
    """
    pairs = [
        (above.text if above is not None else "", spot.text)
        for column, spot in enumerate(lower)
        if spot is not None and (above := _at(upper, column)) is not spot
    ]
    said = [(begun, rest) for begun, rest in pairs if rest.strip()]
    # A row with a number of its own is one, however little else it says.
    if not said or any(not begun.strip() or unspaced(rest).isdecimal() for begun, rest in said):
        return False
    if all(is_rest_of_name(begun, rest) for begun, rest in said):
        return True
    silent = sum(bool(begun.strip()) for begun, rest in pairs if not rest.strip())
    ended = [not ends_as_unit(begun) for begun, rest in said if ends_as_unit(begun + rest)]
    return silent >= SILENT * len(said) and bool(ended) and all(ended)


def _renumbered(rows: Sequence[Positions]) -> tuple[Positions, ...]:
    """The rows without columns that are only gaps between cells, each cell with its place in the joined table."""
    kept = _filled_columns(rows)
    made: dict[int, GridCell] = {}
    for index, row in enumerate(rows):
        for column, old in enumerate(kept):
            spot = _at(row, old)
            if spot is None:
                continue
            if id(spot) not in made:
                made[id(spot)] = replace(spot, row=index, column=column, colspan=1)
            elif made[id(spot)].row == index:
                made[id(spot)] = replace(made[id(spot)], colspan=column - made[id(spot)].column + 1)
    return tuple(tuple(None if (spot := _at(row, old)) is None else made[id(spot)] for old in kept) for row in rows)


def _filled_columns(rows: Sequence[Positions]) -> list[int]:
    """The columns in which a cell stands in some row."""
    width = max((len(row) for row in rows), default=0)
    return [column for column in range(width) if any(_at(row, column) is not None for row in rows)]


def _at(row: Positions, column: int) -> GridCell | None:
    """The cell at this place; None where there is none, or the row is shorter."""
    return row[column] if column < len(row) else None


def _texts(row: Positions) -> list[str]:
    return [unspaced(spot.text) for spot in distinct(row)]


def _repeated(upper: tuple[Positions, ...], lower: tuple[Positions, ...]) -> int:
    """How many rows at the top of the continuation repeat the head of the table."""
    for start in range(min(HEAD_ROWS, len(upper))):
        count = 0
        while (
            count < min(len(lower), len(upper) - start)
            and _texts(lower[count]) == _texts(upper[start + count])
            and any(_texts(lower[count]))
        ):
            count += 1
        # Behind the head, rows that are alike by the dozen are no head: people and enterprises come again.
        if count and (start == 0 or count <= HEAD_ROWS):
            return count
    return 0


def _split_by_page(upper: Sequence[Positions], lower: Sequence[Positions]) -> bool:
    """Whether the first row below carries on the last row above.

    It does where the rows above all begin with something (a serial number, a name) and this one does not,
    and it is neither a total nor wider than a few words. Where the row after it begins with nothing either,
    they are the rows of one tall label that stands above the edge (合作资源).
    """
    cells = distinct(lower[0])
    if len(lower) > 1 and _begins_blank(lower[1]):
        return False
    last = _at(upper[-1], 0)
    if last is not None and last.rowspan > 1:
        return False
    if len(cells) < 2 or not all(map(_begins_with_something, upper[-4:])):
        return False
    head = unspaced(cells[0].text)
    # A unit in brackets is the tail of the label above the page edge.
    tail = bool(re.match(r"[（(][^（）()]*[）)]?$", head))
    return tail or (not head and any(unspaced(cell.text) for cell in cells[1:]))


def _begins_blank(row: Positions) -> bool:
    """Whether the row has words, and none in the first of its cells."""
    texts = _texts(row)
    return any(texts) and not texts[0]


def _begins_with_something(row: Positions) -> bool:
    """Whether words stand in the row's first cell."""
    spot = _at(row, 0)
    return spot is not None and bool(unspaced(spot.text))


def _healed(upper: Positions, lower: Positions) -> Positions:
    """The upper row with the words of the lower row appended, cell by cell; the upper place is kept."""
    healed: list[GridCell | None] = []
    made: dict[int, GridCell] = {}
    for index, spot in enumerate(upper):
        more = lower[index] if index < len(lower) else None
        if spot is None or more is None or more is spot or not more.text.strip():
            healed.append(spot)
            continue
        if id(spot) not in made:
            text = spot.text + more.text
            made[id(spot)] = GridCell(
                text=text,
                native=None,
                place=spot.place.quoting(text),
                row=spot.row,
                column=spot.column,
                rowspan=spot.rowspan,
                colspan=spot.colspan,
                header=spot.header,
            )
        healed.append(made[id(spot)])
    return tuple(healed)
