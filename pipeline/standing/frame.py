"""From which platforms is a spot check drawn? Those that hold a title on the day, as a sampling frame."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline.sampling.draw.frame import SamplingFrame, Unit, frame
from pipeline.standing.ledger.platforms import Holder
from pipeline.standing.overview import Overview, overview
from pipeline.standing.reckon.states import HOLDS, State

COLUMNS = (
    "name",
    "code",
    "county",
    "rulebook",
    "rulebook_title",
    "kind",
    "number",
    "starts",
    "ends",
    "state",
    "last_inspection",
    "complaints",
    "risk",
)


def platforms(ledger: Path, as_of: date) -> SamplingFrame:
    """Every platform whose title is held on the day, by its code (else its name)."""
    seen = overview(ledger, as_of)
    held = [(holder, how) for holder, how in seen.states() if how.id in HOLDS]
    several = len({holder.rulebook.id for holder, _ in held}) > 1
    units = [Unit(_key(holder, several=several), _values(holder, how, seen)) for holder, how in held]
    return frame("platforms", COLUMNS, units)


def _key(holder: Holder, *, several: bool) -> str:
    return f"{holder.key} {holder.rulebook.id}" if several else holder.key


def _values(holder: Holder, how: State, seen: Overview) -> dict[str, str]:
    title = holder.title_on(seen.as_of)
    checks = list(holder.of("inspection"))
    complaints = list(holder.of("complaint"))
    worried = [f"投诉 {len(complaints)} 件"] if complaints else []
    worried += ["最近检查不合格"] if checks and checks[-1].text("result") == "不合格" else []
    return {
        "name": holder.name,
        "code": holder.code,
        "county": holder.county,
        "rulebook": holder.rulebook.id,
        "rulebook_title": holder.rulebook.title,
        "kind": title.kind if title else "",
        "number": title.number if title else "",
        "starts": str(title.start) if title else "",
        "ends": str(title.ends or "") if title else "",
        "state": how.title,
        "last_inspection": f"{checks[-1].day} {checks[-1].text('result')}" if checks else "",
        "complaints": str(len(complaints)),
        "risk": "；".join(worried),
    }
