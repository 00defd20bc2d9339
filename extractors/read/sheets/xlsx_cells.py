"""What does one sheet of a workbook store, cell by cell?

The sheet's XML is streamed: styled but empty cells cost nothing, and a declared range of a million rows is
never believed. Text is what a person sees; the stored number, date or truth value goes with it.
Source: ECMA-376 part 1, 18.3 (worksheets).
"""

from __future__ import annotations

import io
import re
from decimal import Decimal

from lxml import etree
from lxml.etree import _Element as Element

from extractors.read.sheets.number_formats import GENERAL, iso_moment, plain, shown, stored_number
from extractors.read.sheets.sheet import (
    LAST_COLUMN,
    LAST_ROW,
    Book,
    Content,
    S,
    SheetCells,
    Style,
    Written,
    area,
    column_number,
)
from extractors.read.sheets.xlsx_strings import seen_text, string_item, unescaped
from extractors.read.symbol_fonts import shown as symbol_shown
from extractors.values.text import cleaned

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


LOWEST_ROW, NARROWEST_COLUMN = 2.0, 0.5
"""Points of a row, letters of a column: what is smaller shows nothing of its cells."""

# A list does not have this many empty bordered rows before its next line, nor columns; a styled sheet does.
WIDEST_GAP, _WIDEST_BORDER = 500, 512
# A row of a list has so many plain written cells for each that is coloured: others are shaded by rows.
_PLAIN_BESIDE = 3
_NOTHING: Content = ("", None)
# Merged areas are laid out cell by cell; a sheet of honest work has some hundreds.
_MOST_MERGES = 50_000
# WPS keeps a picture inside a cell as this formula.
_CELL_PICTURE = re.compile(r"\A=?\s*+(?:_xlfn\.)?DISPIMG\(\s*+\"?+([^\",)]*+)", re.IGNORECASE)


def read_sheet(data: bytes, book: Book) -> SheetCells:
    """Everything of a sheet that a reader needs. Raises etree.XMLSyntaxError where it is damaged."""
    sheet = SheetCells()
    reader = _Rows(sheet, book)
    for _, element in etree.iterparse(
        io.BytesIO(data),
        tag=[S + name for name in ("row", *_ASIDES)],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    ):
        if element.tag == S + "row":
            reader.row(element)
        else:
            _aside(element, sheet)
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return sheet


