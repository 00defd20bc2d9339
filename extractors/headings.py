"""Which column of a list stands under which head.

In:     one or more header rows of a grid, as words.
Out:    the best one-to-one assignment of a list's columns to the grid's columns, with a score.
Raises: nothing; data/vocabulary/headings.yaml holds every word.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from schemas.locate import data_folder

WHOLE, WORD = 100, 60
"""How much a head counts that is wholly a known head, or only holds a known word."""


@dataclass(frozen=True, slots=True)
class Head:
    """One known head of a column (see the comments of headings.yaml)."""

    column: str
    heads: frozenset[str]
    words: tuple[str, ...]
    under: tuple[str, ...]
    excluded: tuple[str, ...]
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class ListHeads:
    """The heads of one list, and which of them it takes to know it."""

    table: str
    needs: tuple[tuple[str, ...], ...]
    veto: tuple[str, ...]
    heads: tuple[Head, ...]
    spoken: frozenset[str]
    words: re.Pattern[str]
    """Every whole head and every word of a head at once: most cells of a document hold none."""


@dataclass(frozen=True, slots=True)
class Words:
    """Row words and title words of lists."""

    totals: tuple[str, ...]
    notes: tuple[str, ...]
    stated_total: tuple[str, ...]
    partial: tuple[str, ...]
    software: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a grid with its head, upper heads first; ``unit`` is what its bracket says."""

    index: int
    last: int
    path: tuple[str, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Match:
    """A list recognised by its heads: list column → grid column, and how well."""

    table: str
    columns: Mapping[str, Column]
    score: int


@functools.cache
def known() -> tuple[Mapping[str, ListHeads], Words]:
    """The vocabulary of heads, and of rows that are none."""
    raw = yaml.safe_load((data_folder() / "vocabulary" / "headings.yaml").read_text(encoding="utf-8"))
    words = Words(
        totals=tuple(raw["rows"]["totals"]),
        notes=tuple(raw["rows"]["notes"]),
        stated_total=tuple(raw["rows"]["stated_total"]),
        partial=tuple(raw["partial"]),
        software=tuple(raw["software"]),
    )
    lists = {
        table: _list_heads(table, entry) for table, entry in raw.items() if table not in ("rows", "partial", "software")
    }
    return lists, words


def _list_heads(table: str, entry: Mapping[str, Any]) -> ListHeads:
    heads = tuple(_head(column, given) for column, given in entry["columns"].items())
    words = sorted({word for head in heads for word in head.words})
    return ListHeads(
        table=table,
        needs=tuple(tuple(group) for group in entry["needs"]),
        veto=tuple(entry["veto"]),
        heads=heads,
        spoken=frozenset().union(*(head.heads | head.alone for head in heads)),
        words=re.compile("|".join(map(re.escape, words)) or r"(?!)"),
    )


def _head(column: str, given: Mapping[str, Sequence[str]]) -> Head:
    return Head(
        column=column,
        heads=frozenset(plain(head) for head in given["heads"]),
        words=tuple(plain(word) for word in given.get("words", ())),
        under=tuple(given.get("under", ())),
        excluded=tuple(given.get("not", ())),
        alone=frozenset(plain(word) for word in given.get("alone", ())),
    )


_BRACKETS = re.compile(r"[（(\[【〔][^（()）\]】〕]*[）)\]】〕]")


@functools.lru_cache(maxsize=4096)
def plain(head: str) -> str:
    """The head as it is compared: no brackets, white space or punctuation, half width."""
    text = unicodedata.normalize("NFKC", re.sub(r"\s+", "", head))
    bare = _BRACKETS.sub("", text)
    return re.sub(r"[^\w√]", "", bare or text).replace("_", "")


def unit_of(head: str) -> str:
    """The unit that a head or a line names: （万元）, 单位：元; empty where none."""
    text = unicodedata.normalize("NFKC", re.sub(r"\s+", "", head))
    found = re.search(
        r"(?:[(\[【/:]|^|单位为?)(?:人民币:?|RMB|单位:?)?([十百千]?万元|亿元|[百千仟]元|元)"
        r"(?:[)\]】/,;，]|币种|$|整)",
        text,
    )
    return found.group(1) if found else ""


def best(table: str, columns: Sequence[Column]) -> Match | None:
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
    taken: dict[str, Column] = {}
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


def _said(column: Column) -> tuple[str, str]:
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
