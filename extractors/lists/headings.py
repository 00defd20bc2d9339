"""Which column of a list stands under which head.

In:     one or more header rows of a grid, as words.
Out:    the best one-to-one assignment of a list's columns to the grid's columns, with a score.
Raises: nothing; data/vocabulary/headings.yaml holds every word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.vocabulary.headings import WHOLE, WORD, Head, known, plain


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """One column of a grid with its head, upper heads first; ``unit`` is what its bracket says."""

    index: int
    last: int
    path: tuple[str, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Match:
    """A list recognised by its heads: list column → grid column, and how well."""

    table: str
    columns: Mapping[str, HeadedColumn]
    score: int


def best(table: str, columns: Sequence[HeadedColumn]) -> Match | None:
    """The columns of this list among these, one to one; None where too few are there to know it."""
    heads = known()[0][table]
    everything = "".join("".join(column.path) for column in columns)
    if any(word in everything for word in heads.veto):
        return None
    spoken = [
        (column, own, uppers)
        for column in columns
        for own, uppers in [_said(column)]
        if own in heads.spoken or heads.words.search(own) or plain(uppers + own) in heads.spoken
    ]
    offers = sorted(
        (
            (-score, order, column.index, head, column)
            for order, head in enumerate(heads.heads)
            for column, own, uppers in spoken
            if own and (score := _score(head, own, uppers, whole=len(column.path) > 1))
        ),
        key=lambda offer: offer[:3],
    )
    taken: dict[str, HeadedColumn] = {}
    used: set[int] = set()
    total = 0
    for negative, _, index, head, column in offers:
        if head.column in taken or index in used:
            continue
        taken[head.column] = column
        used.add(index)
        total -= negative
    got = set(taken)
    if not any(_have(group, got) for group in heads.needs):
        return None
    return Match(table, taken, total)


def _have(group: Sequence[str], got: set[str]) -> bool:
    """Whether every column of the group is there, a column in parts (satisfied.yes) counting as itself."""
    stems = got | {column.split(".", maxsplit=1)[0] for column in got}
    return all(need in stems for need in group)


def _said(column: HeadedColumn) -> tuple[str, str]:
    """The column's own head, and those above it run together, as they are compared."""
    own = plain(column.path[-1]) if column.path else ""
    return own, "".join(plain(part) for part in column.path[:-1])


def _score(head: Head, own: str, uppers: str, *, whole: bool) -> int:
    """How well this head fits a column: its own words first, then (``whole``) together with the upper head."""
    if head.under:
        fits = own in head.alone or (own in head.heads and any(word in uppers for word in head.under))
        return WHOLE + 20 if fits else 0
    if whole and plain(uppers + own) in head.heads:
        return WHOLE
    if own in head.heads:
        return WHOLE
    if any(word in own for word in head.excluded):
        return 0
    hits = [word for word in head.words if word in own]
    # The longer the known word is within the head, the surer it is.
    return WORD + max(len(word) for word in hits) if hits else 0
