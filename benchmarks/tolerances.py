"""In which range of each tolerance of the layout are tables read as well as with the value that stands?

``python benchmarks/tolerances.py [FOLDER] [--every N] [--only CLASS[.NAME]]…``; the folder keeps the pages that
LibreOffice exports between runs, ``--every 4`` takes every fourth list (a quarter of an hour instead of hours).
Each tolerance is multiplied (and each count stepped) away from its value until a benchmark gets worse; all others
stay as they are.
What is printed is what ``extractors.layout.tolerance`` notes as ``holds``: the last tried value on either side at which
``pdf_tables`` and ``pdf_office`` (seen and unseen lists; where LibreOffice is) are no worse, nor a table is invented.
A range says that the benchmarks bear it, not that every page does.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pdf_made
import pdf_office
import pdf_tables
import ranges

import extractors.layout.borderless.settings as borderless
import extractors.layout.settings as layout

WALK = ranges.Walk(slack=0.0005)


def scores(folder: Path, every: int) -> Callable[[], ranges.Looked]:
    """What is measured after each change: means that may not fall, and minus the tables invented."""
    made = [(pdf_tables.true_cells(sheet), sheet.pdf) for sheet in pdf_made.sheets()[::every]]
    blank = [sheet.pdf for sheet in pdf_made.plain()]
    exported = [each for unseen in (False, True) if (each := list(_exported(folder, unseen=unseen))[::every])]

    def score() -> ranges.Looked:
        tables = statistics.mean(pdf_tables.score(truth, pdf_tables.ours(pdf)) for truth, pdf in made)
        offices = [statistics.mean(pdf_tables.score([t], pdf_office.found(p)) for t, p in each) for each in exported]
        return ranges.Looked((tables, *offices, -float(sum(len(pdf_tables.ours(pdf)) for pdf in blank))))

    return score


def _exported(folder: Path, *, unseen: bool) -> Iterator[tuple[pdf_tables.Placed, bytes]]:
    place = folder / ("unseen" if unseen else "seen")
    place.mkdir(parents=True, exist_ok=True)
    sheets = pdf_office.lists(unseen=unseen)
    pdf_office.exported(sheets, place)
    for sheet in sheets:
        path = place / f"{sheet.name}.pdf"
        if path.is_file():
            yield sheet.truth(), path.read_bytes()


def main() -> None:
    """One line per tolerance, as JSON (see ranges)."""
    arguments = iter(sys.argv[1:])
    only: list[str] = []
    kept, every = "", 1
    for argument in arguments:
        if argument == "--only":
            only.append(next(arguments))
        elif argument == "--every":
            every = int(next(arguments))
        else:
            kept = argument
    with tempfile.TemporaryDirectory() as scratch:
        look = scores(Path(kept or scratch), every)
        for line in ranges.lines((layout, borderless), look, only, WALK):
            print(line, flush=True)


if __name__ == "__main__":
    main()
