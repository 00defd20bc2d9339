"""Which logical tables a document holds: over pages joined, every position with its cell and its place.

In:     a document as a reader saw it.
Out:    one grid per table, in document order; a table carried on over pages is one grid, its repeated
        head dropped and a row that the page edge split healed.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.document import Cell, Document, Native, Page, Paragraph, Table
from schemas.locator import Locator

ABOVE = 6
"""Paragraphs above a table that may be its title, its unit or its notes."""


@dataclass(frozen=True, slots=True)
class Spot:
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
class Line:
    """A paragraph with its place."""

    text: str
    place: Locator


Positions = tuple[Spot | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A logical table: ``rows[r][c]`` is the spot that covers the position, None where no cell is.

    ``above`` are the paragraphs before it up to the table before, nearest last; ``below`` those after it up to
    the next table, on its last page. ``pages`` are the first and last page it lies on.
    """

    rows: tuple[Positions, ...]
    above: tuple[Line, ...]
    below: tuple[Line, ...]
    pages: tuple[int, int]
    sheet: str | None
    place: Locator
    hidden: bool = False

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row) for row in self.rows), default=0)


def grids(document: Document) -> list[Grid]:
    """The logical tables of a document, in order."""
    found: list[Grid] = []
    above: list[Line] = []
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Paragraph):
                line = Line(block.text, document.place(page, block))
                above.append(line)
                continue
            rows = tuple(_dense(document, page, block))
            if block.continues and found and not _titled(above):
                found[-1] = _joined(found[-1], rows, page.number)
            else:
                _hand_below(found, above)
                found.append(
                    Grid(
                        rows=rows,
                        above=tuple(above[-ABOVE:]),
                        below=(),
                        pages=(page.number, page.number),
                        sheet=page.sheet,
                        place=document.place(page, block),
                        hidden=page.hidden,
                    ),
                )
            above = []
    _hand_below(found, above)
    return found


def distinct(row: Positions) -> list[Spot]:
    """The cells of one row, left to right, a merged one once."""
    seen: list[Spot] = []
    for spot in row:
        if spot is not None and (not seen or seen[-1] is not spot):
            seen.append(spot)
    return seen


def squeezed(text: str) -> str:
    """The text without any white space, for comparing heads."""
    return re.sub(r"\s+", "", text)


def _hand_below(found: list[Grid], lines: Sequence[Line]) -> None:
    """Give the paragraphs that follow the last grid to it."""
    if found and lines:
        last = found[-1]
        found[-1] = Grid(last.rows, last.above, tuple(lines[:ABOVE]), last.pages, last.sheet, last.place, last.hidden)


def _titled(lines: Sequence[Line]) -> bool:
    """Whether something between two tables starts a new one: any paragraph that is not a 续表 mark."""
    return any(
        line.text.strip() and not re.fullmatch(r"[（(]?(续表?|接上页|承上页).*", line.text.strip()) for line in lines
    )


def _dense(document: Document, page: Page, table: Table) -> Iterator[Positions]:
    """Every position of the table with the cell that covers it."""
    width = max([table.columns, *(cell.column + cell.colspan for cell in table.cells)], default=0)
    height = max([table.rows, *(cell.row + cell.rowspan for cell in table.cells)], default=0)
    matrix: list[list[Spot | None]] = [[None] * width for _ in range(height)]
    for cell in table.cells:
        spot = _spot(document, page, cell)
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                if matrix[row][column] is None:
                    matrix[row][column] = spot
    yield from (tuple(row) for row in matrix)


def _spot(document: Document, page: Page, cell: Cell) -> Spot:
    return Spot(
        text=cell.text,
        native=cell.native,
        place=document.place(page, cell),
        row=cell.row,
        column=cell.column,
        rowspan=cell.rowspan,
        colspan=cell.colspan,
        header=cell.header,
    )


def _joined(upper: Grid, lower: tuple[Positions, ...], page: int) -> Grid:
    """One grid of a table and its continuation."""
    rows = list(lower[_repeated(upper.rows, lower) :])
    kept = list(upper.rows)
    if rows and kept and _split_by_page(kept, rows[0]):
        kept[-1] = _healed(kept[-1], rows.pop(0))
    return Grid(
        rows=(*kept, *rows),
        above=upper.above,
        below=(),
        pages=(upper.pages[0], page),
        sheet=upper.sheet,
        place=upper.place,
        hidden=upper.hidden,
    )


def _texts(row: Positions) -> list[str]:
    return [squeezed(spot.text) for spot in distinct(row)]


def _repeated(upper: tuple[Positions, ...], lower: tuple[Positions, ...]) -> int:
    """How many rows at the top of the continuation repeat the head of the table."""
    for start in range(min(4, len(upper))):
        count = 0
        while (
            count < min(len(lower), len(upper) - start)
            and _texts(lower[count]) == _texts(upper[start + count])
            and any(_texts(lower[count]))
        ):
            count += 1
        if count:
            return count
    return 0


def _split_by_page(upper: list[Positions], first: Positions) -> bool:
    """Whether the first row below carries on the last row above.

    It does where the rows above all begin with something (a serial number, a name) and this one does not,
    and it is neither a total nor wider than a few words.
    """
    cells = distinct(first)
    leading = [squeezed(row[0].text) if row and row[0] is not None else "" for row in upper[-4:]]
    if len(cells) < 2 or not all(leading):
        return False
    head = squeezed(cells[0].text)
    return not head and any(squeezed(cell.text) for cell in cells[1:])


def _healed(upper: Positions, lower: Positions) -> Positions:
    """The upper row with the words of the lower row appended, cell by cell; the upper place is kept."""
    healed: list[Spot | None] = []
    made: dict[int, Spot] = {}
    for index, spot in enumerate(upper):
        more = lower[index] if index < len(lower) else None
        if spot is None or more is None or not more.text.strip():
            healed.append(spot)
            continue
        if id(spot) not in made:
            text = spot.text + more.text
            made[id(spot)] = Spot(
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
