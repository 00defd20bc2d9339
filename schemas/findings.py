"""What the validators say: findings, materials, a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from schemas.locator import Locator
from schemas.status import Disposition, MaterialStatus, Reason, Status, VerdictStatus

FEEDING = ("condition.function.", "condition.score.")
"""Findings of these rules feed another one (condition.functions, condition.score) and count for nothing themselves."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says about one dossier, and where it looked."""

    rule: str
    """"condition.staff_count" (contract §8)."""
    status: Status
    article: str
    """"第七条（五）"; empty where no article speaks of it (arithmetic of a form)."""
    message: str
    """One Chinese sentence for the clerk: what, with which numbers, and what to do."""
    expected: str = ""
    """What the article asks, in our words."""
    actual: str = ""
    """Every reading with its source: 申报表 12 人；名单 11 人."""
    evidence: tuple[Locator, ...] = ()
    disposition: Disposition = Disposition.VERIFY
    reason: Reason | None = None
    """Set exactly where status is review."""
    caused_by: str = ""
    """The rule whose finding explains this one (an absent roster …), for folding in reports."""
    asks: str = ""
    """What the clause of a condition demands, as the rulebook has it: what letters quote as the regulation's."""
    points: tuple[Decimal, Decimal] | None = None
    """Of points: how many are surely earned, and how many possibly."""


@dataclass(frozen=True, slots=True)
class MaterialResult:
    """How one checklist item stands. ``note`` names what is missing of it, or for whom it was seen."""

    item: str
    title: str
    status: MaterialStatus
    optional: bool
    article: str
    note: str = ""
    evidence: tuple[Locator, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One word for the dossier; ``reasons`` names the findings that made it so."""

    status: VerdictStatus
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchFinding:
    """What two or more dossiers of a batch have in common."""

    rule: str
    status: Status
    dossiers: tuple[str, ...]
    message: str
    evidence: tuple[Locator, ...] = ()
