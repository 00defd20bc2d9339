"""What has become of one dossier since a moment ago: its verdict, and which of its findings read otherwise?"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import file_names
from pipeline.results.as_json import SCREENING
from pipeline.results.asked import BATCH


@dataclass(frozen=True, slots=True)
class Stands:
    """How a dossier stands in its results: its verdict, and rule → status and message of each finding."""

    verdict: str
    findings: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ChangedFinding:
    """One finding that was otherwise before; an empty status is that of one that was not there, or is gone."""

    rule: str
    before: str
    after: str
    message: str


NOTHING = Stands("", {})


def stands(out: Path, dossier: str) -> Stands:
    """How the dossier stands now; NOTHING where its results cannot be read."""
    try:
        listed = json.loads(file_names.reachable(out / BATCH).read_text(encoding="utf-8"))["dossiers"]
        folder = next(entry["folder"] for entry in listed if entry["id"] == dossier)
        read: Mapping[str, Any] = json.loads(file_names.reachable(out / folder / SCREENING).read_text(encoding="utf-8"))
        findings = {one["rule"]: (str(one["status"]), str(one["message"])) for one in read["findings"]}
        return Stands(str(read["verdict"]["status"]), findings)
    except (OSError, ValueError, KeyError, TypeError, StopIteration):
        return NOTHING


def changes(before: Stands, after: Stands) -> list[ChangedFinding]:
    """Every finding whose status or words are others, in the order of the report; those that are gone come last."""
    rules = [*after.findings, *(rule for rule in before.findings if rule not in after.findings)]
    found = []
    for rule in rules:
        was, now = before.findings.get(rule, ("", "")), after.findings.get(rule, ("", ""))
        if was != now:
            found.append(ChangedFinding(rule, was[0], now[0], now[1] or was[1]))
    return found
