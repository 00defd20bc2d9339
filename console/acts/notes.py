"""A note about a dossier, or about one finding of it."""

from __future__ import annotations

from console.models import DossierWork, Note, Person
from schemas.errors import UsageError

_LONGEST = 2000


def noted(person: Person, dossier: DossierWork, text: str, rule: str = "") -> Note:
    """The note. UsageError where it says nothing, or too much."""
    said = text.strip()
    if not said or len(said) > _LONGEST:
        raise UsageError(f"备注不能为空，也不超过 {_LONGEST} 字。")
    return Note.objects.create(dossier=dossier, rule=rule[:200], text=said, by=person)
