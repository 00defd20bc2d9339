"""Which two places of a dossier say what of one quantity, side by side?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations

from schemas.dossier import Contents
from schemas.figures import Figure, Value, figures_of
from schemas.locator import Locator
from schemas.measures import MEASURES, Measure
from schemas.trust import Doubt, is_sure
from validators import wording
from validators.crosschecks import agree


@dataclass(frozen=True, slots=True)
class Side:
    """What one place says: the value in words, the kind of paper, and where."""

    value: str
    source: str
    evidence: tuple[Locator, ...]
    read: str = ""
    """What was read, where a clerk corrected it."""
    number: Value | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """甲处, 乙处 and 差额 (empty where there is none to speak of)."""

    one: Side
    other: Side
    difference: str
    agrees: bool


def sides(contents: Contents, measure: str) -> list[Side]:
    """Everything the dossier says of the measure, every reading of it too."""
    return list(dict.fromkeys(_side(figure) for figure in figures_of(contents.figures) if figure.measure == measure))


def contrasts(contents: Contents, measure: str) -> list[Contrast]:
    """The first statement against each of the others, and whichever of those disagree among themselves."""
    known = MEASURES.get(measure)
    if known is None or not known.compared:
        return []
    stated = _distinct(contents, measure)
    pairs = [(one, other) for at, (one, other) in _numbered_pairs(stated) if at == 0 or not agree(one, other, known)]
    return [_contrast(one, other, known) for one, other in pairs]


def statements(contents: Contents, measure: str) -> list[Side]:
    """Everything that is stated of a measure whose statements are held against each other, each once."""
    known = MEASURES.get(measure)
    stated = _distinct(contents, measure) if known is not None and known.compared else []
    sure = [figure for figure in stated if is_sure(figure.doubts)]
    # Two that are beyond doubt are what is to be explained; what was not read well is the bureau's own matter.
    return [_outward(figure) for figure in (sure if len(sure) > 1 else stated)]


def _outward(figure: Figure) -> Side:
    """One statement as the applicant may read it: what a clerk corrected is no matter of its papers."""
    return replace(_side(replace(figure, corrected="")), number=figure.value, unit=figure.unit)


def difference(one: Side, other: Side) -> str:
    """How far two statements are apart, with its unit; empty where there is nothing to count."""
    return _apart(one.number, other.number, one.unit)


def all_agree(figures: Sequence[Figure]) -> bool:
    """Whether figures of one measure state the same, within what the measure tolerates."""
    known = MEASURES.get(figures[0].measure) if figures else None
    if known is None or not known.compared:
        return False
    return all(agree(one, other, known) for one, other in combinations(figures, 2))


def _distinct(contents: Contents, measure: str) -> list[Figure]:
    """Plain readings, one of each source and value; a lower bound contradicts nobody."""
    plain: dict[tuple[str, str], Figure] = {}
    for figure in figures_of(contents.figures):
        if figure.measure == measure and not figure.reading and Doubt.LOWER_BOUND not in figure.doubts:
            plain.setdefault((figure.source, str(figure.value)), figure)
    return list(plain.values())


def _numbered_pairs(stated: Sequence[Figure]) -> list[tuple[int, tuple[Figure, Figure]]]:
    return [(one, (stated[one], stated[other])) for one, other in combinations(range(len(stated)), 2)]


def _contrast(one: Figure, other: Figure, measure: Measure) -> Contrast:
    return Contrast(_side(one), _side(other), _difference(one, other), agree(one, other, measure))


def _side(figure: Figure) -> Side:
    remarks = [
        *([figure.reading] if figure.reading else []),
        *wording.doubted(figure.doubts),
        *(["经办人更正"] if figure.corrected else []),
    ]
    source = figure.said_by + (f"（{'，'.join(remarks)}）" if remarks else "")
    return Side(wording.value(figure.value, figure.unit), source, figure.evidence, figure.corrected)


def _difference(one: Figure, other: Figure) -> str:
    return _apart(one.value, other.value, one.unit)


def _apart(one: Value | None, other: Value | None, unit: str) -> str:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return wording.value(abs(one - other), "个百分点" if unit == "%" else unit)
    days = _days(str(one), str(other))
    return f"{days} 天" if days else ""


def _days(one: str, other: str) -> int:
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return 0
