"""Is the applicant one of those whom a clause names? Surely, surely not, or it cannot be told."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from schemas.divisions import within
from schemas.regulation.bounds import Whom
from schemas.trust import is_sure
from validators.case import Case
from validators.registered import has_unplaced


def is_of(case: Case, whom: Whom) -> bool | None:
    """Whether the applicant is one of them; None where the dossier does not say, or says both. Of ``others`` True."""
    if whom.others:
        return True
    if whom.regions:
        return _in_region(case, whom.regions)
    return _of_kind(case, whom.kinds) if whom.kinds else _states(case, whom.states or ("", ""))


def _in_region(case: Case, regions: tuple[str, ...]) -> bool | None:
    stated = case.of("registered_in")
    if not stated or has_unplaced(case) or not all(is_sure(figure.doubts) for figure in stated):
        return None
    return _agreed({_in_any(str(figure.value), regions) for figure in stated})


def _in_any(place: str, regions: tuple[str, ...]) -> bool | None:
    told = {within(place, region) for region in regions}
    if True in told:
        return True
    return None if None in told else False


def _of_kind(case: Case, kinds: tuple[str, ...]) -> bool | None:
    """By 单位性质, the certificate and the credit code: what any of them shows, where none speaks against it."""
    shown = [str(figure.value) in kinds for figure in case.of("organisation_kind") if is_sure(figure.doubts)]
    entry = case.entries.get("organisation_type")
    stated = "" if entry is None or not is_sure(entry.doubts) else str(entry.value or "")
    said = any(kind in stated for kind in kinds) if stated else None
    if any(shown):
        return None if said is False else True
    return said


def _states(case: Case, states: tuple[str, str]) -> bool | None:
    measure, wanted = states
    return _agreed({str(figure.value) == wanted for figure in case.of(measure) if is_sure(figure.doubts)})


def _agreed(told: AbstractSet[bool | None]) -> bool | None:
    """What all say; None where they differ, or nobody says anything."""
    return next(iter(told)) if len(told) == 1 else None
