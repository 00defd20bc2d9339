"""补正: who was asked for what by when, what has come, what became of it; more taken in, a term made longer."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from console import events
from console.access.needs import DECIDING, READING, needs
from console.access.visible import who
from console.acts import supplement
from console.models import DossierWork, LetterKind, LetterState, OfficeBatch
from console.pages.show import show
from console.queries.rounds import supplements
from console.results import mirror, round_story
from schemas.errors import UsageError


@needs(*READING)
def listing(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """The dossiers that were asked, overdue first."""
    mirror.refreshed(batch)
    rows = supplements(who(request), batch, timezone.localdate())
    return show(request, "rounds/list.html", batch=batch, rows=rows, today=timezone.localdate())


@needs(*READING)
def one(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """The rounds of one dossier, each held against the one before."""
    mirror.refreshed(batch)
    dossier.refresh_from_db()
    served = dossier.letters.filter(kind=LetterKind.SUPPLEMENT, state=LetterState.SERVED).order_by("pk").last()
    return show(
        request,
        "rounds/one.html",
        batch=batch,
        dossier=dossier,
        parts=round_story.story(dossier)[::-1],
        served=served,
        today=timezone.localdate(),
    )


@needs(*DECIDING, methods=("POST",))
def take_in(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """What was handed in; the round's screening begins at once."""
    try:
        uploads = request.FILES.getlist("files")
        current = supplement.taken_in(events.actor(request), who(request), dossier, uploads)
        messages.success(
            request, f"已收 {len(uploads)} 个文件，列入第 {current.number} 轮。正在初审，完成后这里列出对照。"
        )
    except UsageError as error:
        messages.error(request, str(error))
    return redirect("dossier-rounds", batch=batch.pk, dossier=dossier.pk)


@needs(*DECIDING, methods=("POST",))
def extend(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """The term of the last letter made longer, with the reason."""
    served = dossier.letters.filter(kind=LetterKind.SUPPLEMENT, state=LetterState.SERVED).order_by("pk").last()
    try:
        if served is None:
            messages.error(request, "还没有送达的补正通知，没有期限可以延长。")
        else:
            days, reason = (request.POST.get(key, "").strip() for key in ("days", "reason"))
            until = supplement.extended(events.actor(request), served, days, reason)
            messages.success(request, f"补正期限延长到 {until}。")
    except UsageError as error:
        messages.error(request, str(error))
    return redirect("dossier-rounds", batch=batch.pk, dossier=dossier.pk)
