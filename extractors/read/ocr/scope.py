"""How much of a scanned page is read: the question a reader asks of its caller, who knows papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol


class OcrScope(Protocol):
    """How much of each page of one file is to be read, asked page by page, in their order."""

    @property
    def expected(self) -> Sequence[str]:
        """What is known before the first page: of the same bytes with the same known, the same is read."""

    def likely(self) -> bool:
        """Whether the next page will probably be read in full, before anything was read of it."""

    def settled(self, titles: tuple[str, ...]) -> bool:
        """Whether the lines in the largest type alone show that no more of the page is needed."""

    def whole(self, page: int, lines: tuple[str, ...], *, tabular: bool = False) -> bool:
        """Whether the page is to be read in full, told the lines at its top, and whether it is full of short ones."""


ScopeOf = Callable[[str], OcrScope]
"""A file's path inside its dossier → how much of its pages is read."""
