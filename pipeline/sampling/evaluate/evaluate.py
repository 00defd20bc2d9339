"""What do the answers prove? Counts, exact bounds, best and worst case, a conclusion (contract §10).

A conclusion is drawn only where it would be the same whatever those who did not answer might have said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from pipeline.sampling.callsheet.readback import Answer, Filled
from pipeline.sampling.statistics.bounds import Bounds, binomial_bounds, certain_bounds, hypergeometric_bounds
from pipeline.sampling.statistics.combined import can_be_combined
from pipeline.sampling.statistics.stratum import Stratum

Conclusion = Literal["supported", "contradicted", "undecided"]
Case = Literal["answered", "worst", "best"]
CERTAIN = "必查"
Way = Literal["hypergeometric", "binomial", "by_amount"]
_METHODS: Mapping[Way, str] = {
    "hypergeometric": "hypergeometric{}, exact, one-sided",
    "binomial": "binomial (Clopper-Pearson){}, exact, one-sided",
    # Chances in proportion to amounts say nothing of a share of units: what was seen is all that is known of it.
    "by_amount": "drawn by amount: only what was seen, see amounts",
}


@dataclass(frozen=True, slots=True)
class StratumAnswers:
    """One stratum: how many units it has, how many were asked, answered, agreed."""

    name: str
    population: int
    asked: int
    answered: int
    agreed: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers of one case: point estimate, one- and two-sided bounds, and what they say of the claim."""

    rate: Fraction | None
    bounds: Bounds
    both: Bounds
    conclusion: Conclusion


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that the sample says of the rate."""

    filled: Filled
    parts: tuple[StratumAnswers, ...]
    at_least: Decimal | None
    confidence: Decimal
    cases: Mapping[Case, Tally]
    conclusion: Conclusion
    outcomes: Mapping[str, int]
    way: Way = "hypergeometric"

    @property
    def method(self) -> str:
        """How the bounds were worked out."""
        several = ""
        if len(self.parts) > 1:
            several = ", strata by their weighted sum" if self.combined else " per stratum, Bonferroni"
        return _METHODS[self.way].format(several)

    @property
    def combined(self) -> bool:
        """Whether several strata are judged together, by their weighted sum."""
        return self.way == "hypergeometric" and can_be_combined([stratum_of(part, "answered") for part in self.parts])

    @property
    def counts(self) -> tuple[int, int, int]:
        """Asked, answered, agreed."""
        return (
            sum(part.asked for part in self.parts),
            sum(part.answered for part in self.parts),
            sum(part.agreed for part in self.parts),
        )


def evaluate(filled: Filled, at_least: Decimal | None, confidence: Decimal, *, endless: bool = False) -> Evaluation:
    """Hold the answers against the bound: the regulation's, or the one asked for.

    ``endless``: as if the population had no end (binomial), where more than the listed units is spoken of.
    """
    stated = filled.about.get("at_least")
    bound = at_least if at_least is not None else Decimal(stated) if stated else None
    parts = _parts(filled)
    told: tuple[Case, ...] = ("answered", "worst", "best")
    way: Way = "by_amount" if filled.about.get("by_amount") else "binomial" if endless else "hypergeometric"
    cases = {case: _seen(parts, case, bound, confidence, way) for case in told}
    conclusions = {seen.conclusion for seen in cases.values()}
    return Evaluation(
        filled=filled,
        parts=tuple(parts),
        at_least=bound,
        confidence=confidence,
        cases=cases,
        conclusion=conclusions.pop() if len(conclusions) == 1 else "undecided",
        outcomes=_outcomes(filled),
        way=way,
    )


def was_asked(answer: Answer) -> bool:
    """Whether a unit counts: drawn ones always, reserves where they were used; risk-based picks never."""
    used = answer.outcome is not None or answer.unclear
    return answer.role in ("picked", "certain") or (answer.role == "reserve" and used)


def _parts(filled: Filled) -> list[StratumAnswers]:
    """The strata, the units taken with certainty being one of their own."""
    sizes: dict[str, int] = {str(name): int(size) for name, size in filled.about["strata"].items()}
    certain = sum(answer.role == "certain" for answer in filled.answers)
    groups: dict[str, list[Answer]] = {name: [] for name in sizes}
    if certain:
        sizes[CERTAIN], groups[CERTAIN] = certain, []
    for answer in filter(was_asked, filled.answers):
        groups[CERTAIN if answer.role == "certain" else str(answer.unit["stratum"])].append(answer)
    return [StratumAnswers(name, sizes[name], *_counted(group)) for name, group in groups.items()]


def _counted(group: Sequence[Answer]) -> tuple[int, int, int]:
    answered = [answer.outcome for answer in group if answer.outcome is not None and answer.outcome.answered]
    return len(group), len(answered), sum(outcome.agrees for outcome in answered)


def _seen(
    parts: Sequence[StratumAnswers], case: Case, at_least: Decimal | None, confidence: Decimal, way: Way
) -> Tally:
    strata = [stratum_of(part, case) for part in parts]
    bounds = _bounds(strata, confidence, way)
    both = _bounds(strata, confidence, way, two_sided=True)
    rate = _rate(strata) if way != "by_amount" else None
    return Tally(rate, bounds, both, _concluded(bounds, at_least))


def _bounds(strata: Sequence[Stratum], confidence: Decimal, way: Way, *, two_sided: bool = False) -> Bounds:
    if way == "by_amount":
        return certain_bounds(strata)
    bounds_of = binomial_bounds if way == "binomial" else hypergeometric_bounds
    return bounds_of(strata, confidence, two_sided=two_sided)


def stratum_of(part: StratumAnswers, case: Case) -> Stratum:
    """Those who did not answer are left out, or all disagree, or all agree."""
    if case == "answered":
        return Stratum(part.name, part.population, part.answered, part.agreed)
    silent = part.asked - part.answered
    return Stratum(part.name, part.population, part.asked, part.agreed + (silent if case == "best" else 0))


def _rate(strata: Sequence[Stratum]) -> Fraction | None:
    """The share that agrees, each stratum with its weight; None where a stratum has no answer at all."""
    if any(stratum.answered == 0 for stratum in strata):
        return None
    total = sum(stratum.population for stratum in strata)
    weighted = (Fraction(stratum.agreed * stratum.population, stratum.answered) for stratum in strata)
    return sum(weighted, Fraction(0)) / total


def _concluded(bounds: Bounds, at_least: Decimal | None) -> Conclusion:
    if at_least is None:
        return "undecided"
    claim = Fraction(at_least) / 100
    if bounds.lower >= claim:
        return "supported"
    return "contradicted" if bounds.upper < claim else "undecided"


def _outcomes(filled: Filled) -> dict[str, int]:
    """How often each outcome came up among those asked; ``unfilled`` and ``unclear`` besides."""
    counts = Counter(
        "unclear" if answer.unclear else answer.outcome.id if answer.outcome else "unfilled"
        for answer in filled.answers
        if was_asked(answer)
    )
    return {name: counts[name] for name in (*(one.id for one in filled.paper.outcomes), "unclear", "unfilled")}


def needed(evaluation: Evaluation) -> int | None:
    """How many more must agree for the claim to be shown in the worst case too; None where that cannot be told."""
    if evaluation.at_least is None or len(evaluation.parts) != 1 or evaluation.conclusion == "supported":
        return None
    part = evaluation.parts[0]
    for more in range(1, part.population - part.asked + 1):
        stratum = Stratum(part.name, part.population, part.asked + more, part.agreed + more)
        if _concluded(_bounds([stratum], evaluation.confidence, evaluation.way), evaluation.at_least) == "supported":
            return more
    return None
