"""Which cells of a column differ by one sign from what the column says again and again?

In:     the cells of one column.
Out:    the rows of such cells.
Raises: nothing.

A column of services, grades or titles repeats a few words: what is one of them but for a sign may be a misreading of it
(融资对接, 磁资对接), however sure the recogniser was. It may also be another word: it stays, in doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractors.layout.lines import is_hanzi
from extractors.read.ocr.alike_signs import alike_signs
from extractors.read.scan.settings import COLUMN
from schemas.document import Cell


def nearly_usual(column: Sequence[Cell]) -> frozenset[int]:
    """The rows whose words are nearly those of several others."""
    counts = Counter(cell.text.strip() for cell in column)
    usual = [text for text, times in counts.items() if times >= COLUMN.usual and _is_word(text)]
    return frozenset(cell.row for cell in column if any(_is_nearly(cell.text.strip(), text, counts) for text in usual))


def _is_word(text: str) -> bool:
    return len(text) >= COLUMN.word and all(map(is_hanzi, text))


def _is_nearly(text: str, usual: str, counts: Counter[str]) -> bool:
    """Whether a text that is seen less often differs from a usual one by one sign."""
    if len(text) != len(usual) or counts[text] * COLUMN.oftener > counts[usual]:
        return False
    differing = [{one, other} for one, other in zip(text, usual, strict=True) if one != other]
    return len(differing) == 1 and not differing[0] <= alike_signs().grades
