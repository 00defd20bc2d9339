"""Which dossiers does a list show, for a filter and an order that stand in its address?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from django.db.models import Count, F, Q, QuerySet, Sum

from console.access.visible import dossiers_of
from console.models import DossierWork, OfficeBatch, Person, WorkState
from console.queries.address import AddressFilter

ORDERS = {
    "": ("order",),
    "left": ("-left", "order"),
    "-left": ("left", "order"),
    "due": (F("due").asc(nulls_last=True), "order"),
    "applicant": ("applicant", "order"),
    "verdict": ("verdict", "order"),
    "assignee": ("assignee__name", "order"),
    "state": ("state", "order"),
}
_FAULTS = ("materials", "conditions", "crosschecks", "blanks", "reviews", "unreadable")
CLOSED = tuple(state for state in WorkState if state.value.startswith("closed"))
SOON = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class ListFilter(AddressFilter):
    """What the address says: an order, words, a verdict, a state, a kind of point, whose dossiers."""

    known: ClassVar = {"order": ORDERS, "fault": _FAULTS}

    order: str = ""
    q: str = ""
    verdict: str = ""
    state: str = ""
    fault: str = ""
    mine: str = ""


def listed(person: Person, batch: OfficeBatch, asked: ListFilter) -> QuerySet[DossierWork]:
    """The dossiers of the batch that this person sees, filtered and ordered."""
    found = dossiers_of(person).filter(batch=batch).select_related("assignee", "reviewer")
    if asked.q:
        found = found.filter(Q(applicant__icontains=asked.q) | Q(key__icontains=asked.q))
    if asked.verdict:
        found = found.filter(verdict=asked.verdict)
    if asked.state:
        found = found.filter(state=asked.state)
    if asked.fault:
        found = found.filter(**{f"{asked.fault}__gt": 0})
    if asked.mine:
        found = found.filter(assignee=person)
    return found.order_by(*ORDERS[asked.order])


def verdict_counts(person: Person, batch: OfficeBatch) -> dict[str, int]:
    """Verdict → how many dossiers have it."""
    rows = dossiers_of(person).filter(batch=batch).order_by().values("verdict").annotate(count=Count("pk"))
    return {row["verdict"]: row["count"] for row in rows}


def overview(person: Person) -> QuerySet[OfficeBatch]:
    """The person's batches with how many dossiers they hold and how many points are left, the newest first."""
    return (
        OfficeBatch.objects.filter(members=person, archived=None)
        .annotate(
            count=Count("dossiers"),
            left=Sum("dossiers__left"),
            closed=Count("dossiers", filter=Q(dossiers__state__in=CLOSED)),
        )
        .order_by("-made")
    )


@dataclass(frozen=True, slots=True)
class DeskPiles:
    """What lies on somebody's desk."""

    returned: list[DossierWork]
    to_check: list[DossierWork]
    due: list[DossierWork]
    mine: list[DossierWork]


def desk(person: Person, today: date) -> DeskPiles:
    """What was returned, what waits for this person's check, what is due within days, and what else is his."""
    visible = dossiers_of(person).select_related("batch", "assignee", "reviewer").order_by("batch__made", "order")
    own = visible.filter(assignee=person).exclude(state__in=CLOSED)
    checking = visible.filter(state=WorkState.TO_CHECK).exclude(assignee=person) if person.checks else visible.none()
    due = own.filter(state=WorkState.SUPPLEMENTING, due__lte=today + SOON)
    return DeskPiles(
        list(own.filter(state=WorkState.RETURNED)),
        list(checking),
        list(due.order_by("due")),
        list(own.exclude(state=WorkState.RETURNED)),
    )
