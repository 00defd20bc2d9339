"""What do several dossiers of a batch have in common?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

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
    """Those of which this person sees every dossier."""
    results = batch.results
    if results is None:
        return []
    try:
        listed = json.loads(file_names.reachable(results / BATCH).read_text(encoding="utf-8"))["findings"]
    except (OSError, ValueError, KeyError):
        return []
    known = {one.key: one for one in dossiers_of(person).filter(batch=batch)}
    return [
        SharedPoint(wording.rule_title(one["rule"]), one["message"], [known[key] for key in one["dossiers"]])
        for one in listed
        if all(key in known for key in one["dossiers"])
    ]
