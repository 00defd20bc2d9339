"""设置 · 节假日: the years whose working days are known; one written, or put right."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from console import events
from console.access.needs import needs
from console.acts.admin import holidays
from console.acts.admin.holidays import HolidayYear
from console.models.people import Role
from console.pages.show import show
from console.typed import whole
from schemas.errors import UsageError


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def page(request: HttpRequest) -> HttpResponse:
    """The years, and the form for one."""
    root, by, said, why = settings.DATA.root, events.actor(request), request.POST, ""
    if request.method == "POST":
        try:
            year = _year(said.get("year", ""))
            if said.get("act") == "back":
                holidays.taken_back(by, root, year)
            else:
                notice, off, on = (said.get(key, "") for key in ("notice", "off", "on"))
                holidays.written(by, root, HolidayYear(year, notice, off, on, own=True))
        except UsageError as error:
            why = str(error)
        else:
            messages.success(request, f"{year} 年已保存。以后的期限按此计算。")
            return redirect("admin-holidays")
    known = holidays.years(root)
    given = {key: said.get(key, "") for key in ("year", "notice", "off", "on")}
    chosen = next((one for one in known if str(one.year) == request.GET.get("year")), None)
    if chosen and not why:
        given = {"year": str(chosen.year), "notice": chosen.notice, "off": chosen.off, "on": chosen.on}
    return show(request, "admin/holidays.html", status=400 if why else 200, years=known, given=given, why=why)


def _year(text: str) -> int:
    year = whole(text, 2000, 2199)
    if year is None:
        raise UsageError("请填写四位年份，例如 2027。")
    return year
