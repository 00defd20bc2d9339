"""催报: whose reports have not come in, and the papers of the day as ``dossier standing letters`` writes them."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from console import events
from console.pages.download import DOCX, XLSX, ZIP, download
from console.pages.show import show
from console.pages.standing.opened import back, deciding, reading
from console.results.standing import book, calls
from pipeline.reports import office_file
from pipeline.reports.workbook import workbook
from pipeline.standing.overview import Overview, on_time, who
from pipeline.standing.papers.fill import filled, named, sheets
from pipeline.standing.papers.paper import StandingPaper
from pipeline.standing.papers.wording import period_in_words
from pipeline.timeless import archive
from schemas.errors import RulebookError, UsageError


@reading
def listing(request: HttpRequest, seen: Overview) -> HttpResponse:
    """What is owed, county by county, each with the day on which it may have come in; and every paper of the day."""
    books = [holder.rulebook for holder in seen.holders]
    return show(
        request,
        "standing/papers.html",
        seen=seen,
        day=seen.as_of,
        calls=calls.calls(seen),
        papers=list(named(seen, {})),
        sheets=list(sheets(seen)),
        who=lambda due: who(due, books),
        stands=lambda due: on_time(due, seen.as_of),
        period=period_in_words,
        names={holder.name: holder.key for holder in seen.holders},
        today=timezone.localdate(),
    )


@deciding
def paper(request: HttpRequest, seen: Overview) -> HttpResponse:
    """One paper of the day; with ``platform`` and ``ground``, what a person proposes under a ground."""
    name, proposed = request.GET.get("name", ""), _proposed(request)
    try:
        found = named(seen, proposed)
        if proposed:
            of_day = named(seen, {})
            name = next((one for one in found if one not in of_day), name)
        tables = sheets(seen)
        data = workbook([tables[name]]) if name in tables else _filled(found, name)
    except (UsageError, RulebookError) as error:
        messages.error(request, str(error))
        return back(reverse("standing-papers"), request)
    events.noted(events.actor(request), "下载台账文书", file=name)
    return download(name, data, XLSX if name.endswith(".xlsx") else DOCX)


@deciding
def together(request: HttpRequest, seen: Overview) -> HttpResponse:
    """Every paper of the day in one archive: the files that the command writes."""
    try:
        found = named(seen, {})
        files = {name: _filled(found, name) for name in found}
        files |= {name: workbook([sheet]) for name, sheet in sheets(seen).items()}
    except (UsageError, RulebookError) as error:
        messages.error(request, str(error))
        return back(reverse("standing-papers"), request)
    events.noted(events.actor(request), "下载台账文书", files=len(files))
    return download(f"台账文书-{seen.as_of}.zip", archive(files), ZIP)


def _proposed(request: HttpRequest) -> dict[str, str]:
    about, ground = (request.GET.get(key, "").strip() for key in ("platform", "ground"))
    return {about: ground} if about and ground else {}


def _filled(found: Mapping[str, StandingPaper], name: str) -> bytes:
    if name not in found:
        raise Http404
    return filled(found[name], book.folder(), office_file.load(book.folder()))
