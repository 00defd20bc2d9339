"""What stands on the card beside the page: the point, the article's words, the readings, what may be done?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from console.models import DossierWork, Note
from console.results.points import is_point, is_settled
from console.results.read_back import ReadBack
from console.results.sheet import PastAct, acts_about, decided
from console.review import clause
from console.review.correctable import CorrectableValue, StandingCorrection, correctable, corrections
from console.review.places import PointPlaces
from extractors.vocabulary.papers import vocabulary
from pipeline import wording
from schemas.findings import Finding
from schemas.status import Disposition, Status

Paper = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PointCard:
    """One point, whole."""

    finding: Finding
    title: str
    badge: str
    clause: str
    decision: str
    choice: str
    settled: bool
    needs_second: bool
    decided_by: str
    is_point: bool
    waivable: bool
    correctable: Sequence[CorrectableValue]
    corrections: Sequence[StandingCorrection]
    papers: Sequence[Paper]
    articles: Sequence[tuple[str, str]]
    history: Sequence[PastAct]
    notes: Sequence[Note]
    follows: Sequence[Finding]


def card(dossier: DossierWork, results: Path, read: ReadBack, finding: Finding, found: PointPlaces) -> PointCard:
    """The card of this finding."""
    values = correctable(finding, read, found)
    decision: Mapping[str, Any] | None = read.decisions.get(finding.rule)
    return PointCard(
        finding,
        wording.rule_title(finding.rule, read.screening),
        wording.status(finding, read.screening),
        clause.words(read.screening.rulebook, finding.article),
        decided(decision),
        str(decision["decision"]) if decision else "",
        is_settled(decision),
        bool(decision and decision.get("needs_second")),
        str(decision["name"]) if decision else "",
        is_point(finding),
        finding.status in (Status.FAIL, Status.REVIEW) and finding.disposition is not Disposition.NOTE,
        values,
        corrections(values, read),
        papers(finding),
        clause.choices(read.screening.rulebook, [finding.article, *(one.article for one in read.screening.findings)]),
        acts_about(results, dossier.key, finding.rule),
        list(dossier.notes.filter(rule=finding.rule).select_related("by").order_by("at")),
        [one for one in read.screening.findings if one.caused_by == finding.rule and is_point(one)],
    )


def papers(finding: Finding) -> list[Paper]:
    """The kinds of paper that there are, id and title, those that the finding speaks of first."""
    kinds = [(kind.id, kind.title) for kind in vocabulary().kinds.values()]
    said = finding.message + finding.expected
    return sorted(kinds, key=lambda kind: kind[1] not in said)
