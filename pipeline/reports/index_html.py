"""The batch at a glance: what most often fails, and one row per dossier with a link to each.

Up to some hundred dossiers stand in the page as a table, which needs no script. Of more, each is a line of data, of
which the script shows a page at a time: a table of ten thousand rows takes a browser longer than anybody waits.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline import wording
from pipeline.reports import overview, register
from pipeline.reports.html_pages import page_in_pieces, script
from pipeline.reports.overview import MatrixRow
from pipeline.results.batch import Batch
from pipeline.results.points import PointCount, counted, total
from pipeline.results.points import points as points_of
from schemas.dossier import Screening
from schemas.findings import Finding
from schemas.status import Status, VerdictStatus

TABLE = 500
"""Dossiers that stand in the page as a table."""


@dataclass(slots=True)
class _Survey:
    """What is known of the batch once all dossiers have been gone through."""

    columns: dict[str, None] = field(default_factory=dict)
    verdicts: Counter[VerdictStatus] = field(default_factory=Counter)
    rulebooks: set[str] = field(default_factory=set)
    unheld: set[str] = field(default_factory=set)
    failed: Counter[str] = field(default_factory=Counter)
    titles: dict[str, str] = field(default_factory=dict)
    points: dict[str, int] = field(default_factory=dict)
    """A point, as one may look for it, and its number."""
    total: PointCount = field(default_factory=lambda: PointCount(0, 0, 0))

    def add(self, screening: Screening, left: PointCount) -> None:
        """One dossier more."""
        self.columns |= dict.fromkeys(overview.condition_rules(screening))
        self.verdicts[screening.verdict.status] += 1
        self.rulebooks.add(screening.rulebook_title)
        self.unheld.add(screening.unheld)
        self.failed.update(overview.failing(screening))
        self.titles |= {rule: wording.problem(rule, screening) for rule in _failed(screening)}
        for name in _named(screening):
            self.points.setdefault(name, len(self.points))
        self.total = total([self.total, left])


@dataclass(frozen=True, slots=True)
class _IndexRow:
    """What the page tells of one dossier."""

    line: MatrixRow
    completeness: str
    left: PointCount
    points: str
    """The numbers of its points."""
    decided: str


def render(batch: Batch) -> bytes:
    """index.html of the batch."""
    return b"".join(in_pieces(batch))


def in_pieces(batch: Batch) -> Iterator[bytes]:
    """The same, a little at a time; the batch is gone through twice."""
    survey = _Survey()
    for screening in batch.screenings:
        survey.add(screening, counted(screening, batch.decisions.get(screening.id, {})))
    columns = list(survey.columns)
    inline, digest = script("index.js")
    rows = _rows(batch, columns, survey.points)
    is_table = len(batch.screenings) <= TABLE
    return page_in_pieces(
        "index.html",
        batch=batch,
        counts=survey.verdicts,
        rulebooks=sorted(survey.rulebooks - {""}),
        unheld=sorted(survey.unheld - {""}),
        columns=[wording.rule_title(rule) for rule in columns],
        failures=[(survey.titles[one.rule], one) for one in overview.most_frequent(survey.failed)],
        total=survey.total,
        points=list(survey.points),
        rows=rows if is_table else (),
        packed=None if is_table else _packed(batch, rows),
        shared=[finding for finding in batch.findings if finding.status is not Status.PASS],
        script=inline,
        digest=digest,
    )


def _rows(batch: Batch, columns: list[str], numbers: dict[str, int]) -> Iterator[_IndexRow]:
    for screening in batch.screenings:
        over = batch.decisions.get(screening.id, {})
        yield _IndexRow(
            overview.matrix_row(screening, columns),
            register.completeness(screening),
            counted(screening, over),
            " ".join(str(numbers[name]) for name in _named(screening)),
            register.decided(screening, over),
        )


_LETTERS = {Status.PASS: "p", Status.FAIL: "f", Status.REVIEW: "r", Status.ERROR: "e", Status.NOT_APPLICABLE: "n"}


def _packed(batch: Batch, rows: Iterator[_IndexRow]) -> Iterator[str]:
    """The rows as lines of one JSON list, in the order in which the script takes them apart (index.js)."""
    for number, row in enumerate(rows):
        screening = row.line.screening
        record = [
            batch.folders[screening.id],
            wording.visible(screening.id),
            wording.visible(screening.contents.applicant),
            screening.rulebook_title,
            f"以{wording.reckoned_from(screening)}为准",
            str(screening.verdict.status),
            row.completeness,
            "".join(_LETTERS[status] if status else " " for status in row.line.statuses),
            row.line.differing,
            row.line.open,
            row.left.open,
            row.left.left,
            row.decided,
            wording.visible(screening.note),
            row.points,
        ]
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        # Within a script only this sign could end it.
        yield ("," if number else "") + text.replace("<", "\\u003c") + "\n"


def _named(screening: Screening) -> list[str]:
    """The points of a dossier, as one may look for them: 从业人数：不符合（第七条（五））. Each once."""
    return list(dict.fromkeys(wording.visible(_name(point, screening)) for point in points_of(screening)))


def _name(point: Finding, screening: Screening) -> str:
    title, status = wording.rule_title(point.rule, screening), wording.status(point, screening)
    return f"{title}：{status}（{point.article}）" if point.article else f"{title}：{status}"


def _failed(screening: Screening) -> list[str]:
    return [finding.rule for finding in screening.findings if finding.status is Status.FAIL]
