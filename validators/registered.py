"""Which addresses say where the applicant is registered, and could each of them be placed?"""

from __future__ import annotations

from validators.case import Case

_LICENCES = ("business_licence", "legal_person_certificate")


def addresses(case: Case) -> list[str]:
    """The registered address on the form and on the licences, as written."""
    return [*_on_form(case), *_on_licences(case)]


def has_unplaced(case: Case) -> bool:
    """Whether an address is given of which no division is known: it may lie anywhere."""
    placed = {figure.source for figure in case.of("registered_in")}
    stated = {"form": _on_form(case), "licence": _on_licences(case)}
    return any(given and source not in placed for source, given in stated.items())


def _on_form(case: Case) -> list[str]:
    entry = case.entries.get("registered_address")
    return [] if entry is None or not entry.value else [str(entry.value)]


def _on_licences(case: Case) -> list[str]:
    papers = (paper for paper in case.contents.papers if paper.kind in _LICENCES)
    return [paper.facts["address"].value for paper in papers if "address" in paper.facts]
