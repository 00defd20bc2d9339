"""What do the answers prove? Counts, exact bounds, best and worst case, a conclusion (contract §10).

A conclusion is drawn only where it would be the same whatever those who did not answer might have said.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from pipeline.results import plain
from pipeline.sampling.distributions import (
    Bounds,
    Stratum,
    binomial_bounds,
    clopper_pearson,
    hypergeometric_bounds,
)
from pipeline.sampling.readback import Answer, Filled

Conclusion = Literal["supported", "contradicted", "undecided"]
Case = Literal["answered", "worst", "best"]
CERTAIN = "必查"
HYPERGEOMETRIC, BINOMIAL = "hypergeometric", "binomial (Clopper-Pearson)"


@dataclass(frozen=True, slots=True)
class Part:
    """One stratum: how many units it has, how many were asked, answered, agreed."""

    name: str
    population: int
    asked: int
    answered: int
    agreed: int


@dataclass(frozen=True, slots=True)
class Seen:
    """The answers of one case: point estimate, one- and two-sided bounds, and what they say of the claim."""

    rate: Fraction | None
    bounds: Bounds
    both: Bounds
    conclusion: Conclusion


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that the sample says of the rate."""

    filled: Filled
    parts: tuple[Part, ...]
    at_least: Decimal | None
    confidence: Decimal
    cases: Mapping[Case, Seen]
    conclusion: Conclusion
    outcomes: Mapping[str, int]
    endless: bool = False

    @property
    def method(self) -> str:
        """How the bounds were worked out."""
        distribution = BINOMIAL if self.endless else HYPERGEOMETRIC
        many = len(self.parts) > 1
        return (
            f"{distribution} per stratum, exact, one-sided, Bonferroni" if many else f"{distribution}, exact, one-sided"
        )

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
    cases = {case: _seen(parts, case, bound, confidence, endless=endless) for case in told}
    conclusions = {seen.conclusion for seen in cases.values()}
    return Evaluation(
        filled=filled,
        parts=tuple(parts),
        at_least=bound,
        confidence=confidence,
        cases=cases,
        conclusion=conclusions.pop() if len(conclusions) == 1 else "undecided",
        outcomes=_outcomes(filled),
        endless=endless,
    )


def was_asked(answer: Answer) -> bool:
    """Whether a unit counts: drawn ones always, reserves where they were used; risk-based picks never."""
    used = answer.outcome is not None or answer.unclear
    return answer.role in ("picked", "certain") or (answer.role == "reserve" and used)


def _parts(filled: Filled) -> list[Part]:
    """The strata, the units taken with certainty being one of their own."""
    sizes: dict[str, int] = {str(name): int(size) for name, size in filled.about["strata"].items()}
    certain = sum(answer.role == "certain" for answer in filled.answers)
    groups: dict[str, list[Answer]] = {name: [] for name in sizes}
    if certain:
        sizes[CERTAIN], groups[CERTAIN] = certain, []
    for answer in filter(was_asked, filled.answers):
        groups[CERTAIN if answer.role == "certain" else str(answer.unit["stratum"])].append(answer)
    return [Part(name, sizes[name], *_counted(group)) for name, group in groups.items()]


def _counted(group: Sequence[Answer]) -> tuple[int, int, int]:
    answered = [answer.outcome for answer in group if answer.outcome is not None and answer.outcome.answered]
    return len(group), len(answered), sum(outcome.agrees for outcome in answered)


def _seen(parts: Sequence[Part], case: Case, at_least: Decimal | None, confidence: Decimal, *, endless: bool) -> Seen:
    strata = [_stratum(part, case) for part in parts]
    bounds_of = binomial_bounds if endless else hypergeometric_bounds
    bounds = bounds_of(strata, confidence)
    both = bounds_of(strata, confidence, two_sided=True)
    return Seen(_rate(strata), bounds, both, _concluded(bounds, at_least))


def _stratum(part: Part, case: Case) -> Stratum:
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
    bounds_of = binomial_bounds if evaluation.endless else hypergeometric_bounds
    for more in range(1, part.population - part.asked + 1):
        stratum = Stratum(part.name, part.population, part.asked + more, part.agreed + more)
        if _concluded(bounds_of([stratum], evaluation.confidence), evaluation.at_least) == "supported":
            return more
    return None


def as_json(evaluation: Evaluation, differences: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """The keys of the contract, then what else is known."""
    asked, answered, agreed = evaluation.counts
    main = evaluation.cases["answered"]
    return {
        "asked": asked,
        "answered": answered,
        "agreed": agreed,
        "rate": percent(main.rate),
        "lower": percent(main.bounds.lower),
        "upper": percent(main.bounds.upper, up=True),
        "at_least": plain(evaluation.at_least),
        "conclusion": evaluation.conclusion,
        "method": evaluation.method,
        "differences": list(differences),
        "of": evaluation.filled.about["of"],
        "dossier": evaluation.filled.about.get("dossier"),
        "population": evaluation.filled.about["population"],
        "confidence": plain(evaluation.confidence),
        "outcomes": dict(evaluation.outcomes),
        "non_response": {
            case: {"rate": percent(seen.rate), **_pair(seen.bounds), "conclusion": seen.conclusion}
            for case, seen in evaluation.cases.items()
        },
        "bounds": _all_bounds(evaluation),
        "strata": [
            {
                "stratum": one.name,
                "population": one.population,
                "asked": one.asked,
                "answered": one.answered,
                "agreed": one.agreed,
            }
            for one in evaluation.parts
        ],
        "more_needed": needed(evaluation),
    }


def _all_bounds(evaluation: Evaluation) -> dict[str, object]:
    """Each bound by both ways; Clopper-Pearson speaks of a single draw, so not of strata."""
    _, answered, agreed = evaluation.counts
    strata = [_stratum(part, "answered") for part in evaluation.parts]
    found: dict[str, object] = {
        "hypergeometric_one_sided": _pair(hypergeometric_bounds(strata, evaluation.confidence)),
        "hypergeometric_two_sided": _pair(hypergeometric_bounds(strata, evaluation.confidence, two_sided=True)),
    }
    if len(evaluation.parts) == 1 and answered:
        level = evaluation.confidence
        found["clopper_pearson_one_sided"] = _pair(clopper_pearson(agreed, answered, level))
        found["clopper_pearson_two_sided"] = _pair(clopper_pearson(agreed, answered, level, two_sided=True))
    return found


def _pair(bounds: Bounds) -> dict[str, object]:
    return {"lower": percent(bounds.lower), "upper": percent(bounds.upper, up=True)}


def percent(share: Fraction | None, *, up: bool = False) -> float | None:
    """A share as a percentage of four digits; a lower bound is rounded down and an upper one up."""
    if share is None:
        return None
    scaled = share * 1_000_000
    return (math.ceil(scaled) if up else math.floor(scaled)) / 10_000
