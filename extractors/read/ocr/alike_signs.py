"""Which signs look nearly the same, and by which do words of one kind differ?

Source: data/vocabulary/look_alikes.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from schemas.data_files import vocabulary_file


@dataclass(frozen=True, slots=True)
class AlikeSigns:
    """Pairs of two signs, what is read and what it may be; and the signs that part grades and kinds."""

    in_names: tuple[str, ...]
    everyday: tuple[str, ...]
    grades: frozenset[str]


@lru_cache(maxsize=1)
def alike_signs() -> AlikeSigns:
    """The signs, read once."""
    fields = vocabulary_file("look_alikes").fields("in_names everyday grades")
    return AlikeSigns(fields["in_names"].words(), fields["everyday"].words(), frozenset(fields["grades"].text()))
