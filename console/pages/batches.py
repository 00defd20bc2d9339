"""批次: all batches, one batch with its dossiers, the same as a workbook, who has which dossier."""

from __future__ import annotations

from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from console import events
from console.access.needs import DECIDING, READING, needs
from console.access.visible import who
from console.acts import assign, register
from console.models import OfficeBatch, Person, WorkState
from console.models.people import Role
from console.pages.download import XLSX, download
from console.pages.show import show
from console.queries import list_workbook, worklists
from console.queries.worklists import ListFilter
from console.results import mirror
from console.results.batch_findings import across
from pipeline import wording
from schemas.errors import UsageError
from schemas.status import VerdictStatus


@needs(*READING, Role.ADMINISTRATOR)
def listing(request: HttpRequest) -> HttpResponse:
    """The person's batches; to an administrator the names of all."""
    person = who(request)
    everything = OfficeBatch.objects.order_by("-made").prefetch_related("members") if person.administers else ()
    return show(request, "batches/list.html", batches=list(worklists.overview(person)), everything=everything)


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def add(request: HttpRequest) -> HttpResponse:
    """登记已有结果: results that ``dossier screen`` wrote become a batch, with its members."""
    why = ""
    if request.method == "POST":
        try:
            folder, name = request.POST.get("folder", "").strip(), request.POST.get("name", "")
            batch = register.existing(events.actor(request), Path(folder), name, request.POST.getlist("members"))
        except UsageError as error:
            why = str(error)
        else:
            messages.info(request, f"已登记“{batch.name}”：{batch.dossiers.count()} 个卷宗。")
            return redirect("batches")
    people = Person.objects.filter(is_active=True).order_by("name")
    given = {key: request.POST.get(key, "") for key in ("folder", "name")}
    return show(request, "batches/add.html", status=400 if why else 200, people=people, given=given, why=why)


@needs(*READING)
def one(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """The dossiers of the batch, filtered and ordered as the address says."""
    mirror.refreshed(batch)
    person, asked = who(request), ListFilter.of(request.GET)
    counts = worklists.verdict_counts(person, batch)
    return show(
        request,
        "batches/one.html",
        batch=batch,
        asked=asked,
        dossiers=list(worklists.listed(person, batch, asked)),
        verdicts=[(str(verdict), wording.VERDICTS[verdict], counts.get(str(verdict), 0)) for verdict in VerdictStatus],
        count=sum(counts.values()),
        states=WorkState.choices,
        people=assign.candidates(batch),
        shared=across(batch, person),
    )


@needs(*READING)
def export(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """Just the rows that the list shows, as a workbook."""
    person, asked = who(request), ListFilter.of(request.GET)
    rows = worklists.listed(person, batch, asked)
    events.noted(events.actor(request), "导出列表", batch, rows=rows.count())
    made = list_workbook.made(batch, rows, person.name)
    return download(f"{batch.name}.xlsx", made, XLSX)


@needs(*DECIDING, methods=("POST",))
def give(request: HttpRequest, batch: OfficeBatch) -> HttpResponse:
    """The chosen dossiers given to one person, by turn, or evenly by what is left to do."""
    chosen = request.POST.getlist("dossier")
    try:
        told = assign.given(events.actor(request), who(request), batch, chosen, request.POST.get("to", ""))
        messages.info(request, told)
    except UsageError as error:
        messages.error(request, str(error))
    return redirect(f"/b/{batch.pk}{ListFilter.of(request.GET).said()}")
