"""What do several dossiers of a batch have in common?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from console.access.visible import dossiers_of
from console.models import DossierWork, OfficeBatch, Person
from pipeline import file_names, wording
from pipeline.results.asked import BATCH


@dataclass(frozen=True, slots=True)
class SharedPoint:
    """One finding about several dossiers."""

    title: str
    message: str
    dossiers: Sequence[DossierWork]


def across(batch: OfficeBatch, person: Person) -> list[SharedPoint]:
    """Those of which this person sees every dossier; each once, as the last round says it."""
    known = {one.key: one for one in dossiers_of(person).filter(batch=batch)}
    found: dict[tuple[str, ...], SharedPoint] = {}
    for current in batch.rounds.order_by("-number"):
        for one in _listed(Path(current.results)):
            if all(key in known for key in one["dossiers"]):
                dossiers = [known[key] for key in one["dossiers"]]
                point = SharedPoint(wording.rule_title(one["rule"]), one["message"], dossiers)
                found.setdefault((one["rule"], *sorted(one["dossiers"])), point)
    return list(found.values())


def _listed(results: Path) -> list[Mapping[str, Any]]:
    try:
        return list(json.loads(file_names.reachable(results / BATCH).read_text(encoding="utf-8"))["findings"])
    except (OSError, ValueError, KeyError):
        return []
