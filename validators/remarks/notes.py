"""Is what a note on a form asks beyond the articles met? It never fails, and never counts."""

from __future__ import annotations

from decimal import Decimal

from schemas.findings import Finding
from schemas.measures import MEASURES
from schemas.rulebook import Condition, FormNote
from schemas.status import Disposition, Reason, Status
from schemas.tables import LISTS
from validators import wording
from validators.case import Case
from validators.conditions import meets
from validators.lists.suspects import rows_in, text_of
from validators.outcome import PASS, Outcome, review, under_each


def note(case: Case, asked: FormNote) -> Finding:
    """Every figure meets the note's number: pass; else a person looks, as the article asks less."""
    if asked.column:
        return _of_rows(case, asked)
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


def _of_rows(case: Case, asked: FormNote) -> Finding:
    """Every row says so much: pass; those that say less are shown, as the note may mean another column as well."""
    rows = rows_in(case, asked.table)
    unit = next(column.unit for column in LISTS[asked.table].columns if column.key == asked.column)
    told = [(row, value) for row in rows if isinstance(value := row.values.get(asked.column), Decimal)]
    short = [(row, value) for row, value in told if value < asked.at_least]
    key = LISTS[asked.table].key
    actual = "；".join(f"{text_of(row, key)} {wording.value(value, unit)}" for row, value in short)
    if not told:
        outcome, says = review(Reason.NOT_FOUND), "没有读到各行所填数据，请核看"
    elif short:
        outcome, says = review(Reason.AMBIGUOUS_RULE), f"{actual}，是否按其他口径达到由人判断"
    else:
        outcome, says = PASS, f"{len(told)} 行均达到"
    return Finding(
        f"note.{asked.table}",
        outcome.status,
        asked.source,
        f"{asked.source}注明“{asked.text}”：{says}。",
        f"各行不少于 {wording.value(asked.at_least, unit)}",
        actual,
        tuple(row.places.get(asked.column, row.evidence) for row, _ in short),
        Disposition.NOTE,
        outcome.reason,
    )


def _never_fails(met: Outcome, *, found: bool) -> Outcome:
    if met.status is Status.PASS:
        return PASS
    return review(Reason.AMBIGUOUS_RULE if found else Reason.NOT_FOUND)
