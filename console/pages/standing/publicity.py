"""公示: which lists went public, until when, what was objected; dossiers of a batch made public, or recognised."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from console import events
from console.access.needs import DECIDING, READING, needs
from console.access.visible import batches_of, dossiers_of, who
from console.acts.standing import from_batch, record
from console.acts.standing.from_batch import ChosenDossiers
from console.models import DossierWork, OfficeBatch, WorkState
from console.pages.show import show
from console.pages.standing.opened import asked_day, back
from console.results.standing import book, publicities, record_fields
from console.typed import whole
from pipeline.rulebook.find import load
from pipeline.standing.ledger.record import ReportedEvent
from pipeline.standing.titles.from_results import Award
from schemas.errors import RulebookError, UsageError
from schemas.regulation.standing import Publicity

_FOR = ("publish", "recognise")


@needs(*READING)
def listing(request: HttpRequest) -> HttpResponse:
    """The lists; with ``batch`` in the address, its dossiers to be chosen from. There need be no ledger yet."""
    day = asked_day(request)
    try:
        lists = publicities.publicities(book.on(day)) if book.kept() else []
    except (UsageError, RulebookError) as error:
        return show(request, "standing/broken.html", status=409, day=day, why=str(error))
    batch = _batch(request, request.GET.get("batch", ""))
    dossiers = list(_dossiers(request, batch)) if batch else []
    act = request.GET.get("for", "")
    return show(
        request,
        "standing/publicity.html",
        day=day,
        lists=lists,
        batches=list(batches_of(who(request)).order_by("-made")),
        batch=batch,
        act=act if act in _FOR else _FOR[0],
        dossiers=dossiers,
        proposed=WorkState.CLOSED_PROPOSED,
        rules=_rules(dossiers),
        today=timezone.localdate(),
    )


@needs(*DECIDING, methods=("POST",))
def publish(request: HttpRequest) -> HttpResponse:
    """The chosen dossiers go public from that day."""
    batch = _batch(request, request.POST.get("batch", ""))
    try:
        sites = [site.strip() for site in request.POST.get("sites", "").splitlines() if site.strip()]
        first, days = _day(request, "first_day", "公示第一天"), _days(request)
        numbers = from_batch.made_public(events.actor(request), _chosen(request, batch), first, sites, days)
        messages.success(request, f"已记入第 {'、'.join(map(str, numbers))} 号：公示。")
    except (UsageError, RulebookError) as error:
        return _again(request, batch, "publish", str(error))
    return back(reverse("standing-publicity"), request)


@needs(*DECIDING, methods=("POST",))
def recognise(request: HttpRequest) -> HttpResponse:
    """The chosen dossiers are recognised by a document that a person names."""
    batch = _batch(request, request.POST.get("batch", ""))
    try:
        said = {key: request.POST.get(key, "").strip() for key in ("number", "type")}
        award = Award(
            said["number"],
            _day(request, "day", "认定文件的日期"),
            _day(request, "from") if request.POST.get("from") else None,
            _day(request, "until") if request.POST.get("until") else None,
            said["type"],
            batch.name if batch else "",
        )
        numbers, unknown = from_batch.given_titles(events.actor(request), _chosen(request, batch), award)
        messages.success(request, f"已记入第 {'、'.join(map(str, numbers))} 号：认定。")
        if unknown:
            messages.warning(request, f"没有读到统一社会信用代码、以名称识别的有：{'、'.join(unknown)}。")
    except (UsageError, RulebookError) as error:
        return _again(request, batch, "recognise", str(error))
    return back(reverse("standing"), request)


@needs(*DECIDING, methods=("POST",))
def objected(request: HttpRequest) -> HttpResponse:
    """What was objected to the chosen platforms of a list (无 where nothing was): one event each."""
    said = request.POST
    facts = record_fields.facts("publicity", {key: str(text) for key, text in said.items()})
    told = [ReportedEvent(about, "publicity", facts, said.get("rulebook", "")) for about in said.getlist("platform")]
    try:
        numbers, _ = record.recorded(events.actor(request), told, timezone.localdate())
        messages.success(request, f"已记入 {len(numbers)} 条：公示异议“{facts['objections']}”。")
    except (UsageError, RulebookError) as error:
        messages.error(request, str(error))
    return back(reverse("standing-publicity"), request)


def _batch(request: HttpRequest, said: str) -> OfficeBatch | None:
    return batches_of(who(request)).filter(pk=int(said)).first() if said.isdecimal() else None


def _dossiers(request: HttpRequest, batch: OfficeBatch) -> list[DossierWork]:
    return list(dossiers_of(who(request)).filter(batch=batch).order_by("order"))


def _chosen(request: HttpRequest, batch: OfficeBatch | None) -> ChosenDossiers:
    if batch is None:
        raise UsageError("请先选择批次。")
    ticked = set(request.POST.getlist("dossier"))
    chosen = [one for one in _dossiers(request, batch) if str(one.pk) in ticked]
    codes = {one.key: code for one in chosen if (code := request.POST.get(f"code-{one.pk}", "").strip())}
    return ChosenDossiers(batch, chosen, codes)


def _rules(dossiers: list[DossierWork]) -> list[tuple[str, Publicity]]:
    """What the regulations of these dossiers say of going public: title and rule."""
    found = []
    for name in dict.fromkeys(one.rulebook for one in dossiers if one.rulebook):
        try:
            rulebook = load(name)
        except (UsageError, RulebookError):
            continue
        if rulebook.standing and rulebook.standing.publicity:
            found.append((rulebook.title, rulebook.standing.publicity))
    return found


def _day(request: HttpRequest, key: str, title: str = "日期") -> date:
    try:
        return date.fromisoformat(request.POST.get(key, ""))
    except ValueError as error:
        raise UsageError(f"请填写{title}。") from error


def _days(request: HttpRequest) -> int | None:
    said = request.POST.get("working_days", "").strip()
    days = whole(said)
    if said and days is None:
        raise UsageError("公示几个工作日请填正整数，或空着按办法。")
    return days


def _again(request: HttpRequest, batch: OfficeBatch | None, act: str, why: str) -> HttpResponse:
    messages.error(request, why)
    said = {"batch": str(batch.pk), "for": act} if batch else {}
    return back(reverse("standing-publicity"), request, **said)
