"""From a filled call sheet to its evaluation: read, judge, report, log."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from pipeline import names, results
from pipeline.sampling import evaluation_docx, log
from pipeline.sampling.amounts import amounts
from pipeline.sampling.differences import differences
from pipeline.sampling.evaluate import as_json, evaluate
from pipeline.sampling.folder import LOG
from pipeline.sampling.frame import sha256
from pipeline.sampling.log import Signature
from pipeline.sampling.plan import check_confidence
from pipeline.sampling.readback import Answer, read_callsheet
from schemas.errors import UsageError


def assess(
    path: Path, at_least: Decimal | None, confidence: Decimal, report: Path, signature: Signature
) -> dict[str, object]:
    """What the sheet proves, as JSON; writes the report, and a line in the log that lies beside the sheet."""
    check_confidence(confidence)
    if at_least is not None and not 0 < at_least <= 100:
        raise UsageError("--at-least 应在 0 与 100 之间（百分数，可以是 100）。")
    filled = read_callsheet(path)
    evaluation = evaluate(filled, at_least, confidence)
    found = differences(filled, path.name)
    money = amounts(filled, confidence)
    record = as_json(evaluation, found)
    if money is not None:
        record["amounts"] = money.as_json()
    results.write(report, evaluation_docx.render(evaluation, found, money))
    if (path.parent / LOG).is_file():
        facts = {
            key: record[key] for key in ("asked", "answered", "agreed", "lower", "upper", "at_least", "conclusion")
        }
        facts |= {
            "callsheet": path.name,
            "callsheet_sha256": sha256(names.reachable(path).read_bytes()),
            "replacements": _replacements(filled.answers),
        }
        log.append(path.parent / LOG, "evaluation", signature, facts)
    return record


def _replacements(answers: Sequence[Answer]) -> list[dict[str, object]]:
    """Which reserve stands in for which unit that did not answer, each in order within its stratum."""
    used = [answer for answer in answers if answer.role == "reserve" and answer.outcome is not None]
    told: list[dict[str, object]] = []
    for answer in answers:
        silent = answer.role == "picked" and (answer.outcome is None or not answer.outcome.answered)
        match = next((one for one in used if one.unit["stratum"] == answer.unit["stratum"]), None) if silent else None
        if match is not None:
            used.remove(match)
            why = answer.outcome.head if answer.outcome else ""
            told.append({"for": answer.unit["unit"], "why": why, "by": match.unit["unit"]})
    return told
