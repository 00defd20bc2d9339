"""Which units are drawn? The same frame, seed and design give the same units on any machine, for ever.

A unit's rank is the order of SHA-256(seed ‖ 0x00 ‖ key): no random generator is involved. A larger sample begins
with the smaller one; reserves are the next in rank.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Literal

from pipeline.sampling.draw import strata as sharing
from pipeline.sampling.draw.frame import UNIT, SamplingFrame, Unit, table
from schemas.errors import UsageError

Role = Literal["certain", "picked", "reserve", "risk"]
UNSTATED = "未载明"
MOST_STRATA = 30


@dataclass(frozen=True, slots=True)
class Design:
    """How to draw.

    ``certain`` and ``risk`` are conditions on columns (``amount>=50000``, ``risk``, ``service=培训``): units meeting
    one of ``certain`` are all taken and leave the part drawn from; those of ``risk`` are taken besides, and labelled.
    ``size`` counts the units drawn, not these. ``by_amount`` names the column that gives chances in proportion to
    size; amounts so large that they would be drawn anyway, and units without an amount, are certain then.
    """

    seed: str
    size: int
    reserves: int = 0
    strata: str = ""
    minimum: int = 0
    allocation: str = "proportional"
    spread: str = ""
    by_amount: str = ""
    certain: tuple[str, ...] = ()
    risk: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The design as the log keeps it."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Pick:
    """One unit of the sample: its rank in the whole frame, why it is there, and its stratum."""

    rank: int
    unit: Unit
    role: Role
    stratum: str


def number_of(unit: Unit, column: str) -> Decimal | None:
    """The number in a column; None where there is none."""
    try:
        value = Decimal(unit.values.get(column, "").replace(",", "") or "x")
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def ticket(seed: str, key: str) -> int:
    """SHA-256(seed ‖ 0x00 ‖ key) as a number: the order of these is the order of the draw."""
    digest = hashlib.sha256(seed.encode("utf-8", "replace") + b"\0" + key.encode("utf-8", "replace")).digest()
    return int.from_bytes(digest, "big")


def draw(frame: SamplingFrame, design: Design) -> list[Pick]:
    """The sample: the certain, the drawn by rank, the reserves in their order, the risk-based apart."""
    _check(frame, design)
    ranked = sorted(frame.units, key=lambda unit: (_order(unit, design), unit.key))
    ranks = {unit.key: rank for rank, unit in enumerate(ranked, start=1)}
    taken = certain_keys(frame, design)
    parts: dict[str, list[Unit]] = defaultdict(list)
    for unit in ranked:
        if unit.key not in taken:
            parts[stratum_of(unit, design)].append(unit)
    picked, reserves = _seated(parts, design)
    drawn = taken | picked
    roles: Mapping[Role, frozenset[str]] = {
        "certain": taken,
        "picked": picked,
        "reserve": reserves,
        "risk": frozenset(unit.key for unit in ranked if unit.key not in drawn and _meets_one(unit, design.risk)),
    }
    return [
        Pick(ranks[unit.key], unit, role, stratum_of(unit, design))
        for role, keys in roles.items()
        for unit in ranked
        if unit.key in keys
    ]


def _seated(parts: Mapping[str, Sequence[Unit]], design: Design) -> tuple[frozenset[str], frozenset[str]]:
    """The units drawn from each part, and those that follow them there in reserve."""
    seats, spare = _seats(parts, design, design.size)
    picked = [unit.key for name, units in parts.items() for unit in units[: seats[name]]]
    reserves = [unit.key for name, units in parts.items() for unit in units[seats[name] : seats[name] + spare[name]]]
    return frozenset(picked), frozenset(reserves)


def sample_csv(frame: SamplingFrame, picks: Iterable[Pick]) -> bytes:
    """sample.csv: rank, unit, role, then the columns of the frame."""
    head = ["rank", UNIT, "role", *frame.columns]
    return table(head, ([str(pick.rank), pick.unit.key, pick.role, *frame.row(pick.unit)] for pick in picks))


def stratum_of(unit: Unit, design: Design) -> str:
    """The unit's stratum; "" where none were asked for."""
    return (unit.values.get(design.strata) or UNSTATED) if design.strata else ""


def stratum_sizes(frame: SamplingFrame, design: Design) -> dict[str, int]:
    """How many units each stratum has, those taken with certainty left out."""
    taken = certain_keys(frame, design)
    return dict(Counter(stratum_of(unit, design) for unit in frame.units if unit.key not in taken))


