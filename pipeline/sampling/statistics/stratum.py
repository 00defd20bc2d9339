"""Which numbers of agreeing units do the answers from one part of a population rule out?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from scipy.stats import hypergeom

from pipeline.sampling.statistics.distributions import NOISE, first_fitting


@dataclass(frozen=True, slots=True)
class Stratum:
    """One part of the population: how many units it has, how many answered, how many of these agreed."""

    name: str
    population: int
    answered: int
    agreed: int

    def mirrored(self) -> Stratum:
        """The same, asked of the contrary ones."""
        return replace(self, agreed=self.answered - self.agreed)


def fewest_agreeing(stratum: Stratum, risk: float) -> int:
    """The smallest number of agreeing units in the population that the answers do not rule out at this risk."""
    population, agreed = stratum.population, stratum.agreed
    if agreed == 0:
        return 0
    # P(X ≥ agreed) grows with the number agreeing: the first number that is not too rare.
    found = first_fitting(
        agreed,
        population - (stratum.answered - agreed),
        lambda count: chance_of_many(agreed, stratum, count) > risk + NOISE,
    )
    return population if found is None else found


def chance_of_many(agreed: int, stratum: Stratum, agreeing: int) -> float:
    """P(at least ``agreed`` of the answers agree), where ``agreeing`` of the population do."""
    return float(hypergeom.sf(agreed - 1, stratum.population, agreeing, stratum.answered))
