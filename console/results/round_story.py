"""What was asked of a dossier in each round, what came, and what became of each point?

A round's letter asks, the next round's papers answer, and ``dossier compare`` says of each point what became of it.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from console.models import DossierWork, LetterRecord, OfficeBatch, Receipt, ReceivedRound
from pipeline import file_names
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
    places = letter_places(dossier.batch)
    for current in dossier.batch.rounds.order_by("number"):
        folder = folder_of(Path(current.results), dossier.key)
        receipts = list(current.receipts.filter(dossier=dossier.key).select_related("by").order_by("at", "pk"))
        if folder is None and not receipts:
            continue
        parts.append(
            RoundPart(
                current,
                [(one, asked(one, places)) for one in dossier.letters.filter(round=current.number).order_by("pk")],
                receipts,
                results_compare.compare(before, folder)[0] if before and folder else None,
                bool(receipts) and folder is None,
            )
        )
        before = folder or before
    return parts


def letter_places(batch: OfficeBatch) -> dict[int, LetterPlace]:
    """Number of each round → where its letters lie; without those whose results cannot be read."""
    places: dict[int, LetterPlace] = {}
    for number, results in batch.rounds.values_list("number", "results"):
        with suppress(UsageError):
            places[number] = LetterPlace(Path(results))
    return places


def folder_of(results: Path, key: str) -> Path | None:
    """Where the dossier's results of this round lie; None where it has none."""
    try:
        listed = results_compare.listed(results)
    except UsageError:
        return None
    return next((results / str(one["folder"]) for one in listed if one["id"] == key), None)


def asked(record: LetterRecord, places: Mapping[int, LetterPlace]) -> Sequence[AskedRow]:
    """The rows of the letter as it was written, out of the places of its batch; none where its file is gone."""
    if record.round not in places:
        return []
    try:
        written = places[record.round].path(record.dossier.key, TITLES[record.kind]).with_suffix(".json")
        stamp = file_names.reachable(written).stat()
        return _rows(written, (stamp.st_mtime_ns, stamp.st_size))
    except (UsageError, OSError):
        return []


@functools.lru_cache(maxsize=1000)
def _rows(path: Path, _stamp: tuple[int, int]) -> Sequence[AskedRow]:
    """Read once for as long as the file is the same: a list of letters asks for all of them."""
    notice = letter_json.read(path).notice
    if notice is None:
        return []
    return [
        *(AskedRow(one.paper, one.demand) for one in notice.requests),
        *(AskedRow(one.item, one.please) for one in notice.questions),
        *(AskedRow(one.item, one.required) for one in notice.shortfalls),
    ]
