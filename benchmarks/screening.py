"""How long does screening take, against plainly opening the same files with the usual libraries?

    python benchmarks/screening.py [INBOX] [--as-of YYYY-MM-DD] [--rounds 3]

One process, one run: the files are screened, rules and reports included, and the same files are opened with
python-docx (every cell of every table), openpyxl (every row) and pdfplumber (text and tables of every page).
Without INBOX, the made-up dossiers of ``dossier demo``.
"""

from __future__ import annotations

import argparse
import io
import logging
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pdfplumber

from pipeline import batch, intake, samples
from pipeline.progress import Lines
from pipeline.screen import Settings
from pipeline.workers import Plan


def open_docx(data: bytes) -> int:
    document = docx.Document(io.BytesIO(data))
    words = sum(len(paragraph.text) for paragraph in document.paragraphs)
    return words + sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)


def open_xlsx(data: bytes) -> int:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return sum(len(str(value)) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value)


def open_pdf(data: bytes) -> int:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return sum(len(page.extract_text()) + len(page.extract_tables()) for page in document.pages)


PLAIN = {".docx": open_docx, ".xlsx": open_xlsx, ".pdf": open_pdf}


def plainly(inbox: Path) -> int:
    """Open every file that one of the three libraries opens."""
    opened = 0
    for entry in intake.entries(inbox):
        for file in intake.files(entry):
            opener = PLAIN.get(Path(file.path).suffix.lower())
            try:
                opened += bool(opener and not file.skipped and not file.problem and opener(file.data))
            except Exception as error:  # noqa: BLE001  an encrypted or damaged file takes both sides no time
                print(f"  {file.path}: {type(error).__name__}")
    return opened


def timed(step: Callable[[], object]) -> tuple[float, object]:
    began = time.process_time()
    made = step()
    return time.process_time() - began, made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inbox", nargs="?", type=Path)
    parser.add_argument("--as-of", type=date.fromisoformat, default=samples.AS_OF)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        inbox = asked.inbox or Path(folder) / "inbox"
        if asked.inbox is None:
            samples.write(inbox)
        settings, said = Settings(asked.as_of), Lines(io.StringIO())
        for number in range(1, asked.rounds + 1):
            out = Path(folder) / f"out{number}"
            screened, done = timed(lambda out=out: batch.run(inbox, out, settings, Plan(1), said))
            plain, opened = timed(lambda: plainly(inbox))
            files = sum(len(one.contents.files) for one in done.screenings)
            print(
                f"round {number}: {len(done.screenings)} dossiers, {files} files; screening {screened:.2f} s CPU, "
                f"plainly opening {opened} files {plain:.2f} s CPU, ratio {screened / plain:.2f}"
            )


if __name__ == "__main__":
    sys.exit(main())
