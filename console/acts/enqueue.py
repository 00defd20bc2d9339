"""How is a job asked for, so that nobody's second click makes a second one?"""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from console import events
from console.events import Actor
from console.models import OPEN, Job, JobState


def queued(by: Actor, job: Job, event: str, among: Collection[JobState] = OPEN, /, **facts: object) -> Job:
    """The job, once it is noted and waits for the worker; where the same is open already, that one.

    The same: of its kind, of its batch, asked for with the same words. ``among``: what counts as open.
    """
    with transaction.atomic():
        same = Job.objects.filter(kind=job.kind, batch=job.batch, asked=job.asked, state__in=among).first()
        if same is not None:
            return same
        events.noted(by, event, job.batch, **facts)
        job.save()
        return job
