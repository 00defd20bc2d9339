"""Which batches has the office, who belongs to them, and until when is one that was put away to be kept?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from console.house import HouseRules
from console.models import OfficeBatch


@dataclass(frozen=True, slots=True)
class BatchOfOffice:
    """One batch: how many dossiers and members it has, who they are, and until when it is kept, once it is put away."""

    batch: OfficeBatch
    dossiers: int
    members: tuple[str, ...]
    kept_until: date | None


def every(rules: HouseRules) -> list[BatchOfOffice]:
    """All of them, those at work first, then the newest."""
    found = OfficeBatch.objects.annotate(count=Count("dossiers", distinct=True)).prefetch_related("members")
    listed = [
        BatchOfOffice(
            one,
            one.count,
            tuple(sorted(person.name for person in one.members.all())),
            kept_until(one.archived.date(), rules) if one.archived else None,
        )
        for one in found.order_by("-made")
    ]
    return sorted(listed, key=lambda one: one.batch.archived is not None)


def kept_until(put_away: date, rules: HouseRules) -> date:
    """Until when it is kept: the end of a year, counted from the year after (归档次年起算)."""
    return date(put_away.year + rules.retention_years, 12, 31)
