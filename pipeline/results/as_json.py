"""How is a screening written for programs, so that the same dossier always gives the same bytes?"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from numbers import Integral, Real

from pipeline.results.batch import Batch
from pipeline.results.points import PointCount, counted
from schemas.application import entries_of
from schemas.clerk_input import Amended, Correction
from schemas.decisions import AppliedDecision
from schemas.dossier import Contents, FileRecord, Screening
from schemas.figures import figures_of
from schemas.findings import Finding, MaterialResult
from schemas.locator import Locator
from schemas.papers import Paper
from schemas.tables import LISTS, rows_of
from schemas.trust import Doubt, is_sure

CONTRACT = "dossier/1"
SCREENING = "screening.json"
_NO_DOSSIERS = b'\n "dossiers": []'
"""How a list without dossiers stands in batch.json: nowhere else, for in texts the end of a line is written \\n."""
_DIGITS = Decimal("0.000001")


def plain(value: object) -> object:
    """A value as JSON knows it: a number without binary noise, a truth value, text, or null."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        return None if math.isnan(value) else _number(Decimal(str(value)))
    if isinstance(value, date):
        return value.isoformat()
    # numpy's truth values are no bool of Python's; everything else a cell may hold is written as text.
    return bool(value) if type(value).__name__ in ("bool", "bool_") else str(value)


def _number(value: Decimal) -> int | float | str:
    if not value.is_finite():
        return str(value)
    if value == value.to_integral_value():
        return int(value)
    # Six digits are more than any form states; a quotient's endless tail would be noise.
    return float(value.quantize(_DIGITS)) if value.adjusted() < 20 else float(value)


def screening_json(screening: Screening, decisions: Mapping[str, AppliedDecision] | None = None) -> dict[str, object]:
    """The contents of screening.json (contract §3), with what a clerk decided beside the findings."""
    over = decisions or {}
    contents = screening.contents
    return {
        "contract": CONTRACT,
        "dossier": {"id": screening.id, "path": screening.path, "applicant": contents.applicant},
        "rulebook": {
            "id": screening.rulebook,
            "title": screening.rulebook_title,
            "procedure": screening.procedure,
            **({"unheld": screening.unheld} if screening.unheld else {}),
        },
        "as_of": screening.as_of.isoformat(),
        "reckoning": _reckoning(screening),
        "note": screening.note,
        "files": [_file(record) for record in contents.files],
        "papers": [_paper(paper) for paper in contents.papers],
        "materials": [_material(material) for material in screening.materials],
        "application": _application(contents),
        "tables": {name: _table(contents, name) for name in LISTS},
        "figures": _figures(contents),
        "findings": [
            _finding(finding) | ({"decision": _decision(over[finding.rule])} if finding.rule in over else {})
            for finding in screening.findings
        ],
        "corrections": [_amended(amended) for amended in contents.amended if isinstance(amended.told, Correction)],
        "papers_told": [_amended(amended) for amended in contents.amended if not isinstance(amended.told, Correction)],
        "verdict": {"status": str(screening.verdict.status), "reasons": list(screening.verdict.reasons)},
    }


def _reckoning(screening: Screening) -> dict[str, object]:
    """The day of reckoning (contract §12): ``source`` is received, filed_on or as_of."""
    reckoned = screening.reckoned
    return {
        "day": reckoned.day.isoformat(),
        "source": str(reckoned.source),
        "note": reckoned.passed_over,
        "evidence": reckoned.evidence.as_json() if reckoned.evidence else None,
    }


def batch_json(batch: Batch) -> dict[str, object]:
    """The contents of batch.json."""
    told = [
        _in_batch(screening, batch.folders[screening.id], _over(batch, screening)) for screening in batch.screenings
    ]
    return _around(batch) | {"dossiers": told}


def _around(batch: Batch) -> dict[str, object]:
    """All of it but what it tells of each dossier."""
    return {
        "contract": CONTRACT,
        "as_of": batch.as_of.isoformat(),
        "audience": str(batch.audience),
        **batch.asked,
        "dossiers": [],
        "findings": [
            {
                "rule": finding.rule,
                "status": str(finding.status),
                "dossiers": list(finding.dossiers),
                "message": finding.message,
                "evidence": _places(finding.evidence),
            }
            for finding in batch.findings
        ],
    }


def _in_batch(screening: Screening, folder: str, over: Mapping[str, AppliedDecision]) -> dict[str, object]:
    return {
        "id": screening.id,
        "folder": folder,
        "applicant": screening.contents.applicant,
        "rulebook": screening.rulebook,
        "verdict": str(screening.verdict.status),
        "reasons": list(screening.verdict.reasons),
        "note": screening.note,
        "points": _points(counted(screening, over)),
        **({"unheld": screening.unheld} if screening.unheld else {}),
    }


def batch_in_pieces(batch: Batch) -> Iterator[bytes]:
    """The bytes of batch.json, dossier by dossier, so that those of a large batch are never held together."""
    head, tail = as_bytes(_around(batch)).split(_NO_DOSSIERS, 1)
    yield head + _NO_DOSSIERS[:-1]
    for number, screening in enumerate(batch.screenings):
        lines = as_bytes(_in_batch(screening, batch.folders[screening.id], _over(batch, screening))).splitlines()
        yield (b",\n" if number else b"\n") + b"\n".join(b"  " + line for line in lines)
    yield (b"\n ]" if batch.screenings else b"]") + tail


