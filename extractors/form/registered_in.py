"""Where is the applicant registered, by the address that a form or a licence gives?"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.stated import figure
from extractors.values.cities import divisions_of
from schemas.figures import Figure
from schemas.locator import Locator


def registered_in(source: str, address: str, text: str, place: Locator) -> Iterator[Figure]:
    """The place from the province down; a reading each where several places are called so, nothing where none is."""
    divisions = [str(division) for division in divisions_of(address)]
    for division in divisions:
        reading = f"以{division}解" if len(divisions) > 1 else ""
        yield figure("registered_in", source, division, text, [place], reading=reading)
