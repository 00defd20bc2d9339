"""From how many people, what revenue and assets on is an enterprise of its size (data/vocabulary/size_classes.yaml)?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from schemas.data_files import vocabulary_file
from schemas.strict_yaml import Marked

SIZES = ("大型", "中型", "小型", "微型")


@dataclass(frozen=True, slots=True)
class Industry:
    """How it is written, and the floors of each size but the smallest: all of a size's must be reached."""

    name: str
    words: tuple[str, ...]
    floors: tuple[Mapping[str, Decimal], ...]

    @property
    def asks(self) -> tuple[str, ...]:
        """Which of staff, revenue and assets decide its size."""
        return tuple(self.floors[0])

    def size(self, held: Mapping[str, Decimal]) -> str:
        """The first size all of whose floors are reached."""
        for size, floors in zip(SIZES, self.floors, strict=False):
            if all(held[key] >= floor for key, floor in floors.items()):
                return size
        return SIZES[-1]


@cache
def size_classes() -> tuple[Industry, ...]:
    """The industries, in the order in which they are looked for."""
    listed = vocabulary_file("size_classes").fields("industries")["industries"]
    return tuple(_industry(name, given) for name, given in listed.pairs())


def _industry(name: str, given: Marked) -> Industry:
    fields = given.fields("words floors")
    floors = tuple(
        {key: number.number() for key, number in one.fields("", "staff revenue assets").items()}
        for one in fields["floors"].list()
    )
    return Industry(name, fields["words"].words(), floors)


def industry_of(text: str) -> Industry | None:
    """The industry that the words name; None where they name none, or several of different floors."""
    named = [one for one in size_classes() if any(word in text for word in (one.name, *one.words))]
    return named[0] if named and all(one.floors == named[0].floors for one in named) else None
