"""How well and how fast are tables read from PDFs, beside pdfplumber: adjacency relations (ICDAR-2013), pages a second.

``python benchmarks/pdf_tables.py [quality|speed] [-v]``
"""

from __future__ import annotations

import io
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pdfplumber
from pdf_made import Sheet, plain, sheets
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.platypus import SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as Flowable

from extractors.read.pdf import reader as pdf_reader
from schemas.document import Table

Placed = list[tuple[int, int, int, int, str]]
"""Cells as row, column, row after, column after, text."""


def relations(cells: Placed) -> Counter[tuple[str, str, str]]:
    """Each cell with the next one to its right and below that is not blank (Göbel et al. 2012)."""
    at: dict[tuple[int, int], int] = {}
    for number, (r0, c0, r1, c1, _) in enumerate(cells):
        for row in range(r0, r1):
            for column in range(c0, c1):
                at[row, column] = number
    rows, columns = max((c[2] for c in cells), default=0), max((c[3] for c in cells), default=0)
    found = set()
    for (row, column), number in at.items():
        if not _plain(cells[number][4]):
            continue
        for way, steps in (
            ("right", ((row, c) for c in range(column + 1, columns))),
            ("below", ((r, column) for r in range(row + 1, rows))),
        ):
            other = next((at[s] for s in steps if s in at and at[s] != number and _plain(cells[at[s]][4])), None)
            if other is not None:
                found.add((number, other, way))
    return Counter((_plain(cells[a][4]), _plain(cells[b][4]), way) for a, b, way in found)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def score(truth: Iterable[Placed], found: Iterable[Placed]) -> float:
    """F1 of the adjacency relations of one document."""
    right = sum((relations(cells) for cells in truth), Counter())
    said = sum((relations(cells) for cells in found), Counter())
    both = sum((right & said).values())
    if not right:
        return 1.0 if not said else 0.0
    return 2 * both / (sum(right.values()) + sum(said.values()))


def true_cells(sheet: Sheet) -> list[Placed]:
    """The tables that the sheet was made with."""
    tables = []
    for grid in sheet.tables:
        cells: Placed = []
        for row, line in enumerate(grid):
            column = 0
            for text, span in line:
                cells.append((row, column, row + 1, column + span, text))
                column += span
        tables.append(cells)
    return tables


def ours(data: bytes) -> list[Placed]:
    """The tables that the reader sees."""
    document = pdf_reader.read(data, "made.pdf", "")
    return [
        [(c.row, c.column, c.row + c.rowspan, c.column + c.colspan, c.text) for c in block.cells]
        for page in document.pages
        for block in page.blocks
        if isinstance(block, Table)
    ]


def theirs(data: bytes, **settings: str) -> list[Placed]:
    """The tables that pdfplumber sees."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [
            [(r, c, r + 1, c + 1, text or "") for r, row in enumerate(table) for c, text in enumerate(row)]
            for page in document.pages
            for table in page.extract_tables(settings)
        ]


def quality(*, verbose: bool) -> None:
    """F1 by kind of table, and tables invented on pages without any."""
    kinds: dict[str, list[tuple[float, float, float]]] = {}
    text = {"vertical_strategy": "text", "horizontal_strategy": "text"}
    for sheet in sheets():
        truth = true_cells(sheet)
        row = (score(truth, ours(sheet.pdf)), score(truth, theirs(sheet.pdf)), score(truth, theirs(sheet.pdf, **text)))
        kinds.setdefault(sheet.name.rsplit("-", 1)[0], []).append(row)
        if verbose and row[0] < 0.95:
            print(f"  {sheet.name:24} {row[0]:.2f}")
    print(f"{'mean F1 of adjacency relations':32} {'ours':>6} {'plumber':>8} {'plumber, text':>14}")
    for kind, rows in [*kinds.items(), ("ALL", [row for each in kinds.values() for row in each])]:
        means = [statistics.mean(column) for column in zip(*rows, strict=True)]
        print(f"{kind:32} {means[0]:6.2f} {means[1]:8.2f} {means[2]:14.2f}")
    invented = [(sheet.name, len(ours(sheet.pdf))) for sheet in plain()]
    print("tables invented on pages without any:", sum(count for _, count in invented), [n for n, c in invented if c])


def ruled(pages: int = 100) -> bytes:
    """A ruled PDF of so many pages, 34 rows of 8 columns on each."""
    head = ["No", "Name", "Staff", "Micro", "Contact", "Phone", "Service", "Fee"]
    line = ["Sample Example Co Ltd", "12", "yes", "A. Sample", "19900000000", "consulting", "1.20"]
    rows = [head, *([str(i), *line[:-1], f"{i % 97}.{i % 10}"] for i in range(1, 34 * pages))]
    buffer = io.BytesIO()
    table = Flowable(rows, repeatRows=1, rowHeights=20)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTSIZE", (0, 0), (-1, -1), 9)]))
    SimpleDocTemplate(buffer, pagesize=A4, leftMargin=36, rightMargin=36).build([table])
    return buffer.getvalue()


def speed() -> None:
    """Pages a second of process time on one core, and whether the rows are the same."""
    data = ruled()
    start = time.process_time()
    document = pdf_reader.read(data, "ruled.pdf", "")
    mine = time.process_time() - start
    start = time.process_time()
    with pdfplumber.open(io.BytesIO(data)) as other:
        rows = [row for page in other.pages for table in page.extract_tables() for row in table]
    its = time.process_time() - start
    got = [row for page in document.pages for block in page.blocks if isinstance(block, Table) for row in _rows(block)]
    same = sum(a == [_plain(text or "") for text in b] for a, b in zip(got, rows, strict=False))
    pages = len(document.pages)
    print(f"pages {pages}: ours {pages / mine:.0f} a second, pdfplumber {pages / its:.1f}, ratio {its / mine:.1f}")
    print(f"rows: ours {len(got)}, pdfplumber {len(rows)}, equal {same}")


def _rows(table: Table) -> Sequence[list[str]]:
    rows = [["" for _ in range(table.columns)] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row][cell.column] = _plain(cell.text)
    return rows


if __name__ == "__main__":
    if "speed" not in sys.argv:
        quality(verbose="-v" in sys.argv)
    if "quality" not in sys.argv:
        speed()
