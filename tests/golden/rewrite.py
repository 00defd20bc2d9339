"""Rewrites the golden outcomes (make golden); a person reads the difference before it is committed."""

from __future__ import annotations

import tempfile
from pathlib import Path

from pipeline import demo
from tests.golden.outcomes import DOSSIERS, as_text, kept, outcome


def main() -> None:
    """Screen one dossier of each regulation and keep what came out."""
    with tempfile.TemporaryDirectory() as folder:
        inbox = Path(folder)
        demo.write(inbox)
        for rulebook, dossier in DOSSIERS.items():
            kept(rulebook).write_text(as_text(outcome(inbox, dossier)), encoding="utf-8")


if __name__ == "__main__":
    main()
