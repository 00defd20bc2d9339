"""What does screening.json say, as the values it was written from?

So that pages use the same words, groups and tables as the reports: everything that tells of a ``Screening`` can tell
of one that was read back. Lists stay as they are written; doubts about places are not in the file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.results.written import PATIENCE, data_at
from schemas.application import application_frame
from schemas.dossier import Contents, FileRecord, FormSeen, Screening
from schemas.errors import UsageError
from schemas.figures import Figure, figures_frame
from schemas.findings import Finding, MaterialResult, Verdict
from schemas.locator import Locator
from schemas.measures import MEASURES, SOURCES
from schemas.status import Disposition, FileStatus, MaterialStatus, Reason, Status, VerdictStatus
from schemas.trust import Doubt

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReadBack:
    """One dossier's screening, and what stands in the file beside it. ``sha256`` is that of the file."""

    screening: Screening
    raw: Json
    sha256: str

    @property
    def decisions(self) -> Mapping[str, Json]:
        """Rule → what was decided about its finding."""
        return {one["rule"]: one["decision"] for one in self.raw["findings"] if "decision" in one}

    def finding(self, rule: str) -> Finding | None:
        """The finding of this rule."""
        return next((one for one in self.screening.findings if one.rule == rule), None)

    def file_number(self, path: str) -> int | None:
        """The number by which pages name a file, from 1; None where the dossier has none of this path."""
        paths = [one.path for one in self.screening.contents.files]
        return paths.index(path) + 1 if path in paths else None


def screening_at(folder: Path, patience: float = PATIENCE) -> ReadBack:
    """The screening in this dossier's folder. UsageError where there is none, or it is no such file."""
    try:
        data = data_at(folder, patience)
        raw: Json = json.loads(data)
        return ReadBack(_screening(raw), raw, hashlib.sha256(data).hexdigest())
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{folder.name} 的初审结果无法读取（{type(error).__name__}）。请重新初审该卷宗。") from error


def place_of(one: Json) -> Locator:
    """The place."""
    box = one["bbox"]
    return Locator(one["file"], one["page"], one["sheet"], one["cell"], tuple(box) if box else None, one["text"])


def _places(listed: list[Json]) -> tuple[Locator, ...]:
    return tuple(map(place_of, listed))


def _screening(raw: Json) -> Screening:
    dossier, book, verdict = raw["dossier"], raw["rulebook"], raw["verdict"]
    contents = Contents(
        id=dossier["id"],
        applicant=dossier["applicant"] or "",
        files=tuple(map(_file, raw["files"])),
        papers=(),
        form=FormSeen("", {}),
        application=application_frame([]),
        tables={},
        table_places={},
        figures=figures_frame(
            figure
            for one in raw["figures"]
            if one["measure"] in MEASURES and one["source"] in SOURCES
            for figure in [_figure(one)]
        ),
    )
    return Screening(
        dossier["id"],
        dossier["path"],
        book["id"],
        book["procedure"],
        date.fromisoformat(raw["as_of"]),
        contents,
        tuple(map(_material, raw["materials"])),
        tuple(map(finding_of, raw["findings"])),
        Verdict(VerdictStatus(verdict["status"]), tuple(verdict["reasons"])),
        raw["note"],
        book["title"],
        book.get("unheld", ""),
    )


def finding_of(one: Json) -> Finding:
    """One finding."""
    return Finding(
        one["rule"],
        Status(one["status"]),
        one["article"],
        one["message"],
        one["expected"],
        one["actual"],
        _places(one["evidence"]),
        Disposition(one["disposition"]),
        Reason(one["reason"]) if one["reason"] else None,
        one["caused_by"],
        one["asks"],
    )


def _material(one: Json) -> MaterialResult:
    return MaterialResult(
        one["item"],
        one["title"],
        MaterialStatus(one["status"]),
        one["optional"],
        one["article"],
        one["note"],
        _places(one["evidence"]),
        Reason(one["reason"]) if one["reason"] else None,
    )


def _file(one: Json) -> FileRecord:
    return FileRecord(
        one["path"],
        one["sha256"],
        one["media_type"],
        one["pages"],
        FileStatus(one["status"]),
        one["ocr_pages"],
        one["note"],
        earlier=bool(one.get("earlier")),
        unread_pages=one["unread_pages"],
    )


def _figure(one: Json) -> Figure:
    number = one["value"]
    value = number if isinstance(number, (bool, str)) else Decimal(str(number))
    return Figure(
        one["measure"],
        one["source"],
        value,
        one["unit"],
        one["text"],
        _places(one["evidence"]),
        one["reading"],
        frozenset(map(Doubt, one["doubts"])),
        one.get("corrected_from", ""),
        one["year"],
    )
