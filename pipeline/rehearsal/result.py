"""What is kept of a rehearsal as the golden test of its rulebook, and what has changed since the last one?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.rehearsal.made import DAY
from pipeline.rehearsal.rehearse import RehearsalOutcome
from schemas.errors import UsageError

FILE = "rehearsal.json"
_CONTRACT = "rehearsal/1"
_SAID = {
    "pass": "符合",
    "fail": "不符合",
    "review": "需人工核实",
    "complete": "齐全",
    "supplement": "需要补正",
    "ineligible": "不符合条件",
    "not_applicable": "不适用",
    "": "没有结果",
}


def as_json(name: str, outcomes: Sequence[RehearsalOutcome]) -> str:
    """The rehearsal as it is compared: every dossier with what was found of it, nothing of the machine or the clock."""
    cases = [
        {
            "case": one.case.id,
            "title": one.case.title,
            "rule": one.case.rule,
            "article": one.case.article,
            "status": one.status,
            "reason": one.reason,
            "others": list(one.others),
            "holds": one.holds,
        }
        for one in outcomes
    ]
    whole = {"contract": _CONTRACT, "rulebook": name, "as_of": DAY.isoformat(), "cases": cases}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """The cases of an earlier rehearsal by their ids. Raises UsageError where the file is none."""
    try:
        return {one["case"]: one for one in json.loads(path.read_text(encoding="utf-8"))["cases"]}
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"{path} 不是演练结果（rehearsal.json），请检查路径") from None


def differences(before: Mapping[str, Mapping[str, Any]], outcomes: Sequence[RehearsalOutcome]) -> Iterator[str]:
    """A sentence for each dossier of which something else is found than before, that is new, or that is gone."""
    for one in outcomes:
        earlier = before.get(one.case.id)
        if earlier is None:
            yield f"新增：{one.case.title}"
        elif (earlier["status"], earlier["others"]) != (one.status, list(one.others)):
            yield f"{one.case.title}：上次{said(earlier['status'])}，这次{said(one.status)}"
    now = {one.case.id for one in outcomes}
    yield from (f"不再有：{one['title']}" for name, one in before.items() if name not in now)


def lines(outcomes: Sequence[RehearsalOutcome]) -> Iterator[str]:
    """What a clerk reads: one line a dossier, what does not hold marked."""
    for one in outcomes:
        article = f"（{one.case.article}）" if one.case.article else ""
        held = f"　←　{one.why}" if one.why else ""
        alone = "，其他规则不变" if one.case.rule and one.holds and not one.others and not one.why else ""
        yield f"{_mark(one)} {one.case.title}{article}：{said(one.status)}{alone}{held}"


def _mark(one: RehearsalOutcome) -> str:
    return "×" if not one.holds else "○" if one.only_people else "√"


def conclusion(outcomes: Sequence[RehearsalOutcome]) -> str:
    """How many hold."""
    amiss = [one for one in outcomes if not one.holds]
    rules = sum(bool(one.case.rule) for one in outcomes)
    people = sum(one.only_people for one in outcomes)
    if not amiss:
        left = f"另有 {people} 条表上没有写这个数的地方，只能由人核对。" if people else ""
        return f"演练 {len(outcomes)} 份卷宗：齐全的通过，{rules - people} 条规则都能单独发现差一点的卷宗。{left}"
    return f"演练 {len(outcomes)} 份卷宗，{len(amiss)} 份的结果与预期不同，请核对规则文件。"


def said(status: str) -> str:
    """The status in Chinese."""
    return _SAID.get(status, status)
