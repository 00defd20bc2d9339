"""May this person open this page of this dossier? Said once a page, in front of it, and nowhere else.

``@needs(Role.CLERK)``: one of these roles, and where the address names a batch, membership in it; where it names a
dossier, no recusal. The page is given the batch and the dossier themselves in place of their numbers. What somebody
may not see does not exist for him (404); what his role does not do is refused (403).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from console.access.visible import batches_of, dossiers_of
from console.models import Person
from console.models.people import Role

Page = Callable[..., HttpResponseBase]
READING = (Role.READER, Role.CLERK, Role.CHECKER)
DECIDING = (Role.CLERK, Role.CHECKER)
_OWN_PAGE = "password"
"""Where somebody with a one-time password is sent first."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a page asks of whoever opens it. ``public``: nothing; no role: a login."""

    roles: frozenset[Role]
    methods: tuple[str, ...]
    public: bool = False


def needs(*roles: Role, methods: tuple[str, ...] = ("GET",)) -> Callable[[Page], Page]:
    """One of these roles; without any, whoever is logged in. A POST is an act, a GET never is."""
    need = Need(frozenset(roles), methods)

    def fenced(page: Page) -> Page:
        @wraps(page)
        def opened(request: HttpRequest, **named: int | str) -> HttpResponseBase:
            person = request.user
            if not isinstance(person, Person) or not person.is_active:
                return _to_login(request)
            if person.must_change and request.resolver_match and request.resolver_match.url_name != _OWN_PAGE:
                return redirect(_OWN_PAGE)
            if need.roles and not need.roles & person.roles:
                raise PermissionDenied
            if request.method not in (*need.methods, "HEAD"):
                return HttpResponseNotAllowed(need.methods)
            return page(request, **_found(person, named))

        return _marked(opened, need)

    return fenced


def public(*methods: str) -> Callable[[Page], Page]:
    """Nobody need be logged in: the login itself, and setting up."""
    need = Need(frozenset(), methods, public=True)

    def fenced(page: Page) -> Page:
        @wraps(page)
        def opened(request: HttpRequest, **named: int | str) -> HttpResponseBase:
            if request.method not in (*need.methods, "HEAD"):
                return HttpResponseNotAllowed(need.methods)
            return page(request, **named)

        return _marked(opened, need)

    return fenced


def _marked(page: Page, need: Need) -> Page:
    # What the matrix of pages and roles is made of.
    page.need = need  # type: ignore[attr-defined]
    return page


def _to_login(request: HttpRequest) -> HttpResponse:
    """To the login, and back; a part of a page that is asked for alone takes the whole page there."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")


def _found(person: Person, named: dict[str, int | str]) -> dict[str, Any]:
    """The batch and the dossier that the address names, as far as they exist for this person."""
    found: dict[str, Any] = dict(named)
    if "batch" in named:
        found["batch"] = batches_of(person).filter(pk=named["batch"]).first()
        if found["batch"] is None:
            raise Http404
    if "dossier" in named:
        found["dossier"] = dossiers_of(person).filter(pk=named["dossier"], batch=found["batch"]).first()
        if found["dossier"] is None:
            raise Http404
    return found
