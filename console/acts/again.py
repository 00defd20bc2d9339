"""A job that failed or was stopped is asked for once more (重做): what it had finished stands."""

from __future__ import annotations

from django.db import transaction

from console import events
from console.acts import new_batch
from console.events import Actor
from console.models import Job, JobState, Person


def asked(by: Actor, person: Person, job: Job) -> Job:
    """The new job; where the same is waiting or running already, that one."""
    if job.kind == "screen" and job.batch is not None:
        return new_batch.screened(by, person, job.batch)
    with transaction.atomic():
        open_ = (JobState.WAITING, JobState.RUNNING)
        going = Job.objects.filter(kind=job.kind, batch=job.batch, asked=job.asked, state__in=open_).first()
        if going is not None:
            return going
        events.noted(by, "重做任务", job.batch, job=job.title)
        return Job.objects.create(kind=job.kind, batch=job.batch, asked=job.asked, by=person)
