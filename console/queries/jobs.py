"""Which jobs may this person see: those of his batches, his own, and an administrator what is of no batch."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from console.access.visible import batches_of
from console.models import Job, JobState, Person

_MOST = 100


def visible(person: Person) -> QuerySet[Job]:
    """They, the newest first."""
    every = Job.objects.select_related("batch", "by").order_by("-pk")
    mine = Q(by=person) | Q(batch__in=batches_of(person))
    return every.filter(mine | Q(batch=None) if person.administers else mine)


def recent(person: Person) -> list[Job]:
    """The last of them: those that are open first."""
    listed = list(visible(person)[:_MOST])
    return sorted(listed, key=lambda job: not job.is_open)


def stopped(person: Person, number: int) -> Job | None:
    """A job of this number that ended before it was done; None where the person sees no such one."""
    return visible(person).filter(pk=number, state__in=(JobState.FAILED, JobState.STOPPED)).first()
