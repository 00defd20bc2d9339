"""How many scanned pages an hour, against a plain loop of the same recogniser over every page at 200 dpi?

    python benchmarks/scans.py [INBOX] [--as-of YYYY-MM-DD]

INBOX as for ``dossier screen``; without it, a made-up dossier of mostly certificates and photographs (which needs a
Chinese font, see chinese_font.py). Both sides read the same pages in this process, one after the other, with one
thread each; what is counted is processor time, so that a busy machine does not matter. The plain loop is rapidocr as
it comes (its classifier of upside-down lines off, on both sides) over each page rendered at 200 dpi; an image file is
taken as it is, or, where it is larger, as large as an A4 page at 200 dpi. Ours is timed with everything that reading a
page is: what the page is, its turn, its tables, its seals; once with every page read in full, once as screening reads.

Then every dossier is screened both ways. A finding or a material that is not the same after reading less is lost:
it is printed, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import cv2
import numpy as np
import pypdfium2 as pdfium
import scans_made
from PIL import ImageOps
from rapidocr import RapidOCR

from extractors import read as extractors_read
from extractors.papers.ocr_scope import ocr_scope
from extractors.read import image_file
from extractors.read import media_type as media_types
from extractors.read.ocr import cache as ocr_cache
from extractors.read.ocr import engine as ocr_engine
from extractors.read.ocr.scope import OcrScope
from extractors.read.pdf import reader as pdf_reader
from pipeline.demo import AS_OF
from pipeline.intake import inbox as intake_inbox
from pipeline.screen import Settings, our_steps, screen
from schemas.document import Document
from schemas.errors import UnreadableDocument

_DPI = 200
_LONGEST = round(842 / 72 * _DPI)

Files = list[tuple[str, bytes, list[int]]]
"""Name and bytes of each file with pages that are pictures, and which pages these are."""


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("inbox", nargs="?", type=Path)
    asked.add_argument("--as-of", type=date.fromisoformat, default=AS_OF)
    given = asked.parse_args()
    os.environ[ocr_engine.THREADS] = "1"
    cv2.setNumThreads(1)
    with tempfile.TemporaryDirectory() as folder:
        inbox = given.inbox or scans_made.dossier(Path(folder)).parent
        entries = intake_inbox.entries(inbox)
        measured([file for entry in entries for file in _pictured(entry)])
        lost = [one for entry in entries for one in _lost(entry, given.as_of)]
    for one in lost:
        print(f"LOST {one}")
    return 1 if lost else 0


def measured(files: Files) -> None:
    """Print what each way takes of processor time, and for which kinds of page."""
    pages = sum(len(numbers) for _, _, numbers in files)
    plain = _plain_engine()
    next(plain(files[:1]), None), next(_in_full(files[:1]), None)
    print(f"{pages} pages that are pictures in {len(files)} files; seconds of processor time, one thread")
    base, _ = _timed(plain, files)
    _told("plain loop, 200 dpi", base, base, pages)
    _told("ours, every page in full", _timed(_in_full, files)[0], base, pages)
    spent, read = _timed(_ours, files)
    _told("ours, as dossiers are screened", spent, base, pages)
    share = Counter(page.recognised for document in read for page in document.pages if page.recognised != "no")
    print(f"  read in full {share['all']}, by their titles {share['top']}; peak memory {_peak()}")


def _told(name: str, spent: float, base: float, pages: int) -> None:
    print(f"  {name:32} {spent:7.1f} s {3600 * pages / spent:8.0f} pages/h {base / spent:5.1f}×", flush=True)


def _timed(way: Callable[[Files], Iterator[Document]], files: Files) -> tuple[float, list[Document]]:
    ocr_cache.forget()
    start = time.process_time()
    read = list(way(files))
    return time.process_time() - start, read


def _pictured(entry: intake_inbox.InboxEntry) -> Iterator[tuple[str, bytes, list[int]]]:
    for file in intake_inbox.files(entry):
        kind = media_types.media_type(file.data, file.path) if file.data else ""
        if kind.startswith("image/"):
            yield file.path, file.data, [1]
        elif kind == media_types.PDF:
            try:
                seen = pdf_reader.read(file.data, file.path, "").pages
            except (UnreadableDocument, pdfium.PdfiumError):
                continue
            if numbers := [page.number for page in seen if page.kind == "scan"]:
                yield file.path, file.data, numbers


def _plain_engine() -> Callable[[Files], Iterator[Document]]:
    engine = RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        }
    )

    def plain(files: Files) -> Iterator[Document]:
        for path, data, numbers in files:
            for picture in _at_200(data, numbers):
                engine(picture)
            yield Document(path, "", "", ())

    return plain


def _at_200(data: bytes, numbers: list[int]) -> Iterator[np.ndarray]:
    if data[:4] != b"%PDF":
        image = ImageOps.exif_transpose(image_file.opened(data)).convert("RGB")
        image.thumbnail((_LONGEST, _LONGEST))
        yield np.ascontiguousarray(np.asarray(image)[:, :, ::-1])
        return
    opened = pdfium.PdfDocument(data)
    for number in numbers:
        yield np.ascontiguousarray(opened[number - 1].render(scale=_DPI / 72).to_numpy()[:, :, :3])


def _ours(files: Files, scope_of: Callable[[str], OcrScope | None] = ocr_scope) -> Iterator[Document]:
    for path, data, _ in files:
        try:
            yield extractors_read.read(data, path, scope_of(path))
        except UnreadableDocument:
            continue


def _in_full(files: Files) -> Iterator[Document]:
    """As if every page mattered."""
    return _ours(files, lambda _path: None)


def _lost(entry: intake_inbox.InboxEntry, as_of: date) -> Iterator[str]:
    """Whatever is found of a dossier of which every page is read, and not when it is screened."""
    settings = Settings(as_of)
    full = screen(entry, settings, replace(our_steps(), read=extractors_read.read))
    ours = screen(entry, settings)
    found = {f"finding {one.rule}": (one.status, one.reason, one.actual) for one in ours.findings}
    found |= {f"material {one.item}": (one.status, one.note) for one in ours.materials}
    sought = {f"finding {one.rule}": (one.status, one.reason, one.actual) for one in full.findings}
    sought |= {f"material {one.item}": (one.status, one.note) for one in full.materials}
    lost = [
        f"{entry.id}: {name}: {was}, now {found.get(name)}" for name, was in sought.items() if found.get(name) != was
    ]
    if full.verdict != ours.verdict:
        lost.append(f"{entry.id}: verdict {full.verdict}, now {ours.verdict}")
    print(
        f"{entry.id}: {ours.rulebook}, {ours.verdict.status.value}; findings {len(full.findings)}, "
        f"materials {len(full.materials)}, lost {len(lost)}",
        flush=True,
    )
    yield from lost


def _peak() -> str:
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return "unknown here"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return f"{peak / (1 << 20 if sys.platform == 'darwin' else 1 << 10):.0f} MB"


if __name__ == "__main__":
    sys.exit(main())
