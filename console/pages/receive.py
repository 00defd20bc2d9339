"""收件: a new batch, what is dropped into it, and the start of its screening."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from console import events
from console.access.needs import DECIDING, needs
from console.access.visible import who
from console.acts import new_batch, receive
from console.acts.new_batch import WantedBatch
from console.models import OfficeBatch, Person
from console.pages.show import show
from console.queries.received import dossiers_in, jobs_of
from console.rulebooks import own
from pipeline.rulebook.find import available, load
from pipeline.rulebook.of_bureau import AUTO, bureau_rulebooks
from schemas.errors import UsageError


@needs(*DECIDING, methods=("GET", "POST"))
def begin(request: HttpRequest) -> HttpResponse:
    """A new batch, empty."""
    why = ""
    if request.method == "POST":
        try:
            batch = new_batch.begun(events.actor(request), who(request), _wanted(request))
        except (UsageError, ValueError) as error:
            why = str(error) if isinstance(error, UsageError) else "日期应如 2026-03-15。"
        else:
            return redirect("receive", batch=batch.pk)
    mine = {path: f"{title}（本机关）" for path, title in own.usable(settings.DATA.rulebooks)}
    shown = {Path(path).stem for path in mine}
    others = [name for name in bureau_rulebooks() if name not in shown]
    books = [(AUTO, "自动识别"), *((name, load(name).title) for name in (*available(), *others)), *mine.items()]
    people = Person.objects.filter(is_active=True).exclude(pk=who(request).pk).order_by("name")
    given = {key: request.POST.get(key, "") for key in ("name", "as_of", "rulebook")}
    given["as_of"] = given["as_of"] or timezone.localdate().isoformat()
    return show(
        request,
        "batches/new.html",
        status=400 if why else 200,
        people=people,
        books=books,
        mine=bool(mine),
        given=given,
        why=why,
    )


@needs(*DECIDING)
def page(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """The drop zone, and what has been received."""
    return show(
        request,
        "batches/receive.html",
        batch=batch,
        token=receive.begun(),
        received=dossiers_in(batch),
        finished=jobs_of(batch),
    )


@needs(*DECIDING, methods=("POST",))
def files(request: HttpRequest, batch: OfficeBatch) -> HttpResponseBase:
    """Some of the files, with their paths as one field; then what there is so far."""
    try:
        told = json.loads(request.POST.get("paths", "[]"))
        paths = [str(path) for path in told] if isinstance(told, list) else []
        receive.taken_in(request.POST.get("token", ""), request.FILES.getlist("files"), paths)
        there = receive.waiting(batch, request.POST.get("token", ""))
    except (UsageError, ValueError, TypeError) as error:
        return JsonResponse({"why": str(error)}, status=400)
    dossiers = [{"name": one.name, "files": one.files, "size": one.size, "there": one.there} for one in there]
    return JsonResponse({"dossiers": dossiers})


@needs(*DECIDING, methods=("POST",))
def finish(request: HttpRequest, batch: OfficeBatch) -> HttpResponseBase:
    """All that came under the token becomes dossiers of the inbox; or is dropped."""
    token = request.POST.get("token", "")
    try:
        if request.POST.get("drop"):
            receive.dropped(token)
        else:
            count = receive.finished(events.actor(request), who(request), batch, token)
            messages.success(request, f"已收 {count} 个卷宗。")
            if request.POST.get("screen"):
                new_batch.screened(events.actor(request), who(request), batch, anew=True)
    except UsageError as error:
        messages.error(request, str(error))
    return redirect("receive", batch=batch.pk)


@needs(*DECIDING, methods=("POST",))
def screen(request: HttpRequest, batch: OfficeBatch) -> HttpResponseBase:
    """The screening, or the rest of one that was stopped."""
    new_batch.screened(events.actor(request), who(request), batch)
    return redirect("receive", batch=batch.pk)


def _wanted(request: HttpRequest) -> WantedBatch:
    said = request.POST
    day = date.fromisoformat(said.get("as_of", ""))
    return WantedBatch(said.get("name", ""), day, said.get("rulebook", AUTO), tuple(said.getlist("members")))
