"""What came of a rehearsal, as rehearsal.json tells it?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.rehearsal import result
from schemas.errors import UsageError


@dataclass(frozen=True, slots=True)
class RehearsedCase:
    """One made-up dossier: what it is, on which article, what was found of it, and whether that is as it should be."""

    title: str
    article: str
    said: str
    holds: bool


def rehearsed(path: Path) -> list[RehearsedCase]:
    """The cases, those that do not hold first; none where nothing was rehearsed."""
    try:
        cases = result.read(path).values()
    except UsageError:
        return []
    listed = [
        RehearsedCase(one["title"], one["article"], result.said(one["status"]), bool(one["holds"])) for one in cases
    ]
    return sorted(listed, key=lambda one: one.holds)
