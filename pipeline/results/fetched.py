"""How are the dossiers of a batch gone through without holding all of them?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

Shape = TypeVar("Shape")
Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True)
class Fetched(Sequence[Shape], Generic[Shape]):
    """So many values, each of which is fetched whenever it is asked for."""

    fetch: Callable[[int], Shape]
    size: int

    def __len__(self) -> int:
        return self.size

    def __iter__(self) -> Iterator[Shape]:
        return map(self.fetch, range(self.size))

    @overload
    def __getitem__(self, at: int) -> Shape: ...
    @overload
    def __getitem__(self, at: slice) -> list[Shape]: ...
    def __getitem__(self, at: int | slice) -> Shape | list[Shape]:
        numbers = range(self.size)[at]
        return self.fetch(numbers) if isinstance(numbers, int) else [self.fetch(number) for number in numbers]


def seen(values: Sequence[Shape], how: Callable[[Shape], Seen]) -> Sequence[Seen]:
    """The same values, each looked at in this way when it is fetched."""
    return Fetched(lambda at: how(values[at]), len(values))
