"""One word for the dossier: the first that holds, and the findings that made it so (contract §3)."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.findings import FEEDING, Finding, Verdict
from schemas.status import Disposition, FileStatus, Status, VerdictStatus
from validators.case import Case

_NEVER = (
    *FEEDING,
    "note.",
    "seal.",
    "judgement.",
    "rulebook.in_force",
    # The recommender's papers are not the applicant's.
    "survey.",
    "material.recommendation",
)


def verdict(case: Case, findings: Sequence[Finding]) -> Verdict:
    """Ineligible, supplement, review or complete; unreadable where nothing could be opened."""
    if _nothing_opened(case):
        return Verdict(VerdictStatus.UNREADABLE)
    counted = [found for found in findings if _counts(case, found)]
    for status, makes in (
        (VerdictStatus.INELIGIBLE, _makes_ineligible),
        (VerdictStatus.SUPPLEMENT, _makes_supplement),
        (VerdictStatus.REVIEW, _makes_review),
    ):
        reasons = tuple(dict.fromkeys(found.rule for found in counted if makes(found)))
        if reasons:
            return Verdict(status, reasons)
    return Verdict(VerdictStatus.COMPLETE)


def _nothing_opened(case: Case) -> bool:
    return not any(record.status is FileStatus.READ for record in case.contents.files)


def _counts(case: Case, found: Finding) -> bool:
    if found.rule.startswith(_NEVER) or (found.rule.startswith("form.") and found.disposition is Disposition.NOTE):
        return False
    if found.rule.startswith("condition."):
        return case.procedure.conditions_count
    optional = {f"material.{item.item}" for item in case.procedure.materials if item.optional}
    return found.rule not in optional


def _makes_ineligible(found: Finding) -> bool:
    return found.rule.startswith("condition.") and found.status is Status.FAIL


def _makes_supplement(found: Finding) -> bool:
    return found.rule.startswith(("material.", "form.")) and found.status is Status.FAIL


def _makes_review(found: Finding) -> bool:
    looked_at = found.status in (Status.REVIEW, Status.ERROR)
    return looked_at or (found.rule.startswith("crosscheck.") and found.status is Status.FAIL)
