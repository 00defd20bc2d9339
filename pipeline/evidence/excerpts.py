"""How is a table or a line of a Word file or a workbook drawn, with its neighbours?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.evidence.pictures import DrawnCell, TableImage, TextImage
from schemas.document import Cell, Document, Paragraph, Table
from schemas.locator import Locator

_LONGEST_CELL = 160
_LONGEST_LINE = 600
_AROUND = 1


@dataclass(frozen=True, slots=True)
class Spotted:
    """Where an address is: in which table (and row), or at which line of the sheet or document."""

    table: int = -1
    row: int = -1
    line: int = -1


@dataclass(slots=True)
class DocumentExcerpts:
    """The tables and lines of one document by their addresses, and which of them are spoken of."""

    document: Document
    tables: list[tuple[str | None, Table]] = field(default_factory=list)
    lines: list[tuple[str | None, Paragraph]] = field(default_factory=list)
    addresses: dict[tuple[str | None, str], Spotted] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for page in self.document.pages:
            for block in page.blocks:
                if isinstance(block, Table):
                    self._add(page.sheet, block)
                elif block.cell:
                    self.addresses.setdefault((page.sheet, block.cell), Spotted(line=len(self.lines)))
                    self.lines.append((page.sheet, block))

    def _add(self, sheet: str | None, table: Table) -> None:
        for cell in table.cells:
            if cell.address:
                self.addresses.setdefault((sheet, cell.address), Spotted(len(self.tables), cell.row))
        self.tables.append((sheet, table))

    def spot(self, place: Locator) -> Spotted | None:
        """Where this place is; None where the document has no such address."""
        return self.addresses.get((place.sheet, place.cell)) if place.cell else None

    def table(self, number: int, rows: Iterable[int], list_heads: Iterable[int] = ()) -> TableImage:
        """The table's head, these rows and their neighbours, and the heads of the lists inside it."""
        sheet, table = self.tables[number]
        heads, list_heads = _heads(table), tuple(list_heads)
        around = {row + step for row in rows for step in range(-_AROUND, _AROUND + 1)}
        shown = around | set(range(heads)) | set(list_heads)
        drawn: dict[int, list[DrawnCell]] = defaultdict(list)
        for cell in table.cells:
            if cell.row in shown:
                drawn[cell.row].append(_cell(cell, shown))
        made = {row: tuple(cells) for row, cells in sorted(drawn.items())}
        return TableImage(self.document.path, sheet, made, heads, tuple(sorted(set(list_heads))))

    def text(self, sheet: str | None, numbers: Sequence[int]) -> TextImage:
        """These lines and their neighbours."""
        around = {number + step for number in numbers for step in range(-_AROUND, _AROUND + 1)}
        shown = [
            (paragraph.cell or "", _short(paragraph.text, _LONGEST_LINE))
            for number, (where, paragraph) in enumerate(self.lines)
            if number in around and where == sheet
        ]
        return TextImage(self.document.path, sheet, tuple(shown))


def _heads(table: Table) -> int:
    """How many rows at the top are heads: as the reader says, else the first."""
    marked = {cell.row for cell in table.cells if cell.header}
    count = 0
    while count in marked:
        count += 1
    return max(1, min(count, 3))


def _cell(cell: Cell, shown: set[int]) -> DrawnCell:
    # A merged cell reaches down only over the rows that are drawn with it.
    reach = 1
    while reach < cell.rowspan and cell.row + reach in shown:
        reach += 1
    return DrawnCell(_short(cell.text, _LONGEST_CELL), cell.address or "", reach, cell.colspan, cell.header)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]}…（共 {len(text)} 字）"
