"""In which ways can the figures of a measure honestly be read?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product

from schemas.figures import Figure

# Beyond this many combinations the outcome is for a person in any case.
MOST = 256


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One combination of readings and the figures that hold under it; ``names`` is empty for the plain one."""

    names: tuple[str, ...]
    figures: tuple[Figure, ...]


def interpretations(figures: Sequence[Figure]) -> list[Interpretation]:
    """Every combination of the readings that the sources admit, the plain one first.

    A reading is a way to read the rule or the paper, so sources that offer the same one adopt it together.
    """
    offers: dict[str, dict[str, list[Figure]]] = {}
    for figure in figures:
        offers.setdefault(figure.source, {}).setdefault(figure.reading, []).append(figure)
    choices = [sorted(readings) for readings in offers.values()]
    picks = (dict(zip(offers, pick, strict=True)) for pick in product(*choices))
    return [
        Interpretation(tuple(sorted({name for name in pick.values() if name})), _held(offers, pick, figures))
        for pick in islice(_together(offers, picks), MOST)
    ]


def _together(offers: dict[str, dict[str, list[Figure]]], picks: Iterator[dict[str, str]]) -> Iterator[dict[str, str]]:
    for pick in picks:
        taken = set(pick.values()) - {""}
        if all(taken & offers[source].keys() <= {pick[source]} for source in offers):
            yield pick


def _held(
    offers: dict[str, dict[str, list[Figure]]], pick: dict[str, str], figures: Sequence[Figure]
) -> tuple[Figure, ...]:
    """The figures of the picked readings, in reading order."""
    chosen = {id(figure) for source, name in pick.items() for figure in offers[source][name]}
    return tuple(figure for figure in figures if id(figure) in chosen)
