"""Did somebody write beside a value that it should be another one?

A comment is no part of the document, and who wrote it, the applicant or a reader of the draft, nobody can tell: where
it hangs on a value, a person decides which of the two counts.
"""

from __future__ import annotations

from schemas.dossier import HungComment
from schemas.findings import Finding
from schemas.status import Disposition, Reason, Status
from validators.case import Case

RULE = "reading.comments"
_MOST, _LONGEST = 6, 30


def comments(case: Case) -> list[Finding]:
    """One finding that quotes them; none where there are none."""
    hung = case.contents.comments
    if not hung:
        return []
    on_values = tuple(one for one in hung if one.on)
    places = tuple(one.place for one in on_values or hung)
    said = "；".join(_said(one) for one in (on_values or hung)[:_MOST]) + _more(len(on_values or hung))
    if not on_values:
        message = f"材料中另有批注，未计入：{said}。"
        return [Finding(RULE, Status.PASS, "", message, evidence=places, disposition=Disposition.VERIFY)]
    message = f"{said}，以所填为准还是以批注为准，需人工核实。"
    return [
        Finding(
            RULE,
            Status.REVIEW,
            "",
            message,
            evidence=places,
            disposition=Disposition.VERIFY,
            reason=Reason.CONFLICT,
        )
    ]


def _more(count: int) -> str:
    return f"；等 {count} 处" if count > _MOST else ""


def _said(one: HungComment) -> str:
    text = " ".join((one.place.text or "").split())
    quoted = f"“{text[:_LONGEST]}…”" if len(text) > _LONGEST else f"“{text}”"
    if not one.on:
        return f"“{one.place.file}”{quoted}"
    return f"{one.on}（所填“{one.stated}”）处有批注{quoted}" if one.stated else f"{one.on}处有批注{quoted}"
