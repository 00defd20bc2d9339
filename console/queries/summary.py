"""How does a batch stand today: how many dossiers in which state, what was done since midnight?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from console.access.visible import dossiers_of
from console.models import DossierWork, LoggedEvent, OfficeBatch, Person, WorkState

_SHOWN = ("核定", "办理", "收件", "收补正材料", "草拟文书", "核定文书", "发出文书", "送达文书", "抽查通话")
"""Events of the log that a day is told by."""


@dataclass(frozen=True, slots=True)
class BatchDay:
    """One batch on one day: its dossiers, state → how many, what is left to do, event → how often it happened."""

    dossiers: list[DossierWork]
    states: list[tuple[str, int]]
    left: int
    done: list[tuple[str, int]]


def of_day(person: Person, batch: OfficeBatch, today: date) -> BatchDay:
    """What this person may see of it."""
    dossiers = list(dossiers_of(person).filter(batch=batch).select_related("round", "batch").order_by("order"))
    counted = Counter(one.state for one in dossiers)
    states = [(state.label, counted[state.value]) for state in WorkState if counted[state.value]]
    lines = LoggedEvent.objects.filter(batch=batch.name, at__startswith=today.isoformat(), event__in=_SHOWN)
    happened = Counter(lines.values_list("event", flat=True))
    done = [(event, happened[event]) for event in _SHOWN if happened[event]]
    return BatchDay(dossiers, states, sum(one.left for one in dossiers), done)
