"""The batch at a glance: what most often fails, and one row per dossier with a link to each."""

from __future__ import annotations

from collections import Counter

from pipeline import wording
from pipeline.reports import overview, register
from pipeline.reports.html_pages import page, script
from pipeline.results.batch import Batch
from schemas.dossier import Screening
from schemas.status import Status


def render(batch: Batch) -> bytes:
    """index.html of the batch."""
    columns = overview.conditions(batch.screenings)
    inline, digest = script("index.js")
    titles = {rule: wording.problem(rule, screening) for screening in batch.screenings for rule in _failed(screening)}
    return page(
        "index.html",
        batch=batch,
        counts=Counter(screening.verdict.status for screening in batch.screenings),
        rulebooks=sorted({screening.rulebook_title for screening in batch.screenings if screening.rulebook_title}),
        unheld=sorted({screening.unheld for screening in batch.screenings if screening.unheld}),
        columns=[wording.rule_title(rule) for rule in columns],
        lines=overview.matrix(batch.screenings, columns),
        failures=[(titles[failure.rule], failure) for failure in overview.most_frequent(batch.screenings)],
        completeness={screening.id: register.completeness(screening) for screening in batch.screenings},
        decided={
            screening.id: register.decided(screening, batch.decisions.get(screening.id, {}))
            for screening in batch.screenings
        },
        shared=[finding for finding in batch.findings if finding.status is not Status.PASS],
        script=inline,
        digest=digest,
    )


def _failed(screening: Screening) -> list[str]:
    return [finding.rule for finding in screening.findings if finding.status is Status.FAIL]
