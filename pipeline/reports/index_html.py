"""The batch at a glance: one row per dossier, a link to each."""

from __future__ import annotations

from collections import Counter

from pipeline.reports import register_xlsx
from pipeline.reports.pages import page
from pipeline.results import Batch
from schemas.status import Status


def render(batch: Batch) -> bytes:
    """index.html of the batch."""
    return page(
        "index.html",
        batch=batch,
        counts=Counter(screening.verdict.status for screening in batch.screenings),
        completeness={screening.id: register_xlsx.completeness(screening) for screening in batch.screenings},
        shared=[finding for finding in batch.findings if finding.status is not Status.PASS],
    )
