"""Is an append-only file still as it was written? Every line vouches for the one before it by its SHA-256.

Who keeps such a file gives it the clock: when something was done is part of what it must tell.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import file_names
from schemas.errors import UsageError

Entry = Mapping[str, Any]
START = "0" * 64


@dataclass(frozen=True, slots=True)
class Signature:
    """Who does something, and when (ISO 8601)."""

    by: str
    at: str


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is to be written as one line: the kind of event and its facts."""

    event: str
    facts: Mapping[str, object]


def append(path: Path, lines: Sequence[NewEntry], signature: Signature, refused: str) -> list[str]:
    """So many more lines, all or none; gives back their hashes. Earlier lines are never touched.

    UsageError where they were (``refused`` says in Chinese what was not done and what to do; {} is what is wrong):
    nothing is added to a file that does not stand.
    """
    entries, problems = read(path)
    if problems:
        raise UsageError(refused.format(problems[0]))
    previous = str(entries[-1]["hash"]) if entries else START
    digests: list[str] = []
    texts: list[str] = []
    for number, line in enumerate(lines, len(entries) + 1):
        bare = {"no": number, "event": line.event, "at": signature.at, "by": signature.by, **line.facts}
        entry = {**bare, "previous": previous}
        previous = digest_of(entry)
        digests.append(previous)
        texts.append(canonical({**entry, "hash": previous}) + "\n")
    target = file_names.reachable(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("ab") as file:
        file.write("".join(texts).encode("utf-8", "replace"))
        file.flush()
        os.fsync(file.fileno())
    return digests


def canonical(entry: Mapping[str, object]) -> str:
    """The one way to write an entry: sorted keys, no spaces."""
    return json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(entry: Mapping[str, object]) -> str:
    """SHA-256 of the entry without its own hash; it holds the hash of the line before."""
    bare = {key: value for key, value in entry.items() if key != "hash"}
    return hashlib.sha256(canonical(bare).encode("utf-8", "replace")).hexdigest()


def read(path: Path) -> tuple[list[Entry], list[str]]:
    """Every line that can be read, and what is wrong with the chain, in Chinese."""
    entries: list[Entry] = []
    problems: list[str] = []
    previous = START
    lines, left = _lines(path)
    if left:
        problems.append(f"{path.name} 末行不完整（被截断，或末尾有多出的内容）")
    for number, line in enumerate(lines, start=1):
        try:
            entry = json.loads(line)
            sound = isinstance(entry, dict) and line == canonical(entry).encode("utf-8") and "event" in entry
        except ValueError:
            sound = False
        if not sound:
            problems.append(f"{path.name} 第 {number} 行不是原样的记录")
            continue
        if entry.get("hash") != digest_of(entry):
            problems.append(f"{path.name} 第 {number} 行的内容与其校验值不符")
        if entry.get("previous") != previous or entry.get("no") != number:
            problems.append(f"{path.name} 第 {number} 行与上一行接不上（有改动、增删或调换）")
        previous = str(entry.get("hash"))
        entries.append(entry)
    return entries, problems


def _lines(path: Path) -> tuple[list[bytes], bytes]:
    """The whole lines, each ended by one line feed, and what is left behind the last of them."""
    target = file_names.reachable(path)
    if not target.exists():
        return [], b""
    *lines, left = target.read_bytes().split(b"\n")
    return lines, left
