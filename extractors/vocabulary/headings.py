"""The heads of lists: the words of data/vocabulary/headings.yaml and of the blank forms."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from schemas.data_files import data_folder

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
class HeadingVocabulary:
    """Row words and title words of lists."""

    totals: tuple[str, ...]
    notes: tuple[str, ...]
    stated_total: tuple[str, ...]
    partial: tuple[str, ...]
    software: tuple[str, ...]


@functools.cache
def known() -> tuple[Mapping[str, ListHeads], HeadingVocabulary]:
    """The vocabulary of heads, and of rows that are none."""
    raw = yaml.safe_load((data_folder() / "vocabulary" / "headings.yaml").read_text(encoding="utf-8"))
    words = HeadingVocabulary(
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
