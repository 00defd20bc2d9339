"""What does a clerk's own finding make of the verdict? It counts as a rule's would (contract §13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schemas.clerk_input import OwnFinding
from schemas.dossier import Screening
from schemas.findings import Finding, Verdict
from schemas.locator import Locator
from schemas.status import Disposition, Reason, Status, VerdictStatus

_MAKES = {
    Disposition.INELIGIBLE: VerdictStatus.INELIGIBLE,
    Disposition.SUPPLEMENT: VerdictStatus.SUPPLEMENT,
    Disposition.VERIFY: VerdictStatus.REVIEW,
}
_GRAVEST_FIRST = (VerdictStatus.INELIGIBLE, VerdictStatus.SUPPLEMENT, VerdictStatus.REVIEW, VerdictStatus.COMPLETE)


def with_own(screening: Screening, own: Sequence[OwnFinding]) -> Screening:
    """The screening with these findings behind its own, and the verdict that follows from all."""
    if not own:
        return screening
    findings = (*screening.findings, *map(_finding, own))
    return replace(screening, findings=findings, verdict=_verdict(screening.verdict, own))


def _finding(own: OwnFinding) -> Finding:
    looked_at = own.disposition is Disposition.VERIFY
    return Finding(
        own.rule,
        Status.REVIEW if looked_at else Status.FAIL,
        own.article,
        own.text,
        evidence=(Locator(own.file, page=own.page, bbox=own.box),) if own.file else (),
        disposition=own.disposition,
        reason=Reason.TOLD_BY_CLERK if looked_at else None,
    )


def _verdict(before: Verdict, own: Sequence[OwnFinding]) -> Verdict:
    """The gravest of all; its reasons are those of the rules, then the clerk's. What nobody could open stays so."""
    if before.status not in _GRAVEST_FIRST:
        return before
    gravest = min((_MAKES[one.disposition] for one in own), key=_GRAVEST_FIRST.index)
    gravest = min(gravest, before.status, key=_GRAVEST_FIRST.index)
    reasons = before.reasons if before.status is gravest else ()
    return Verdict(gravest, (*reasons, *(one.rule for one in own if _MAKES[one.disposition] is gravest)))
