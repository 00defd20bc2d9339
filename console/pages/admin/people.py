"""设置 · 人员: who works here, somebody added, one person with his roles, sessions and tries to log in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from console import events
from console.access import lock_out, sessions
from console.access.needs import needs
from console.access.visible import who
from console.acts.admin import people
from console.models import LoginTry, Person
from console.models.people import ROLE_TITLES, Role
from console.pages.show import show
from schemas.errors import UsageError


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def listing(request: HttpRequest) -> HttpResponse:
    """Everybody, those who still work here first; and the form that adds somebody."""
    why = ""
    if request.method == "POST":
        said = request.POST
        try:
            by = events.actor(request)
            person, word = people.added(by, said.get("login", ""), said.get("name", ""), said.getlist("roles"))
        except UsageError as error:
            why = str(error)
        else:
            return _one(request, person, f"已添加 {person.name}。一次性密码：{word}。只显示这一次，请当面告知。")
    everybody = Person.objects.order_by("-is_active", "name")
    given = {key: request.POST.get(key, "") for key in ("login", "name")} | {"roles": request.POST.getlist("roles")}
    return show(
        request,
        "admin/people.html",
        status=400 if why else 200,
        people=everybody,
        given=given,
        titles=ROLE_TITLES,
        why=why,
    )


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def one(request: HttpRequest, person: int) -> HttpResponse:
    """One person; what was done is said on the same page, since a new password is shown this once."""
    found = Person.objects.filter(pk=person).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return _one(request, found)
    try:
        said = {key: request.POST.getlist(key) for key in ("roles", "name")}
        return _one(request, found, people.done(events.actor(request), found, request.POST.get("act", ""), said))
    except UsageError as error:
        return _one(request, found, why=str(error))


def _one(request: HttpRequest, person: Person, said: str = "", why: str = "") -> HttpResponse:
    locked = [
        (one.address, until)
        for one in LoginTry.objects.filter(login=person.login)
        if (until := lock_out.locked_until(person.login, one.address))
    ]
    return show(
        request,
        "admin/person.html",
        status=400 if why else 200,
        person=person,
        titles=ROLE_TITLES,
        sessions=sessions.of(person),
        batches=person.batches.order_by("-made"),
        locked=locked,
        own=person.pk == who(request).pk,
        said=said,
        why=why,
    )
