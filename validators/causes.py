"""Which finding only follows from another, so that a report can fold it under its cause?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from schemas.findings import Finding
from schemas.measures import MEASURES
from schemas.rulebook import Material
from schemas.status import Reason, Status
from schemas.tables import LISTS

_OPEN = (Status.FAIL, Status.REVIEW)


def caused(
    findings: Sequence[Finding], items: Sequence[Material], not_whole: Collection[str] = ()
) -> tuple[Finding, ...]:
    """The findings, each that follows from another bearing its rule. A cause follows from nothing itself.

    ``not_whole``: lists that were not read to their end, which ``reading.lists`` tells.
    """
    known = {finding.rule: finding for finding in findings}
    lacking = {
        demand.kind: f"material.{item.item}"
        for item in items
        for demands in item.alternatives
        for demand in demands
        if known.get(f"material.{item.item}") and known[f"material.{item.item}"].status in _OPEN
    }
    return tuple(
        replace(finding, caused_by=_of_unread(finding, not_whole) or _cause(finding, known, lacking))
        for finding in findings
    )


def _of_unread(finding: Finding, not_whole: Collection[str]) -> str:
    """What cannot be said because a list was not read to its end follows from that."""
    if finding.status is not Status.REVIEW or finding.reason is not Reason.UNREADABLE:
        return ""
    kind, _, rest = finding.rule.partition(".")
    counted = MEASURES[rest].rests_on if kind in ("condition", "crosscheck") and rest in MEASURES else ()
    of = {one.table for one in counted} | ({rest.partition(".")[0]} if kind == "form" else set())
    return "reading.lists" if of.intersection(not_whole) else ""


def _cause(finding: Finding, known: dict[str, Finding], lacking: dict[str, str]) -> str:
    kind, _, measure = finding.rule.partition(".")
    if kind == "condition" and finding.reason is Reason.CONFLICT:
        # The places disagree: the cross-check says so, with the same numbers.
        return _first_failed((*_made_of(measure), measure), known)
    if kind == "condition" and finding.reason is Reason.NOT_FOUND:
        # What can only be found in a list is not found where the list itself is lacking.
        return lacking.get(_list_of(measure), "")
    if kind == "crosscheck" and finding.status in _OPEN:
        return _first_failed(_made_of(measure), known)
    return ""


def _made_of(measure: str) -> tuple[str, ...]:
    """A share follows from the two counts it is made of."""
    return MEASURES[measure].made_of if measure in MEASURES else ()


def _list_of(measure: str) -> str:
    """The kind of paper that the measure is counted from; "" where it is counted from none."""
    counted = MEASURES[measure].counted("roster") if measure in MEASURES else None
    return LISTS[counted.table].paper if counted is not None else ""


def _first_failed(measures: Sequence[str], known: dict[str, Finding]) -> str:
    """The first failed cross-check of one of these measures."""
    rules = (f"crosscheck.{measure}" for measure in measures)
    return next((rule for rule in rules if rule in known and known[rule].status is Status.FAIL), "")
