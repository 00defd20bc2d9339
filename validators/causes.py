"""Which finding only follows from another, so that a report can fold it under its cause?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from schemas.findings import Finding
from schemas.rulebook import Material
from schemas.status import Reason, Status

# A share follows from the two counts it is made of.
_MADE_OF = {"qualified_staff_share": ("staff_count", "qualified_staff_count")}
# What can only be found in a list is not found where the list itself is lacking.
_STATED_IN = {
    "satisfaction": "enterprise_list",
    "enterprises_served": "enterprise_list",
    "free_service_share": "enterprise_list",
    "staff_count": "staff_list",
    "qualified_staff_share": "staff_list",
}
_OPEN = (Status.FAIL, Status.REVIEW)


def caused(findings: Sequence[Finding], items: Sequence[Material]) -> tuple[Finding, ...]:
    """The findings, each that follows from another bearing its rule. A cause follows from nothing itself."""
    known = {finding.rule: finding for finding in findings}
    lacking = {
        demand.kind: f"material.{item.item}"
        for item in items
        for demands in item.alternatives
        for demand in demands
        if known.get(f"material.{item.item}") and known[f"material.{item.item}"].status in _OPEN
    }
    return tuple(replace(finding, caused_by=_cause(finding, known, lacking)) for finding in findings)


def _cause(finding: Finding, known: dict[str, Finding], lacking: dict[str, str]) -> str:
    kind, _, measure = finding.rule.partition(".")
    if kind == "condition" and finding.reason is Reason.CONFLICT:
        # The places disagree: the cross-check says so, with the same numbers.
        parts = _MADE_OF.get(measure, ())
        return next((rule for part in (*parts, measure) if _failed(known, rule := f"crosscheck.{part}")), "")
    if kind == "condition" and finding.reason is Reason.NOT_FOUND:
        return lacking.get(_STATED_IN.get(measure, ""), "")
    if kind == "crosscheck" and finding.status in _OPEN:
        return next((rule for part in _MADE_OF.get(measure, ()) if _failed(known, rule := f"crosscheck.{part}")), "")
    return ""


def _failed(known: dict[str, Finding], rule: str) -> bool:
    return rule in known and known[rule].status is Status.FAIL
