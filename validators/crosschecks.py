"""Do all the places that state one quantity agree within its tolerance? (contract §7)"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from schemas.divisions import may_be_one, within
from schemas.figures import Figure
from schemas.findings import Finding
from schemas.measures import MEASURES, Measure
from schemas.names import enterprise_key
from schemas.status import Reason, Status
from schemas.trust import NONE, Doubt, grave, is_sure
from validators import wording
from validators.case import Case
from validators.interpretations import interpretations
from validators.outcome import FAIL, NOT_APPLICABLE, PASS, Explained, Outcome, review
from validators.proved import and_more, proved_figures
from validators.upper import by_agreements

WHOLE = Decimal(100)
_APART = frozenset({Doubt.COUNTED_APART, Doubt.LEAVES_OUT})


def compared() -> tuple[Measure, ...]:
    """The measures whose figures must agree; shares of investors are held against the whole instead."""
    return tuple(measure for measure in MEASURES.values() if measure.compared and measure.id != "investor_share")


def crosscheck(case: Case, measure: Measure) -> Finding:
    """All figures agree: pass; two disagree: fail, unless another reading or a partial list explains it: review."""
    wholes = (figure for figure in case.of(measure.id) if Doubt.LOWER_BOUND not in figure.doubts)
    # What the table states of an older year contradicts nothing that is said of the last one.
    stated = tuple(figure for figure in wholes if figure.year in (None, case.as_of.year - 1))
    outcome = _outcome(stated, measure)
    signed = by_agreements(case, stated)
    if signed != stated and outcome != PASS and _outcome(signed, measure) == PASS:
        stated, outcome = signed, PASS
    named, more = proved_figures(outcome, stated)
    actual = wording.listed(named)
    message = _message(measure, outcome, named, actual)
    said = Explained(outcome, and_more(message, more), actual, wording.places(named))
    return _finding(measure, said, _tolerance(measure))


def investor_share(case: Case) -> Finding:
    """The shares may not exceed the whole; less than the whole may be honest, as the form asks for the main ones."""
    measure = MEASURES["investor_share"]
    stated = case.of("investor_share")
    slack = measure.absolute or Decimal(0)
    sums = [figure.value for figure in stated if isinstance(figure.value, Decimal)]
    actual = wording.listed(stated)
    if not sums:
        outcome, says = NOT_APPLICABLE, "未见投资比例，无从核对。"
    elif max(sums) > WHOLE + slack:
        sure = any(is_sure(figure.doubts) for figure in stated)
        outcome, says = FAIL if sure else review(Reason.UNREADABLE), f"{actual}，超过 100%，{wording.CHECK}。"
    elif min(sums) < WHOLE - slack:
        outcome = review(Reason.NOT_FOUND)
        says = f"{actual}，不足 100%；如只列主要投资方属正常，{wording.CHECK}。"
    else:
        outcome, says = PASS, f"{actual}，一致。"
    said = Explained(outcome, f"投资比例合计：{says}", actual, wording.places(stated))
    return _finding(measure, said, "合计 100%")


def agree(one: Figure, other: Figure, measure: Measure) -> bool:
    """Whether two figures say the same within the tolerance of the measure."""
    a, b = one.value, other.value
    if isinstance(a, Decimal) and isinstance(b, Decimal):
        return abs(a - b) <= _slack(measure, a, b)
    if measure.kind == "date":
        # 2018-11 and 2018-11-02 do not contradict each other.
        return str(a).startswith(str(b)) or str(b).startswith(str(a))
    if measure.kind == "place":
        return may_be_one(str(a), str(b))
    same: bool = enterprise_key(str(a)) == enterprise_key(str(b))
    return same


def _slack(measure: Measure, a: Decimal, b: Decimal) -> Decimal:
    absolute = measure.absolute or Decimal(0)
    relative = (measure.relative or Decimal(0)) * max(abs(a), abs(b))
    return max(absolute, relative)


def _outcome(stated: Sequence[Figure], measure: Measure) -> Outcome:
    told = [(world, _all_agree(world.figures, measure)) for world in interpretations(stated)]
    if not told or len(told[0][0].figures) < 2:
        return NOT_APPLICABLE
    if told[0][1] and (not told[0][0].names or all(agreed for _, agreed in told)):
        settled = _same_county(told[0][0].figures, measure) and not any(map(_is_of_two_forms, stated))
        return PASS if settled else review(Reason.CONFLICT)
    if any(agreed for _, agreed in told):
        return review(Reason.AMBIGUOUS_RULE)
    plain = told[0][0].figures
    as_whole = [figure for figure in plain if not figure.doubts & _APART]
    if any(_all_agree(rest, measure) for rest in (_without_shorter_parts(plain, measure), as_whole)):
        return review(Reason.AMBIGUOUS_RULE)
    if _all_agree([figure for figure in plain if is_sure(figure.doubts)], measure):
        return review(Reason.UNREADABLE)
    return FAIL


def _is_of_two_forms(figure: Figure) -> bool:
    """Whether another copy of the form states it otherwise: that one of them agrees with the lists settles nothing."""
    return figure.source == "form" and Doubt.OTHER_COPY in figure.doubts


def _same_county(figures: Sequence[Figure], measure: Measure) -> bool:
    """Whether places in one city are not told in two of its counties; what is no place has none."""
    if measure.kind != "place":
        return True
    pairs = list(combinations([str(figure.value) for figure in figures], 2))
    return all(within(one, two) is not False or within(two, one) is not False for one, two in pairs)


def _all_agree(figures: Sequence[Figure], measure: Measure) -> bool:
    return all(agree(one, other, measure) for one, other in combinations(figures, 2))


def _without_shorter_parts(figures: Sequence[Figure], measure: Measure) -> list[Figure]:
    """The figures without those lists of the main part that may honestly fall short of the whole."""
    wholes = [
        figure.value for figure in figures if Doubt.MAIN_PART not in figure.doubts and isinstance(figure.value, Decimal)
    ]
    return [
        figure
        for figure in figures
        if not (
            Doubt.MAIN_PART in figure.doubts
            and isinstance(figure.value, Decimal)
            and (measure.unit == "%" or all(figure.value <= whole for whole in wholes))
        )
    ]


def _message(measure: Measure, outcome: Outcome, stated: Sequence[Figure], actual: str) -> str:
    if outcome.status is Status.NOT_APPLICABLE:
        return f"{measure.title}：{actual or '未见数据'}，不足两处，无从核对。"
    if outcome.status is Status.PASS:
        return f"{measure.title}：{actual}，一致。"
    if any(map(_is_of_two_forms, stated)) and _all_agree(stated, measure):
        return f"{measure.title}：{actual}，请核实申报表以哪一份为准。"
    difference = _difference(stated, measure)
    if outcome.reason is Reason.AMBIGUOUS_RULE:
        apart = any(figure.doubts & _APART for figure in stated)
        why = "计入或不计注明的部分后是否一致" if apart else "按其中一种读法一致（或名单只列主要部分）"
        why += "，需人工核实"
    elif outcome.reason is Reason.UNREADABLE:
        doubts = NONE.union(*(figure.doubts for figure in stated if not is_sure(figure.doubts)))
        why = f"其中有的数值读得不确定（{'，'.join(wording.doubted(grave(doubts)))}），需人工核实"
    else:
        why = wording.CHECK
    return f"{measure.title}不一致：{actual}{difference}，{why}。"


def _difference(stated: Sequence[Figure], measure: Measure) -> str:
    """How far the plain numbers are apart."""
    numbers = [figure.value for figure in stated if not figure.reading and isinstance(figure.value, Decimal)]
    if len(numbers) < 2:
        return ""
    return f"，相差 {wording.value(max(numbers) - min(numbers), measure.unit)}"


def _tolerance(measure: Measure) -> str:
    if measure.relative:
        return f"各处一致（允许相差 {wording.number(measure.relative * 100)}%）"
    if measure.absolute:
        return f"各处一致（允许相差 {wording.value(measure.absolute, measure.unit)}）"
    return "各处一致"


def _finding(measure: Measure, said: Explained, expected: str) -> Finding:
    outcome = said.outcome
    return Finding(
        f"crosscheck.{measure.id}",
        outcome.status,
        "",
        said.message,
        expected,
        said.actual,
        said.evidence,
        reason=outcome.reason,
    )
