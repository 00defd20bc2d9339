"""The words of the contract for outcomes: statuses, reasons, dispositions, verdicts."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """How one rule ended."""

    PASS = "pass"  # noqa: S105  a status, not a password
    FAIL = "fail"
    REVIEW = "review"
    NOT_APPLICABLE = "not_applicable"
    ERROR = "error"


class Reason(StrEnum):
    """Why a person must look."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    CONFLICT = "conflict"
    AMBIGUOUS_RULE = "ambiguous_rule"
    RELAXATION_POSSIBLE = "relaxation_possible"
    RULE_NOT_IN_FORCE = "rule_not_in_force"
    WEAK_MATCH = "weak_match"
    TOLD_BY_CLERK = "told_by_clerk"
    """A person has found it, and asks for it to be looked into."""


class Disposition(StrEnum):
    """Which list of which letter a finding belongs to."""

    INELIGIBLE = "ineligible"
    SUPPLEMENT = "supplement"
    VERIFY = "verify"
    NOTE = "note"


class MaterialStatus(StrEnum):
    """How a checklist item stands."""

    PRESENT = "present"
    PARTIAL = "partial"
    MISSING = "missing"
    REVIEW = "review"


class FileStatus(StrEnum):
    """What became of a file."""

    READ = "read"
    UNREADABLE = "unreadable"
    SKIPPED = "skipped"


class VerdictStatus(StrEnum):
    """One word per dossier, the first that holds."""

    INELIGIBLE = "ineligible"
    SUPPLEMENT = "supplement"
    REVIEW = "review"
    COMPLETE = "complete"
    UNREADABLE = "unreadable"
