"""Logging in and out, and one's own password."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters

from console import events
from console.access import lock_out, sessions
from console.access.needs import needs, public
from console.access.visible import who
from console.models import Person
from console.pages.show import show

_WRONG = "用户名或密码不对。"


@public("GET", "POST")
def enter(request: HttpRequest) -> HttpResponse:
    """The login. What was wrong, name or password, is not said."""
    if not Person.objects.exists():
        return redirect("setup")
    wanted = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        wanted = "/"
    name, why = request.POST.get("login", "").strip(), ""
    if request.method == "POST":
        why = _tried(request, name)
        if not why:
            return redirect(urlsplit(wanted)._replace(scheme="", netloc="").geturl())
    shown = {"wanted": wanted, "login": name, "why": why, "plain": not request.is_secure() and not _is_here(request)}
    return show(request, "people/login.html", status=401 if why else 200, **shown)


@needs(methods=("POST",))
def leave(request: HttpRequest) -> HttpResponse:
    """The end of this session, or of all of this person's."""
    person = who(request)
    if request.POST.get("all"):
        sessions.end(person)
    events.noted(events.actor(request), "退出")
    logout(request)
    return redirect(settings.LOGIN_URL)


@sensitive_post_parameters()
@needs(methods=("GET", "POST"))
def password(request: HttpRequest) -> HttpResponse:
    """One's own password, changed; all other sessions end with it."""
    person, why = who(request), []
    if request.method == "POST":
        why = _changed(request, person)
        if not why:
            messages.info(request, "密码已修改。")
            return redirect("desk")
    return show(request, "people/password.html", status=400 if why else 200, why=why)


def _changed(request: HttpRequest, person: Person) -> list[str]:
    new = request.POST.get("new", "")
    if not person.check_password(request.POST.get("old", "")):
        return ["原密码不对。"]
    if new != request.POST.get("again"):
        return ["两次输入的新密码不一致。"]
    try:
        validate_password(new, person)
    except ValidationError as error:
        return list(error.messages)
    person.set_password(new)
    person.must_change = False
    person.save()
    update_session_auth_hash(request, person)
    events.noted(events.actor(request), "修改密码")
    return []


def _tried(request: HttpRequest, name: str) -> str:
    """Why not; empty where the person is logged in."""
    address = events.address_of(request)
    until = lock_out.locked_until(name, address)
    if until is not None:
        return f"尝试次数过多，请在 {timezone.localtime(until):%H:%M} 之后再试，或请管理员给一个新密码。"
    person = authenticate(request, username=name, password=request.POST.get("password", ""))
    if not isinstance(person, Person):
        lock_out.failed(name, address)
        events.noted(events.Actor(name[:60], address), "登录失败")
        return _WRONG
    lock_out.succeeded(name, address)
    login(request, person)
    sessions.begin(request.session, address)
    events.noted(events.actor(request), "登录")
    return ""


def _is_here(request: HttpRequest) -> bool:
    """Whether the browser runs on the machine of the console itself."""
    return events.address_of(request) in ("127.0.0.1", "::1")
