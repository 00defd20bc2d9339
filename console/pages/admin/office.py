"""设置 · 机关信息: what letters say of the office, its terms, its signs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from console import events
from console.access.needs import needs
from console.acts import office
from console.models.people import Role
from console.pages.show import show
from schemas.errors import UsageError


@needs(Role.ADMINISTRATOR, methods=("GET", "POST"))
def page(request: HttpRequest) -> HttpResponse:
    """The form; what is not sound is not written, and what was typed stays."""
    every = (*office.FIELDS, *office.MORE, *office.DAYS, *office.SIGNS)
    why, given = "", {key: request.POST.get(key, "") for key in every}
    if request.method == "POST":
        try:
            office.written(given)
        except UsageError as error:
            why = str(error)
        else:
            events.noted(events.actor(request), "填写机关信息")
            messages.success(request, "已保存，以后的文书按此填写。")
            return redirect("admin-office")
    else:
        try:
            given = office.known()
        except UsageError as error:
            why = str(error)
    return show(
        request,
        "admin/office.html",
        status=400 if why else 200,
        given=given,
        texts=office.FIELDS | office.MORE,
        days=office.DAYS,
        signs=office.SIGNS,
        why=why,
    )
