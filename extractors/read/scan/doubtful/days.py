"""Which cells of a column of days were misread, and what day is one whose strokes between the numbers were lost?

In:     the cells of one column.
Out:    by row, what such a cell says; a cell that is no day of the calendar is there as it was read.
Raises: nothing.

A fax loses level strokes: 2025-03-07 becomes 2025 03 07, and in a column of its own only a day can be meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from extractors.read.scan.settings import COLUMN
from schemas.document import Cell

_NEARLY = re.compile(r"((?:19|20)\d{2})(\D{0,2})(\d{1,2})(\D{0,2})(\d{1,2})(日?)\D?")
_BETWEEN = (("-", "-", ""), (".", ".", ""), ("/", "/", ""), ("年", "月", "日"))
"""What stands between the numbers of a day, and behind it."""


def misread_days(column: Sequence[Cell]) -> dict[int, str]:
    """What the misread cells of the column say; nothing where it is none of days."""
    found = {cell.row: match for cell in column if (match := _NEARLY.fullmatch(cell.text.strip()))}
    if len(found) < COLUMN.most * len(column):
        return {}
    usual = Counter(signs for match in found.values() if (signs := match.group(2, 4, 6)) in _BETWEEN)
    if not usual:
        return {}
    [(signs, _)] = usual.most_common(1)
    return {row: _meant(match, signs) for row, match in found.items() if not _is_day(match)}


def _is_day(match: re.Match[str]) -> bool:
    """Whether all of it is there, and it is a day of the calendar."""
    return match.group(2, 4, 6) in _BETWEEN and match[0][-1] in f"日{match[5][-1]}" and _exists(match)


def _exists(match: re.Match[str]) -> bool:
    year, month, day = (int(part) for part in match.group(1, 3, 5))
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _meant(match: re.Match[str], signs: tuple[str, str, str]) -> str:
    """The day with the usual signs; as it was read where its numbers do not stand apart, or are no day."""
    apart = match[2] and match[4]
    whole = len(match[3]) == len(match[5]) == COLUMN.of_two
    if not (apart or whole) or not _exists(match):
        return match[0]
    return f"{match[1]}{signs[0]}{match[3]}{signs[1]}{match[5]}{signs[2]}"
