"""Which kinds of paper there are, and what titles, words and file names show them."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from schemas.data_files import data_folder
from schemas.papers import Kind, Part


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The kinds by id, their compiled titles, and what stands before a title without being part of it."""

    kinds: Mapping[str, Kind]
    titles: Mapping[str, tuple[re.Pattern[str], ...]]
    prefix: re.Pattern[str]
    numbering: re.Pattern[str]


@functools.cache
def vocabulary() -> Vocabulary:
    """The kinds of paper of data/vocabulary/papers.yaml."""
    raw: dict[str, Any] = yaml.safe_load((data_folder() / "vocabulary" / "papers.yaml").read_text(encoding="utf-8"))
    prefix, numbering = re.compile(raw.pop("prefix")), re.compile(raw.pop("numbering"))
    kinds = {kind: _kind(kind, given) for kind, given in raw.items()}
    titles = {kind.id: tuple(re.compile(title) for title in kind.titles) for kind in kinds.values()}
    return Vocabulary(kinds, titles, prefix, numbering)


def _kind(kind: str, given: Mapping[str, Any]) -> Kind:
    parts = tuple(
        Part(part, entry["title"], tuple(entry["words"]), tuple(entry.get("near", ())), bool(entry.get("anywhere")))
        for part, entry in given.get("parts", {}).items()
    )
    words = {
        key: tuple(str(word) for word in given.get(key, ()))
        for key in ("titles", "heads", "must", "any_of", "must_not", "names", "names_not", "inside")
    }
    return Kind(
        id=kind,
        title=given["title"],
        body=tuple(tuple(map(str, row)) for row in given.get("body", ())),
        parts=parts,
        picture=bool(given.get("picture")),
        prose=bool(given.get("prose")),
        boundary=bool(given.get("boundary")),
        glance=given.get("glance", ""),
        **words,
    )


_PASSED_OVER = re.compile(r"[\s“”\"'‘’《》<>〈〉「」*＊·•　]+")
LINES, LONG = 8192, 512
"""So many lines, none longer than this, are remembered: several questions are asked of every line of a document."""


def plain(text: str) -> str:
    """A line as titles and words are compared: half width, no white space, no quotation marks."""
    return _line(text) if len(text) <= LONG else _bare(text)


@functools.lru_cache(maxsize=LINES)
def _line(text: str) -> str:
    return _bare(text)


def _bare(text: str) -> str:
    return _PASSED_OVER.sub("", unicodedata.normalize("NFKC", text))


def title_kinds(line: str) -> list[str]:
    """The kinds whose title this line is; nothing for an entry of a contents page."""
    return list(_title_kinds(line))


@functools.lru_cache(maxsize=LINES)
def _title_kinds(line: str) -> tuple[str, ...]:
    words = vocabulary()
    bare = words.prefix.sub("", plain(line))
    if not 2 <= len(bare) <= MAX_TITLE or words.numbering.match(bare) or bare.endswith(("。", ";", ",")):
        return ()
    bare = bare.strip(":：()")
    bare = bare + ")" if bare.count("(") > bare.count(")") else bare
    return tuple(
        kind
        for kind, patterns in words.titles.items()
        if any(pattern.match(bare) for pattern in patterns)
        and not any(head in bare for head in words.kinds[kind].heads)
    )


MAX_TITLE = 64


def named_kinds(name: str) -> list[str]:
    """The kinds that a file or folder name speaks of, the longest word first."""
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", name))
    hits: list[tuple[int, str]] = []
    for kind in vocabulary().kinds.values():
        if any(word in bare for word in kind.names_not):
            continue
        found = [len(word) for word in kind.names if word in bare]
        if found:
            hits.append((-max(found), kind.id))
    return [kind for _, kind in sorted(hits)]
