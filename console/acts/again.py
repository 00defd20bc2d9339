"""A job that failed or was stopped is asked for once more (重做): what it had finished stands."""

from __future__ import annotations

from console.acts import new_batch
from console.acts.enqueue import queued
from console.events import Actor
from console.models import Job, Person


def asked(by: Actor, person: Person, job: Job) -> Job:
    """The new job; where the same is waiting or running already, that one."""
    if job.kind == "screen" and job.batch is not None:
        return new_batch.screened(by, person, job.batch)
    once_more = Job(kind=job.kind, batch=job.batch, asked=job.asked, by=person)
    return queued(by, once_more, "重做任务", job=job.title)
