"""一个平台: its titles, what it owes, everything that was put down; one more thing put down, or one taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from console import events
from console.access.needs import DECIDING, needs
from console.access.visible import who
from console.acts.standing import record
from console.pages.show import show
from console.pages.standing.opened import back, books, reading
from console.results.standing import platform, record_fields
from pipeline.standing.ledger.events import KINDS
from pipeline.standing.ledger.record import ReportedEvent
from pipeline.standing.overview import Overview
from schemas.errors import RulebookError, UsageError


@reading
def one(request: HttpRequest, seen: Overview) -> HttpResponse:
    """The platform; with ``record`` in the address, the form of that kind of event."""
    try:
        sheet = platform.sheet(seen, request.GET.get("of", ""))
    except UsageError as error:
        raise Http404 from error
    kind = request.GET.get("record", "")
    kind = kind if kind in record_fields.FIELDS else ""
    owed = [each.due.period for each in sheet.dues if each.due.kind == "report"]
    wanted = record_fields.fields(kind, sheet.first, timezone.localdate(), list(dict.fromkeys(owed))) if kind else []
    return show(
        request,
        "standing/platform.html",
        seen=seen,
        day=seen.as_of,
        sheet=sheet,
        kinds={key: KINDS[key] for key in record_fields.FIELDS},
        kind=kind,
        fields=wanted,
        given={field.key: request.GET.get(field.key, "") or field.value for field in wanted},
        books=[(title.holder.rulebook.id, title.holder.rulebook.title) for title in sheet.titles],
        dossiers=platform.screenings(who(request), sheet.first),
    )


@needs(*DECIDING, methods=("POST",))
def put_down(request: HttpRequest) -> HttpResponse:
    """One thing about a platform, or the report of a county; back to where it was told from."""
    said = {key: str(text) for key, text in request.POST.items()}
    about, kind = said.get("about", "").strip(), said.get("kind", "")
    told = ReportedEvent(about, kind, record_fields.facts(kind, said), said.get("rulebook", ""))
    try:
        numbers, remarks = record.recorded(events.actor(request), [told], timezone.localdate())
        messages.success(request, f"已记入第 {numbers[0]} 号：{KINDS[kind]}　{about}。")
        for remark in remarks:
            messages.warning(request, f"{remark}。")
    except (UsageError, RulebookError) as error:
        messages.error(request, str(error))
        kept = {field.key: said.get(field.key, "") for field in record_fields.FIELDS.get(kind, ())}
        return _to(request, about, record=kind, **kept)
    return _to(request, about)


@needs(*DECIDING, methods=("POST",))
def take_back(request: HttpRequest) -> HttpResponse:
    """One event taken back, with the reason; it stays in the ledger."""
    number = request.POST.get("number", "")
    try:
        event = int(number) if number.isdecimal() else 0
        no = record.taken_back(events.actor(request), event, request.POST.get("reason", ""))
        messages.success(request, f"第 {number} 号记录已作废（第 {no} 号）。原记录保留。")
    except UsageError as error:
        messages.error(request, str(error))
    return _to(request, request.POST.get("about", ""))


def _to(request: HttpRequest, about: str, **said: str) -> HttpResponse:
    """Back to the platform; to the reminders where a county's report was put down there."""
    if request.POST.get("to") == "calls":
        return back(reverse("standing-papers"), request)
    if request.POST.get("to") == "list" or not about:
        return back(reverse("standing"), request)
    return back(reverse("standing-platform"), request, of=about, **said)


@needs(*DECIDING)
def newcomer(request: HttpRequest) -> HttpResponse:
    """The form for a title from before of a platform that the ledger does not know yet."""
    return show(request, "standing/newcomer.html", fields=record_fields.FIELDS["known"], books=books())
