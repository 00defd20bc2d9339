"""The batch at a glance: what most often fails, and one row per dossier with a link to each."""

from __future__ import annotations

from collections import Counter

from pipeline import wording
from pipeline.reports import overview, register
from pipeline.reports.html_pages import page, script
from pipeline.results.batch import Batch
from pipeline.results.points import counted, total
from pipeline.results.points import points as points_of
from schemas.dossier import Screening
from schemas.findings import Finding
from schemas.status import Status


def render(batch: Batch) -> bytes:
    """index.html of the batch."""
    columns = overview.conditions(batch.screenings)
    inline, digest = script("index.js")
    titles = {rule: wording.problem(rule, screening) for screening in batch.screenings for rule in _failed(screening)}
    counts, named = {}, {}
    for one in batch.screenings:
        counts[one.id], named[one.id] = counted(one, batch.decisions.get(one.id, {})), _named(one)
    points = {name: at for at, name in enumerate(dict.fromkeys(name for names in named.values() for name in names))}
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
        left=counts,
        total=total(list(counts.values())),
        points=list(points),
        pointed={dossier: " ".join(str(points[name]) for name in names) for dossier, names in named.items()},
        decided={
            screening.id: register.decided(screening, batch.decisions.get(screening.id, {}))
            for screening in batch.screenings
        },
        shared=[finding for finding in batch.findings if finding.status is not Status.PASS],
        script=inline,
        digest=digest,
    )


def _named(screening: Screening) -> list[str]:
    """The points of a dossier, as one may look for them: 从业人数：不符合（第七条（五））. Each once."""
    return list(dict.fromkeys(wording.visible(_name(point, screening)) for point in points_of(screening)))


def _name(point: Finding, screening: Screening) -> str:
    title, status = wording.rule_title(point.rule, screening), wording.status(point, screening)
    return f"{title}：{status}（{point.article}）" if point.article else f"{title}：{status}"


def _failed(screening: Screening) -> list[str]:
    return [finding.rule for finding in screening.findings if finding.status is Status.FAIL]
