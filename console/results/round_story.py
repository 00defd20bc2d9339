"""What was asked of a dossier in each round, what came, and what became of each point?

A round's letter asks, the next round's papers answer, and ``dossier compare`` says of each point what became of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from console.models import DossierWork, LetterRecord, Receipt, ReceivedRound
from pipeline.drafted_letters import LetterPlace
from pipeline.letters import letter_json
from pipeline.letters.letter import TITLES
from pipeline.results import compare as results_compare
from pipeline.results.compare import Compared, ComparedFinding
from schemas.errors import UsageError

GROUPS: Mapping[str, str] = {
    "left": "仍存在",
    "new": "新出现",
    "late": "前次可告知",
    "unjudged": "未能判断",
    "settled": "已解决",
    "decided": "经办人已改判或豁免",
}
"""Part of a comparison → what it is called, what a clerk must look at first."""


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One row of a letter: which paper or figure, and what was asked."""

    about: str
    demand: str


@dataclass(frozen=True, slots=True)
class PointGroup:
    """Points of which the same has become."""

    key: str
    title: str
    points: Sequence[ComparedFinding]


@dataclass(frozen=True, slots=True)
class RoundPart:
    """One round of one dossier."""

    round: ReceivedRound
    letters: Sequence[tuple[LetterRecord, Sequence[AskedRow]]]
    receipts: Sequence[Receipt]
    compared: Compared | None
    waiting: bool
    """Something came in, and has not been screened yet."""

    @property
    def groups(self) -> list[PointGroup]:
        """The comparison with the round before, as far as there is something to say."""
        if self.compared is None:
            return []
        found = [PointGroup(key, title, getattr(self.compared, key)) for key, title in GROUPS.items()]
        return [one for one in found if one.points]


def story(dossier: DossierWork) -> list[RoundPart]:
    """Every round in which the dossier has a part, the first first."""
    parts: list[RoundPart] = []
    before: Path | None = None
    for current in dossier.batch.rounds.order_by("number"):
        folder = folder_of(Path(current.results), dossier.key)
        receipts = list(current.receipts.filter(dossier=dossier.key).select_related("by").order_by("at", "pk"))
        if folder is None and not receipts:
            continue
        parts.append(
            RoundPart(
                current,
                [(one, asked(one)) for one in dossier.letters.filter(round=current.number).order_by("pk")],
                receipts,
                results_compare.compare(before, folder)[0] if before and folder else None,
                bool(receipts) and folder is None,
            )
        )
        before = folder or before
    return parts


def folder_of(results: Path, key: str) -> Path | None:
    """Where the dossier's results of this round lie; None where it has none."""
    try:
        listed = results_compare.listed(results)
    except UsageError:
        return None
    return next((results / str(one["folder"]) for one in listed if one["id"] == key), None)


def asked(record: LetterRecord) -> list[AskedRow]:
    """The rows of the letter as it was written; none where its file is gone."""
    told = record.dossier.batch.rounds.filter(number=record.round).first()
    try:
        place = LetterPlace(Path(told.results)) if told else None
        path = place.path(record.dossier.key, TITLES[record.kind]) if place else None
        notice = letter_json.read(path.with_suffix(".json")).notice if path else None
    except UsageError:
        return []
    if notice is None:
        return []
    return [
        *(AskedRow(one.paper, one.demand) for one in notice.requests),
        *(AskedRow(one.item, one.please) for one in notice.questions),
        *(AskedRow(one.item, one.required) for one in notice.shortfalls),
    ]