def _over(batch: Batch, screening: Screening) -> Mapping[str, AppliedDecision]:
    return batch.decisions.get(screening.id, {})


def _points(count: PointCount) -> dict[str, int]:
    """What a person must settle: how much, how much of it is settled, what is left; and files that did not open."""
    return {"open": count.open, "decided": count.decided, "left": count.left, "unreadable_files": count.unreadable}


def as_bytes(record: Mapping[str, object]) -> bytes:
    """The record as UTF-8 JSON; what no encoding can write (half a surrogate) is replaced."""
    text = json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode("utf-8", "replace") + b"\n"


def _places(places: Iterable[Locator]) -> list[dict[str, object]]:
    return [place.as_json() for place in places]


def _file(record: FileRecord) -> dict[str, object]:
    return {
        "path": record.path,
        "sha256": record.sha256,
        "media_type": record.media_type,
        "pages": record.pages,
        "ocr_pages": record.ocr_pages,
        "unread_pages": record.unread_pages,
        **({"earlier": True} if record.earlier else {}),
        "status": str(record.status),
        "note": record.note,
    }


def _strength(paper: Paper) -> str:
    if Doubt.NAMED_ONLY in paper.doubts:
        return "named"
    return "sure" if paper.shown else "weak"


def _paper(paper: Paper) -> dict[str, object]:
    return {
        "kind": paper.kind,
        "file": paper.file,
        "pages": list(paper.pages) if paper.pages else None,
        "sheet": paper.sheet,
        "strength": _strength(paper),
        "by": paper.by,
        "runner_up": paper.runner_up,
        "parts": list(paper.parts),
        "evidence": paper.evidence.as_json(),
    }


def _material(material: MaterialResult) -> dict[str, object]:
    return {
        "item": material.item,
        "title": material.title,
        "status": str(material.status),
        "optional": material.optional,
        "article": material.article,
        "note": material.note,
        "reason": str(material.reason) if material.reason else None,
        "evidence": _places(material.evidence),
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "status": str(finding.status),
        "disposition": str(finding.disposition),
        "reason": str(finding.reason) if finding.reason else None,
        "article": finding.article,
        "message": finding.message,
        "expected": finding.expected,
        "actual": finding.actual,
        "caused_by": finding.caused_by,
        "asks": finding.asks,
        **({"points": [plain(one) for one in finding.points]} if finding.points is not None else {}),
        "evidence": _places(finding.evidence),
    }


def _decision(laid: AppliedDecision) -> dict[str, object]:
    return {
        "decision": str(laid.decision.decision),
        "name": laid.decision.name,
        "date": laid.decision.date.isoformat(),
        "reason": laid.decision.reason,
        "stale": laid.stale,
        **({"second": laid.decision.second} if laid.decision.second else {}),
        **({"needs_second": True} if laid.decision.needs_second else {}),
    }


def _amended(amended: Amended) -> dict[str, object]:
    """What a clerk corrected, beside what was read; ``rests_on`` is the fingerprint of the place as read this time."""
    clerk = amended.told
    if isinstance(clerk, Correction):
        record: dict[str, object] = {
            "what": clerk.what,
            "value": amended.value,
            "read": amended.read,
            "rests_on": amended.fingerprint,
        }
    else:
        pages = list(clerk.pages) if clerk.pages else None
        record = {"file": clerk.file, "pages": pages, "kind": clerk.kind, "read": amended.read}
    return {
        **record,
        "standing": str(amended.standing),
        "name": clerk.name,
        "date": clerk.date.isoformat(),
        "reason": clerk.reason,
        "evidence": amended.place.as_json() if amended.place else None,
    }


def _application(contents: Contents) -> dict[str, object]:
    """The blanks that were filled in; one left blank is absent."""
    return {
        entry.key: {
            "value": plain(entry.value),
            "unit": entry.unit,
            "text": entry.text,
            "confirmed": is_sure(entry.doubts),
            "evidence": entry.evidence.as_json(),
        }
        for entry in entries_of(contents.application).values()
        if entry.value is not None and entry.value != ""
    }


def _table(contents: Contents, name: str) -> list[dict[str, object]]:
    frame = contents.tables.get(name)
    if frame is None:
        return []
    return [
        {**{key: plain(value) for key, value in row.values.items()}, "evidence": row.evidence.as_json()}
        for row in rows_of(frame)
    ]


def _figures(contents: Contents) -> list[dict[str, object]]:
    return [
        {
            "measure": figure.measure,
            "source": figure.source,
            "value": plain(figure.value),
            "unit": figure.unit,
            "text": figure.text,
            "reading": figure.reading,
            "partial": Doubt.MAIN_PART in figure.doubts,
            "lower_bound": Doubt.LOWER_BOUND in figure.doubts,
            "confirmed": is_sure(figure.doubts),
            "doubts": sorted(figure.doubts),
            "year": figure.year,
            **({"corrected_from": figure.corrected} if figure.corrected else {}),
            "evidence": _places(figure.evidence),
        }
        for figure in figures_of(contents.figures)
    ]
