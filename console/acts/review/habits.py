"""How does somebody have the review screen: widths of its columns, what is folded, which reasons were given last?

A convenience, kept with the person and not with the machine; no line of the log.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from console.models import Person
from console.typed import whole

NARROWEST, WIDEST = 200, 640
"""Pixels of a column beside the page."""

WIDTHS = ("points", "side")
SWITCHES = ("fold-points", "fold-side", "thumbs", "single")
"""What can be on: a column folded, the small pages shown, one page alone where there is room for two."""

_REASONS = 5
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class ReviewHabits:
    """``widths``: pixels of a column, where somebody has chosen one; ``on``: the switches; ``reasons``: act → last."""

    widths: Mapping[str, int] = field(default_factory=dict)
    on: Sequence[str] = ()
    reasons: Mapping[str, Sequence[str]] = field(default_factory=dict)


def of(person: Person) -> ReviewHabits:
    """Those of this person; what is no such thing counts for nothing."""
    kept = person.habits if isinstance(person.habits, dict) else {}
    widths = {key: width for key in WIDTHS if isinstance(width := kept.get(key), int)}
    on = [key for key in SWITCHES if kept.get(key) is True]
    return ReviewHabits(widths, on, _reasons(kept))


def chosen(person: Person, form: Mapping[str, str]) -> None:
    """What the form says of columns and switches from now on; what it does not name stays."""
    widths = {key: whole(form[key], NARROWEST, WIDEST) for key in WIDTHS if key in form}
    switches = {key: form[key] == "1" for key in SWITCHES if key in form}
    _keep(person, {key: width for key, width in widths.items() if width is not None} | switches)


def reasoned(person: Person, act: str, reason: str) -> None:
    """A reason given for an act comes first among the last five."""
    known = dict(_reasons(person.habits))
    known[act] = [reason[:_LONGEST], *(one for one in known.get(act, ()) if one != reason[:_LONGEST])][:_REASONS]
    _keep(person, {"reasons": known})


def _keep(person: Person, more: Mapping[str, Any]) -> None:
    with transaction.atomic():
        now = Person.objects.select_for_update().get(pk=person.pk)
        now.habits = {**now.habits, **more}
        now.save(update_fields=["habits"])
        person.habits = now.habits


def _reasons(kept: Mapping[str, Any]) -> Mapping[str, Sequence[str]]:
    told = kept.get("reasons")
    return {act: list(map(str, listed))[:_REASONS] for act, listed in told.items()} if isinstance(told, dict) else {}
