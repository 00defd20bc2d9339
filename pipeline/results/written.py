"""What stands in a dossier's screening.json, also while somebody's decision is just having it written anew?"""

from __future__ import annotations

import time
from pathlib import Path

from pipeline import file_names
from pipeline.results.as_json import SCREENING

PATIENCE = 5.0
"""Seconds: while a dossier is written anew, its screening.json goes first and comes last."""

_LOOK = 0.02


def data_at(folder: Path, patience: float = PATIENCE) -> bytes:
    """The bytes of the dossier's screening.json, waited for while they are written. OSError where there are none."""
    path = file_names.reachable(folder / SCREENING)
    until = time.monotonic() + patience
    while True:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            if not path.parent.is_dir() or time.monotonic() >= until:
                raise
            time.sleep(_LOOK)
