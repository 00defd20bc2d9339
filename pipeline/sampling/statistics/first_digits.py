"""Do the first digits of long unbounded amounts look odd? A weak hint to look, never more; refused elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scipy.stats import chisquare

FEWEST = 300
ORDERS = 1000
"""The largest amount must be so many times the smallest: within bounds, Benford's law does not hold."""
ODD = 0.01


@dataclass(frozen=True, slots=True)
class Digits:
    """What the first digits say: ``refused`` says in Chinese why they say nothing, else ``p`` is the test's value."""

    count: int
    refused: str
    p: float | None = None
    odd: bool = False

    def as_json(self) -> dict[str, object]:
        """For programs."""
        return {"count": self.count, "refused": self.refused, "p": self.p, "odd": self.odd, "weight": "weak hint"}


def first_digits(amounts: Sequence[Decimal]) -> Digits:
    """The chi-square test of first digits against Benford's law."""
    sizes = [abs(amount) for amount in amounts if amount]
    if len(sizes) < FEWEST:
        return Digits(len(sizes), f"只有 {len(sizes)} 个金额，少于 {FEWEST} 个，首位数字检验没有意义")
    if max(sizes) < ORDERS * min(sizes):
        return Digits(len(sizes), f"最大金额不到最小金额的 {ORDERS} 倍，金额受限，首位数字检验没有意义")
    counts = Counter(amount.as_tuple().digits[0] for amount in sizes)
    expected = [math.log10(1 + 1 / digit) * len(sizes) for digit in range(1, 10)]
    p = float(chisquare([counts[digit] for digit in range(1, 10)], expected).pvalue)
    return Digits(len(sizes), "", round(p, 6), p < ODD)
