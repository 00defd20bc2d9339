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

import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import Field, fields
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pdf_made
import pdf_office
import pdf_tables

import extractors.layout.borderless.settings as borderless
import extractors.layout.settings as layout

FACTORS = (0.8, 0.5, 0.25), (1.25, 2.0, 4.0)
"""Steps away from the value, below and above."""
SLACK = 0.0005
"""By so much a mean F1 may differ and still be called the same."""

Score = tuple[float, ...]
"""Means that may not fall, and minus the tables invented."""


def settings() -> Iterator[object]:
    """Every settings object of the layout."""
    for module in (layout, borderless):
        for name, one in vars(module).items():
            if name.isupper() and hasattr(one, "__dataclass_fields__"):
                yield one


def scores(folder: Path, every: int) -> Callable[[], Score]:
    """What is measured after each change."""
    made = [(pdf_tables.true_cells(sheet), sheet.pdf) for sheet in pdf_made.sheets()[::every]]
    blank = [sheet.pdf for sheet in pdf_made.plain()]
    exported = [each for unseen in (False, True) if (each := list(_exported(folder, unseen=unseen))[::every])]

    def score() -> Score:
        tables = statistics.mean(pdf_tables.score(truth, pdf_tables.ours(pdf)) for truth, pdf in made)
        offices = [statistics.mean(pdf_tables.score([t], pdf_office.found(p)) for t, p in each) for each in exported]
        return (tables, *offices, -float(sum(len(pdf_tables.ours(pdf)) for pdf in blank)))

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


def holds(one: object, field: Field[object], score: Callable[[], Score], base: Score) -> tuple[float, float]:
    """The last value tried on either side at which no score fell."""
    value = getattr(one, field.name)
    ends = []
    for factors in FACTORS:
        end = value
        for factor in factors:
            tried = _stepped(value, factor)
            object.__setattr__(one, field.name, tried)
            try:
                now = score()
            except (ArithmeticError, LookupError, ValueError):
                break
            if any(a < b - SLACK for a, b in zip(now, base, strict=True)):
                break
            end = tried
        ends.append(end)
    object.__setattr__(one, field.name, value)
    return min(ends), max(ends)


def _stepped(value: float, factor: float) -> float:
    """A count goes up and down by whole steps, at least one."""
    if isinstance(value, int):
        return min(value - 1, round(value * factor)) if factor < 1 else max(value + 1, round(value * factor))
    return float(f"{value * factor:.3g}")


def main() -> None:
    """One line per tolerance, as JSON: class and name, value, lowest, highest."""
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
        score = scores(Path(kept or scratch), every)
        base = score()
        print(f"mean F1 of {len(base) - 1} sets: {base[:-1]}, tables invented {-base[-1]:.0f}", file=sys.stderr)
        for one in settings():
            for field in fields(one):  # type: ignore[arg-type]
                name = f"{type(one).__name__}.{field.name}"
                if only and type(one).__name__ not in only and name not in only:
                    continue
                low, high = holds(one, field, score, base)
                print(
                    json.dumps({"tolerance": name, "value": getattr(one, field.name), "holds": [low, high]}), flush=True
                )


if __name__ == "__main__":
    main()
