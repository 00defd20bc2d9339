"""What does a batch look like as a whole: dossier by condition, and what most often fails?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas.dossier import Screening
from schemas.findings import Finding
from schemas.status import Disposition, Status

_FUNCTION = "condition.function."
_WORST = (Status.FAIL, Status.ERROR, Status.REVIEW, Status.PASS, Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class RuleFailures:
    """One rule that some dossiers fail: in how many, and its bar as a share of the longest."""

    rule: str
    dossiers: tuple[str, ...]
    share: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One dossier's row of the matrix: the status of each condition (None: not asked), and how much else there is."""

    screening: Screening
    statuses: tuple[Status | None, ...]
    differing: int
    open: int


def conditions(screenings: Iterable[Screening]) -> list[str]:
    """The conditions that any dossier was held against, in the order of the regulations."""
    rules = (finding.rule for screening in screenings for finding in screening.findings)
    return list(
        dict.fromkeys(rule for rule in rules if rule.startswith("condition.") and not rule.startswith(_FUNCTION))
    )


def matrix(screenings: Iterable[Screening], columns: Sequence[str]) -> list[MatrixRow]:
    """One line per dossier, in the order of the inbox."""
    return [_line(screening, columns) for screening in screenings]


def most_frequent(screenings: Iterable[Screening], most: int = 10) -> list[RuleFailures]:
    """The rules that fail in most dossiers, the most frequent first."""
    where: dict[str, dict[str, None]] = {}
    for screening in screenings:
        for finding in screening.findings:
            if finding.status is Status.FAIL and _counts(finding):
                where.setdefault(finding.rule, {})[screening.id] = None
    ordered = sorted(where, key=lambda rule: (-len(where[rule]), rule))[:most]
    longest = max((len(where[rule]) for rule in ordered), default=1)
    return [RuleFailures(rule, tuple(where[rule]), round(100 * len(where[rule]) / longest)) for rule in ordered]


def _line(screening: Screening, columns: Sequence[str]) -> MatrixRow:
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
    return finding.disposition is not Disposition.NOTE and not finding.rule.startswith(_FUNCTION)
