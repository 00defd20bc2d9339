"""Which Chinese font may a benchmark draw with? Pages without one are blank, and measure nothing.

``DOSSIER_BENCH_FONT`` names a file; without it, the usual places of the system are looked through.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

_PLACES = (
    "~/.local/share/fonts",
    "~/.fonts",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "C:/Windows/Fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
)
_NAMES = ("notoserifcjk", "sourcehanserif", "simsun", "songti", "uming", "notosanscjk", "sourcehansans", "wqy", "msyh")
_SUFFIXES = {".ttc", ".ttf", ".otf"}


@cache
def font_file() -> str:
    """The font's file; ends the program where there is none."""
    named = os.environ.get("DOSSIER_BENCH_FONT", "")
    if named:
        return named
    found = [
        file
        for place in _PLACES
        for file in sorted(Path(place).expanduser().rglob("*"))
        if file.suffix.lower() in _SUFFIXES and file.name.lower().startswith(_NAMES)
    ]
    if not found:
        raise SystemExit("No Chinese font found: name one by DOSSIER_BENCH_FONT=/path/to/font.ttc")
    ranks = {
        file: next(rank for rank, name in enumerate(_NAMES) if file.name.lower().startswith(name)) for file in found
    }
    return str(min(found, key=lambda file: (ranks[file], "bold" in file.name.lower(), str(file))))
