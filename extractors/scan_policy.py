"""Which scanned pages are worth recognising in full?

Recognition is what takes the time: of a certificate, a notice or a photograph the title is enough (``glance`` in
data/vocabulary/papers.yaml); lists, statements, licences and forms are read whole, and so is what nobody can place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from extractors.kinds import named_kinds, title_kinds, vocabulary

Wanted = Callable[[int, tuple[str, ...]], bool]


def policy(path: str) -> Wanted:
    """Whether a page of this file is read in full, told its number and the lines at its top; asked page by page."""
    before: list[str] = []

    def wanted(_page: int, lines: Sequence[str]) -> bool:
        kinds = _titled(lines) or before or _named(path)
        before[:] = kinds
        known = vocabulary().kinds
        return not kinds or any(not known[kind].glance for kind in kinds)

    return wanted


def _titled(lines: Sequence[str]) -> list[str]:
    """The kinds that one of the lines, or two in a row, name."""
    pairs = [one + other for one, other in pairwise(lines)]
    return [kind for line in (*lines, *pairs) for kind in title_kinds(line)]


def _named(path: str) -> list[str]:
    """The kinds that the file's name, else its folder's, speaks of."""
    for spoken in reversed(path.split("/")):
        if kinds := named_kinds(spoken):
            return kinds
    return []
