"""The shapes of a workbook: books, sheets, styles, areas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.read.set_off import Look, Piece
from extractors.read.sheets.number_formats import GENERAL, NumberFormat
from extractors.values.text import cleaned
from schemas.document import Comment, Native

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
# More than any list of an applicant; a workbook beyond it is cut, and says so.
MOST_CELLS, MOST_CHARACTERS = 600_000, 30_000_000


@dataclass(frozen=True, slots=True)
class RichText:
    """A text of several runs: each with its look, None where the cell's font says it."""

    runs: tuple[tuple[str, Look | None], ...]

    def pieces(self, *, struck: bool) -> list[Piece]:
        """The runs in a cell whose own font strikes out or does not."""
        of_cell = Look.STRUCK if struck else Look.PLAIN
        return [(text, of_cell if look is None else look) for text, look in self.runs]


Written = str | RichText
"""What a cell's text is stored as."""

Content = tuple[str, Native]
"""What a person sees in a cell, and what is stored."""

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 1."""

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Style:
    """What a cell style says to a reader."""

    format: NumberFormat = GENERAL
    bordered: bool = False
    symbols: str | None = None
    """The font, where it is one of pictures (Wingdings)."""
    struck: bool = False
    crossed: bool = False
    """A line slants through it, as people cancel things; in a head it parts two words."""
    unseen: bool = False
    """Its format (;;;) shows nothing of what is stored, or its type is as white as its ground."""
    coloured: bool = False
    """It is filled with a colour."""


@dataclass(slots=True)
class Room:
    """How much more of a workbook may be taken in; changed while reading."""

    cells: int = MOST_CELLS
    characters: int = MOST_CHARACTERS

    @property
    def is_full(self) -> bool:
        """Whether nothing more may be taken in."""
        return self.cells <= 0 or self.characters <= 0

    def take(self, row: dict[int, Content]) -> None:
        """Note that a row was taken in."""
        self.cells -= len(row)
        self.characters -= sum(len(text) for text, _ in row.values())


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of every sheet refer to."""

    strings: Sequence[Written]
    styles: Sequence[Style]
    since_1904: bool = False
    styles_on_grounds: Sequence[Style] = ()
    """The same for a sheet where tables or conditions lay grounds under its cells: white type is seen on them."""
    striking: frozenset[int] = frozenset()
    """The looks, by number, with which a condition strikes cells out or makes them white."""
    calculates: bool = False
    """Its formulas are to be calculated when it is opened: a zero that is stored for one says nothing."""
    room: Room = field(default_factory=Room)


@dataclass(slots=True)
class SheetCells:
    """The cells of one sheet: row → column → text and stored value. Rows and columns count from 1."""

    rows: dict[int, dict[int, Content]] = field(default_factory=dict)
    bordered: dict[int, int] = field(default_factory=dict)
    """Row → bits of the columns whose empty cells have a border."""
    hidden_rows: set[int] = field(default_factory=set)
    collapsed_rows: set[int] = field(default_factory=set)
    """Those of them that lie in a collapsed group."""
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    collapsed_columns: list[tuple[int, int]] = field(default_factory=list)
    """Columns that are hidden in a collapsed group: one click away."""
    merges: list[Area] = field(default_factory=list)
    filters: list[Area] = field(default_factory=list)
    filtered: bool = False
    unevaluated: list[tuple[int, int]] = field(default_factory=list)
    """Row and column of the cells whose formula has no stored value."""
    cell_pictures: list[str] = field(default_factory=list)
    """Pictures inside cells, by the name that the workbook keeps each by; "" where it keeps none."""
    not_read: set[tuple[int, int]] = field(default_factory=set)
    """Row and column of the cells that hold something which could not be read."""
    worked_out: int = 0
    """Formulas whose value was not stored and was worked out."""
    struck: int = 0
    """Cells in which something is struck out."""
    crossed_out: set[tuple[int, int]] = field(default_factory=set)
    """Row and column of the cells of which all is struck out, in rows that hold more than that."""
    unseen: set[tuple[int, int]] = field(default_factory=set)
    """Row and column of the cells that hold something and show nothing."""
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    """What was noted on a cell, by its row and column."""
    drawn_over: set[tuple[int, int]] = field(default_factory=set)
    """Row and column of the cells through which a line slants."""
    under_lines: list[Area] = field(default_factory=list)
    """Areas over which a line is drawn."""
    conditions: list[tuple[int, Area]] = field(default_factory=list)
    """Areas that are given another look, by its number, where a condition holds."""
    restyled: list[Area] = field(default_factory=list)
    """Those that are struck out or turned white where it holds, which nobody worked out."""
    chosen_by_look: bool = False
    """An option was ticked because it is underlined."""
    references: bool = False
    """A number bears the raised mark of a note."""
    controls: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Form controls by relationship: the row and column each stands in."""
    lost: int = 0
    """Cells whose text the file does not hold."""
    cut: int = 0
    """Rows beyond the room there was."""
    furniture: list[str] = field(default_factory=list)
    related: dict[str, list[str]] = field(default_factory=dict)
    """Kind of part (drawing, tablePart …) → relationship ids."""

    def comment(self, row: int, column: int, text: str) -> None:
        """Note what somebody wrote to a cell; programs set the writer's name before it, on a line of its own."""
        lines = [line.strip() for line in cleaned(text).splitlines() if line.strip()]
        said = " ".join(lines[1:] if len(lines) > 1 and lines[0].endswith((":", "：")) else lines)
        if said:
            self.comments[row, column] = said

    def hung(self, name: str) -> Iterator[Comment]:
        """The comments of the sheet of this name, from the top."""
        for (row, column), text in sorted(self.comments.items()):
            yield Comment(text, sheet=name, cell=f"{letters(column)}{row}")

    def cross_out(self, row: int, columns: Iterable[int], cells: dict[int, Content]) -> None:
        """Note cells of a row of which all is struck out, while the row holds more than that."""
        for column in columns:
            cells.setdefault(column, ("", None))
            self.crossed_out.add((row, column))


def letters(column: int) -> str:
    """1 → A, 27 → AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number


def area(reference: str) -> Area | None:
    """``B2:D5`` as numbers; None where it is no area of a sheet."""
    found = _ADDRESS.findall(reference.rsplit("!", maxsplit=1)[-1])
    if not 1 <= len(found) <= 2:
        return None
    (left, top), (right, bottom) = found[0], found[-1]
    columns = sorted((column_number(left), column_number(right)))
    rows = sorted((int(top), int(bottom)))
    if not rows[0] or rows[1] > LAST_ROW or columns[1] > LAST_COLUMN:
        return None
    return rows[0], columns[0], rows[1], columns[1]


def filter_area(table: Element) -> Area | None:
    """The area of a table part whose filter is active; None where it is not."""
    found = table.find(S + "autoFilter")
    return area(found.get("ref") or "") if found is not None and len(found) else None


def hidden_column_bits(sheet: SheetCells) -> int:
    """The bits of the columns that are hidden."""
    bits = 0
    for first, last in sheet.hidden_columns:
        if first <= last:
            bits |= ((1 << (last - first + 1)) - 1) << first
    return bits
