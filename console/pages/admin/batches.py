"""设置 · 批次: who belongs to each, who has nothing to do with which dossier, what is put away. No dossier is shown."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from console import events, house
from console.access.needs import needs
from console.access.visible import who
from console.acts.admin import members, removal
from console.models import OfficeBatch, Person, Recusal
from console.models.people import Role
from console.pages.show import show
from console.queries import office_batches
from schemas.errors import UsageError


@needs(Role.ADMINISTRATOR)
def listing(request: HttpRequest) -> HttpResponse:
    """All batches by name, those at work first."""
    rules = house.of(settings.DATA.root)
    return show(request, "admin/batches.html", batches=office_batches.every(rules), rules=rules)


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def one(request: HttpRequest, which: int) -> HttpResponse:
    """Its members and recusals, and what is done about them."""
    batch = OfficeBatch.objects.filter(pk=which).first()
    if batch is None:
        raise Http404
    if request.method == "POST":
        try:
            messages.success(request, _done(request, batch))
        except UsageError as error:
            messages.error(request, str(error))
        return redirect("admin-batch", which=which)
    belonging = set(batch.members.values_list("pk", flat=True))
    people = Person.objects.filter(is_active=True).order_by("name") | batch.members.order_by("name")
    recusals = Recusal.objects.filter(dossier__batch=batch).select_related("dossier", "person", "by")
    return show(
        request,
        "admin/batch.html",
        batch=batch,
        people=[(one, one.pk in belonging) for one in people.distinct()],
        recusals=list(recusals.order_by("ended", "-at")),
        members=batch.members.order_by("name"),
        due=removal.is_due(batch),
        gone_on=batch.removed + removal.GRACE if batch.removed else None,
    )


def _done(request: HttpRequest, batch: OfficeBatch) -> str:
    by, said = events.actor(request), request.POST
    act = said.get("act", "")
    if act == "members":
        return members.chosen(by, batch, said.getlist("members"))
    if act == "bar":
        person = Person.objects.filter(pk=_number(said.get("person", ""))).first()
        if person is None:
            raise UsageError("请选择谁回避。")
        dossier = members.named(batch, said.get("dossier", ""))
        return members.barred(by, who(request), dossier, person, said.get("reason", ""))
    if act == "lift":
        number = _number(said.get("recusal", ""))
        recusal = Recusal.objects.filter(pk=number, dossier__batch=batch).select_related("dossier", "person").first()
        if recusal is None:
            raise UsageError("请选择要解除的回避。")
        return members.ended(by, recusal)
    if act in ("archive", "restore"):
        return members.archived(by, batch, away=act == "archive")
    if act == "remove":
        return removal.removed(by, batch, said.get("name", ""))
    if act == "take-back":
        return removal.taken_back(by, batch)
    raise UsageError("请选择要做什么。")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
