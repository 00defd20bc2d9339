"""What does a letter say, row by row, so that a person or a page may change its words before it is written?

In:     a screening and what clerks settled; or letter.json, changed by hand.
Out:    the rows, each with the rules that it answers.
Raises: UsageError where the file is no such letter.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from pipeline import file_names
from pipeline.letters.notice import INELIGIBLE, SUPPLEMENT, Notice, Request, Shortfall, points
from pipeline.letters.questions import Question
from pipeline.results.as_json import CONTRACT
from pipeline.results.audience import Audience
from pipeline.results.masking import mask_for
from schemas.dossier import Screening
from schemas.errors import UsageError

TITLES = {"supplement": SUPPLEMENT, "ineligible": INELIGIBLE, "query": "核实函"}
"""Kind → what the letter is called: asked to hand in, told what falls short, only asked to explain."""

Cell: TypeAlias = Any
"""Text, or the rules of a row."""
Row = TypeVar("Row", Request, Question, Shortfall)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: to which dossier, of which kind, and its rows."""

    dossier: str
    kind: str
    notice: Notice

    @property
    def title(self) -> str:
        """What it is called."""
        return TITLES[self.kind]


def letter(screening: Screening, settled: Collection[str], kind: str) -> Letter:
    """The letter of this kind, as the applicant may read it. UsageError where there is nothing to say in it."""
    told = mask_for(screening.contents, Audience.APPLICANT).over(points(screening, settled))
    rows = {
        "supplement": Notice(told.requests, told.questions, ()),
        "ineligible": Notice((), (), told.shortfalls),
        "query": Notice((), told.questions, ()),
    }[kind]
    if not (rows.requests or rows.questions or rows.shortfalls):
        raise UsageError(f"卷宗“{screening.id}”没有可写入{TITLES[kind]}的事项。")
    return Letter(screening.id, kind, rows)


def as_record(one: Letter) -> dict[str, object]:
    """The contents of letter.json."""
    rows = {
        name: [asdict(row) for row in getattr(one.notice, name)] for name in ("requests", "questions", "shortfalls")
    }
    return {"contract": CONTRACT, "dossier": one.dossier, "kind": one.kind, "title": one.title, **rows}


def read(path: Path) -> Letter:
    """The letter that this file describes. UsageError where it is none."""
    try:
        record: Mapping[str, Any] = json.loads(file_names.reachable(path).read_text(encoding="utf-8-sig"))
        notice = Notice(
            _rows(record, "requests", Request),
            _rows(record, "questions", Question),
            _rows(record, "shortfalls", Shortfall),
        )
        known = {kind: kind for kind in TITLES}
        return Letter(str(record["dossier"]), known[record["kind"]], notice)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path} 不是 letter.json，或缺少内容。请重新运行 dossier letter 生成后再修改。") from error


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
