"""Which units one cell names: by line, by punctuation, or run together."""

from __future__ import annotations

import re

from extractors.values.numbering import unnumbered
from extractors.values.text import unspaced

# A unit's name ends with its legal form or kind of body; the next one begins right after it.
_NAME_END = re.compile(
    r"(?:有限责任公司|有限公司|事务所|研究院|研究所|促进中心|服务中心|商会|协会|联合会|大学|学院|分公司|银行|支行)"
    r"(?:[（(][^）)]{1,12}[）)])?",
)


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
    for found in _NAME_END.finditer(text):
        rest = text[found.end() :]
        if rest and (re.match(r"^(有限|股份|[（(])", rest) or len(rest) < 4 or found.end() - start < 5):
            continue
        names.append(text[start : found.end()])
        start = found.end()
    if text[start:]:
        names.append(text[start:])
    return names
