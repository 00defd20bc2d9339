"""What stands on a dossier's sheet: its headline, the files that could not be read, the checklist, its points?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from console.results.points import KIND_TITLES, PointKind, is_point, is_settled, kind_of
from console.results.read_back import ReadBack, screening_at
from pipeline import wording
from pipeline.decisions import log as decisions_log
from pipeline.results.audience import Audience
from pipeline.results.masking import Mask
from schemas.decisions import TITLES, Choice
from schemas.dossier import FileRecord, Screening
from schemas.findings import Finding, MaterialResult
from schemas.status import FileStatus

_EVENTS = {"decided": "核定", "withdrawn": "撤回", "undone": "撤销", "outside": "外部修改"}


@dataclass(frozen=True, slots=True)
class SheetPoint:
    """One point: what it is about, how it stands, what was decided."""

    rule: str
    title: str
    badge: str
    message: str
    article: str
    decision: str
    settled: bool


@dataclass(frozen=True, slots=True)
class SummarySheet:
    """One dossier on one sheet."""

    screening: Screening
    headline: str
    reckoned: str
    materials: Sequence[MaterialResult]
    groups: Sequence[tuple[str, Sequence[SheetPoint]]]
    unread: Sequence[FileRecord]
    total: int
    left: int


@dataclass(frozen=True, slots=True)
class PastAct:
    """One line of decisions-log.jsonl, in words."""

    at: str
    by: str
    what: str
    did: str
    reason: str


def made(folder: Path, *, masked: bool) -> SummarySheet:
    """The sheet of the dossier whose results lie there. ``masked``: for somebody who may not see personal data."""
    read = screening_at(folder)
    screening = Mask(Audience.APPLICANT).over(read.screening) if masked else read.screening
    found = [finding for finding in screening.findings if is_point(finding)]
    decisions = read.decisions
    groups = [
        (KIND_TITLES[kind], [_point(one, read, decisions.get(one.rule)) for one in found if kind_of(one) is kind])
        for kind in PointKind
    ]
    return SummarySheet(
        screening,
        wording.sentence(read.screening),
        wording.reckoned(read.screening),
        screening.materials,
        [(title, points) for title, points in groups if points],
        [file for file in screening.contents.files if file.status is FileStatus.UNREADABLE],
        len(found),
        sum(not is_settled(decisions.get(one.rule)) for one in found),
    )


def history(results: Path, dossier: str) -> list[PastAct]:
    """What was decided about this dossier, and taken back, the oldest first."""
    entries, _ = decisions_log.read(results)
    return [_past(entry) for entry in entries if entry.get("dossier") == dossier]


def acts_about(results: Path, dossier: str, what: str) -> list[PastAct]:
    """Of these, the ones about one finding, value or file."""
    entries, _ = decisions_log.read(results)
    return [_past(entry) for entry in decisions_log.about(entries, dossier, what)]


def decided(decision: Mapping[str, Any] | None) -> str:
    """What was decided, by whom, in words; empty where nothing was."""
    if decision is None:
        return ""
    said = f"{TITLES[Choice(decision['decision'])]}：{decision['name']}"
    said += f"（{decision['second']}复核）" if decision.get("second") else ""
    said += "（待另一人复核）" if decision.get("needs_second") else ""
    return f"{said}，此后材料或提示有变化，请重新核定" if decision.get("stale") else said


def _point(finding: Finding, read: ReadBack, decision: Mapping[str, Any] | None) -> SheetPoint:
    return SheetPoint(
        finding.rule,
        wording.rule_title(finding.rule, read.screening),
        wording.status(finding, read.screening),
        finding.message,
        finding.article,
        decided(decision),
        is_settled(decision),
    )


def _past(entry: Mapping[str, Any]) -> PastAct:
    after = entry.get("after") or {}
    standing: Mapping[str, Any] = next((one for listed in after.values() for one in listed), {})
    did = _EVENTS.get(str(entry["event"]), str(entry["event"]))
    if "decision" in standing:
        did = TITLES[Choice(standing["decision"])]
    elif "value" in standing:
        did = f"更正为“{standing['value']}”"
    elif "kind" in standing:
        did = f"指明为 {standing['kind']}"
    elif "text" in standing:
        did = f"另提：{standing['text']}"
    if entry["event"] in ("withdrawn", "undone"):
        did = _EVENTS[entry["event"]]
    what = wording.rule_title(str(entry.get("what", "")))
    return PastAct(
        str(entry["at"])[:16].replace("T", " "), str(entry["by"]), what, did, str(standing.get("reason", ""))
    )
