"""设置 · 文书模板: which template each kind of letter is written in; an own one uploaded, tried, given up."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from console import events
from console.access.needs import needs
from console.acts.admin import templates
from console.models.people import Role
from console.pages.download import DOCX, download
from console.pages.show import show
from pipeline.letters.own_template import KINDS
from schemas.errors import UsageError


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def page(request: HttpRequest) -> HttpResponse:
    """One row a kind."""
    why = ""
    if request.method == "POST":
        by, kind = events.actor(request), request.POST.get("kind", "")
        if kind not in KINDS:
            raise Http404
        try:
            if request.POST.get("act") == "back":
                templates.given_up(by, kind)
                messages.success(request, f"{KINDS[kind]}改用随程序的模板。")
            else:
                templates.uploaded(by, kind, request.FILES.get("file"))
                messages.success(request, f"{KINDS[kind]}的模板已更换，以后写的文书照它。")
            return redirect("admin-templates")
        except UsageError as error:
            why = str(error)
    return show(request, "admin/templates.html", status=400 if why else 200, templates=templates.every(), why=why)


@needs(Role.ADMINISTRATOR)
def file(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The template itself, to be changed in Word."""
    del request
    if kind not in KINDS:
        raise Http404
    return download(f"{KINDS[kind]}-模板.docx", templates.current(kind), DOCX)


@needs(Role.ADMINISTRATOR)
def trial(request: HttpRequest, kind: str) -> HttpResponseBase:
    """A specimen in it, every blank filled with its name."""
    if kind not in KINDS:
        raise Http404
    try:
        return download(f"{KINDS[kind]}-样张.docx", templates.trial(kind), DOCX)
    except UsageError as error:
        messages.error(request, str(error))
        return redirect("admin-templates")
