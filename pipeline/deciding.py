"""How is a clerk's decision written down: is there such a finding, and what did it rest on?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline import decisions, names, results
from pipeline.decisions import Choice, Decision
from schemas.errors import UsageError


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the clerk said."""

    dossier: str
    rule: str
    choice: Choice
    name: str
    reason: str
    day: date


def decide(out: Path, wanted: Wanted) -> Decision:
    """Write the decision beside the results, in place of an earlier one about the same finding."""
    if not wanted.name.strip() or not wanted.reason.strip():
        raise UsageError("核定须写明姓名（--name）和理由（--reason）。")
    finding = _finding(out, wanted)
    decision = Decision(
        wanted.dossier,
        wanted.rule,
        wanted.choice,
        wanted.name.strip(),
        wanted.day,
        wanted.reason.strip(),
        decisions.print_of(
            finding["status"], finding["expected"], finding["actual"] or finding["message"], finding["evidence"]
        ),
    )
    kept = [one for one in decisions.load(out) if (one.dossier, one.rule) != (wanted.dossier, wanted.rule)]
    results.write(out / decisions.FILE, decisions.as_yaml([*kept, decision]))
    return decision


def _finding(out: Path, wanted: Wanted) -> dict[str, Any]:
    batch = _read(out / "batch.json")
    folders = {one["id"]: one["folder"] for one in batch["dossiers"]}
    if wanted.dossier not in folders:
        raise UsageError(f"{out} 的结果中没有卷宗“{wanted.dossier}”。请核对卷宗编号。")
    screening = _read(out / folders[wanted.dossier] / results.SCREENING)
    for finding in screening["findings"]:
        if finding["rule"] == wanted.rule:
            return dict(finding)
    open_ = [finding["rule"] for finding in screening["findings"] if finding["status"] in ("fail", "review", "error")]
    raise UsageError(f"卷宗“{wanted.dossier}”没有提示 {wanted.rule}。待处理的有：{'、'.join(open_) or '无'}。")


def _read(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(names.reachable(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} 无法读取。请先用 dossier screen 初审，再核定。") from error
    return dict(read)
