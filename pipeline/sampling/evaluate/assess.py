"""From filled call sheets to their evaluation: read, judge, report, log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from pipeline import file_names
from pipeline.results import files as result_files
from pipeline.sampling.callsheet.readback import Answer, read_callsheets, units_of
from pipeline.sampling.draw.frame import sha256
from pipeline.sampling.evaluate import as_docx
from pipeline.sampling.evaluate.as_json import as_json
from pipeline.sampling.evaluate.differences import differences
from pipeline.sampling.evaluate.evaluate import evaluate
from pipeline.sampling.record import log
from pipeline.sampling.record.log import Signature
from pipeline.sampling.record.log_check import standing
from pipeline.sampling.statistics.overstatement import amounts
from pipeline.sampling.statistics.plan import check_confidence
from pipeline.sampling.statistics.two_stages import staged
from schemas.errors import UsageError

_LOGGED = ("asked", "answered", "agreed", "lower", "upper", "at_least", "confidence", "method", "conclusion")


@dataclass(frozen=True, slots=True)
class Asked:
    """What to hold the answers against; ``endless``: as if the population had no end (binomial).

    ``stages``: by the rule of two stages with so many contrary answers allowed at first; None: by the bounds.
    """

    at_least: Decimal | None
    confidence: Decimal
    endless: bool = False
    stages: int | None = None


def assess(paths: Sequence[Path], asked: Asked, report: Path, signature: Signature) -> dict[str, object]:
    """What the sheets prove, as JSON; writes the report, and a line in the log that lies beside the first sheet."""
    check_confidence(asked.confidence)
    if asked.at_least is not None and not 0 < asked.at_least <= 100:
        raise UsageError("--at-least 应在 0 与 100 之间（百分数，可以是 100）。")
    filled = read_callsheets(paths)
    stands = standing(paths[0].parent, filled)
    evaluation = evaluate(filled, asked.at_least, asked.confidence, endless=asked.endless)
    disagreements = differences(filled)
    money = amounts(filled, asked.confidence)
    record = as_json(evaluation, disagreements)
    if money is not None:
        record["amounts"] = money.as_json()
    notes = list(stands.notes)
    if asked.stages is not None:
        steps = staged(evaluation, asked.stages)
        evaluation = replace(evaluation, conclusion=steps.conclusion)
        record |= {"conclusion": steps.conclusion, "two_stages": steps.as_json(), "more_needed": None}
        # Whoever fixed two stages beforehand may look between them.
        notes = [*(note for note in notes if note not in stands.looks), steps.told()]
    record["notes"] = notes
    result_files.write(report, as_docx.render(evaluation, disagreements, money, notes))
    if stands.log is not None:
        sheets = [{"name": path.name, "sha256": sha256(file_names.reachable(path).read_bytes())} for path in paths]
        facts: dict[str, object] = {key: record[key] for key in _LOGGED}
        facts["picked"] = len(units_of(filled.answers, "picked"))
        log.append(
            stands.log,
            "evaluation",
            signature,
            {**facts, "callsheets": sheets, "replacements": _replacements(filled.answers)},
        )
    return record


def _replacements(answers: Sequence[Answer]) -> list[dict[str, object]]:
    """Which reserve stands in for which unit that did not answer, each in order within its stratum."""
    used = [answer for answer in answers if answer.role == "reserve" and answer.outcome is not None]
    replacements: list[dict[str, object]] = []
    for answer in answers:
        silent = answer.role == "picked" and (answer.outcome is None or not answer.outcome.answered)
        match = (
            next((reserve for reserve in used if reserve.unit["stratum"] == answer.unit["stratum"]), None)
            if silent
            else None
        )
        if match is not None:
            used.remove(match)
            why = answer.outcome.head if answer.outcome else answer.doubt
            replacements.append({"for": answer.unit["unit"], "why": why, "by": match.unit["unit"]})
    return replacements
