"""What has a clerk decided about which finding, by name, with a reason, and does the evidence still stand?

A decision is laid over a finding and never replaces its status.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schemas.findings import Finding
from schemas.locator import Locator


class Choice(StrEnum):
    """What can be decided: the finding holds; it is wrong; it holds but is let go."""

    ACCEPT = "accept"
    OVERRULE = "overrule"
    WAIVE = "waive"


TITLES = {Choice.ACCEPT: "经办人认可", Choice.OVERRULE: "经办人改判", Choice.WAIVE: "经办人豁免"}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; ``evidence`` is the fingerprint of the finding when it was taken, empty where nobody noted it."""

    dossier: str
    rule: str
    decision: Choice
    name: str
    date: date
    reason: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class AppliedDecision:
    """A decision as it lies over a finding; ``stale`` where what it was taken on has changed since."""

    decision: Decision
    stale: bool

    @property
    def title(self) -> str:
        """What was decided, in words."""
        return TITLES[self.decision.decision]

    @property
    def settles(self) -> bool:
        """Whether the applicant need not be asked any more."""
        return self.decision.decision is not Choice.ACCEPT and not self.stale


def fingerprint(finding: Finding) -> str:
    """What the finding rests on, in sixteen characters: another status, number or place gives others."""
    return print_of(
        str(finding.status), finding.expected, finding.actual or finding.message, map(Locator.as_json, finding.evidence)
    )


def print_of(status: str, expected: str, actual: str, evidence: Iterable[Mapping[str, object]]) -> str:
    """The same, of a finding as screening.json has it."""
    spots = [[place[key] for key in ("file", "page", "sheet", "cell", "text")] for place in evidence]
    told = json.dumps([status, expected, actual, spots], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]


def laid(decisions: Iterable[Decision], dossier: str, findings: Iterable[Finding]) -> dict[str, AppliedDecision]:
    """Rule → the decision that lies over it in this dossier."""
    last = {decision.rule: decision for decision in decisions if decision.dossier == dossier}
    prints = {finding.rule: fingerprint(finding) for finding in findings if finding.rule in last}
    return {
        rule: AppliedDecision(decision, bool(decision.evidence) and decision.evidence != prints.get(rule, ""))
        for rule, decision in last.items()
    }
