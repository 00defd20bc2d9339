"""What has a clerk decided about which finding, by name, with a reason, and does the evidence still stand?

A decision is laid over a finding and never replaces its status.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schemas.clerk_input import fingerprint
from schemas.findings import Finding
from schemas.locator import Locator


class Choice(StrEnum):
    """What can be decided of a finding: it holds; it is wrong; it holds but is let go; of the outcome: yes or no."""

    ACCEPT = "accept"
    OVERRULE = "overrule"
    WAIVE = "waive"
    RECOMMEND = "recommend"
    DECLINE = "decline"


TITLES = {
    Choice.ACCEPT: "经办人认可",
    Choice.OVERRULE: "经办人改判",
    Choice.WAIVE: "经办人豁免",
    Choice.RECOMMEND: "拟推荐",
    Choice.DECLINE: "不推荐",
}
OUTCOME = "outcome"
"""What stands in place of a rule where the whole dossier is decided about: whether it is to be recommended."""
OF_OUTCOME = (Choice.RECOMMEND, Choice.DECLINE)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision; ``fingerprint`` is that of the finding when it was taken, empty where nobody noted it."""

    dossier: str
    rule: str
    decision: Choice
    name: str
    date: date
    reason: str
    fingerprint: str = ""
    second: str = ""
    """Who has looked at it besides; waiving a condition asks for one."""

    @property
    def needs_second(self) -> bool:
        """Whether a second person must look at it, and none has."""
        return self.decision is Choice.WAIVE and self.rule.startswith("condition.") and not self.second


@dataclass(frozen=True, slots=True)
class AppliedDecision:
    """A decision as it lies over a finding; ``stale`` where what it was taken on has changed since."""

    decision: Decision
    stale: bool

    @property
    def title(self) -> str:
        """What was decided, in words."""
        title = TITLES[self.decision.decision]
        if self.decision.second:
            return f"{title}（{self.decision.second}复核）"
        return f"{title}（待另一人复核）" if self.decision.needs_second else title

    @property
    def settles(self) -> bool:
        """Whether the applicant need not be asked any more.

        Not while a waiver waits for its second person: until then nothing has been let go, and a letter says it still.
        """
        return self.decision.decision is not Choice.ACCEPT and not self.stale and not self.decision.needs_second


def recommended(over: Mapping[str, AppliedDecision]) -> bool:
    """Whether a person has marked the dossier 拟推荐: until then it is on no list of those recommended."""
    return OUTCOME in over and over[OUTCOME].decision.decision is Choice.RECOMMEND


def fingerprint_of(finding: Finding) -> str:
    """What the finding rests on: another status, number or place gives another."""
    places = map(Locator.as_json, finding.evidence)
    return fingerprint_of_record(str(finding.status), finding.expected, finding.actual or finding.message, places)


def fingerprint_of_record(status: str, expected: str, actual: str, evidence: Iterable[Mapping[str, object]]) -> str:
    """The same, of a finding as screening.json has it."""
    places = [[place[key] for key in ("file", "page", "sheet", "cell", "text")] for place in evidence]
    return fingerprint(status, expected, actual, places)


def laid(decisions: Iterable[Decision], dossier: str, findings: Iterable[Finding]) -> dict[str, AppliedDecision]:
    """Rule → the decision that lies over it in this dossier."""
    last = {decision.rule: decision for decision in decisions if decision.dossier == dossier}
    now = {finding.rule: fingerprint_of(finding) for finding in findings if finding.rule in last}
    return {
        rule: AppliedDecision(decision, bool(decision.fingerprint) and decision.fingerprint != now.get(rule, ""))
        for rule, decision in last.items()
    }
