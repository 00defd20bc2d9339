"""日志: who did what, and whether the chain stands."""

from __future__ import annotations

import csv
import io

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from console import events
from console.access.needs import needs
from console.models.people import Role
from console.pages.download import download
from console.pages.show import show
from console.queries.happened import FIELDS, LogFilter, happened

_A_PAGE = 100
_BYTE_ORDER = "\ufeff"
"""Excel takes a CSV for UTF-8 only with it."""


@needs(Role.ADMINISTRATOR)
def log(request: HttpRequest) -> HttpResponse:
    """The lines, newest first."""
    asked = LogFilter.of(request.GET)
    page = Paginator(happened(asked), _A_PAGE).get_page(request.GET.get("page"))
    checked = events.problems() if request.GET.get("check") else None
    return show(request, "log.html", asked=asked, page=page, checked=checked)


@needs(Role.ADMINISTRATOR)
def export(request: HttpRequest) -> HttpResponse:
    """The same lines as CSV, each with its hash."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(FIELDS)
    for entry in happened(LogFilter.of(request.GET)).iterator():
        writer.writerow([_harmless(str(getattr(entry, name))) for name in FIELDS])
    events.noted(events.actor(request), "导出日志")
    return download("log.csv", (_BYTE_ORDER + stream.getvalue()).encode(), "text/csv; charset=utf-8")


def _harmless(text: str) -> str:
    """A cell that a spreadsheet takes for text, whatever it begins with."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
