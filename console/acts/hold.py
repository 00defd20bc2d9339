"""Who has a dossier open? Shown to whoever opens it besides: comfort alone, what keeps writes apart is the version."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from console.models import DossierWork, Hold, Person

MINUTES = timedelta(minutes=5)
"""Without a page looked at or an act done for so long, nobody has it open any more."""


def opened(person: Person, dossier: DossierWork) -> str:
    """The name of who else has it open; empty where nobody has, and then this person does."""
    now = timezone.now()
    with transaction.atomic():
        held = Hold.objects.select_related("person").filter(dossier=dossier).first()
        if held is not None and held.person_id != person.pk and held.until > now:
            return held.person.name
        Hold.objects.update_or_create(dossier=dossier, defaults={"person": person, "until": now + MINUTES})
    return ""
