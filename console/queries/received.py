"""What has been received for a batch, dossier by dossier, and which jobs came to their end?"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Max, QuerySet, Sum

from console.models import OPEN, Job, OfficeBatch, Receipt

_MOST_JOBS = 5


def dossiers_in(batch: OfficeBatch) -> Sequence[dict[str, object]]:
    """Round, dossier, files, bytes and when, of each that came through the browser."""
    rows = Receipt.objects.filter(round__batch=batch).values("round__number", "dossier")
    told = rows.annotate(files=Count("pk"), size=Sum("size"), last=Max("at")).order_by("-round__number", "dossier")
    return [dict(row) for row in told]


def jobs_of(batch: OfficeBatch) -> QuerySet[Job]:
    """The last jobs of the batch that came to their end."""
    return batch.jobs.exclude(state__in=OPEN).select_related("by").order_by("-pk")[:_MOST_JOBS]
