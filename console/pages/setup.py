"""The first run: with the code from the console's window, who administers it, and what letters say of the office."""

from __future__ import annotations

import hmac

from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from console import events
from console.access import sessions
from console.access.needs import needs, public
from console.access.visible import who
from console.acts import office, start
from console.models import Person
from console.models.people import Role
from console.pages.show import show


@public("GET", "POST")
def first_person(request: HttpRequest) -> HttpResponse:
    """Whoever sets the console up; only while nobody is there, and only with the code."""
    if Person.objects.exists():
        raise Http404
    code = request.POST.get("code") or request.GET.get("code", "")
    known = bool(code) and hmac.compare_digest(code.strip(), start.code())
    why: list[str] = []
    if request.method == "POST":
        why = _made(request) if known else ["一次性代码不对。请看启动窗口里显示的代码。"]
        if not why:
            return redirect("setup-office")
    given = {key: request.POST.get(key, "") for key in ("login", "name")}
    return show(request, "people/setup.html", status=400 if why else 200, code=code, known=known, why=why, given=given)


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def first_office(request: HttpRequest) -> HttpResponse:
    """What letters say of the office; then the demo batch, if it is wanted."""
    if request.method == "POST":
        office.written({key: request.POST.get(key, "") for key in office.FIELDS})
        events.noted(events.actor(request), "填写机关信息")
        if request.POST.get("demo"):
            start.demo(who(request))
        return redirect("desk")
    return show(request, "people/setup_office.html", fields=office.FIELDS, given=office.known())


def _made(request: HttpRequest) -> list[str]:
    """What is wrong with what was given; nothing where the person is made and logged in."""
    name, word = request.POST.get("login", "").strip(), request.POST.get("password", "")
    shown = request.POST.get("name", "").strip()
    if not name or not shown:
        return ["请填写用户名和姓名。"]
    if word != request.POST.get("again"):
        return ["两次输入的密码不一致。"]
    try:
        validate_password(word)
    except ValidationError as error:
        return list(error.messages)
    working = (Role.CLERK, Role.CHECKER) if request.POST.get("working") else ()
    person = Person.objects.create_user(name, shown, word, Role.ADMINISTRATOR, *working)
    start.forget_code()
    login(request, person)
    sessions.begin(request.session, events.address_of(request))
    events.noted(events.actor(request), "首次设置")
    return []
