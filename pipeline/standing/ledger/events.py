"""What may be written into events.jsonl? The kinds of event, the facts of each, and how a line is read back.

Only people write events; nothing computed is one. A ``void`` takes an earlier event back; nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipeline.hash_chain import Entry

KINDS: Mapping[str, str] = {
    "recognised": "认定",
    "known": "原有认定",
    "publicity": "公示",
    "report": "报送",
    "inspection": "检查",
    "recheck": "复核",
    "complaint": "投诉",
    "penalty": "处罚处分",
    "lost": "失去称号",
    "changed": "变更",
    "void": "作废",
}
RESULTS = ("合格", "整改", "不合格")
RECHECKED = ("确认", "整改", "撤销")
# The day that tells from when an event counts.
_DAY_OF = {"publicity": "first_day", "report": "received", "changed": "since"}


@dataclass(frozen=True, slots=True)
class PlatformRef:
    """Whom an event is about, as it was known when the event was written."""

    name: str = ""
    code: str = ""
    county: str = ""

    def as_json(self) -> dict[str, str]:
        """The parts that are known."""
        return {key: text for key in ("name", "code", "county") if (text := getattr(self, key))}


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log."""

    no: int
    kind: str
    by: str
    at: str
    day: date | None
    rulebook: str
    subjects: tuple[PlatformRef, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """A fact as text, "" where there is none."""
        return str(self.facts.get(key) or "")

    def date(self, key: str) -> date | None:
        """A fact that is a day."""
        return read_day(self.facts.get(key))


def read_day(value: object) -> date | None:
    """A day written 2026-03-15; None for anything else."""
    try:
        return date.fromisoformat(str(value or ""))
    except ValueError:
        return None


def events_of(entries: Sequence[Entry]) -> tuple[list[Event], dict[int, str]]:
    """The events that stand, in their order, and those that were taken back, with the reason."""
    read = [_event(entry) for entry in entries if entry.get("event") in KINDS]
    voided = {int(one.facts["of"]): one.text("reason") for one in read if one.kind == "void"}
    return [one for one in read if one.kind != "void" and one.no not in voided], voided


def taken_back(entries: Sequence[Entry]) -> list[Event]:
    """The events that a ``void`` took back, in their order: they stay in the log, and count for nothing."""
    read = [_event(entry) for entry in entries if entry.get("event") in KINDS]
    voided = {int(one.facts["of"]) for one in read if one.kind == "void"}
    return [one for one in read if one.no in voided]


def _event(entry: Entry) -> Event:
    kind = str(entry["event"])
    subjects = entry.get("platforms") or ([entry["platform"]] if entry.get("platform") else [])
    return Event(
        no=int(entry["no"]),
        kind=kind,
        by=str(entry.get("by", "")),
        at=str(entry.get("at", "")),
        day=read_day(entry.get(_DAY_OF.get(kind, "day")) or entry.get("day")),
        rulebook=str(entry.get("rulebook", "")),
        subjects=tuple(PlatformRef(*(str(one.get(key, "")) for key in ("name", "code", "county"))) for one in subjects),
        facts=entry,
    )
