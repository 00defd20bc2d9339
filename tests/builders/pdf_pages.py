"""Small made-up PDF files for the tests of the PDF reader, drawn by reportlab; no person or firm is real."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.read.pdf.reader import read
from schemas.document import Document, Page, Paragraph, Table

SONG = "STSong-Light"
WIDTH, HEIGHT = A4

pdfmetrics.registerFont(UnicodeCIDFont(SONG))


def made(*draw: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> bytes:
    """A PDF with one page for each of these."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, encrypt=encrypt)
    for page in draw:
        canvas.setFont(SONG, 12)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def document(*draw: Callable[[Canvas], None]) -> Document:
    return read(made(*draw), "示例.pdf", "")


def page(draw: Callable[[Canvas], None]) -> Page:
    return document(draw).pages[0]


def tables(seen: Page) -> list[Table]:
    return [block for block in seen.blocks if isinstance(block, Table)]


def texts(seen: Page) -> list[str]:
    return [block.text for block in seen.blocks if isinstance(block, Paragraph)]


def rows(table: Table) -> list[list[str]]:
    """The texts by row, a merged cell where it begins."""
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]


def written(*lines: tuple[float, float, str], size: float = 12) -> Callable[[Canvas], None]:
    """Draws texts at x and distance from the top."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(SONG, size)
        for x, top, text in lines:
            canvas.drawString(x, HEIGHT - top - size, text)

    return draw


Stroke = Callable[[Canvas, float, float, float, float], None]


def grid(xs: Sequence[float], ys: Sequence[float], line: Stroke) -> Callable[[Canvas], None]:
    """Draws a full grid of lines; ys count from the top."""

    def draw(canvas: Canvas) -> None:
        for x in xs:
            line(canvas, x, HEIGHT - ys[0], x, HEIGHT - ys[-1])
        for y in ys:
            line(canvas, xs[0], HEIGHT - y, xs[-1], HEIGHT - y)

    return draw


def stroked(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    canvas.line(x0, y0, x1, y1)


def thin_rectangle(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    canvas.rect(min(x0, x1) - 0.25, min(y0, y1) - 0.25, abs(x1 - x0) + 0.5, abs(y1 - y0) + 0.5, stroke=0, fill=1)


def dashes(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A line as many short strokes."""
    count = int((abs(x1 - x0) + abs(y1 - y0)) // 5)
    for i in range(count + 1):
        at, to = i / (count + 1), (i + 0.6) / (count + 1)
        canvas.line(x0 + (x1 - x0) * at, y0 + (y1 - y0) * at, x0 + (x1 - x0) * to, y0 + (y1 - y0) * to)


def together(*draw: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    def both(canvas: Canvas) -> None:
        for each in draw:
            each(canvas)

    return both
