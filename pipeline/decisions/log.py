"""decisions-log.jsonl: who decided what and when, what stood there before and after, also what was taken back?

Beside decisions.yaml, which says what holds now. Lines are only ever added, each vouching for the one before it.
A change that somebody made in decisions.yaml by hand is seen by its SHA-256 and noted before the next line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import file_names, hash_chain
from pipeline.decisions import file as decisions_file
from pipeline.decisions.file import Decided
from pipeline.hash_chain import NewEntry, Signature

LOG = "decisions-log.jsonl"
DECIDED, WITHDRAWN, UNDONE, OUTSIDE = "decided", "withdrawn", "undone", "outside"
_REFUSED = "核定记录核对不一致（{}），没有写入。请保留 decisions-log.jsonl 原样，另存一份后改名，再重新核定。"


@dataclass(frozen=True, slots=True)
class Change:
    """One act of a clerk about one finding, value or file: what stood there before, what stands there now."""

    event: str
    dossier: str
    what: str
    before: Decided
    after: Decided
    undoes: int | None = None


def fingerprint(out: Path) -> str:
    """The SHA-256 of decisions.yaml as it lies there; empty where there is none."""
    path = file_names.reachable(out / decisions_file.FILE)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def read(out: Path) -> tuple[list[Mapping[str, Any]], list[str]]:
    """Every line, and in Chinese what is wrong with the chain."""
    return hash_chain.read(out / LOG)


def add(out: Path, change: Change, signature: Signature) -> None:
    """One more line, once decisions.yaml is written. UsageError where the log was changed."""
    facts = {
        "dossier": change.dossier,
        "what": change.what,
        "before": decisions_file.as_record(change.before),
        "after": decisions_file.as_record(change.after),
        **({} if change.undoes is None else {"undoes": change.undoes}),
        "file": fingerprint(out),
    }
    hash_chain.append(out / LOG, [NewEntry(change.event, facts)], signature, _REFUSED)


def note_outside(out: Path, signature: Signature) -> None:
    """A line where decisions.yaml is not as the last line left it: somebody wrote into it by hand.

    Also before the first line ever, where there is a file already. UsageError where the log was changed.
    """
    _let_go_of_half_a_line(out)
    entries, problems = read(out)
    now = fingerprint(out)
    left = str(entries[-1].get("file", "")) if entries else ""
    if problems or now != left:
        hash_chain.append(out / LOG, [NewEntry(OUTSIDE, {"file": now})], signature, _REFUSED)


def about(entries: Sequence[Mapping[str, Any]], dossier: str, what: str) -> list[Mapping[str, Any]]:
    """The lines about one finding, value or file of a dossier."""
    return [entry for entry in entries if (entry.get("dossier"), entry.get("what")) == (dossier, what)]


def last_that_stands(entries: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Of these lines the last change that was not undone itself; None where there is none."""
    undone = {entry.get("undoes") for entry in entries if entry["event"] == UNDONE}
    left = [entry for entry in entries if entry["event"] in (DECIDED, WITHDRAWN) and entry["no"] not in undone]
    return left[-1] if left else None


def numbers_given(entries: Sequence[Mapping[str, Any]], dossier: str) -> int:
    """The highest number that a clerk's own finding of this dossier has ever had; 0 where there was none."""
    named = [str(entry.get("what", "")) for entry in entries if entry.get("dossier") == dossier]
    numbers = [rule.removeprefix("own.") for rule in named if rule.startswith("own.")]
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _let_go_of_half_a_line(out: Path) -> None:
    """What a machine that went down left of a line: nobody was told that it was written."""
    path = file_names.reachable(out / LOG)
    if not path.is_file():
        return
    data = path.read_bytes()
    if data and not data.endswith(b"\n"):
        with path.open("r+b") as stream:
            stream.truncate(data.rfind(b"\n") + 1)
