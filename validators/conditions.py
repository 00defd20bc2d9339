"""Does every place that states a measure meet the bound of the article?"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from schemas.divisions import within
from schemas.figures import Figure, Value
from schemas.findings import Finding, MaterialResult
from schemas.measures import MEASURES, measure_of
from schemas.rulebook import Condition
from schemas.status import Disposition, MaterialStatus, Reason, Status
from schemas.trust import Doubt
from validators import wording
from validators.case import Case
from validators.clauses.absence import absence
from validators.clauses.any_of import any_of
from validators.clauses.bounds import by_applicant
from validators.clauses.growth_rate import growth_rate
from validators.growth import growth
from validators.interpretations import Interpretation
from validators.outcome import NOT_APPLICABLE, PASS, Explained, Meets, Outcome, review, under_each
from validators.proved import and_more, proved_figures
from validators.registered import has_unplaced
from validators.relaxations import covers, relaxed
from validators.upper import bounded

WHOLE = Decimal(100)
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_PERHAPS_MORE = frozenset({Doubt.LOWER_BOUND, Doubt.MAIN_PART})
_SAYS = {
    Status.PASS: "符合",
    Status.FAIL: "不符合",
    Status.REVIEW: "不能确定",
    Status.NOT_APPLICABLE: "不适用",
}
_WHY = {
    Reason.NOT_FOUND: "未找到足以判断的数据，需人工核实",
    Reason.UNREADABLE: "有关文件无法可靠读取，需人工核实",
    Reason.CONFLICT: "各处所载有的符合、有的不符合，请核实以何者为准",
    Reason.AMBIGUOUS_RULE: "按不同读法结论不同，需人工判定",
    Reason.WEAK_MATCH: "所载似不符合，需人工核实",
}


def condition(
    case: Case, asked: Condition, materials: Sequence[MaterialResult] = (), rule: str | None = None
) -> Finding:
    """Hold one condition of the regulation against the dossier."""
    said = said_of(case, asked, materials)
    outcome = said.outcome
    return Finding(
        rule or f"condition.{asked.rule}",
        outcome.status,
        asked.article,
        said.message,
        expected(asked),
        said.actual,
        said.evidence,
        Disposition.INELIGIBLE if outcome.status is Status.FAIL else Disposition.VERIFY,
        outcome.reason,
        asks=asked.asks,
    )


def said_of(case: Case, asked: Condition, materials: Sequence[MaterialResult] = ()) -> Explained:
    """How the condition ends, in words."""
    applies = _applies(case, asked)
    if applies is False:
        return Explained(NOT_APPLICABLE, f"{asked.asks}：材料未表明属于该情形，不适用。")
    said = _by_its_kind(case, asked, materials)
    if applies is None and said.outcome != PASS:
        message = f"{asked.asks}：{said.actual or '未见数据'}；材料表述不一，是否适用该项需人工判定。"
        return Explained(review(Reason.AMBIGUOUS_RULE), message, said.actual, said.evidence)
    return said


def _by_its_kind(case: Case, asked: Condition, materials: Sequence[MaterialResult]) -> Explained:
    """As the clause asks: of a paper, of growth, of one of several, of nothing of a kind, or of a number."""

    def judged(one: Condition) -> Explained:
        return said_of(case, one, materials)

    if asked.material:
        return _by_material(asked, materials)
    if asked.any_of:
        return any_of(asked, judged)
    if asked.none_of is not None:
        return absence(case, asked)
    if asked.bounds:
        return by_applicant(case, asked, judged)
    if asked.rising:
        return _by_growth(case, asked)
    return _by_rate(case, asked) if _asks_for_rate(asked) else _by_figures(case, asked)


def _asks_for_rate(asked: Condition) -> bool:
    """Whether it bounds the growth over several years; that of one year is a number like others."""
    measure = measure_of(asked.measure)
    return asked.bounded and (measure.kind == "truth" or (bool(measure.growth_of) and asked.steps > 1))


def _by_rate(case: Case, asked: Condition) -> Explained:
    seen = growth_rate(case, asked)
    outcome = _relaxed(case, asked, seen.outcome, Status.PASS)
    return (
        seen
        if outcome == seen.outcome
        else replace(seen, outcome=outcome, message=_message(asked, outcome, seen.actual))
    )


def _applies(case: Case, asked: Condition) -> bool | None:
    """Whether the case of ``when`` is given; None where the dossier says both."""
    if asked.when is None:
        return True
    measure, wanted = asked.when
    stated = {str(figure.value) for figure in case.of(measure)}
    if wanted not in stated:
        return False
    return True if len(stated) == 1 else None


def _by_material(asked: Condition, materials: Sequence[MaterialResult]) -> Explained:
    held = next((material for material in materials if material.item == asked.material), None)
    if held is not None and held.status is MaterialStatus.PRESENT:
        actual = f"已见“{held.title}”"
        return Explained(PASS, f"{asked.asks}：{actual}。", actual, held.evidence)
    actual = f"未见可以确认的“{asked.material if held is None else held.title}”"
    reason = Reason.NOT_FOUND if held is None or held.reason is None else held.reason
    message = f"{asked.asks}：{actual}，需人工核实。"
    return Explained(review(reason), message, actual, () if held is None else held.evidence)


def _by_growth(case: Case, asked: Condition) -> Explained:
    seen = growth(case)
    outcome = _blinded(case, _relaxed(case, asked, seen.outcome, Status.PASS))
    return Explained(outcome, _message(asked, outcome, seen.actual), seen.actual, seen.evidence)


def _by_figures(case: Case, asked: Condition) -> Explained:
    stated = figures_for(case, asked.measure)
    outcome, told = under_each(stated, meets(asked, case.as_of))
    lower = relaxed(asked)
    under = None if lower is None else under_each(stated, meets(lower, case.as_of))[0].status
    outcome = _blinded(case, _relaxed(case, asked, _proven(case, asked, outcome, stated), under))
    named, more = proved_figures(outcome, stated)
    actual = wording.listed(named)
    message = _message(asked, outcome, actual, _readings(told))
    return Explained(outcome, and_more(message, more), actual, wording.places(named))


def _proven(case: Case, asked: Condition, outcome: Outcome, stated: Sequence[Figure]) -> Outcome:
    """A miss that is not proven is for a person.

    A measure for people, an address that the table cannot place, a count whose remark says whom it leaves out.
    """
    if outcome.status is not Status.FAIL:
        return outcome
    if asked.at_least is not None and any(Doubt.LEAVES_OUT in figure.doubts for figure in stated):
        return review(Reason.AMBIGUOUS_RULE)
    if measure_of(asked.measure).for_people:
        return review(Reason.WEAK_MATCH)
    placeless = measure_of(asked.measure).kind == "place" and has_unplaced(case)
    return review(Reason.NOT_FOUND) if placeless else outcome


def figures_for(case: Case, measure: str) -> tuple[Figure, ...]:
    """What states the measure; years of operation are counted from the dates themselves where they are known."""
    if measure != "operating_years":
        return bounded(case, case.of(measure))
    dates = case.of("registered_on")
    dated = {figure.source for figure in dates}
    return dates + tuple(figure for figure in case.of(measure) if figure.source not in dated)


def meets(asked: Condition, as_of: date) -> Meets:
    """How one figure is held against this condition."""
    if measure_of(asked.measure).kind == "place":
        return lambda figure: within(str(figure.value), asked.place) if asked.place else None
    if asked.equals:
        return lambda figure: _said_as(figure) == asked.equals
    lowest, highest = asked.at_least, asked.at_most

    def fits(figure: Figure) -> bool | None:
        if decides_nothing(figure, as_of):
            return None
        above = True if lowest is None else _reaches(figure, lowest, as_of)
        below = True if highest is None else _stays(figure, highest, as_of)
        return False if False in (above, below) else None if None in (above, below) else True

    return fits


def _said_as(figure: Figure) -> Value:
    """The value as a rulebook writes it: 是 or 否 of a truth."""
    if isinstance(figure.value, bool):
        return "是" if figure.value else "否"
    return figure.value


def _reaches(figure: Figure, bound: Decimal, as_of: date) -> bool | None:
    """以上 and 不少于 include the number itself (民法典 第一千二百五十九条)."""
    if not isinstance(figure.value, Decimal):
        return _anniversary_come(str(figure.value), bound, as_of)
    if Doubt.ABOUT in figure.doubts:
        # 约10 may be 9: it reaches the bound for certain only where it lies beyond.
        return True if figure.value > bound else None
    if figure.value >= bound and Doubt.UPPER_BOUND in figure.doubts:
        return None
    return figure.value >= bound


def _stays(figure: Figure, bound: Decimal, as_of: date) -> bool | None:
    """以下 and 不超过 include the number itself; what is only a part, or at least so much, may yet be more."""
    if not isinstance(figure.value, Decimal):
        come = _anniversary_come(str(figure.value), bound, as_of)
        return True if come is False else None if come is None else _on_the_day(str(figure.value), bound, as_of)
    if Doubt.ABOUT in figure.doubts:
        return True if figure.value < bound else None
    if figure.value <= bound:
        return None if figure.doubts & _PERHAPS_MORE else True
    return None if Doubt.UPPER_BOUND in figure.doubts else False


def _on_the_day(registered: str, years: Decimal, as_of: date) -> bool:
    """Whether the years are full just today, and not yet more."""
    match = _DATE.fullmatch(registered)
    if match is None or match[3] is None:
        return False
    return _later(date(int(match[1]), int(match[2]), int(match[3])), years) == as_of


def decides_nothing(figure: Figure, as_of: date) -> bool:
    """A figure of an older year meets and misses nothing that is asked of last year; no share is above the whole."""
    older = figure.year is not None and figure.year != as_of.year - 1
    share = figure.unit == "%" and not measure_of(figure.measure).over_whole
    return older or (share and isinstance(figure.value, Decimal) and figure.value > WHOLE)


def _anniversary_come(registered: str, years: Decimal, as_of: date) -> bool | None:
    """Whether so many full years have passed; None where the unknown month or day would decide it."""
    span = _days_meant(registered)
    if span is None:
        return None
    earliest, latest = (_later(day, years) for day in span)
    if latest <= as_of:
        return True
    return False if as_of < earliest else None


def _days_meant(told: str) -> tuple[date, date] | None:
    """The first and the last day that a date without its month or day may be; None where it is no date."""
    match = _DATE.fullmatch(told)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    last_month = month or 12
    last_day = day or calendar.monthrange(year or 1, last_month)[1]
    return date(year or 1, month or 1, day or 1), date(year or 1, last_month, last_day)


def _later(day: date, years: Decimal) -> date:
    """The same day so many years on; the month's last day where there is no such day (民法典 第二百零二条)."""
    months = day.year * 12 + day.month - 1 + int(years * 12)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _relaxed(case: Case, asked: Condition, outcome: Outcome, under: Status | None) -> Outcome:
    if outcome.status is Status.FAIL and covers(case, asked, under):
        return review(Reason.RELAXATION_POSSIBLE)
    return outcome


