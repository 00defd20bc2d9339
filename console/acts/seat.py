"""From where does somebody act on a dossier's result, and what did the form say?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone

from console.models import Person
from pipeline.decisions import record
from pipeline.decisions.record import Desk, Who


@dataclass(frozen=True, slots=True)
class Seat:
    """One person at the result of one dossier. ``expected``: what was decided about it when the person looked."""

    out: Path
    dossier: str
    person: Person
    expected: str
    form: Mapping[str, str]
    rules: tuple[str, ...] = ()

    def said(self, key: str) -> str:
        """What the form says under this name."""
        return self.form.get(key, "").strip()

    @property
    def reason(self) -> str:
        """Why, in the person's words."""
        return self.said("reason")

    def desk(self, reason: str = "") -> Desk:
        """The desk of ``pipeline.decisions``, signed with the person's name, today."""
        who = Who(self.person.name, timezone.localdate(), reason or self.reason)
        return record.opened(self.out, self.dossier, who, self.expected)
