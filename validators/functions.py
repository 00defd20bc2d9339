"""How many of the service functions are met, against the number that the regulation asks for?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from schemas.figures import Figure, Value
from schemas.findings import Finding
from schemas.measures import FUNCTION_TITLES, MEASURES, SOURCES, measure_of
from schemas.rulebook import Condition, FunctionsRule, ServiceFunction
from schemas.status import Disposition, Reason, Status
from schemas.trust import is_sure
from validators import wording
from validators.case import Case
from validators.conditions import condition
from validators.outcome import FAIL, PASS, Outcome, review, same_or_review

_MONEY = "万元"
_WORST = (Status.FAIL, Status.REVIEW, Status.PASS, Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class FunctionStanding:
    """One function: whether it takes part, how it ends, what each of its conditions says."""

    function: ServiceFunction
    claimed: bool
    considered: bool
    status: Status
    findings: tuple[Finding, ...]


def function(case: Case, asked: ServiceFunction) -> FunctionStanding:
    """Judge one function: met where every condition of any one path is met."""
    claimed = _claimed(case, asked)
    stated = [any(case.of(_measure(asked, part)) for part in path) for path in asked.paths]
    considered = claimed or any(stated)
    paths = [[_judged(case, asked, part) for part in path] for path in asked.paths]
    status = _any(paths) if considered else Status.NOT_APPLICABLE
    shown = _shown(paths, stated, considered=considered)
    return FunctionStanding(asked, claimed, considered, status, _one_each(shown))


def functions(case: Case, rule: FunctionsRule) -> Finding:
    """How many functions are met: certain of enough, pass; certain of too few, fail; else review."""
    held = [function(case, asked) for asked in rule.functions]
    outcome = _each_claimed(case, held) if rule.claimed else _enough(case, rule, held)
    met = [_title(one.function) for one in held if one.status is Status.PASS]
    actual = "；".join(_told(case, one) for one in held if one.considered) or "未见申报的服务功能"
    left = "、".join(_title(one.function) for one in held if one.function.manual)
    actual += f"；{left}由人核对" if left else ""
    ending = {
        Status.PASS: "符合。",
        Status.FAIL: f"不符合{rule.article}的要求，{wording.CHECK}。",
    }.get(outcome.status, "不能确定，需人工核实。")
    expected = f"不少于 {rule.at_least} 项" if rule.at_least else rule.asks
    evidence = tuple(
        dict.fromkeys(place for one in held if one.considered for f in one.findings for place in f.evidence)
    )
    disposition = Disposition.INELIGIBLE if outcome.status is Status.FAIL else Disposition.VERIFY
    message = f"{rule.asks}：{_kind_told(case, rule)}{actual}；达到要求的有 {len(met)} 项，{ending}"
    return Finding(
        "condition.functions",
        outcome.status,
        rule.article,
        message,
        expected,
        actual,
        evidence,
        disposition,
        outcome.reason,
        asks=rule.asks,
    )


def _told(case: Case, one: FunctionStanding) -> str:
    """How a function stands; of one that is not met every number with its year, its bound and its clause."""
    title = _title(one.function)
    if one.status is not Status.FAIL:
        return f"{title}{_in_words(one)}"
    failed = {found.rule for found in one.findings if found.status is Status.FAIL}
    ways = [
        [part for part in path if f"condition.{_measure(one.function, part)}" in failed] for path in one.function.paths
    ]
    said = "；或者".join("，".join(_missed(case, one.function, part) for part in way) for way in ways if way)
    clause = next((part.article for way in ways for part in way if part.article), one.function.article)
    return f"{title}：{said}（{clause}）"


def _missed(case: Case, asked: ServiceFunction, part: Condition) -> str:
    """2025年560人次，少于800人次."""
    every = case.of(_measure(asked, part))
    # What is missed is proved by the numbers beyond doubt; the others are no part of it.
    figures = [figure for figure in every if is_sure(figure.doubts)] or every
    unit = measure_of(_measure(asked, part)).unit
    stated = "、".join(
        dict.fromkeys(f"{f'{one.year}年' if one.year else ''}{_number(one.value)}{unit}" for one in figures)
    )
    # 次 and 人次 tell what is counted, 万元 does not.
    what = measure_of(_measure(asked, part)).title.rpartition("：")[2] if unit == _MONEY else ""
    return f"{what}{stated}，少于{wording.number(part.at_least)}{unit}" if part.at_least is not None else stated


def _number(value: Value) -> str:
    return wording.number(value) if isinstance(value, Decimal) else str(value)


def _kind_told(case: Case, rule: FunctionsRule) -> str:
    """Which kind of platform was held against the number, and where it was read; empty where none is asked."""
    if not rule.by_type:
        return ""
    figures = _kinds(case)
    if not figures:
        return "平台类型未读到，按各种类型分别核对；"
    said = "、".join(dict.fromkeys(f"{one.value}（{SOURCES[one.source]}）" for one in figures))
    return f"平台类型为{said}；"


def _title(asked: ServiceFunction) -> str:
    return asked.title or FUNCTION_TITLES.get(asked.id, asked.id)


def _claimed(case: Case, asked: ServiceFunction) -> bool:
    return any(figure.value is True for figure in case.of(f"function.{asked.id}.claimed"))


def _measure(asked: ServiceFunction, part: Condition) -> str:
    """Ours of functions have the function's name before them; one of the rulebook's own stands by its own name."""
    within = f"function.{asked.id}.{part.measure}"
    return within if within in MEASURES else part.measure


def _judged(case: Case, asked: ServiceFunction, part: Condition) -> Finding:
    """One condition; it feeds condition.functions and counts for nothing by itself."""
    measure = _measure(asked, part)
    found = condition(case, replace(part, measure=measure), rule=f"condition.{measure}")
    return replace(found, disposition=Disposition.NOTE)


def _all(path: Sequence[Finding]) -> Status:
    """Kleene's and; what does not apply asks nothing."""
    statuses = {found.status for found in path} - {Status.NOT_APPLICABLE}
    if Status.FAIL in statuses:
        return Status.FAIL
    return Status.PASS if statuses == {Status.PASS} else Status.REVIEW


