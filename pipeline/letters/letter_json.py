"""How does a letter stand in letter.json, so that a person or a page may change its words before it is written?

In:     a letter; or letter.json, changed by hand.
Out:    its words, row by row, each row with the rules that it answers; or the letter that they say.
Raises: UsageError where the file is no such letter.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from pipeline import file_names
from pipeline.letters.letter import TITLES, Letter, LetterHead
from pipeline.letters.notice import Notice, Request, Shortfall
from pipeline.letters.questions import Question
from pipeline.results import as_json
from schemas.errors import UsageError

MADE = "made"
"""SHA-256 of the letter's words as the program wrote them: another one than theirs now tells of a change by hand."""

_ROWS = ("requests", "questions", "shortfalls")
Cell: TypeAlias = Any
"""Text, or the rules of a row."""
Row = TypeVar("Row", Request, Question, Shortfall)


def as_record(one: Letter, made: str | None = None) -> dict[str, object]:
    """The contents of letter.json. ``made``: the digest of the draft, where the letter is a person's by now."""
    named = {"contract": as_json.CONTRACT, "dossier": one.dossier, "kind": one.kind, "title": one.title}
    return {**named, MADE: _digest(one) if made is None else made, **_words(one)}


def made(path: Path) -> str:
    """The digest of the draft that this file was, before it was changed. UsageError where the file is no letter."""
    return str(_read(path)[0].get(MADE, ""))


def changed_by_hand(path: Path) -> bool:
    """Whether a person has changed what the program wrote there. UsageError where the file is no letter."""
    record, letter = _read(path)
    return record.get(MADE) != _digest(letter)


def read(path: Path) -> Letter:
    """The letter that this file describes. UsageError where it is none."""
    return _read(path)[1]


def from_record(record: Mapping[str, Any]) -> Letter:
    """The letter that such contents describe. ValueError, KeyError, TypeError or AttributeError where it is none."""
    notice = Notice(
        _rows(record, "requests", Request),
        _rows(record, "questions", Question),
        _rows(record, "shortfalls", Shortfall),
    )
    head = LetterHead(**{one.name: _cell(one.name, record["head"].get(one.name, "")) for one in fields(LetterHead)})
    known = {kind: kind for kind in TITLES}
    return Letter(str(record["dossier"]), known[record["kind"]], head, notice)


def _read(path: Path) -> tuple[Mapping[str, Any], Letter]:
    try:
        record: Mapping[str, Any] = json.loads(file_names.reachable(path).read_text(encoding="utf-8-sig"))
        return record, from_record(record)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path} 不是 letter.json，或缺少内容。请重新运行 dossier letter 生成后再修改。") from error


def _words(one: Letter) -> dict[str, object]:
    rows = {name: [asdict(row) for row in getattr(one.notice, name)] for name in _ROWS}
    return {"head": asdict(one.head), **rows}


def _digest(one: Letter) -> str:
    told = [one.dossier, one.kind, _words(one)]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def _rows(record: Mapping[str, Any], name: str, kind: type[Row]) -> tuple[Row, ...]:
    """The rows of one table; a row has just the cells that it has in a letter of ours, each of text."""
    return tuple(kind(**{one.name: _cell(one.name, row[one.name]) for one in fields(kind)}) for row in record[name])


def _cell(name: str, value: object) -> Cell:
    if name == "rules":
        if not isinstance(value, list) or not all(isinstance(rule, str) for rule in value):
            raise TypeError(name)
        return tuple(value)
    if not isinstance(value, str):
        raise TypeError(name)
    return value
