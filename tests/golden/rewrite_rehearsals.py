"""Rewrite the rehearsals of our rulebooks: python -m tests.golden.rewrite_rehearsals [ID…]. A person reads the diff."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.rehearsal.rehearse import rehearse
from pipeline.rehearsal.result import as_json, conclusion
from pipeline.rulebook.find import available, examples, load

FOLDER = Path(__file__).parent / "rehearsals"


def main() -> None:
    """Rehearse each, whole."""
    for name in sys.argv[1:] or [*available(), *examples()]:
        with TemporaryDirectory() as folder:
            outcomes = rehearse(load(name), name, Path(folder))
        (FOLDER / f"{name}.json").write_text(as_json(name, outcomes), encoding="utf-8")
        sys.stdout.write(f"{name}：{conclusion(outcomes)}\n")


if __name__ == "__main__":
    main()
