"""Has a yearly number grown by so many per cent? Each step, the whole time and the yearly mean are readings."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise

from schemas.locator import Locator
from schemas.measures import measure_of
from schemas.regulation.conditions import Condition
from schemas.status import Reason, Status
from schemas.tables import LISTS, Row, rows_of
from schemas.trust import is_sure
from validators import wording
from validators.case import Case
from validators.outcome import FAIL, PASS, Explained, Outcome, review, same_or_review

SERVED = "enterprises_served"
TWO_YEARS = 2
"""近两年: so many steps, where the rulebook does not say."""
_PER_CENT = Decimal(100)
_READINGS = ("逐年", "两端相比", "年均")


def growth_rate(case: Case, asked: Condition) -> Explained:
    """The growth of the yearly table's column over ``steps`` years up to last year."""
    column = measure_of(asked.measure).growth_of or SERVED
    steps = asked.steps or TWO_YEARS
    frame = case.contents.tables.get("operations")
    rows = [] if frame is None else [row for row in rows_of(frame) if _number(row, column) is not None]
    years = [case.as_of.year - back for back in range(steps + 1, 0, -1)]
    counts, places = _of_years(rows, column, years)
    unit = next((one.unit for one in LISTS["operations"].columns if one.key == column), "")
    actual = "；".join(
        f"{year} 年 {'／'.join(map(wording.number, sorted(counts[year])))} {unit}" for year in years if counts[year]
    )
    outcome, readings = _judged(asked, [counts[year] for year in years])
    if outcome == FAIL and not all(is_sure(place.doubts) for place in places):
        outcome = review(Reason.UNREADABLE)
    if outcome.reason is Reason.NOT_FOUND and case.blind:
        outcome = review(Reason.UNREADABLE)
    return Explained(outcome, _message(asked, outcome, actual, readings), actual, places)


def _of_years(rows: list[Row], column: str, years: list[int]) -> tuple[dict[int, set[Decimal]], tuple[Locator, ...]]:
    counts: dict[int, set[Decimal]] = defaultdict(set)
    places = []
    for row in rows:
        year, count = row.values.get("year"), _number(row, column)
        if isinstance(year, int) and year in years and count is not None:
            counts[year].add(count)
            places.append(row.places.get(column, row.evidence))
    return counts, tuple(places)


def _number(row: Row, column: str) -> Decimal | None:
    value = row.values.get(column)
    return Decimal(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else None


def _judged(asked: Condition, counts: list[set[Decimal]]) -> tuple[Outcome, str]:
    if any(len(count) > 1 for count in counts):
        return review(Reason.CONFLICT), ""
    numbers = [next(iter(count)) for count in counts if count]
    if len(numbers) < len(counts) or any(one <= 0 for one in numbers[:-1]):
        return review(Reason.NOT_FOUND), ""
    rate = (asked.at_least or Decimal(0)) / _PER_CENT
    met = [
        all(after >= before * (1 + rate) for before, after in pairwise(numbers)),
        numbers[-1] >= numbers[0] * (1 + rate),
        numbers[-1] >= numbers[0] * (1 + rate) ** (len(numbers) - 1),
    ]
    shown = [_steps_shown(numbers), _per_cent(numbers[0], numbers[-1]), _mean(numbers)]
    if len(numbers) == TWO_YEARS:
        return (PASS if met[0] else FAIL), shown[0]
    told = [
        f"按{name}计 {rates}，{'符合' if held else '不符合'}"
        for name, rates, held in zip(_READINGS, shown, met, strict=True)
    ]
    return same_or_review([PASS if held else FAIL for held in met]), "；".join(told)


def _steps_shown(numbers: list[Decimal]) -> str:
    return "、".join(_per_cent(before, after) for before, after in pairwise(numbers))


def _per_cent(before: Decimal, after: Decimal) -> str:
    return f"{wording.number(round((after - before) * _PER_CENT / before, 2))}%"


def _mean(numbers: list[Decimal]) -> str:
    """The yearly mean: what grows by it each year comes to the same."""
    ratio = numbers[-1] / numbers[0]
    if ratio <= 0:
        return "-100%"
    mean = ratio ** (Decimal(1) / (len(numbers) - 1)) - 1
    return f"{wording.number(round(mean * _PER_CENT, 2))}%"


def _message(asked: Condition, outcome: Outcome, actual: str, readings: str) -> str:
    told = "；".join(part for part in (actual or "未见数据", readings) if part)
    endings = {
        Status.PASS: "符合。",
        Status.FAIL: f"不符合{asked.article}的要求，{wording.CHECK}。",
    }
    if outcome.status in endings:
        return f"{asked.asks}：{told}，{endings[outcome.status]}"
    why = {
        Reason.AMBIGUOUS_RULE: "按不同读法结论不同，需人工判定",
        Reason.CONFLICT: "同一年度有不同的数，请核实以何者为准",
        Reason.UNREADABLE: "有关文件无法可靠读取，需人工核实",
    }.get(outcome.reason or Reason.NOT_FOUND, "未找到足以判断的数据，需人工核实")
    return f"{asked.asks}：{told}；{why}。"
