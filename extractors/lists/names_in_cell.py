"""Which units one cell names: by line, by punctuation, or run together."""

from __future__ import annotations

import re

from extractors.values.numbering import unnumbered
from extractors.values.text import unspaced
from extractors.values.unit_names import NAME_END


def names_in(text: str) -> list[str]:
    """The names of units that one cell lists: by line, by punctuation, or run together."""
    names: list[str] = []
    for line in re.split(r"[\n\r]+|\s{2,}", text):
        for piece in re.split(r"[、，,；;。/|]+", unnumbered(line)):
            names.extend(_run_together(unspaced(unnumbered(piece))))
    return [name for name in names if name not in ("无", "/", "—", "-", "暂无", "等")]


def _run_together(text: str) -> list[str]:
    """One name, or several that stand without anything between them."""
    names: list[str] = []
    start = 0
    # The next name begins right behind its end.
    for ending in NAME_END.finditer(text):
        rest = text[ending.end() :]
        if rest and (re.match(r"^(有限|股份|[（(])", rest) or len(rest) < 4 or ending.end() - start < 5):
            continue
        names.append(text[start : ending.end()])
        start = ending.end()
    if text[start:]:
        names.append(text[start:])
    return names
