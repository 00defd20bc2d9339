"""Of the wrong rulebooks that one change makes of true ones, how many does `rulebook check` notice?

    python benchmarks/rulebook_mutations.py [--misses] [ID…]

The true ones are our five, the two examples, and the drafts of the invented regulations of the tests, which between
them use every word of the language. One line per kind of change: made, noticed, per cent. A change that the text
cannot show to be wrong counts apart.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pipeline.drafting.files import write_draft
from pipeline.rulebook.articles import Regulation, read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.find import available, examples, find
from pipeline.rulebook.hold import text_beside
from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError
from tests.builders.drafts import INVENTED
from tests.builders.mutations import mutations


def true_ones(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every true rulebook with its file; drafts are written into the folder."""
    yield from ((name, find(name)) for name in (*available(), *examples()))
    for text in sorted(one for one in INVENTED.glob("*.txt") if not one.stem.endswith(".expected")):
        yield text.stem, write_draft(text, [], folder / text.stem, text.stem).rulebook


def noticed(folder: Path, text: str, regulation: Regulation) -> bool:
    """Whether parsing or checking finds anything wrong with this rulebook."""
    path = folder / "mutation.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        return bool(check(parse(path), regulation))
    except RulebookError:
        return True


def main() -> None:
    """Print the table; with --misses each mutation that got through."""
    tally: dict[str, list[bool]] = defaultdict(list)
    apart: list[bool] = []
    misses: list[str] = []
    wanted = [one for one in sys.argv[1:] if not one.startswith("--")]
    with tempfile.TemporaryDirectory() as drafts, tempfile.TemporaryDirectory() as folder:
        for name, path in true_ones(Path(drafts)):
            if wanted and name not in wanted:
                continue
            for form in (*path.parent.glob("*.yaml"), *(path.parent.parent / "forms").glob("*.yaml")):
                shutil.copy(form, folder)
            text, beside = path.read_text(encoding="utf-8"), text_beside(path)
            regulation = read_regulation(beside.read_text(encoding="utf-8") if beside else "")
            for one in mutations(text):
                caught = noticed(Path(folder), one.text, regulation)
                (tally[one.kind] if one.evidence else apart).append(caught)
                if one.evidence and not caught:
                    misses.append(f"{one.kind}: {name} {one.where}")
    for kind, results in sorted(tally.items()):
        print(f"{kind:28} {sum(results):4} of {len(results):4}  {100 * sum(results) / len(results):5.1f} %")
    flat = [caught for results in tally.values() for caught in results]
    print(f"{'all':28} {sum(flat):4} of {len(flat):4}  {100 * sum(flat) / len(flat):5.1f} %")
    print(f"{'without evidence in the text':28} {sum(apart):4} of {len(apart):4}")
    if "--misses" in sys.argv:
        print(*misses, sep="\n")


if __name__ == "__main__":
    main()
