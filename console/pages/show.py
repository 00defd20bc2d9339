"""How is a page shown: its template, with who is there, what is told once, and what the machine is doing?"""

from __future__ import annotations

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from console.models import OPEN, Job, Person
from console.models.people import Role
from console.queries import jobs

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
    """The jobs that this person sees and that have not come to their end, in the order in which they are done."""
    waiting = jobs.visible(person).filter(state__in=OPEN)
    return list(waiting.order_by("pk"))
