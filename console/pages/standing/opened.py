"""How does a page of the ledger begin? On the day that its address says, with the ledger as it stands on that day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from console.access.needs import DECIDING, READING, Page, needs
from console.models.people import Role
from console.pages.show import show
from console.results.standing import book
from pipeline.rulebook.find import available, load
from pipeline.standing.overview import Overview
from schemas.errors import RulebookError, UsageError

LedgerPage = Callable[[HttpRequest, Overview], HttpResponse]


def reading(page: LedgerPage) -> Page:
    """For whoever reads dossiers: the page is given the ledger, or says that there is none, or why it is not told."""
    return _opened(page, READING)


def deciding(page: LedgerPage) -> Page:
    """The same for those who decide."""
    return _opened(page, DECIDING)


def _opened(page: LedgerPage, roles: tuple[Role, ...]) -> Page:
    @needs(*roles)
    @wraps(page)
    def opened(request: HttpRequest) -> HttpResponse:
        if not book.kept():
            return show(request, "standing/none.html", day=asked_day(request), books=books())
        try:
            seen = book.on(asked_day(request))
        except (UsageError, RulebookError) as error:
            return show(request, "standing/broken.html", status=409, day=asked_day(request), why=str(error))
        return page(request, seen)

    return opened


def asked_day(request: HttpRequest) -> date:
    """The day in the address (``on``), else today."""
    said = request.POST.get("on", "") or request.GET.get("on", "")
    try:
        return date.fromisoformat(said)
    except ValueError:
        return timezone.localdate()


def books() -> list[tuple[str, str]]:
    """The regulations that a title may be of: id and title."""
    return [(name, load(name).title) for name in available()]


def back(where: str, request: HttpRequest, **said: str) -> HttpResponse:
    """To that page of the ledger, on the same day."""
    on = request.POST.get("on", "")
    return redirect(f"{where}?{urlencode({key: text for key, text in {**said, 'on': on}.items() if text})}".rstrip("?"))
