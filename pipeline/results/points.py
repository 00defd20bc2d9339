"""Which findings of a dossier must a person settle, and how many of them are settled by now?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline import wording
from schemas.decisions import AppliedDecision
from schemas.dossier import Screening
from schemas.findings import FEEDING, Finding
from schemas.status import Disposition, FileStatus, Status

OPEN = (Status.FAIL, Status.REVIEW, Status.ERROR)


@dataclass(frozen=True, slots=True)
class PointCount:
    """How many points there are, how many a person has settled, how many are left; and the files that did not open."""

    open: int
    decided: int
    unreadable: int

    @property
    def left(self) -> int:
        """Points that nobody has settled yet."""
        return self.open - self.decided


def points(screening: Screening) -> list[Finding]:
    """The points, in the order of the regulation; what only follows from another point is none of its own."""
    causes = {finding.rule for finding in screening.findings if is_cause(finding)}
    return [finding for finding in open_findings(screening) if finding.caused_by not in causes]


def open_findings(screening: Screening) -> list[Finding]:
    """All that a person must do something about; what is only noted, and single services of a function, is not."""
    return [
        finding
        for finding in screening.findings
        if finding.status in OPEN
        and finding.disposition is not Disposition.NOTE
        and not finding.rule.startswith(FEEDING)
    ]


def is_cause(finding: Finding) -> bool:
    """Whether others may follow from it. Only a finding that follows from nothing itself is a cause: no circles."""
    return finding.status in OPEN and not finding.caused_by


def counted(screening: Screening, decisions: Mapping[str, AppliedDecision]) -> PointCount:
    """How far this dossier is settled."""
    found = points(screening)
    decided = sum(is_settled(finding, decisions) for finding in found)
    unreadable = sum(file.status is FileStatus.UNREADABLE for file in screening.contents.files)
    return PointCount(len(found), decided, unreadable)


def is_settled(finding: Finding, decisions: Mapping[str, AppliedDecision]) -> bool:
    """Whether a person has said what becomes of it.

    Not where its evidence has changed since, nor while a second person is waited for. What a clerk has found is said.
    """
    if wording.family(finding) == "own":
        return True
    laid = decisions.get(finding.rule)
    return laid is not None and not laid.stale and not laid.decision.needs_second


def total(counts: Sequence[PointCount]) -> PointCount:
    """All of them together."""
    return PointCount(*(sum(getattr(one, name) for one in counts) for name in ("open", "decided", "unreadable")))
