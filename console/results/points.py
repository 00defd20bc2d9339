"""Which points of a dossier must a person look at, of which kind is each, and which are settled?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from console.results.read_back import ReadBack
from pipeline import wording
from schemas.findings import Finding
from schemas.status import Disposition, Reason, Status

OPEN = (Status.FAIL, Status.REVIEW, Status.ERROR)


class PointKind(StrEnum):
    """The kinds, in the order in which they are shown."""

    UNREADABLE = "unreadable"
    SHORT = "short"
    LACKING = "lacking"
    BLANK = "blank"
    DIFFERING = "differing"
    REVIEW = "review"


KIND_TITLES = {
    PointKind.UNREADABLE: "无法读取",
    PointKind.SHORT: "不符合条件",
    PointKind.LACKING: "缺少材料",
    PointKind.BLANK: "填写需补正",
    PointKind.DIFFERING: "数据不一致",
    PointKind.REVIEW: "需人工核实",
}


def is_point(finding: Finding) -> bool:
    """Whether somebody must do something about it: as the report lists it."""
    function = finding.rule.startswith("condition.function.")
    return finding.status in OPEN and finding.disposition is not Disposition.NOTE and not function


def kind_of(finding: Finding) -> PointKind:
    """Of which kind it is."""
    family, failed = wording.family(finding), finding.status is Status.FAIL
    if wording.falls_short(finding):
        return PointKind.SHORT
    if (failed and family == "material") or wording.to_be_mended(finding):
        return PointKind.LACKING
    if failed and family == "form":
        return PointKind.BLANK
    if failed and family == "crosscheck":
        return PointKind.DIFFERING
    return PointKind.UNREADABLE if finding.reason is Reason.UNREADABLE else PointKind.REVIEW


def is_settled(decision: Mapping[str, Any] | None) -> bool:
    """Whether it is done with: decided on what still holds, and looked at by a second person where that is asked."""
    return decision is not None and not decision.get("stale") and not decision.get("needs_second")


@dataclass(frozen=True, slots=True)
class PointCounts:
    """How many points of each kind, how many in all, and how many are left; files that could not be read."""

    kinds: Mapping[PointKind, int]
    total: int
    left: int
    unreadable_files: int


def counts(read: ReadBack) -> PointCounts:
    """Those of one dossier."""
    points = [finding for finding in read.screening.findings if is_point(finding)]
    decisions = read.decisions
    left = sum(not is_settled(decisions.get(point.rule)) for point in points)
    unreadable = sum(str(file.status) == "unreadable" for file in read.screening.contents.files)
    return PointCounts(Counter(map(kind_of, points)), len(points), left, unreadable)
