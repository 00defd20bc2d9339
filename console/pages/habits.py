"""What somebody has set on the review screen, kept for the next time."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from console.access.needs import DECIDING, needs
from console.access.visible import who
from console.acts.review import habits


@needs(*DECIDING, methods=("POST",))
def keep(request: HttpRequest) -> HttpResponse:
    """Widths and switches, kept; nothing is shown."""
    habits.chosen(who(request), request.POST.dict())
    return HttpResponse(status=204)
