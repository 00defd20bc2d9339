"""Which column of a list stands under which head.

In:     one or more header rows of a grid, as words.
Out:    the best one-to-one assignment of a list's columns to the grid's columns, with a score.
Raises: nothing; data/vocabulary/headings.yaml holds every word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.values.text import unspaced
from extractors.vocabulary.headings import WHOLE, WORD, Head, JoinedHead, ListHeads, known, plain


@dataclass(frozen=True, slots=True)
class HeadedColumn:
    """One column of a grid with its head, upper heads first; ``unit`` is what its bracket says.

    ``shared``: the columns of the list that its head names, where it is more than one.
    """

    index: int
    last: int
    path: tuple[str, ...]
    unit: str
    shared: tuple[str, ...] = ()


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
    taken, total = _taken(heads, columns)
    for joined in heads.joined:
        _share(joined, taken)
    complete = any(_have(group, set(taken)) for group in heads.needs)
    return Match(table, taken, total) if complete else None


def named(table: str, columns: Sequence[HeadedColumn]) -> frozenset[int]:
    """The indexes of those columns whose heads this list knows, whether or not they are enough to know it by."""
    return frozenset(column.index for column in _taken(known()[0][table], columns)[0].values())


def _taken(heads: ListHeads, columns: Sequence[HeadedColumn]) -> tuple[dict[str, HeadedColumn], int]:
    """List column → grid column, one to one, the best fitting first; and how well they fit in all."""
    taken: dict[str, HeadedColumn] = {}
    used: set[int] = set()
    total = 0
    for score, head, column in _offers(heads, columns):
        if head.column not in taken and column.index not in used:
            taken[head.column] = column
            used.add(column.index)
            total += score
    return taken, total


def _share(joined: JoinedHead, taken: dict[str, HeadedColumn]) -> None:
    """Let both columns of a head that names two (联系人及电话) stand in the one column of the grid."""
    found = [taken[key] for key in joined.columns if key in taken]
    if len(found) == 1 and joined.pattern.search(unspaced(found[0].path[-1])):
        taken.update(dict.fromkeys(joined.columns, replace(found[0], shared=joined.columns)))


def _offers(heads: ListHeads, columns: Sequence[HeadedColumn]) -> list[tuple[int, Head, HeadedColumn]]:
    """Which head fits which column how well, the best first.

    Of equals the list's column that comes first, then the head that is named first: 主管工作 before 部门.
    """
    spoken = _spoken(heads, columns)
    offers = [
        (score, head, column)
        for head in heads.heads
        for column, lowest, uppers in _as_named(head, spoken)
        if (score := _score(head, lowest, uppers, whole=len(column.path) > 1))
    ]
    return sorted(offers, key=lambda offer: -offer[0])


def _as_named(head: Head, spoken: Sequence[tuple[HeadedColumn, str, str]]) -> list[tuple[HeadedColumn, str, str]]:
    """The columns with those first whose words the head names first."""
    return sorted(spoken, key=lambda one: head.order.get(one[1], len(head.order)))


def _spoken(heads: ListHeads, columns: Sequence[HeadedColumn]) -> list[tuple[HeadedColumn, str, str]]:
    """The columns whose words the list knows at all, each with its own words and those above them."""
    named = [(column, *_words(column)) for column in columns]
    return [
        (column, lowest, uppers)
        for column, lowest, uppers in named
        if lowest and (lowest in heads.spoken or heads.words.search(lowest) or plain(uppers + lowest) in heads.spoken)
    ]


def _have(group: Sequence[str], got: set[str]) -> bool:
    """Whether every column of the group is there, a column in parts (satisfied.yes) counting as itself."""
    stems = got | {column.split(".", maxsplit=1)[0] for column in got}
    return all(need in stems for need in group)


def _words(column: HeadedColumn) -> tuple[str, str]:
    """The column's own head, and those above it run together, as they are compared."""
    lowest = plain(column.path[-1]) if column.path else ""
    return lowest, "".join(plain(part) for part in column.path[:-1])


def _score(head: Head, lowest: str, uppers: str, *, whole: bool) -> int:
    """How well this head fits a column: its own words first, then (``whole``) together with the upper head."""
    if head.under:
        below = lowest in head.heads and any(word in uppers for word in head.under)
        return WHOLE + 20 if below or lowest in head.alone else 0
    if lowest in head.heads or (whole and plain(uppers + lowest) in head.heads):
        return WHOLE
    if any(word in lowest for word in head.excluded):
        return 0
    # The longer the known word is within the head, the surer it is.
    longest = max((len(word) for word in head.words if word in lowest), default=0)
    return WORD + longest if longest else 0
