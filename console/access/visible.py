"""Which batches and dossiers exist for this person?"""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest

from console.models import DossierWork, OfficeBatch, Person


def batches_of(person: Person) -> QuerySet[OfficeBatch]:
    """Those that the person is a member of; one whose files were laid aside to be deleted is nobody's."""
    return OfficeBatch.objects.filter(members=person, removed=None)


def dossiers_of(person: Person) -> QuerySet[DossierWork]:
    """Those of these batches, but for the ones that the person is barred from (回避)."""
    barred = person.recusal_set.filter(ended=None).values("dossier")
    return DossierWork.objects.filter(batch__members=person, batch__removed=None).exclude(pk__in=barred)


def who(request: HttpRequest) -> Person:
    """The person who is logged in; a page behind ``needs`` has one."""
    person = request.user
    if not isinstance(person, Person):
        raise TypeError("a page that needs nobody asks who is there")
    return person
