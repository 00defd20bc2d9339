"""Which part of its services does Liaocheng's form say to be free or of low fee?

In:     the blanks 公益性服务规模 and 低收费服务规模, the scale of every service.
Out:    the figure free_service_share of the source form; none where they are not told in one unit.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from extractors import values
from extractors.stated import figure
from extractors.values.units import units
from extractors.values.written_numbers import written_number
from schemas.application import Entry
from schemas.figures import Figure
from schemas.tables import Row
from schemas.trust import NONE, Doubt

_CENT = Decimal("0.01")
_FREE = ("public_benefit_scale", "low_fee_scale")
_AT_LEAST = frozenset({Doubt.LOWER_BOUND})

_Scale: TypeAlias = tuple[Decimal | None, str]
"""A number, None where none is written, and its unit."""


def free_services(entries: Mapping[str, Entry], services: Sequence[Row]) -> Iterator[Figure]:
    """Liaocheng's form: (公益性＋低收费) ÷ the scale of all services, where all are told in one unit.

    家, 户, 人 and 人次 are different units: what adds or divides unlike ones states nothing (contract §11). Where one
    of the two blanks is left blank the other is no more than a lower bound; 无 is an answer.
    """
    free = {key: entries[key] for key in _FREE if key in entries and isinstance(entries[key].value, Decimal)}
    told = [_scale(entry.text) for entry in free.values()]
    whole = [_scale(str(row.values.get("scale") or "")) for row in services]
    if not free or not _can_divide(whole) or not _are_of_one_unit([*told, *whole]):
        return
    part, total = _added(told), _added(whole)
    places = [*(entry.evidence for entry in free.values()), *(row.evidence for row in services)]
    doubts = NONE if all(key in free or _says_none(entries.get(key)) for key in _FREE) else _AT_LEAST
    yield figure(
        "free_service_share", "form", (part * 100 / total).quantize(_CENT), f"{part}÷{total}", places, doubts=doubts
    )


def _says_none(entry: Entry | None) -> bool:
    """Whether the applicant wrote that there is none, which a blank that is left blank does not say."""
    return entry is not None and bool(entry.text.strip()) and values.is_blank(entry.text)


def _can_divide(scales: Sequence[_Scale]) -> bool:
    """Whether every one of these has a number and they add up to more than nothing."""
    return all(number is not None for number, _ in scales) and _added(scales) > 0


def _are_of_one_unit(scales: Iterable[_Scale]) -> bool:
    """Whether no two of these are written in different units; one without a unit is in that of the others."""
    return len({unit for _, unit in scales if unit}) <= 1


def _added(scales: Sequence[_Scale]) -> Decimal:
    return sum((number for number, _ in scales if number is not None), Decimal(0))


def _scale(text: str) -> _Scale:
    """The number and the unit written behind it, 家 and 户 being one; no unit where none is written."""
    written = written_number(text)
    unit = written.unit if written else ""
    return values.number(text), "家" if unit in units().families["enterprises"] else unit
