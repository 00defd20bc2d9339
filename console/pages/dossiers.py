"""卷宗: one dossier on one sheet, how far it is, notes about it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from console import events
from console.access.needs import DECIDING, READING, needs
from console.access.visible import who
from console.acts import move, notes
from console.acts.admin import members
from console.acts.move import WantedStep
from console.models import DossierWork, OfficeBatch
from console.models.people import Role
from console.pages.show import show
from console.results import mirror, sheet
from schemas.errors import UsageError


@needs(*READING)
def one(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """The summary of the dossier: its headline from the counts shown below it."""
    mirror.refreshed(batch)
    dossier.refresh_from_db()
    results = dossier.results
    if results is None:
        raise Http404
    person = who(request)
    return show(
        request,
        "dossier/one.html",
        batch=batch,
        dossier=dossier,
        sheet=sheet.made(results / dossier.folder, masked=person.roles <= {Role.READER}),
        moves=move.allowed(dossier, person),
        notes=dossier.notes.select_related("by").order_by("at"),
        history=sheet.history(results, dossier.key)[::-1],
    )


@needs(*DECIDING, methods=("POST",))
def set_state(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """A step of the office's way with the dossier."""
    given = (request.POST.get(key, "").strip() for key in ("to", "version", "reason"))
    try:
        move.moved(events.actor(request), who(request), dossier, WantedStep(*given))
        messages.info(request, f"{dossier.key} 现在是“{dossier.get_state_display()}”。")
    except UsageError as error:
        messages.error(request, str(error))
    return redirect("dossier", batch=batch.pk, dossier=dossier.pk)


@needs(*DECIDING, methods=("POST",))
def note(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """A note about the dossier, or about one of its findings."""
    try:
        notes.noted(who(request), dossier, request.POST.get("text", ""), request.POST.get("rule", ""))
    except UsageError as error:
        messages.error(request, str(error))
    return redirect("dossier", batch=batch.pk, dossier=dossier.pk)


@needs(*DECIDING, methods=("POST",))
def recuse(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """Somebody has nothing to do with the dossier from now on (回避): it is gone for him, and another one's."""
    person = who(request)
    try:
        messages.success(
            request,
            members.barred(events.actor(request), person, dossier, person, request.POST.get("reason", "")),
        )
    except UsageError as error:
        messages.error(request, str(error))
        return redirect("dossier", batch=batch.pk, dossier=dossier.pk)
    return redirect("batch", batch=batch.pk)
