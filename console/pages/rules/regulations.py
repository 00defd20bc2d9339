"""办法: which regulations there are and hold on a day; one of them, article by article with its rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from console.access.needs import READING, needs
from console.models.people import Role
from console.pages.show import show
from console.rulebooks import in_use, own
from console.rulebooks.own import OwnRulebook
from console.rulebooks.shown import shown, standing
from pipeline.rulebook.editions import coming
from pipeline.rulebook.find import available, examples, find, load
from schemas.errors import RulebookError


@needs(*READING, Role.ADMINISTRATOR)
def listing(request: HttpRequest) -> HttpResponse:
    """All of them: the program's, its examples, the office's own; each with its state on the day."""
    day = _day(request.GET.get("on", ""))
    books = [(load(name), kind) for kind, names in (("", available()), ("示例", examples())) for name in names]
    listed = [(book, kind, standing(book.in_force, day), coming(book)) for book, kind in books]
    mine = [(one, own.checked(one.path) if one.path.is_file() else None) for one in own.every(settings.DATA.rulebooks)]
    used = [one.name for one, _ in mine if in_use.is_in_use(settings.DATA.recognised, one)]
    return show(request, "rules/list.html", listed=listed, own=mine, used=used, day=day)


@needs(*READING, Role.ADMINISTRATOR)
def one(request: HttpRequest, book: str) -> HttpResponse:
    """One regulation beside its rules; an own one with what its check says."""
    mine = own.found(settings.DATA.rulebooks, book)
    path = _path(book, mine)
    try:
        rulebook, why = load(path), ""
    except RulebookError as error:
        rulebook, why = None, str(error)
    return show(
        request,
        "rules/one.html",
        name=book,
        shown=shown(rulebook, path) if rulebook else None,
        state=standing(rulebook.in_force, timezone.localdate()) if rulebook else ("", ""),
        checked=own.checked(path),
        own=mine,
        why=why.splitlines(),
    )


def _path(name: str, mine: OwnRulebook | None) -> Path:
    if mine is not None and mine.path.is_file():
        return mine.path
    if name not in (*available(), *examples()):
        raise Http404
    return find(name)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return timezone.localdate()