def _blinded(case: Case, outcome: Outcome) -> Outcome:
    """What was not found may stand in a file that could not be read."""
    return review(Reason.UNREADABLE) if outcome.reason is Reason.NOT_FOUND and case.blind else outcome


def _readings(told: Iterable[tuple[Interpretation, Outcome]]) -> str:
    """Each reading with its number and where it leads."""
    lines = []
    for world, outcome in told:
        name = "、".join(world.names) or "一般读法"
        lines.append(f"按“{name}”（{wording.listed(world.figures)}）{_SAYS[outcome.status]}")
    return "；".join(lines) if len(lines) > 1 else ""


def _message(asked: Condition, outcome: Outcome, actual: str, readings: str = "") -> str:
    stated = actual or "未见数据"
    if outcome.status is Status.PASS:
        narrower, unheld = measure_of(asked.measure).wider_than
        caveat = f"（{unheld}）" if narrower and narrower in asked.asks else ""
        return f"{asked.asks}：{stated}，符合{caveat}。"
    if outcome.status is Status.FAIL:
        return f"{asked.asks}：{stated}，不符合{asked.article}的要求，{wording.CHECK}。"
    if outcome.reason is Reason.RELAXATION_POSSIBLE and asked.relaxation is not None:
        clause = asked.relaxation
        return f"{asked.asks}：{stated}，未达到；但{clause.article}：{clause.asks}，可否放宽需人工判定。"
    shown = readings if outcome.reason is Reason.AMBIGUOUS_RULE and readings else stated
    return f"{asked.asks}：{shown}；{_WHY.get(outcome.reason or Reason.NOT_FOUND, _WHY[Reason.NOT_FOUND])}。"


def expected(asked: Condition) -> str:
    """What the article asks, with its number: 不少于 10 人."""
    return wording.asked(asked) if asked.bounded and asked.measure in MEASURES else asked.asks
