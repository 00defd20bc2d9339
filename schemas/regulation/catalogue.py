"""Which words are known: those that come with the program, then those that the rulebook in hand brings along.

A ``Catalogue`` is read like a dictionary. What a rulebook brings (its own measures, blanks, lists, papers) is known
only ``while_speaking`` of it: elsewhere nobody meets its words, and two rulebooks may use one word each in its own way.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Generic, Protocol, TypeVar

Word = TypeVar("Word")


class Brought(Protocol):
    """What a rulebook brings along: its words by catalogue. Two that are equal bring the same."""

    def words(self, catalogue: str) -> Mapping[str, object]:
        """Id → word of the catalogue of this name."""
        ...

    def __hash__(self) -> int:
        """What is worked out from the words is remembered by them."""
        ...

    def __bool__(self) -> bool:
        """Whether it brings anything at all."""
        ...


_SPOKEN: ContextVar[tuple[Brought, Mapping[str, Mapping[str, object]]] | None] = ContextVar("spoken", default=None)
CATALOGUES = ("measures", "sources", "blanks", "lists", "papers")


class Catalogue(Mapping[str, Word], Generic[Word]):
    """Id → word: ours in our order, then those brought along. A word of ours may be brought with more in it."""

    def __init__(self, name: str, ours: Mapping[str, Word]) -> None:
        """``name``: under which a rulebook brings words of this kind."""
        self._name = name
        self._ours = dict(ours)

    def __getitem__(self, key: str) -> Word:
        """The word of this id; KeyError where nobody knows it."""
        brought = self._brought()
        return brought[key] if key in brought else self._ours[key]

    def __iter__(self) -> Iterator[str]:
        """The ids, ours first."""
        yield from self._ours
        yield from (key for key in self._brought() if key not in self._ours)

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)

    @property
    def ours(self) -> Mapping[str, Word]:
        """Those that come with the program."""
        return self._ours

    def _brought(self) -> Mapping[str, Word]:
        spoken = _SPOKEN.get()
        return {} if spoken is None else spoken[1].get(self._name, {})  # type: ignore[return-value]


@contextmanager
def while_speaking(brought: Brought) -> Iterator[None]:
    """What is done within knows these words besides ours; nothing else of that kind."""
    words = {name: dict(brought.words(name)) for name in CATALOGUES}
    token = _SPOKEN.set((brought, words) if brought else None)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def spoken() -> Hashable | None:
    """What is brought along just now, by which whatever follows from it can be remembered; None: nothing is."""
    current = _SPOKEN.get()
    return None if current is None else current[0]
