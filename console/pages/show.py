"""How is a page shown: its template, with who is there, what is told once, and what the machine is doing?"""

from __future__ import annotations

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from console.access.visible import batches_of
from console.models import Job, JobState, Person
from console.models.people import Role

DECIDING = frozenset({Role.CLERK, Role.CHECKER})


def show(request: HttpRequest, template: str, *, status: int = 200, **shown: object) -> HttpResponse:
    """The page. Told once: what an act has done, or why it was not done."""
    person = request.user if isinstance(request.user, Person) else None
    common = {
        "me": person,
        "my_roles": person.roles if person else frozenset(),
        "working": bool(person and person.roles - {Role.ADMINISTRATOR}),
        "deciding": bool(person and DECIDING & person.roles),
        "told": list(get_messages(request)),
        "jobs": open_jobs(person) if person else [],
        "here": request.get_full_path(),
        "area": request.resolver_match.url_name if request.resolver_match else "",
    }
    return render(request, template, common | shown, status=status)


def open_jobs(person: Person) -> list[Job]:
    """The jobs of this person's batches, and his own, that have not come to their end."""
    waiting = Job.objects.filter(state__in=(JobState.WAITING, JobState.RUNNING)).select_related("batch", "by")
    mine = set(batches_of(person).values_list("pk", flat=True))
    return [job for job in waiting.order_by("pk") if job.by_id == person.pk or job.batch_id in mine]
