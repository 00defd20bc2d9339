"""Where does a point stand: its places, each once, numbered, with what each says?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.results.read_back import ReadBack
from pipeline import wording
from pipeline.results import contradictions
from schemas.findings import Finding
from schemas.locator import Locator

MOST = 100
"""Places of one point that are shown; what has more is in its list itself."""


@dataclass(frozen=True, slots=True)
class NumberedPlace:
    """One place: its number from 1, in words, the number of its file, and what stands there."""

    number: int
    words: str
    file: int
    at: Locator
    says: str


@dataclass(frozen=True, slots=True)
class SourceReading:
    """What one source says of the quantity, with the numbers of its places."""

    value: str
    source: str
    read: str
    places: Sequence[NumberedPlace]


@dataclass(frozen=True, slots=True)
class PointPlaces:
    """The places of a point, the readings of its quantity, and how many places are not shown."""

    places: Sequence[NumberedPlace]
    readings: Sequence[SourceReading]
    more: int = 0

    def beside_readings(self) -> list[NumberedPlace]:
        """The places that no reading names already."""
        named = {place.number for reading in self.readings for place in reading.places}
        return [place for place in self.places if place.number not in named]


def places_of(finding: Finding, read: ReadBack) -> PointPlaces:
    """Those of a finding: what its readings rest on first, then what else it names."""
    kind, _, measure = finding.rule.partition(".")
    compared = kind in ("condition", "crosscheck")
    sides = contradictions.sides(read.screening.contents, measure) if compared else []
    said = [place for side in sides for place in side.evidence[:2]]
    found = _numbered([*said, *finding.evidence], read)
    by_position = {place.at.position: place for place in found}
    readings = [
        SourceReading(
            side.value,
            side.source,
            side.read,
            [by_position[place.position] for place in side.evidence[:2] if place.position in by_position],
        )
        for side in sides
    ]
    distinct = len({place.position for place in finding.evidence})
    return PointPlaces(found, readings, max(0, distinct - MOST))


def _numbered(places: Iterable[Locator], read: ReadBack) -> list[NumberedPlace]:
    found: dict[tuple[object, ...], NumberedPlace] = {}
    for place in places:
        file = read.file_number(place.file)
        if file is None or place.position in found or len(found) >= MOST:
            continue
        found[place.position] = NumberedPlace(len(found) + 1, wording.place(place), file, place, place.text or "")
    return list(found.values())
