"""By how much may an amount be overstated, after vouchers drawn in proportion to their amounts were checked?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pipeline.results.as_json import plain
from pipeline.sampling.callsheet.readback import Answer, Filled
from pipeline.sampling.evaluate.evaluate import was_asked
from pipeline.sampling.statistics.bounds import stringer, stringer_poisson

METHOD = "Stringer bound (Clopper-Pearson steps)"


@dataclass(frozen=True, slots=True)
class Amounts:
    """What the checked vouchers say of the whole amount.

    ``total`` is the amount drawn from; ``certain_error`` the overstatement found in what was checked in full.
    ``taints`` are the overstated parts of the vouchers found wrong, ``understated`` how many were understated.
    ``upper`` bounds the overstatement of all; ``worst`` counts each voucher not checked as wholly overstated.
    ``by_factors`` is ``upper`` with the confidence factors of the printed tables (Poisson): a little more.
    """

    total: Decimal
    certain_error: Fraction
    checked: int
    unchecked: int
    taints: tuple[Fraction, ...]
    understated: int
    upper: Fraction
    worst: Fraction
    by_factors: Fraction

    def as_json(self) -> dict[str, object]:
        """For programs, in 元."""
        return {
            "total": plain(self.total),
            "certain_error": _money(self.certain_error),
            "checked": self.checked,
            "unchecked": self.unchecked,
            "taints": [float(round(taint, 6)) for taint in self.taints],
            "understated": self.understated,
            "overstatement_upper": _money(self.upper),
            "overstatement_upper_worst": _money(self.worst),
            "overstatement_upper_poisson": _money(self.by_factors),
            "method": METHOD,
        }


def amounts(filled: Filled, confidence: Decimal) -> Amounts | None:
    """The bound; None where the vouchers were not drawn in proportion to their amounts (it would not hold)."""
    stated = filled.about.get("total")
    if not stated or not filled.about.get("by_amount"):
        return None
    total = Decimal(stated)
    drawn = [answer for answer in filled.answers if answer.role != "certain" and was_asked(answer)]
    known = [taint for answer in drawn if (taint := _taint(answer)) is not None]
    over = tuple(sorted((min(taint, Fraction(1)) for taint in known if taint > 0), reverse=True))
    certain = _found(answer for answer in filled.answers if answer.role == "certain")
    unchecked = len(drawn) - len(known)
    worst = (*over, *(Fraction(1) for _ in range(unchecked)))
    return Amounts(
        total=total,
        certain_error=certain,
        checked=len(known),
        unchecked=unchecked,
        taints=over,
        understated=sum(taint < 0 for taint in known),
        upper=certain + _bound(stringer, over, len(known), confidence) * Fraction(total),
        worst=certain + _bound(stringer, worst, len(drawn), confidence) * Fraction(total),
        by_factors=certain + _bound(stringer_poisson, over, len(known), confidence) * Fraction(total),
    )


def _bound(
    of: Callable[[Sequence[Fraction], int, Decimal], Fraction],
    taints: Sequence[Fraction],
    size: int,
    confidence: Decimal,
) -> Fraction:
    return of(taints, size, confidence) if size else Fraction(1)


def _taint(answer: Answer) -> Fraction | None:
    """The part of the voucher's amount that is overstated; None where it was not checked."""
    if answer.outcome is None or not answer.outcome.answered:
        return None
    if answer.audited is None:
        # Without the amount found, a voucher that does not bear its amount out counts as wrong in full.
        return Fraction(0) if answer.outcome.agrees else Fraction(1)
    booked = Fraction(Decimal(answer.unit["amount"]))
    return (booked - Fraction(answer.audited)) / booked


def _found(answers: Iterable[Answer]) -> Fraction:
    """The overstatement found in vouchers checked in full; one that was not checked counts as wrong in full."""
    error = Fraction(0)
    for answer in answers:
        booked = Decimal(answer.unit.get("amount") or 0)
        if booked > 0:
            taint = _taint(answer)
            error += max(Fraction(0), Fraction(1) if taint is None else taint) * Fraction(booked)
    return error


def _money(amount: Fraction) -> float:
    return float(round(amount, 2))
