"""Is what a note on a form asks beyond the articles met? It never fails, and never counts."""

from __future__ import annotations

from schemas.findings import Finding
from schemas.measures import MEASURES
from schemas.rulebook import Condition, FormNote
from schemas.status import Disposition, Reason, Status
from validators import wording
from validators.case import Case
from validators.conditions import meets
from validators.outcome import PASS, Outcome, review, under_each


def note(case: Case, asked: FormNote) -> Finding:
    """Every figure meets the note's number: pass; else a person looks, as the article asks less."""
    stated = case.of(asked.measure)
    bound = Condition(asked.measure, asked.source, asked.text, at_least=asked.at_least)
    met, _ = under_each(stated, meets(bound, case.as_of))
    outcome = _never_fails(met, found=bool(stated))
    actual = wording.listed(stated)
    ending = "符合。" if outcome == PASS else "与条文要求的数量不同，备注不作为条件，是否补充请人工确认。"
    unit = MEASURES[asked.measure].unit
    return Finding(
        f"note.{asked.table}",
        outcome.status,
        asked.source,
        f"{asked.source}注明“{asked.text}”：{actual or '未见数据'}，{ending}",
        f"不少于 {wording.value(asked.at_least, unit)}",
        actual,
        wording.places(stated),
        Disposition.NOTE,
        outcome.reason,
    )


def _never_fails(met: Outcome, *, found: bool) -> Outcome:
    if met.status is Status.PASS:
        return PASS
    return review(Reason.AMBIGUOUS_RULE if found else Reason.NOT_FOUND)
