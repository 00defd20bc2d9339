"""What may every template say: addresses, static files, the words of the reports, days and times as people say them?"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse
from django.utils import timezone
from jinja2 import Environment, StrictUndefined

from console.models.people import ROLE_TITLES
from console.plain_words import plain
from console.results import points
from extractors.kept import version
from pipeline import wording

_SECONDS_A_DAY = 86400
_JUST_NOW = 10


def environment(**options: Any) -> Environment:  # noqa: ANN401  what Django gives
    """The environment of Jinja, with what dossiers say escaped and their invisible marks named."""
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True, "finalize": _shown}
    made = Environment(**options)  # noqa: S701  Django's options have autoescape
    made.globals.update(
        static=_static, url=_url, words=wording, kinds=points.KIND_TITLES, roles=ROLE_TITLES, now=timezone.localtime
    )
    made.filters.update(day=day, moment=moment, ago=ago, lasted=lasted, size=size, plain=plain)
    return made


def _shown(value: object) -> object:
    return wording.visible(value) if type(value) is str else value


def _static(name: str) -> str:
    """The file's address; another version of the program gives another one, so that it may be kept for long."""
    return f"{staticfiles_storage.url(name)}?v={version.of_program()[:8]}"


def _url(name: str, *numbers: object, **named: object) -> str:
    return reverse(name, args=numbers or None, kwargs=named or None)


def day(of: date | None) -> str:
    """3月9日, with the year where it is another one; empty for none."""
    if of is None:
        return ""
    return f"{of.month}月{of.day}日" if of.year == timezone.localdate().year else wording.day(of)


def moment(of: datetime | None) -> str:
    """2026-03-09 14:05."""
    return timezone.localtime(of).strftime("%Y-%m-%d %H:%M") if of else ""


def ago(of: datetime | None) -> str:
    """How long ago, in words."""
    if of is None:
        return ""
    seconds = (timezone.now() - of).total_seconds()
    for bound, unit, word in ((60, 1, "秒"), (3600, 60, "分钟"), (_SECONDS_A_DAY, 3600, "小时")):
        if seconds < bound:
            return f"{int(seconds / unit)} {word}前" if seconds >= _JUST_NOW else "刚才"
    return f"{int(seconds / _SECONDS_A_DAY)} 天前"


def lasted(began: datetime | None, ended: datetime | None) -> str:
    """How long something took, or has taken so far; empty where it has not begun."""
    if began is None:
        return ""
    seconds = int(((ended or timezone.now()) - began).total_seconds())
    return f"{seconds} 秒" if seconds < 60 else f"{seconds // 60} 分 {seconds % 60} 秒"


def size(of: int) -> str:
    """How large: 3.2 MB."""
    amount = float(of)
    for unit in ("B", "KB", "MB"):
        if amount < 1024:
            return f"{amount:.0f} {unit}" if unit != "MB" else f"{amount:.1f} MB"
        amount /= 1024
    return f"{amount:.1f} GB"
