"""Which cells, with which spans, does a table of a page have?

Source: HTML Living Standard, 4.9.12 (forming a table).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from extractors.read.html.looks import PageStyles
from extractors.read.html.text import PageNotes, line_of, pieces_of
from extractors.read.set_off import Look
from extractors.values.text import is_unanswered
from schemas.document import Cell, Table
from schemas.trust import NONE, Doubt

_CROSSED_OUT = frozenset({Doubt.CROSSED_OUT})
_WIDEST, _TALLEST = 256, 65_534
_CELLS = ("td", "th")
MOST_CELLS = 600_000
"""Cells, and places that cells take which reach over several; the rows after them are left out, and it is told."""


@dataclass(slots=True)
class _Laid:
    """A table while its rows are laid out: which places are taken, the cells, tables within them."""

    number: int
    rows: int = 0
    taken: set[tuple[int, int]] = field(default_factory=set)
    cells: list[Cell] = field(default_factory=list)
    nested: list[HtmlElement] = field(default_factory=list)


def rows_of(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of this table, not of those within it."""
    for child in table:
        if not isinstance(child.tag, str):
            continue
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot", "form"):
            yield from rows_of(child)


def cells_of(row: HtmlElement) -> list[HtmlElement]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in _CELLS]


def framed(table: HtmlElement) -> list[HtmlElement]:
    """The cells of a table that only frames others: at most one written cell a row, tables of their own in them."""
    cells: list[HtmlElement] = []
    for row in rows_of(table):
        written = [cell for cell in cells_of(row) if cell.text_content().strip() or cell.find(".//img") is not None]
        if len(written) > 1:
            return []
        cells.extend(written)
    return cells if any(cell.find(".//table") is not None for cell in cells) else []


def read_table(
    element: HtmlElement, number: int, styles: PageStyles, notes: PageNotes
) -> tuple[Table | None, list[HtmlElement]]:
    """The table under this number, None where it has no cell; and the tables that stand in its cells."""
    laid = _Laid(number)
    look = styles.look(element, Look.PLAIN)
    hidden = notes.hidden_rows
    for row in rows_of(element):
        if styles.is_hidden(row) or styles.is_hidden(row.getparent()):
            notes.hidden_rows += bool(row.text_content().strip())
        elif len(laid.cells) >= MOST_CELLS or len(laid.taken) >= MOST_CELLS:
            notes.cut = True
            break
        elif cells_of(row):
            shows = _row(row, laid, styles, notes, styles.look(row, look))
            notes.hidden_rows += not shows and bool(row.text_content().strip())
    columns = max((cell.column + cell.colspan for cell in laid.cells), default=0)
    rows = max([laid.rows, *(cell.row + cell.rowspan for cell in laid.cells)]) if laid.cells else 0
    made = Table(tuple(laid.cells), rows, columns, rows_left_out=notes.hidden_rows - hidden)
    return (made if laid.cells else None), laid.nested


def _row(row: HtmlElement, laid: _Laid, styles: PageStyles, notes: PageNotes, look: Look) -> bool:
    """Lay out a row; whether nothing of it is only too white to be seen."""
    column, blank = 0, styles.is_blank(row)
    before, seen = notes.hidden, False
    for cell in cells_of(row):
        if styles.is_hidden(cell):
            notes.hidden += bool(cell.text_content().strip())
            continue
        while (laid.rows, column) in laid.taken:
            column += 1
        high, wide = _span(cell, "rowspan", _TALLEST), _span(cell, "colspan", _WIDEST)
        is_unseen = blank or styles.is_blank(cell)
        pieces = [] if is_unseen else list(pieces_of(cell, styles, notes, styles.look(cell, look)))
        text = line_of(pieces, notes)
        struck = "".join(words for words, of_it in pieces if of_it is Look.STRUCK).strip()
        crossed_out = bool(struck) and is_unanswered(text, struck)
        notes.hidden += is_unseen and bool(cell.text_content().strip())
        seen |= bool(text)
        laid.nested.extend(
            table
            for table in cell.iter("table")
            if next(table.iterancestors("table"), None) is not None and _nearest_cell(table) is cell
        )
        laid.cells.append(
            Cell(
                laid.rows,
                column,
                text,
                high,
                wide,
                address=f"表{laid.number}!R{laid.rows + 1}C{column + 1}",
                header=cell.tag == "th",
                doubts=_CROSSED_OUT if crossed_out else NONE,
            )
        )
        if high > 1:
            # Its own row goes on to the right of it: only the rows below need to know.
            below = range(laid.rows + 1, laid.rows + min(high, 2000, max(1, MOST_CELLS // wide)))
            laid.taken.update((row_below, column + right) for row_below in below for right in range(wide))
        column += wide
    laid.rows += 1
    return seen or notes.hidden == before


def _nearest_cell(table: HtmlElement) -> HtmlElement | None:
    return next(table.iterancestors(*_CELLS), None)


def _span(cell: HtmlElement, name: str, most: int) -> int:
    value = (cell.get(name) or "").strip()
    return min(int(value), most) if value.isascii() and value.isdecimal() and int(value) > 0 else 1
