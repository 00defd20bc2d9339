"""设置 · 空间和版本: what the console takes on the disk, which version it is; pictures of pages cleared away."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from console import events
from console.access.needs import needs
from console.models.people import Role
from console.pages.show import show
from extractors.kept import version
from extractors.kept.store import default_folder


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def page(request: HttpRequest) -> HttpResponse:
    """Where everything lies and how large it is."""
    place = settings.DATA
    if request.method == "POST":
        shutil.rmtree(place.pages, ignore_errors=True)
        events.noted(events.actor(request), "清除页面图片")
        messages.success(request, "页面图片已清除，打开时会重新生成。")
        return redirect("admin-machine")
    parts = (
        ("批次（收到的材料、结果、文书）", place.batches),
        ("页面图片（可清除）", place.pages),
        ("正在上传", place.incoming),
        ("备份", place.backups),
        ("读取结果（各批次共用）", default_folder()),
    )
    return show(
        request,
        "admin/machine.html",
        parts=[(title, path, _size(path)) for title, path in parts],
        root=place.root,
        free=shutil.disk_usage(place.root).free,
        version=version.of_program()[:12],
        database={"sqlite": "SQLite（随程序）", "postgresql": "PostgreSQL"}[connection.vendor],
    )


def _size(path: Path | None) -> int:
    if path is None or not path.is_dir():
        return 0
    return sum(one.stat().st_size for one in path.rglob("*") if one.is_file())