def certain_keys(frame: SamplingFrame, design: Design) -> frozenset[str]:
    """The units that are taken whatever the seed."""
    named = frozenset(unit.key for unit in frame.units if _meets_one(unit, design.certain))
    return named | _certain_by_amount(frame, design, named) if design.by_amount else named


def _certain_by_amount(frame: SamplingFrame, design: Design, named: frozenset[str]) -> frozenset[str]:
    """Where chances go by amount: who has none above nought, and who is so large that the chance would pass one."""
    amounts = {unit.key: number_of(unit, design.by_amount) or Decimal(0) for unit in frame.units}
    taken = {key for key, amount in amounts.items() if amount <= 0}
    left = {key: amount for key, amount in amounts.items() if key not in taken | named}
    while large := {key for key, amount in left.items() if amount * design.size >= sum(left.values())}:
        taken |= large
        left = {key: amount for key, amount in left.items() if key not in large}
    return frozenset(taken)


def _meets_one(unit: Unit, conditions: Iterable[str]) -> bool:
    return any(meets(unit, condition) for condition in conditions)


def meets(unit: Unit, condition: str) -> bool:
    """Whether a unit meets ``column>=number``, ``column=value``, or has anything in ``column``."""
    if ">=" in condition:
        column, bound = condition.split(">=", 1)
        number = number_of(unit, column.strip())
        return number is not None and number >= Decimal(bound.strip())
    if "=" in condition:
        column, value = condition.split("=", 1)
        column = column.strip()
        return (unit.key if column == UNIT else unit.values.get(column, "")) == value.strip()
    return bool(unit.values.get(condition.strip()))


def _order(unit: Unit, design: Design) -> Fraction:
    """The ticket, divided by the amount where chances go by size (sequential Poisson sampling, Ohlsson 1998)."""
    number = ticket(design.seed, unit.key)
    if not design.by_amount:
        return Fraction(number)
    amount = number_of(unit, design.by_amount)
    # Without an amount above nought there is no chance in proportion to it: such a unit is certain.
    return Fraction(number + 1) / Fraction(amount) if amount is not None and amount > 0 else Fraction(0)


def _seats(parts: Mapping[str, Sequence[Unit]], design: Design, size: int) -> tuple[dict[str, int], dict[str, int]]:
    """How many are drawn from each part, and how many more stand in reserve."""
    sizes = {name: len(units) for name, units in parts.items()}
    weights = sharing.proportional(sizes)
    if design.allocation == "neyman":
        known = {
            name: [n for u in units if (n := number_of(u, design.spread)) is not None] for name, units in parts.items()
        }
        weights = sharing.neyman(known, sizes)
    seats = sharing.shares(sizes, size, design.minimum, weights)
    left = {name: sizes[name] - seats[name] for name in sizes}
    return seats, sharing.shares(left, design.reserves, 1 if design.reserves else 0, weights)


def _check(frame: SamplingFrame, design: Design) -> None:
    if design.size < 1 or design.reserves < 0 or design.minimum < 0:
        raise UsageError("--size 应为正整数，--reserves 和 --minimum 不能是负数。")
    for condition in (*design.certain, *design.risk):
        _check_condition(frame, condition)
    for column in filter(None, (design.strata, design.by_amount, design.spread)):
        _check_column(frame, column)
    _check_strata(frame, design)


def _check_strata(frame: SamplingFrame, design: Design) -> None:
    if design.allocation == "neyman" and not design.spread:
        raise UsageError("按 neyman 分配时，请用 --spread 指明按哪个数值栏的离散程度分配。")
    if design.by_amount and design.strata:
        raise UsageError("--by-amount 与 --strata 不能同时使用。")
    names = {stratum_of(unit, design) for unit in frame.units}
    if len(names) > MOST_STRATA:
        raise UsageError(f"“{design.strata}”一栏有 {len(names)} 种不同的值，不宜作为分层依据。请换一栏。")
    if design.minimum * len(names) > design.size:
        raise UsageError(
            f"共 {len(names)} 层，每层至少 {design.minimum} 个，超过了 --size {design.size}。请加大 --size。"
        )


def _check_condition(frame: SamplingFrame, condition: str) -> None:
    column, _, bound = condition.partition(">=" if ">=" in condition else "=")
    _check_column(frame, column.strip())
    if ">=" in condition:
        try:
            Decimal(bound.strip())
        except InvalidOperation as error:
            raise UsageError(f"条件“{condition}”中 >= 后面应是数字。") from error


def _check_column(frame: SamplingFrame, column: str) -> None:
    if column not in (UNIT, *frame.columns):
        raise UsageError(f"没有“{column}”这一栏。可用的有：{'、'.join(frame.columns)}。")
