"""What does a batch look like as a whole: dossier by condition, and what most often fails?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemas.dossier import Screening
from schemas.findings import FEEDING, Finding
from schemas.status import Disposition, Status

_WORST = (Status.FAIL, Status.ERROR, Status.REVIEW, Status.PASS, Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class RuleFailures:
    """One rule that some dossiers fail: in how many, and its bar as a share of the longest."""

    rule: str
    dossiers: int
    share: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One dossier's row of the matrix: the status of each condition (None: not asked), and how much else there is."""

    screening: Screening
    statuses: tuple[Status | None, ...]
    differing: int
    open: int


def condition_rules(screening: Screening) -> list[str]:
    """The conditions that a dossier was held against, in the order of its regulation."""
    rules = (finding.rule for finding in screening.findings)
    return [rule for rule in rules if rule.startswith("condition.") and not rule.startswith(FEEDING)]


def failing(screening: Screening) -> frozenset[str]:
    """The rules that a dossier fails, of those that count."""
    failed = (finding for finding in screening.findings if finding.status is Status.FAIL)
    return frozenset(finding.rule for finding in failed if _counts(finding))


def most_frequent(failed: Mapping[str, int], most: int = 10) -> list[RuleFailures]:
    """Of rules with the number of dossiers that fail them, those that fail in most, the most frequent first."""
    ordered = sorted(failed, key=lambda rule: (-failed[rule], rule))[:most]
    longest = max((failed[rule] for rule in ordered), default=1)
    return [RuleFailures(rule, failed[rule], round(100 * failed[rule] / longest)) for rule in ordered]


def matrix_row(screening: Screening, columns: Sequence[str]) -> MatrixRow:
    """One line of the matrix: these conditions of a dossier."""
    known: dict[str, Status] = {}
    for finding in screening.findings:
        if finding.rule not in known or _WORST.index(finding.status) < _WORST.index(known[finding.rule]):
            known[finding.rule] = finding.status
    counted = Counter(
        (finding.rule.partition(".")[0] if finding.status is Status.FAIL else "open")
        for finding in screening.findings
        if _counts(finding) and finding.status in (Status.FAIL, Status.REVIEW, Status.ERROR)
    )
    return MatrixRow(screening, tuple(known.get(rule) for rule in columns), counted["crosscheck"], counted["open"])


def _counts(finding: Finding) -> bool:
    return finding.disposition is not Disposition.NOTE and not finding.rule.startswith(FEEDING)
