"""Dossiers of a batch go public, or are recognised: what ``dossier standing publish`` and ``add`` write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from console import events
from console.events import Actor
from console.models import DossierWork, OfficeBatch
from console.results.standing import book
from pipeline.standing.ledger import file as ledger
from pipeline.standing.titles.from_results import Award, Candidate, candidates, published, recognised
from schemas.errors import UsageError


@dataclass(frozen=True, slots=True)
class ChosenDossiers:
    """Dossiers of one batch, and the codes that a person tells of some, over what was read."""

    batch: OfficeBatch
    dossiers: Sequence[DossierWork]
    codes: Mapping[str, str] = field(default_factory=dict)

    def candidates(self) -> list[Candidate]:
        """As the ledger takes them over. UsageError where none is chosen, or one has no name."""
        by_round: dict[Path, list[str]] = {}
        for one in self.dossiers:
            if one.results is not None:
                by_round.setdefault(one.results, []).append(one.key)
        if not by_round:
            raise UsageError("请先勾选卷宗。")
        found = [one for results, keys in by_round.items() for one in candidates(results, keys, self.codes)]
        order = [one.key for one in self.dossiers]
        return sorted(found, key=lambda one: order.index(one.dossier))


def made_public(by: Actor, chosen: ChosenDossiers, first: date, sites: Sequence[str], days: int | None) -> list[int]:
    """One event a regulation; gives back their numbers."""
    made = published(chosen.candidates(), first, sites, days)
    numbers = ledger.write(book.folder(), lambda _: made, events.signed(by))
    events.noted(by, "公示", chosen.batch, dossiers=[one.key for one in chosen.dossiers], numbers=numbers)
    return numbers


def given_titles(by: Actor, chosen: ChosenDossiers, award: Award) -> tuple[list[int], list[str]]:
    """One event a dossier; gives back their numbers, and those who are known by their names alone."""
    if not award.number:
        raise UsageError("请写明认定文件的文号。")
    found = chosen.candidates()
    numbers = ledger.write(book.folder(), lambda kept: recognised(found, award, kept), events.signed(by))
    events.noted(by, "认定", chosen.batch, dossiers=[one.key for one in chosen.dossiers], numbers=numbers)
    return numbers, [one.platform.name for one in found if not one.platform.code]
