"""How long does screening take, against plainly opening the same files with the usual libraries?

    python benchmarks/screening.py [INBOX] [--as-of YYYY-MM-DD] [--rounds 4]

Screening is all of it: the files are read and judged, every report is written. Plainly opening is python-docx
(every cell of every table), openpyxl (every row) and pdfplumber (text and tables of every page) on the same bytes.
Each runs in a process of its own, one job, as often as rounds are asked; the first round of a process, in which
vocabularies and rulebooks are read and templates compiled, is shown apart. CPU seconds of the process; the table
has the median of the rounds after the first. Pictures and old formats are recognised by the screening and opened
by nobody else, so a fair batch has none. Without INBOX, the made-up dossiers of ``dossier demo``.
"""

from __future__ import annotations

import argparse
import io
import logging
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")


@dataclass(frozen=True)
class Taken:
    """What one way took: imports and each round in CPU seconds, how many files, the process's peak memory in MB."""

    imports: float
    rounds: list[float]
    files: int
    peak: float

    @property
    def warm(self) -> float:
        """One batch where everything that is read once has been read."""
        return statistics.median(self.rounds[1:] or self.rounds)


def screening(inbox: Path, as_of: date, rounds: int) -> Taken:
    logging.disable(logging.WARNING)
    from pipeline import batch  # noqa: PLC0415  importing is part of what is measured
    from pipeline.progress import Lines  # noqa: PLC0415
    from pipeline.screen import Settings, our_steps  # noqa: PLC0415
    from pipeline.workers import WorkPlan  # noqa: PLC0415

    our_steps()
    imports = time.process_time()
    settings, said = Settings(as_of), Lines(io.StringIO())
    taken, files = [], 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            seconds, done = timed(partial(batch.run, inbox, Path(folder) / f"out{number}", settings, WorkPlan(1), said))
            taken.append(seconds)
            files = sum(len(one.contents.files) for one in done.screenings)
    return Taken(imports, taken, files, peak())


def plainly(inbox: Path, rounds: int) -> Taken:
    """Open every file that one of the three libraries opens."""
    import docx  # noqa: PLC0415  as above
    import openpyxl  # noqa: PLC0415
    import pdfplumber  # noqa: PLC0415

    def open_docx(data: bytes) -> int:
        document = docx.Document(io.BytesIO(data))
        words = sum(len(paragraph.text) for paragraph in document.paragraphs)
        return words + sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)

    def open_xlsx(data: bytes) -> int:
        book = openpyxl.load_workbook(io.BytesIO(data))
        return sum(len(str(value)) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row)

    def open_pdf(data: bytes) -> int:
        with pdfplumber.open(io.BytesIO(data)) as document:
            return sum(len(page.extract_text()) + len(page.extract_tables()) for page in document.pages)

    imports = time.process_time()
    openers: dict[str, Callable[[bytes], int]] = {".docx": open_docx, ".xlsx": open_xlsx, ".pdf": open_pdf}
    taken, files = [], 0
    for _ in range(rounds):
        seconds, files = timed(partial(opened, inbox, openers))
        taken.append(seconds)
    return Taken(imports, taken, files, peak())


def opened(inbox: Path, openers: dict[str, Callable[[bytes], int]]) -> int:
    from pipeline.intake import inbox as intake_inbox  # noqa: PLC0415  the same way into archives for both

    count = 0
    for entry in intake_inbox.entries(inbox):
        for file in intake_inbox.files(entry):
            opener = openers.get(Path(file.path).suffix.lower())
            try:
                count += bool(opener and not file.skipped and not file.problem and opener(file.data))
            except Exception:  # noqa: BLE001, S112  an encrypted or damaged file takes both sides no time
                continue
    return count


def timed(step: Callable[[], Made]) -> tuple[float, Made]:
    began = time.process_time()
    made = step()
    return time.process_time() - began, made


def peak() -> float:
    """Peak memory of this process in MB (ru_maxrss is KB on Linux, bytes on macOS)."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024**2 if sys.platform == "darwin" else 1024)


def apart(way: Callable[..., Made], *given: object) -> Made:
    """In a fresh process: neither way finds the other's modules, caches or memory."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(way, *given).result()


def main() -> None:
    from pipeline import demo  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inbox", nargs="?", type=Path)
    parser.add_argument("--as-of", type=date.fromisoformat, default=demo.AS_OF)
    parser.add_argument("--rounds", type=int, default=4)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        inbox = asked.inbox or Path(folder) / "inbox"
        if asked.inbox is None:
            demo.write(inbox)
        ours = apart(screening, inbox, asked.as_of, asked.rounds)
        plain = apart(plainly, inbox, asked.rounds)
    print(f"{inbox}: {ours.files} files screened, {plain.files} opened; CPU seconds of one process")
    print(f"{'':24} {'screening':>10} {'plainly':>10} {'ratio':>7}")
    for what, mine, its in (
        ("a batch (median, warm)", ours.warm, plain.warm),
        ("the first batch", ours.rounds[0], plain.rounds[0]),
        ("imports and first batch", ours.imports + ours.rounds[0], plain.imports + plain.rounds[0]),
        ("peak memory, MB", ours.peak, plain.peak),
    ):
        print(f"{what:24} {mine:10.2f} {its:10.2f} {mine / its:7.2f}")
    print(
        f"{asked.rounds} rounds: "
        + " ".join(f"{a:.2f}/{b:.2f}" for a, b in zip(ours.rounds, plain.rounds, strict=True))
    )


if __name__ == "__main__":
    main()
