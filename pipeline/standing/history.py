"""What does the ledger say of an applicant? Handed to the screening of a dossier, for its findings history.*."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.on_use import on_use
from pipeline.screen import Judged, Steps, our_steps
from pipeline.standing.ledger.platforms import Holder, code_of
from pipeline.standing.overview import overview
from pipeline.standing.reckon.states import recheck_due
from schemas.dossier import Contents
from schemas.names import enterprise_key, near_enterprise
from schemas.regulation.standing import PastTitle
from schemas.rulebook import Rulebook

if TYPE_CHECKING:
    from validators import judge as judging
else:
    judging = on_use("validators.judge")

_LICENCES = ("business_licence", "legal_person_certificate")


def steps_with(ledger: Path) -> Steps:
    """The steps of a screening that also asks the past."""

    def judged(contents: Contents, rulebook: Rulebook, procedure: str, as_of: date) -> Judged:
        return judging.judge(contents, rulebook, procedure, as_of, past_of(ledger, contents, as_of))

    return replace(our_steps(), judge=judged)


def past_of(ledger: Path, contents: Contents, as_of: date) -> list[PastTitle]:
    """What the ledger says of the applicant on that day, else of a unit whose name nearly agrees."""
    seen = overview(ledger, as_of)
    codes = {
        code_of(paper.facts["uscc"].value)
        for paper in contents.papers
        if paper.kind in _LICENCES and "uscc" in paper.facts
    } - {""}
    names = {enterprise_key(contents.applicant)} - {""}
    own = [holder for holder in seen.holders if holder.code in codes or names & _names(holder)]
    if own:
        return [_past(holder, as_of) for holder in own]
    near = [holder for holder in seen.holders if near_enterprise(contents.applicant, holder.name)]
    return [replace(_past(holder, as_of), near=holder.name) for holder in near]


def _names(holder: Holder) -> set[str]:
    return {enterprise_key(name) for name in (holder.name, *holder.former)}


def _past(holder: Holder, as_of: date) -> PastTitle:
    section, title, loss = holder.rulebook.standing, holder.title_on(as_of), holder.loss_on(as_of)
    valid, recheck = (section.valid, section.recheck) if section else (None, None)
    holds = holder.in_force(as_of)
    ground = loss.ground if loss else None
    return PastTitle(
        rulebook=holder.rulebook.id,
        rulebook_title=holder.rulebook.title,
        name=holder.name,
        number=title.number if title else "",
        holds=holds,
        ends=title.ends if title else None,
        again_in_last_year=bool(valid and valid.again_in_last_year),
        valid_article=valid.article if valid else "",
        lost_on=loss.day if loss else None,
        lost_asks=ground.asks if ground else "",
        lost_article=ground.article if ground else "",
        barred_until=loss.barred_until if loss else None,
        recheck_due=recheck_due(holder, as_of) if holds else None,
        recheck_article=recheck.article if recheck else "",
        figures=_declared(holder),
    )


def _declared(holder: Holder) -> dict[str, dict[str, Decimal]]:
    """Year → what was declared for it when the title was given, the latest declaration first."""
    found: dict[str, dict[str, Decimal]] = {}
    for event in holder.of("recognised"):
        for year, columns in (event.facts.get("figures") or {}).items():
            found[year] = {key: Decimal(str(value)) for key, value in columns.items()}
    return found
