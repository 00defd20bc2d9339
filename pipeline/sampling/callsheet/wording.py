"""In which words do work papers ask, and people answer (data/sampling/callsheets.yaml)?"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import yaml

from schemas.data_files import data_folder
from schemas.errors import RulebookError, UsageError
from schemas.rulebook import Rulebook

SURVEY = "survey"
RATING = "rating"


@dataclass(frozen=True, slots=True)
class CallOutcome:
    """What asking one unit can end in."""

    id: str
    head: str
    answered: bool
    agrees: bool
    words: tuple[str, ...]
    rating: bool = False


@dataclass(frozen=True, slots=True)
class WorkPaper:
    """One kind of work paper.

    ``columns`` are (id, head) as printed; ``source`` says from which column of the frame a cell is filled,
    ``aside`` what is told in the remarks; ``claim`` is the applicant's own statement: column and the word for yes.
    """

    of: str
    title: str
    asks: str
    unit: str
    columns: tuple[tuple[str, str], ...]
    source: Mapping[str, str]
    aside: Mapping[str, str]
    claim: tuple[str, str]
    rating: str
    outcomes: tuple[CallOutcome, ...]


@dataclass(frozen=True, slots=True)
class Common:
    """What all work papers share; the number of calls that the forms ask for, and where they say so."""

    calls: int
    calls_source: str
    banner: str
    methods: tuple[str, ...]
    remarks: str
    number: str
    roles: Mapping[str, str]
    strata: Mapping[str, str]


def plain(text: str) -> str:
    """Text for comparing: one width, no white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@functools.cache
def _raw() -> Mapping[str, Any]:
    path = data_folder() / "sampling" / "callsheets.yaml"
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    wanted = {
        "minimum": dict,
        "banner": str,
        "methods": list,
        "remarks": str,
        "number": str,
        "roles": dict,
        "strata": dict,
    }
    wrong = [
        key for key, kind in wanted.items() if not isinstance(loaded, dict) or not isinstance(loaded.get(key), kind)
    ]
    if wrong:
        raise RulebookError(f"{path} 中 {'、'.join(wrong)} 的写法不对，请恢复原文件。")
    return cast("Mapping[str, Any]", loaded)


def common() -> Common:
    """What all work papers share."""
    raw = _raw()
    return Common(
        calls=int(raw["minimum"]["calls"]),
        calls_source=str(raw["minimum"]["source"]),
        banner=raw["banner"],
        methods=tuple(raw["methods"]),
        remarks=raw["remarks"],
        number=raw["number"],
        roles=raw["roles"],
        strata=raw["strata"],
    )


def paper(of: str, rulebook: Rulebook | None = None) -> WorkPaper:
    """The work paper of a population; for enterprises with the columns of the regulation's own 推荐表."""
    raw = _raw().get(of)
    if not isinstance(raw, dict):
        raise UsageError(f"没有“{of}”的核实表。")
    claim = raw.get("claim") or {}
    columns = _survey_columns(rulebook) if of == "enterprises" and rulebook else ()
    return WorkPaper(
        of=of,
        title=raw["title"],
        asks=raw["asks"],
        unit=raw["unit"],
        columns=columns or tuple(raw["columns"].items()),
        source=raw["from"],
        aside=raw.get("aside") or {},
        claim=(claim.get("column", ""), claim.get("is", "")),
        rating=raw.get("rating", ""),
        outcomes=tuple(_outcome(name, given) for name, given in raw["outcomes"].items()),
    )


def _outcome(name: str, given: Mapping[str, object]) -> CallOutcome:
    words = given.get("words")
    return CallOutcome(
        id=name,
        head=str(given["head"]),
        answered=bool(given["answered"]),
        agrees=bool(given["agrees"]),
        words=tuple(words) if isinstance(words, list) else (),
        rating=bool(given.get("rating")),
    )


def _survey_columns(rulebook: Rulebook) -> tuple[tuple[str, str], ...]:
    """The survey table's columns as the regulation's 推荐表 prints them; none where it has no such table."""
    tables = (table for form in rulebook.forms.values() for table in form.tables if table.table == SURVEY)
    # FormSpec keeps (column key, head) in the order of the paper.
    return next((tuple(table.columns) for table in tables), ())
