"""Was what a list shows read well enough to be held against the applicant?

A place that nobody doubts proves what it says. Of names in a picture even that is not enough: where a stroke was
lost, two names read as one, and the rest of their rows tells that they are two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from schemas.figures import Figure
from schemas.locator import Locator
from schemas.status import Status
from schemas.tables import Row
from schemas.trust import Doubt, is_sure
from validators.outcome import Outcome

_TOLD_APART_BY = ("contact", "phone")
NOT_PROVED = "（有关单元格辨认不清，或各行其他内容不同，不能据此认定）"
"""What is said besides where a person has to look first."""
# So many numbers of rows are still read in one sentence.
_FEW = 8


def are_sure(row: Row, columns: Iterable[str]) -> bool:
    """Whether these cells of a row are beyond doubt."""
    return all(is_sure(_place(row, column).doubts) for column in columns)


def surely_one(rows: Sequence[Row], key: str) -> list[Row]:
    """Those of these rows, which bear one name, that surely name the same as another of them; none where none does."""
    named = [row for row in rows if are_sure(row, [key])]
    return [row for row in named if any(not _are_told_apart(row, other, key) for other in named if other is not row)]


def proved_figures(outcome: Outcome, stated: Sequence[Figure]) -> tuple[Sequence[Figure], str]:
    """The figures that a rule names: in a fail those beyond doubt, and how many more were not read well enough."""
    sure = [figure for figure in stated if is_sure(figure.doubts)]
    if outcome.status is not Status.FAIL or len(sure) == len(stated):
        return stated, ""
    return sure, f"；另有 {len(stated) - len(sure)} 处未能可靠读出，未作认定，需人工核对"


def and_more(message: str, more: str) -> str:
    """The sentence with what is said besides."""
    return f"{message.removesuffix('。')}{more}。" if more else message


def besides(unproved: Iterable[Row], wanted: str) -> str:
    """What follows what is proved: how many rows more look like it, and which, without naming anybody."""
    rows = {id(row): row for row in unproved}.values()
    if not rows:
        return ""
    numbers = [str(row.values["no"]) for row in rows if row.values.get("no") is not None]
    which = f"（序号 {'、'.join(numbers)}）" if 0 < len(numbers) <= _FEW else ""
    return f"；另有 {len(rows)} 行{which}{wanted}，未作认定，需人工核对"


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
