"""What has a clerk decided about which finding, by name, with a reason, and does the evidence still stand?

Decisions lie in decisions.yaml beside the results. They are laid over findings and never replace a status.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from pipeline import names
from schemas.errors import UsageError
from schemas.findings import Finding
from schemas.locator import Locator

FILE = "decisions.yaml"
_HEAD = "# 经办人对初审提示的核定。可用 dossier decide 写入，也可直接编辑；重新初审时保留，不改变提示本身。\n"
_KEYS = ("dossier", "rule", "decision", "name", "date", "reason", "evidence")


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
class Laid:
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


def load(out: Path) -> tuple[Decision, ...]:
    """The decisions beside these results, in the order they were taken. UsageError names what is wrong in the file."""
    path = names.reachable(out / FILE)
    if not path.is_file():
        return ()
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{path} 无法读取：{type(error).__name__}。请检查该文件的格式，或改名后重新运行。") from error
    listed = (read or {}).get("decisions", []) if isinstance(read or {}, dict) else None
    if not isinstance(listed, list):
        raise UsageError(f"{path} 中应有 decisions 列表。请对照 dossier decide 写出的样子修改。")
    return tuple(_parsed(entry, number, path) for number, entry in enumerate(listed or (), 1))


def as_yaml(decisions: Iterable[Decision]) -> bytes:
    """The file's bytes with these decisions; the last one about a finding counts."""
    entries = [{**asdict(one), "decision": str(one.decision), "date": one.date.isoformat()} for one in decisions]
    body = yaml.safe_dump({"decisions": entries}, allow_unicode=True, sort_keys=False, width=1000)
    return (_HEAD + body).encode("utf-8", "replace")


def laid(decisions: Iterable[Decision], dossier: str, findings: Iterable[Finding]) -> dict[str, Laid]:
    """Rule → the decision that lies over it in this dossier."""
    last = {decision.rule: decision for decision in decisions if decision.dossier == dossier}
    prints = {finding.rule: fingerprint(finding) for finding in findings if finding.rule in last}
    return {
        rule: Laid(decision, bool(decision.evidence) and decision.evidence != prints.get(rule, ""))
        for rule, decision in last.items()
    }


def _parsed(entry: Any, number: int, path: Path) -> Decision:  # noqa: ANN401  whatever stands in the file
    if not isinstance(entry, dict):
        raise UsageError(f"{path} 第 {number} 条不是一项核定。请对照 dossier decide 写出的样子修改。")
    lacking = [key for key in _KEYS[:6] if not str(entry.get(key) or "").strip()]
    if lacking:
        raise UsageError(
            f"{path} 第 {number} 条缺少 {'、'.join(lacking)}。核定须写明卷宗、提示、结论、姓名、日期和理由。"
        )
    try:
        choice, day = Choice(str(entry["decision"])), date.fromisoformat(str(entry["date"]))
    except ValueError as error:
        known = "、".join(Choice)
        raise UsageError(f"{path} 第 {number} 条的 decision（应为 {known}）或 date（应如 2026-03-15）不对。") from error
    told = {key: str(entry.get(key) or "") for key in ("dossier", "rule", "name", "reason", "evidence")}
    return Decision(decision=choice, date=day, **told)
