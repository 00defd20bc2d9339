"""How did a decision come about: who did what when, and does the record still stand?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.cli.said import say
from pipeline.decisions import log
from schemas.errors import UsageError

_EVENTS = {log.DECIDED: "核定", log.WITHDRAWN: "撤回", log.UNDONE: "撤销改动"}


def show_history(out: Path, dossier: str, what: str) -> None:
    """Print every change about it, the oldest first. UsageError where the record was changed."""
    entries, problems = log.read(out)
    for entry in log.about(entries, dossier, what):
        say(f"{entry['no']}. {entry['at']} {entry['by']} {_EVENTS[entry['event']]}：{_said(entry)}")
    if problems:
        raise UsageError(f"核定记录核对不一致：{problems[0]}。")
    outside = [entry["no"] for entry in entries if entry["event"] == log.OUTSIDE]
    if outside:
        listed = "、".join(map(str, outside))
        say(f"decisions.yaml 曾被直接修改（记录第 {listed} 条之前）。")


def _said(entry: Mapping[str, Any]) -> str:
    """What stands there since then, in a few words."""
    listed = [one for entries in (entry.get("after") or {}).values() for one in entries]
    words = [
        "，".join(str(one[key]) for key in ("decision", "value", "kind", "text", "reason", "second") if one.get(key))
        for one in listed
    ]
    return "；".join(words) or "不再有核定"
