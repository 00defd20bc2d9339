"""设置 · 备份: where they go, which there are, one now; how one is laid back is said here too."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from console import events, house
from console.access.needs import needs
from console.access.visible import who
from console.acts.admin import backup, backups_wanted
from console.models import Job
from console.models.people import Role
from console.pages.show import show
from schemas.errors import UsageError

_MOST_SHOWN = 30


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def page(request: HttpRequest) -> HttpResponse:
    """The back-ups, and the form."""
    root, why = settings.DATA.root, ""
    if request.method == "POST":
        try:
            if request.POST.get("act") == "try":
                backups_wanted.trial_asked(events.actor(request), who(request))
                messages.success(request, "试恢复已排入后台，结果列在本页。")
            elif request.POST.get("act") == "now":
                backups_wanted.asked(events.actor(request), who(request))
                messages.success(request, "备份已排入后台，完成后列在下面。")
            else:
                backups_wanted.chosen(events.actor(request), root, request.POST.dict())
                messages.success(request, "已保存。")
            return redirect("admin-backups")
        except UsageError as error:
            why = str(error)
    rules = house.of(root)
    folder = Path(rules.backup_to) if rules.backup_to else settings.DATA.backups
    found = backup.there(folder)
    return show(
        request,
        "admin/backups.html",
        status=400 if why else 200,
        rules=rules,
        folder=folder,
        root=root,
        backups=[(path, path.stat().st_size) for path in found[:_MOST_SHOWN]],
        last=Job.objects.filter(kind="backup").exclude(ended=None).order_by("-pk").first(),
        trial=Job.objects.filter(kind="restore").exclude(ended=None).order_by("-pk").first(),
        given={key: request.POST.get(key, "") for key in ("daily", "to", "keep")} if why else None,
        why=why,
    )