def _any(paths: Iterable[Sequence[Finding]]) -> Status:
    """Kleene's or."""
    statuses = {_all(path) for path in paths}
    if Status.PASS in statuses:
        return Status.PASS
    return Status.FAIL if statuses == {Status.FAIL} else Status.REVIEW


def _shown(paths: list[list[Finding]], stated: list[bool], *, considered: bool) -> list[Finding]:
    """The findings of every path; of a path that the platform does not speak of, only that it does not apply."""
    shown = []
    for path, spoken in zip(paths, stated, strict=True):
        silent = not considered or (not spoken and any(stated))
        shown += [_silenced(found) if silent else found for found in path]
    return shown


def _silenced(found: Finding) -> Finding:
    message = f"{found.expected or found.rule}：材料未申报该项功能或未采用该项标准，不适用。"
    return replace(found, status=Status.NOT_APPLICABLE, reason=None, message=message)


def _one_each(findings: list[Finding]) -> tuple[Finding, ...]:
    """One finding per rule: of two branches with the same measure, the worse that applies."""
    kept: dict[str, Finding] = {}
    for found in findings:
        before = kept.get(found.rule)
        if before is None or _WORST.index(found.status) < _WORST.index(before.status):
            kept[found.rule] = found
    return tuple(kept.values())


def _each_claimed(case: Case, held: list[FunctionStanding]) -> Outcome:
    """Each function that the platform claims must be met; a claim that only a recogniser read is no claim to fail."""
    claimed = [one for one in held if one.claimed]
    # Whether a function that only people judge is claimed, and met, nobody has told yet.
    by_people = any(one.function.manual for one in held)
    if not claimed:
        # A report that speaks of a function's services claims it in effect; it can meet the rule so, never miss it.
        spoken = [one for one in held if one.considered]
        met = spoken and all(one.status is Status.PASS for one in spoken)
        return PASS if met and not by_people else review(Reason.NOT_FOUND)
    if any(one.status is Status.FAIL and _surely_claimed(case, one) for one in claimed):
        return FAIL
    met = all(one.status is Status.PASS for one in claimed)
    return PASS if met and not by_people else review(Reason.NOT_FOUND)


def _surely_claimed(case: Case, one: FunctionStanding) -> bool:
    return any(
        figure.value is True and is_sure(figure.doubts) for figure in case.of(f"function.{one.function.id}.claimed")
    )


def _enough(case: Case, rule: FunctionsRule, held: list[FunctionStanding]) -> Outcome:
    """The number asked for, under each type that the platform may be."""
    met = sum(one.status is Status.PASS for one in held)
    # A function about which the dossier says nothing is open, not unmet (contract §11).
    open_ = sum(one.status in (Status.REVIEW, Status.NOT_APPLICABLE) for one in held)
    return same_or_review([_against(needed, met, open_) for needed in _needed(case, rule)])


def _against(needed: int, met: int, undecided: int) -> Outcome:
    if met >= needed:
        return PASS
    return FAIL if met + undecided < needed else review(Reason.NOT_FOUND)


def _needed(case: Case, rule: FunctionsRule) -> list[int]:
    """综合性 or 专业性, where the platform says which; else every number that may be asked."""
    if not rule.by_type:
        return [rule.at_least or 1]
    stated = {str(figure.value) for figure in _kinds(case)}
    known = {number for kind, number in rule.by_type.items() if any(kind in text for text in stated)}
    return sorted(known or rule.by_type.values())


def _kinds(case: Case) -> Sequence[Figure]:
    """What is said of the kind of platform; what a person entered outweighs what the report says of itself."""
    figures = case.of("platform_type")
    return [figure for figure in figures if figure.source == "round"] or figures


def _in_words(one: FunctionStanding) -> str:
    return {Status.PASS: "达到要求", Status.FAIL: "未达到要求"}.get(one.status, "不能确定")
