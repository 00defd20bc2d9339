"""台账: every platform with its state, filtered as the address says; the same as a workbook; a list brought in."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from console import events
from console.access.needs import DECIDING, needs
from console.access.visible import who
from console.acts.standing import titles_before
from console.models import Job
from console.pages.download import XLSX, download
from console.pages.show import show
from console.pages.standing.opened import back, books, reading
from console.plain_words import plain
from console.queries import platforms
from console.queries.platforms import PlatformFilter
from pipeline.standing import register
from pipeline.standing.overview import Overview
from pipeline.standing.reckon.states import STATES
from schemas.errors import UsageError

_A_PAGE = 100


@reading
def listing(request: HttpRequest, seen: Overview) -> HttpResponse:
    """The platforms, and how many stand how."""
    asked = PlatformFilter.of(request.GET)
    every = platforms.every(seen)
    rows = platforms.listed(every, asked)
    used = {holder.rulebook.id: holder.rulebook.title for holder in seen.holders}
    ends = sorted({str(row.ends.year) for row in every if row.ends})
    job = Job.objects.filter(kind=titles_before.KIND).exclude(ended=None).select_related("by").order_by("-pk").first()
    return show(
        request,
        "standing/list.html",
        seen=seen,
        day=seen.as_of,
        asked=asked,
        page=Paginator(rows, _A_PAGE).get_page(request.GET.get("page")),
        counts=platforms.state_counts(every),
        states=STATES,
        counties=[(name, name) for name in platforms.counties(seen)],
        used=used,
        ends=[(year, f"{year} 年期满") for year in ends],
        books=books(),
        last=job,
        import_lines=plain(job.message).split("\n") if job else [],
        hints=seen.hints(),
    )


@reading
def export(request: HttpRequest, seen: Overview) -> HttpResponse:
    """Just the platforms that the list shows: the workbook of ``dossier standing show --out``."""
    rows = platforms.listed(platforms.every(seen), PlatformFilter.of(request.GET))
    events.noted(events.actor(request), "导出台账", rows=len(rows))
    return download("台账.xlsx", register.workbook_of(platforms.only(seen, rows)), XLSX)


@needs(*DECIDING, methods=("POST",))
def bring(request: HttpRequest) -> HttpResponse:
    """A list of titles from before; the worker reads it."""
    try:
        upload, rulebook = request.FILES.get("list"), request.POST.get("rulebook", "")
        titles_before.brought(events.actor(request), who(request), upload, rulebook)
        messages.info(request, "已收到名单，正在读取。完成后这里列出写入的条数和疑问。")
    except UsageError as error:
        messages.error(request, str(error))
    return back(reverse("standing"), request)
