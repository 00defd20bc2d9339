"""How much memory reading 300 pages takes, and does one hostile page, or one real document, hold up the rest?

``python benchmarks/pdf_memory.py [FOLDER]``: a folder of PDF files is read too, and its slowest five are named.
"""

from __future__ import annotations

import io
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pdf_tables import ruled
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors.read.pdf import reader as pdf_reader


def hostile(paths: int) -> bytes:
    """One page with so many paths, some of them far out."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.drawString(72, 720, "A page with more lines than a table has")
    for i in range(paths):
        canvas.line(i % 595, 1e9 if i % 1000 == 0 else i % 842, (i * 7) % 595, (i * 3) % 842)
    canvas.save()
    return buffer.getvalue()


def main() -> None:
    data = ruled(300)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    document = pdf_reader.read(data, "ruled.pdf", "")
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{len(document.pages)} pages in {took:.1f} s; peak {peak / 1024:.0f} MB, {before / 1024:.0f} MB before")
    for paths in (100_000, 1_000_000):
        data = hostile(paths)
        start = time.perf_counter()
        page = pdf_reader.read(data, "hostile.pdf", "").pages[0]
        print(f"{paths} paths: {time.perf_counter() - start:.1f} s, {page.kind}, {page.note}")
    for folder in map(Path, sys.argv[1:]):
        slowest = sorted(((_seconds(path), path.name) for path in folder.rglob("*.pdf")), reverse=True)[:5]
        print(f"{folder}: " + ", ".join(f"{name} {seconds:.1f} s" for seconds, name in slowest))


def _seconds(path: Path) -> float:
    start = time.process_time()
    pdf_reader.read(path.read_bytes(), path.name, "")
    return time.process_time() - start


if __name__ == "__main__":
    main()
