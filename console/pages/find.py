"""查找: a word, and where it stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from console.access.needs import READING, needs
from console.access.visible import who
from console.pages.show import show
from console.queries import search


@needs(*READING)
def find(request: HttpRequest) -> HttpResponse:
    """What was found, grouped by dossier."""
    asked = request.GET.get("q", "").strip()[:100]
    groups: dict[int, list[search.FoundLine]] = {}
    for hit in search.found(who(request), asked):
        groups.setdefault(hit.dossier.pk, []).append(hit)
    return show(request, "find.html", asked=asked, groups=list(groups.values()), most=search.MOST)
