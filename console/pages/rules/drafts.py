"""办法 · 本机关的: one begun from a text, its questions answered by click, its check, its rehearsal."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from console import events
from console.access.needs import needs
from console.access.visible import who
from console.acts.rules import own_rulebook
from console.models import Job
from console.models.people import Role
from console.pages.show import show
from console.rulebooks import in_use, own
from console.rulebooks.own import OwnRulebook
from console.rulebooks.rehearsed import rehearsed
from pipeline.drafting.answers import PageAnswer
from schemas.errors import RulebookError, UsageError


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def add(request: HttpRequest) -> HttpResponse:
    """A new one, drafted from the regulation's text, or of files that are there already."""
    why = ""
    if request.method == "POST":
        by, name, files = events.actor(request), request.POST.get("name", ""), request.FILES
        try:
            if request.POST.get("act") == "upload":
                own_rulebook.uploaded(by, name, files.getlist("rules"))
                return redirect("rulebook", book=name.strip().lower())
            one = own_rulebook.begun(by, name, files.get("text"), files.getlist("annexes"))
            return redirect("rulebook-draft", book=one.name)
        except (UsageError, RulebookError) as error:
            why = str(error)
    given = {"name": request.POST.get("name", "")}
    return show(request, "rules/add.html", status=400 if why else 200, given=given, why=why)


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def draft(request: HttpRequest, book: str) -> HttpResponse:
    """The draft: the regulation's text, and beside it a card a point; an answer shows both anew."""
    one = _found(book)
    if one.source is None:
        raise Http404
    why, shown = "", None
    try:
        if request.method == "POST":
            given = PageAnswer(*(request.POST.get(key, "").strip() for key in ("point", "choose", "told")))
            shown = own_rulebook.answer(events.actor(request), one, given)
        else:
            shown = own_rulebook.draft(one)
    except (UsageError, RulebookError) as error:
        why = str(error)
    template = "rules/draft_sides.html" if request.headers.get("HX-Request") else "rules/draft.html"
    last = request.POST.get("point", "")
    only_open = bool(request.GET.get("open"))
    return show(request, template, status=400 if why else 200, own=one, shown=shown, last=last, only=only_open, why=why)


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def rehearsal(request: HttpRequest, book: str) -> HttpResponseBase:
    """What came of the last rehearsal, dossier by dossier; one more; whether dossiers are recognised by it."""
    one, why = _found(book), ""
    if request.method == "POST":
        try:
            _done(request, one)
            return redirect("rulebook-rehearsal", book=book)
        except UsageError as error:
            why = str(error)
    last = Job.objects.filter(kind="rehearse", asked__rulebook=book).order_by("-pk").first()
    used = in_use.is_in_use(settings.DATA.recognised, one)
    return show(
        request,
        "rules/rehearsal.html",
        status=400 if why else 200,
        own=one,
        cases=rehearsed(one.rehearsal),
        last=last,
        used=used,
        older=used and not in_use.is_as_it_stands(settings.DATA.recognised, one),
        first=in_use.why_not(one),
        why=why,
    )


def _done(request: HttpRequest, one: OwnRulebook) -> None:
    """What a button of the page asks for."""
    by, act = events.actor(request), request.POST.get("act", "")
    if act == "use":
        own_rulebook.taken_into_use(by, one)
    elif act == "leave":
        own_rulebook.put_out_of_use(by, one)
    else:
        own_rulebook.rehearsed(by, who(request), one)


def _found(name: str) -> OwnRulebook:
    one = own.found(settings.DATA.rulebooks, name)
    if one is None:
        raise Http404
    return one
