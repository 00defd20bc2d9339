"""工作台: what waits for whoever is logged in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from console.access.needs import needs
from console.access.visible import who
from console.pages.show import show
from console.queries import worklists
from console.queries.arrivals import waiting


@needs()
def desk(request: HttpRequest) -> HttpResponse:
    """The piles of the desk, and the batches at work."""
    person = who(request)
    today = timezone.localdate()
    return show(
        request,
        "desk.html",
        piles=worklists.desk(person, today),
        batches=list(worklists.overview(person)),
        today=today,
        arrivals=waiting(person),
    )
