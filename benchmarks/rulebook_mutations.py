"""Of the wrong rulebooks that one change makes of our five and of the examples, how many does `rulebook check` notice?

    python benchmarks/rulebook_mutations.py [--misses]

One line per kind of change: made, noticed, per cent. A change that the text cannot show to be wrong counts apart.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from pipeline.rulebook.articles import Regulation, read_regulation
from pipeline.rulebook.check import check
from pipeline.rulebook.find import available, examples, find, load
from pipeline.rulebook.parse import parse
from schemas.errors import RulebookError
from schemas.regulation.catalogue import while_speaking
from tests.builders.mutations import mutations


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
    with tempfile.TemporaryDirectory() as folder:
        for name in (*available(), *examples()):
            path = find(name)
            text = path.read_text(encoding="utf-8")
            regulation = read_regulation((path.parents[1] / "regulations" / f"{name}.txt").read_text(encoding="utf-8"))
            with while_speaking(load(name).own):
                every = list(mutations(text))
            for one in every:
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
