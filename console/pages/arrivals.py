"""待收件: what has come into the watched folder, taken into a batch or declined by a click."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from console import events
from console.access.needs import DECIDING, needs
from console.access.visible import batches_of, who
from console.acts.incoming import arrivals
from console.models import Arrival, ArrivalState, OfficeBatch, Person
from console.typed import whole
from schemas.errors import UsageError


@needs(*DECIDING, methods=("POST",))
def act(request: HttpRequest, arrival: int) -> HttpResponseBase:
    """Taken into the batch that the form names, or declined; then the desk again."""
    found = Arrival.objects.filter(pk=arrival).exclude(state=ArrivalState.TAKEN).first()
    if found is None:
        raise Http404
    by, person = events.actor(request), who(request)
    try:
        if request.POST.get("decline"):
            arrivals.declined(by, person, found)
            messages.success(request, f"“{found.name}”不收。它再有变化时会重新列出。")
        else:
            batch = _chosen(person, request.POST.get("batch", ""))
            arrivals.taken(by, person, found, batch)
            messages.success(request, f"“{found.name}”已收入“{batch.name}”，排入初审。")
    except UsageError as error:
        messages.error(request, str(error))
    return redirect("desk")


def _chosen(person: Person, number: str) -> OfficeBatch:
    """The batch of this number. UsageError where the person has none of it."""
    chosen = whole(number)
    batch = batches_of(person).filter(pk=chosen).first() if chosen is not None else None
    if batch is None:
        raise UsageError("请选择收入哪个批次。")
    return batch
