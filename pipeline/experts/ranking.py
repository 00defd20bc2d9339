"""In which order do the experts' marks put the dossiers? Exact arithmetic: means are fractions, ties stay ties.

Nothing is recommended here: the order is what the marks say, and a person confirms it or another one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from schemas.days.rounds import ExpertMarks

Totals = Mapping[str, Decimal | None]


@dataclass(frozen=True, slots=True)
class RankedDossier:
    """One dossier: each expert's total, their mean, how far they lie apart, its place in the order.

    ``rank`` counts from 1, ties share one (1, 2, 2, 4); None where the dossier has no mean. ``why`` says why not.
    ``settled``: every dossier of the group has its mean, so that the rank stands.
    """

    dossier: str
    totals: Totals
    mean: Fraction | None
    spread: Decimal | None
    rank: int | None
    tied: bool
    disagree: bool
    settled: bool
    why: str = ""


def ranked(totals: Mapping[str, Totals], marks: ExpertMarks) -> list[RankedDossier]:
    """The dossiers of one rulebook, best mean first, those without one last; equal ones in the order given."""
    means = {dossier: _mean(each, marks.trim) for dossier, each in totals.items()}
    known = [mean for mean, _ in means.values() if mean is not None]
    settled = len(known) == len(means)
    found = []
    for dossier, each in totals.items():
        mean, why = means[dossier]
        given = [one for one in each.values() if one is not None]
        spread = max(given) - min(given) if len(given) > 1 and len(given) == len(each) else None
        found.append(
            RankedDossier(
                dossier,
                each,
                mean,
                spread,
                None if mean is None else 1 + sum(other > mean for other in known),
                tied=mean is not None and known.count(mean) > 1,
                disagree=spread is not None and marks.disagreement is not None and spread >= marks.disagreement,
                settled=settled,
                why=why,
            )
        )
    return sorted(found, key=lambda one: (one.rank is None, one.rank or 0))


def _mean(each: Totals, trim: int) -> tuple[Fraction | None, str]:
    """The mean of what is left after trimming, or why there is none."""
    lacking = [expert for expert, total in each.items() if total is None]
    if lacking:
        return None, f"{'、'.join(lacking)}的评分未齐或有疑问"
    if not each:
        return None, "没有专家评分"
    if len(each) <= 2 * trim:
        return None, f"只有 {len(each)} 名专家，不能各去掉 {trim} 个最高分和最低分"
    kept: Sequence[Decimal] = sorted(one for one in each.values() if one is not None)[trim : len(each) - trim]
    return sum((Fraction(one) for one in kept), Fraction(0)) / len(kept), ""
