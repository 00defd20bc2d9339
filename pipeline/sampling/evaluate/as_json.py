"""How is an evaluation written for programs (contract §10)?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from fractions import Fraction

from pipeline.results.as_json import plain
from pipeline.sampling.evaluate.evaluate import Evaluation, needed, stratum_of
from pipeline.sampling.statistics.bounds import Bounds, clopper_pearson, hypergeometric_bounds


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
                "stratum": stratum.name,
                "population": stratum.population,
                "asked": stratum.asked,
                "answered": stratum.answered,
                "agreed": stratum.agreed,
            }
            for stratum in evaluation.parts
        ],
        "more_needed": needed(evaluation),
    }


def _all_bounds(evaluation: Evaluation) -> dict[str, object]:
    """Each bound by both ways; Clopper-Pearson speaks of a single draw, so not of strata."""
    if evaluation.way == "by_amount":
        return {}
    _, answered, agreed = evaluation.counts
    level = evaluation.confidence
    strata = [stratum_of(part, "answered") for part in evaluation.parts]
    record: dict[str, object] = {
        "hypergeometric_one_sided": _pair(hypergeometric_bounds(strata, level)),
        "hypergeometric_two_sided": _pair(hypergeometric_bounds(strata, level, two_sided=True)),
    }
    if len(evaluation.parts) == 1 and answered:
        record["clopper_pearson_one_sided"] = _pair(clopper_pearson(agreed, answered, level))
        record["clopper_pearson_two_sided"] = _pair(clopper_pearson(agreed, answered, level, two_sided=True))
    return record


def _pair(bounds: Bounds) -> dict[str, object]:
    return {"lower": percent(bounds.lower), "upper": percent(bounds.upper, up=True)}


def percent(share: Fraction | None, *, up: bool = False) -> float | None:
    """A share as a percentage of four digits; a lower bound is rounded down and an upper one up."""
    if share is None:
        return None
    scaled = share * 1_000_000
    return (math.ceil(scaled) if up else math.floor(scaled)) / 10_000
