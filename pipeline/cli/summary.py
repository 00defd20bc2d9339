"""What is the terminal told of a batch: one line for each dossier, and what several have in common?"""

from __future__ import annotations

from pipeline import wording
from pipeline.again.whole_run import RegisterLine, RunSummary
from pipeline.reports.register import completeness
from pipeline.results.batch import Batch
from schemas.dossier import Screening
from schemas.findings import FEEDING
from schemas.status import Disposition, Status


def summary_of(batch: Batch) -> RunSummary:
    """What the terminal is told of a batch."""
    lines = tuple(RegisterLine(_row(screening), str(screening.verdict.status)) for screening in batch.screenings)
    shared = sum(finding.status is not Status.PASS for finding in batch.findings)
    return RunSummary(batch.as_of.isoformat(), lines, shared)


def _row(screening: Screening) -> tuple[str, ...]:
    return (
        screening.id,
        screening.contents.applicant,
        screening.rulebook or "—",
        wording.VERDICTS[screening.verdict.status],
        completeness(screening),
        _count(screening, "condition", Status.FAIL),
        _count(screening, "crosscheck", Status.FAIL),
        _count(screening, "", Status.REVIEW),
    )


def _count(screening: Screening, kind: str, status: Status) -> str:
    counted = [
        finding
        for finding in screening.findings
        if finding.status is status
        and finding.disposition is not Disposition.NOTE
        and (not kind or wording.family(finding) == kind)
        and not finding.rule.startswith(FEEDING)
    ]
    return str(len(counted)) if counted else ""
