"""设置 · 办理规则: whether somebody may check his own work, and how long what was put away is kept."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from console import events, house
from console.access.needs import needs
from console.models.people import Role
from console.pages.show import show
from console.typed import whole


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def page(request: HttpRequest) -> HttpResponse:
    """The form."""
    root = settings.DATA.root
    rules, why = house.of(root), ""
    if request.method == "POST":
        years = whole(request.POST.get("retention_years", "").strip(), 1, house.MOST_YEARS)
        if years is not None:
            now = replace(rules, own_check=request.POST.get("own_check") == "1", retention_years=years)
            house.write(root, now)
            allowed = {True: "允许", False: "不允许"}
            events.noted(
                events.actor(request), "修改办理规则", before=allowed[rules.own_check], after=allowed[now.own_check]
            )
            messages.success(request, "已保存。")
            return redirect("admin-house")
        why = f"保存年限应为 1 至 {house.MOST_YEARS} 年。"
    return show(request, "admin/house.html", status=400 if why else 200, rules=rules, why=why)