class _Rows:
    """Takes in the rows of a sheet, one after another."""

    def __init__(self, sheet: SheetCells, book: Book) -> None:
        self.sheet = sheet
        self.book = book
        self.number = 0
        self.waiting: dict[int, int] = {}
        self.crossed: list[int] = []
        """Columns of the row at hand of whose cells all is struck out."""
        self.coloured: list[int] = []
        """Empty cells of the row at hand that are filled with a colour; ``plain``: how many written ones are not."""
        self.plain = self.widest = 0
        self.columns: dict[str, int] = {}
        self.styles = {str(index): style for index, style in enumerate(book.styles)}

    def row(self, row: Element) -> None:
        """One row; its number where the file leaves it out is the next one."""
        number = row.get("r")
        self.number = int(number) if number is not None and number.isdecimal() else self.number + 1
        if not 0 < self.number <= LAST_ROW:
            return
        if self.book.room.is_full:
            self.sheet.cut += len(row) > 0
            return
        self._note_hidden(row)
        cells: dict[int, Content] = {}
        borders, column = 0, 0
        for cell in row:
            if cell.tag != S + "c":
                continue
            column = self._column(cell, column)
            if column > LAST_COLUMN:
                continue
            if len(cell):
                content = self._content(cell, column)
                if content is not None:
                    cells[column] = content
                    self._note_look(self._style(cell), column)
                    continue
            style = self._style(cell)
            if style.coloured and column <= self.widest:
                self.coloured.append(column)
            if column <= _WIDEST_BORDER and style.bordered:
                borders |= 1 << column
        self._note_colours(cells)
        self._keep(cells, borders)

    def _note_look(self, style: Style, column: int) -> None:
        """Note of a written cell what is drawn over it, and whether it is as white as paper."""
        if style.crossed:
            self.sheet.drawn_over.add((self.number, column))
        self.plain += not style.coloured
        self.widest = max(self.widest, column)

    def _note_colours(self, cells: dict[int, Content]) -> None:
        """A colour in an empty cell of a row of plain ones may be the answer: only a person can say what it means."""
        if cells and 0 < len(self.coloured) * _PLAIN_BESIDE <= self.plain:
            cells.update(dict.fromkeys(self.coloured, _NOTHING))
            self.sheet.not_read.update((self.number, column) for column in self.coloured)
        self.coloured, self.plain = [], 0

    def _note_hidden(self, row: Element) -> None:
        """Note a hidden row, and whether it lies in a collapsed group."""
        if row.get("hidden") in ("1", "true") or _is_less(row.get("ht"), LOWEST_ROW):
            self.sheet.hidden_rows.add(self.number)
            if (row.get("outlineLevel") or "0") != "0":
                self.sheet.collapsed_rows.add(self.number)

    def _keep(self, cells: dict[int, Content], borders: int) -> None:
        """Note the row; empty bordered rows only where writing follows them soon."""
        if borders and (cells or len(self.waiting) <= WIDEST_GAP):
            self.waiting[self.number] = borders
        if cells:
            self.sheet.cross_out(self.number, self.crossed, cells)
            self.book.room.take(cells)
            self.sheet.rows.setdefault(self.number, {}).update(cells)
            if len(self.waiting) <= WIDEST_GAP:
                self.sheet.bordered.update(self.waiting)
            self.waiting = {}
        self.crossed = []

    def _column(self, cell: Element, before: int) -> int:
        address = cell.get("r")
        if address is None:
            return before + 1
        name = address.rstrip("0123456789")
        column = self.columns.get(name)
        if column is None:
            column = self.columns[name] = column_number(name) if name.isascii() and name.isalpha() else before + 1
        return column

    def _style(self, cell: Element) -> Style:
        return self.styles.get(cell.get("s") or "", _PLAIN)

    def _content(self, cell: Element, column: int) -> Content | None:
        """Text and stored value; None for an empty cell."""
        raw, formula, inline = self._held(cell)
        kind = cell.get("t")
        if raw is None and inline is None:
            return None if formula is None or kind == "str" else self._not_worked_out(column)
        if kind == "e" and cell.get("vm"):
            # A picture placed in the cell: its value is an error for programs that know of none.
            self._pictured(column, "")
            return "", None
        style = self._style(cell)
        if kind in _TEXTUAL or (raw is None and inline is not None):
            return self._written(column, (kind, raw, inline), style)
        if style.struck or style.unseen:
            self.sheet.struck += style.struck
            self._note_unseen(column, struck=style.struck)
            return None
        return _valued(kind, raw or "", style, since_1904=self.book.since_1904)

    def _held(self, cell: Element) -> tuple[str | None, Element | None, Written | None]:
        """The cell's value, its formula, its text in place; a zero that was stored for want of a result is none."""
        raw, formula = None, None
        inline: Written | None = None
        for child in cell:
            tag = child.tag
            if tag == _V:
                raw = child.text
            elif tag == _F:
                formula = child
            elif tag == _IS:
                inline = string_item(child)
        return None if formula is not None and raw == "0" and self.book.calculates else raw, formula, inline

    def _pictured(self, column: int, name: str) -> None:
        """Note that the cell holds a picture, under the name that the workbook keeps it by."""
        self.sheet.cell_pictures.append(name)
        self.sheet.not_read.add((self.number, column))

    def _shared(self, raw: str) -> Written:
        index = int(raw) if raw.strip().isdecimal() else -1
        if 0 <= index < len(self.book.strings):
            return self.book.strings[index]
        self.sheet.lost += 1
        return ""

    def _not_worked_out(self, column: int) -> Content:
        """A formula whose result no program stored."""
        self.sheet.unevaluated.append((self.number, column))
        return "", None

    def _written(
        self, column: int, held: tuple[str | None, str | None, Written | None], style: Style
    ) -> Content | None:
        """A cell of text: what kind it calls itself, its value, its text in place."""
        before = self.sheet.struck
        text = seen_text(self._spelt(*held), self.sheet, struck=style.struck)
        picture = _CELL_PICTURE.match(text) if "DISPIMG(" in text.upper() else None
        if picture is not None:
            self._pictured(column, picture[1])
            return "", None
        if held[0] == "e" and text:
            # An error such as REF or N/A: what stood there is lost, and nobody knows what it was.
            self.sheet.not_read.add((self.number, column))
        if style.symbols is not None:
            text = symbol_shown(text, style.symbols)
        text = text.strip()
        if style.unseen and text:
            self._note_unseen(column, struck=False)
        elif not text and self.sheet.struck > before:
            self._note_unseen(column, struck=True)
        return (text, None) if text and not style.unseen else None

    def _note_unseen(self, column: int, *, struck: bool) -> None:
        """Note a cell that holds something of which nothing is to be read."""
        if struck:
            self.crossed.append(column)
        else:
            self.sheet.unseen.add((self.number, column))

    def _spelt(self, kind: str | None, raw: str | None, inline: Written | None) -> Written:
        """The text of a cell as its file spells it: shared, in place, or as its value."""
        if kind == "s" and raw is not None:
            return self._shared(raw)
        return inline if inline is not None else unescaped(raw or "")


