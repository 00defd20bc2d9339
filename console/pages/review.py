"""核对: the review screen, and every act on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from console import events
from console.access.needs import DECIDING, needs
from console.access.visible import who
from console.acts import correct, hold, move, notes
from console.acts.review import habits
from console.acts.review_acts import ACTS
from console.acts.seat import Seat
from console.acts.settle import Stale, settled, version
from console.models import DossierWork, OfficeBatch
from console.pages.show import show
from console.queries import queue
from console.results import mirror
from console.results.read_back import ReadBack, screening_at
from console.review import groups, left_over
from console.review.card import card
from console.review.pane import Looked, beside, pane, side_of
from console.review.places import PointPlaces, places_of
from schemas.errors import UsageError

_DIGITS = 6
"""Of a number in an address: no dossier has more files, and no file more pages."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An act that was not done: why, which, and the words that were typed, which stay in its form."""

    status: int
    why: str
    act: str
    typed: Mapping[str, str] = field(default_factory=dict)


@needs(*DECIDING)
def review(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """The screen: the points, the page, the card."""
    mirror.refreshed(batch)
    dossier.refresh_from_db()
    return _screen(request, batch, dossier)


@needs(*DECIDING, methods=("POST",))
def act(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork, act: str) -> HttpResponseBase:
    """One act; then the next open point. Where somebody else was first, the fresh card with what was typed."""
    results = _results(dossier)
    if act not in ACTS:
        raise Http404
    given = request.POST.get("version", "")
    form = {key: str(value) for key, value in request.POST.items()}
    seat = Seat(results, dossier.key, who(request), given.partition(".")[0], form, tuple(request.POST.getlist("rule")))
    order = groups.listed(screening_at(results / dossier.folder)).open_rules()
    try:
        outcome = settled(events.actor(request), seat, dossier, given, ACTS[act])
    except Stale as error:
        return _screen(request, batch, dossier, Refusal(409, str(error), act, form))
    except UsageError as error:
        return _screen(request, batch, dossier, Refusal(400, str(error), act, form))
    messages.success(request, outcome.told())
    if seat.reason:
        habits.reasoned(seat.person, act, seat.reason)
    if form.get("to") == "papers":
        return redirect("papers", batch=batch.pk, dossier=dossier.pk)
    if form.get("to") == "tables":
        said = urlencode({key: form.get(key, "") for key in ("table", "row")})
        return redirect(f"{reverse('tables', args=(batch.pk, dossier.pk))}?{said}")
    after = groups.listed(screening_at(results / dossier.folder))
    return redirect(_address(request, batch, dossier, _next(order, seat.rules, after.open_rules(), form)))


@needs(*DECIDING, methods=("POST",))
def remark(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponseBase:
    """备注 about the point that is looked at."""
    rule = request.POST.get("rule", "")
    try:
        notes.noted(who(request), dossier, request.POST.get("text", ""), rule)
    except UsageError as error:
        return _screen(request, batch, dossier, Refusal(400, str(error), "note"))
    return redirect(_address(request, batch, dossier, rule))


@needs(*DECIDING)
def reading(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """How the words being typed would be read."""
    del batch, dossier
    asked = {key: request.GET.get(key, "")[:300] for key in ("what", "value", "unit")}
    return HttpResponse(correct.reads_as(**asked), content_type="text/plain; charset=utf-8")


def _screen(
    request: HttpRequest,
    batch: OfficeBatch,
    dossier: DossierWork,
    refused: Refusal | None = None,
) -> HttpResponse:
    results, person = _results(dossier), who(request)
    read = screening_at(results / dossier.folder)
    listing = groups.listed(read)
    asked = request.POST if refused else request.GET
    rule = asked.get("point") or asked.get("rule") or next(iter(listing.open_rules()), "")
    finding = read.finding(rule)
    found = places_of(finding, read) if finding else PointPlaces((), ())
    looked = Looked(*(_number(asked.get(key)) for key in ("at", "f", "p")))
    seen = pane(results, read, found.places, looked)
    around = queue.around(person, batch, dossier, asked.get("list", ""))
    return show(
        request,
        "review/screen.html",
        status=refused.status if refused else 200,
        batch=batch,
        dossier=dossier,
        listing=listing,
        rule=rule,
        card=card(dossier, results, read, finding, found) if finding else None,
        found=found,
        pane=replace(seen, side=side_of(found, seen)) if seen else None,
        beside=beside(results, read, found, seen),
        left=left_over.of(read),
        files=_files(read),
        version=version(results, dossier),
        why=refused.why if refused else "",
        typed=refused.typed if refused else {},
        opened=refused.act if refused else "",
        habits=habits.of(person),
        around=around,
        other=hold.opened(person, dossier),
        moves=move.allowed(dossier, person),
    )


def _results(dossier: DossierWork) -> Path:
    results = dossier.results
    if results is None:
        raise Http404
    return results


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else 0


def _files(read: ReadBack) -> list[tuple[int, str]]:
    files = read.screening.contents.files
    return [(at, file.path) for at, file in enumerate(files, 1) if str(file.status) != "skipped"]


def _next(order: list[str], done: tuple[str, ...], left: list[str], form: dict[str, str]) -> str:
    """The point to go to: the one that is looked at where it stays open, else the next that is left."""
    here = form.get("stay") or (done[0] if done else form.get("point", ""))
    if here in left or not left:
        return here
    behind = order[order.index(here) + 1 :] if here in order else []
    return next((rule for rule in behind if rule in left), left[0])


def _address(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork, rule: str) -> str:
    said = {"point": rule, "list": request.POST.get("list", "")}
    text = urlencode({key: value for key, value in said.items() if value})
    return f"{reverse('review', args=(batch.pk, dossier.pk))}?{text}"
