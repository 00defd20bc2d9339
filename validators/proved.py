"""Was what a list shows read well enough to be held against the applicant?

A place that nobody doubts proves what it says. Of names in a picture even that is not enough: where a stroke was
lost, two names read as one, and the rest of their rows tells that they are two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from schemas.locator import Locator
from schemas.status import Reason
from schemas.tables import Row
from schemas.trust import Doubt, is_sure
from validators.outcome import FAIL, Outcome, review

_TOLD_APART_BY = ("contact", "phone")


def where_proved(proved: bool) -> Outcome:
    """A fail where it is proved; else for a person, as what it rests on was not read well."""
    return FAIL if proved else review(Reason.UNREADABLE)


def unless_proved(told: Outcome) -> str:
    """What is said besides where a person has to look first."""
    return "" if told is FAIL else "（有关单元格辨认不清，或各行其他内容不同，不能据此认定）"


def are_sure(row: Row, columns: Iterable[str]) -> bool:
    """Whether these cells of a row are beyond doubt."""
    return all(is_sure(_place(row, column).doubts) for column in columns)


def is_one_twice(rows: Sequence[Row], key: str) -> bool:
    """Whether two of these rows, which bear one name, surely name the same."""
    named = [row for row in rows if are_sure(row, [key])]
    return any(not _are_told_apart(one, other, key) for one, other in combinations(named, 2))


def _are_told_apart(one: Row, other: Row, key: str) -> bool:
    """Whether names in a picture may be two for all that the rest of their rows says."""
    if not any(Doubt.FROM_PICTURE in _place(row, key).doubts for row in (one, other)):
        return False
    told = [(one.values[column], other.values[column]) for column in _TOLD_APART_BY if _both(one, other, column)]
    return bool(told) and all(mine != theirs for mine, theirs in told)


def _both(one: Row, other: Row, column: str) -> bool:
    return one.values.get(column) is not None and other.values.get(column) is not None


def _place(row: Row, column: str) -> Locator:
    return row.places.get(column, row.evidence)