_PLAIN = Style()
# A whole number this short is stored as it is written: no need to look closer.
_SHORT_DIGITS = 16
_V, _F, _IS = S + "v", S + "f", S + "is"
_TEXTUAL = frozenset(("s", "str", "inlineStr", "e"))


def _valued(kind: str | None, raw: str, style: Style, *, since_1904: bool) -> Content | None:
    """A number, a date or a truth value."""
    if kind == "b":
        truth = raw.strip() in ("1", "true")
        return ("TRUE" if truth else "FALSE"), truth
    if kind == "d":
        return iso_moment(raw.strip())
    if style.format is GENERAL and len(raw) < _SHORT_DIGITS and raw.isdecimal() and raw.isascii() and raw[0] != "0":
        return raw, Decimal(raw)
    number = stored_number(raw.strip())
    if number is None:
        text = cleaned(raw).strip()
        return (text, None) if text else None
    if style.format is GENERAL:
        return plain(number), number
    return shown(number, style.format, since_1904=since_1904)


def _is_less(size: str | None, least: float) -> bool:
    """Whether a row is so low or a column so narrow that nobody sees what stands in it."""
    try:
        return size is not None and float(size) < least
    except ValueError:
        return False


def _columns(element: Element, sheet: SheetCells) -> None:
    for each in element:
        # A column in a collapsed group is one click away, as a row is.
        collapsed = (each.get("outlineLevel") or "0") != "0"
        if each.get("hidden") in ("1", "true") or _is_less(each.get("width"), NARROWEST_COLUMN):
            first, last = each.get("min") or "", each.get("max") or ""
            if first.isdecimal() and last.isdecimal():
                kept = sheet.collapsed_columns if collapsed else sheet.hidden_columns
                kept.append((int(first), min(int(last), LAST_COLUMN)))


def _merges(element: Element, sheet: SheetCells) -> None:
    found = (area(each.get("ref") or "") for each in element)
    sheet.merges = [each for each in found if each is not None][:_MOST_MERGES]


def _conditions(element: Element, sheet: SheetCells) -> None:
    """Where cells look otherwise if a condition holds."""
    areas = [found for part in (element.get("sqref") or "").split() if (found := area(part)) is not None]
    for rule in element.iter(S + "cfRule"):
        look = rule.get("dxfId") or ""
        if look.isdecimal():
            sheet.conditions.extend((int(look), found) for found in areas)


def _filter(element: Element, sheet: SheetCells) -> None:
    covered = area(element.get("ref") or "")
    if covered is not None and len(element):
        sheet.filters.append(covered)


def _properties(element: Element, sheet: SheetCells) -> None:
    sheet.filtered = element.get("filterMode") in ("1", "true")


def _furniture(element: Element, sheet: SheetCells) -> None:
    texts = (re.sub(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Za-z])', " ", each.text or "") for each in element)
    sheet.furniture = [text for text in dict.fromkeys(cleaned(text).strip() for text in texts) if text]


def _related(element: Element, sheet: SheetCells) -> None:
    identifier = element.get(_RELATION)
    if identifier:
        sheet.related.setdefault(etree.QName(element).localname, []).append(identifier)


def _controls(element: Element, sheet: SheetCells) -> None:
    """Form controls with the cell that each stands in; drawn twice, for new and for old programs, they count once."""
    for control in element.iter(S + "control"):
        corner = next((one for one in control.iter() if etree.QName(one).localname == "from"), None)
        places = [] if corner is None else [one.text or "" for one in corner]
        column, row = (places[0], places[2]) if len(places) == 4 else ("", "")
        if column.isdecimal() and row.isdecimal():
            sheet.controls[control.get(_RELATION) or ""] = (int(row) + 1, int(column) + 1)


_ASIDES = {
    "sheetPr": _properties,
    "cols": _columns,
    "mergeCells": _merges,
    "autoFilter": _filter,
    "conditionalFormatting": _conditions,
    "headerFooter": _furniture,
    "drawing": _related,
    "legacyDrawing": _related,
    "controls": _controls,
    "tablePart": _related,
}


def _aside(element: Element, sheet: SheetCells) -> None:
    _ASIDES[etree.QName(element).localname](element, sheet)
