"""设置 · 来件: the folder that is watched, whether what comes goes by itself, and whether there is a virus scanner."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from console import events, house
from console.access.needs import needs
from console.access.visible import who
from console.acts.admin import sources
from console.models import OfficeBatch
from console.models.people import Role
from console.pages.show import show
from schemas.errors import UsageError


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def page(request: HttpRequest) -> HttpResponse:
    """The form; or the scanner tried once."""
    root, why, by = settings.DATA.root, "", events.actor(request)
    if request.method == "POST":
        try:
            if request.POST.get("act") == "try":
                messages.info(request, sources.scanner_tried(by))
            else:
                sources.chosen(by, who(request), root, request.POST.dict())
                messages.success(request, "已保存。")
            return redirect("admin-incoming")
        except UsageError as error:
            why = str(error)
    rules = house.of(root)
    given = {"from": rules.watch_from, "batch": rules.watch_batch}
    if why:
        given = {key: request.POST.get(key, "") for key in given}
    return show(
        request,
        "admin/incoming.html",
        status=400 if why else 200,
        rules=rules,
        given=given,
        batches=OfficeBatch.objects.filter(archived=None, removed=None).order_by("-made"),
        file=root / house.FILE,
        why=why,
    )
