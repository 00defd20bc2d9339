"""Which scanned pages are worth recognising in full?

Recognition is what takes the time: of a certificate or a photograph the title is enough, of a notice or an agreement
the lines at its top (``glance`` in data/vocabulary/papers.yaml); lists, statements, licences and forms are read whole,
and so is what nobody can place.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.vocabulary.papers import named_kinds, title_kinds, vocabulary


class ScopeByTitle:
    """How much of each page of one file is read; asked page by page, in their order."""

    def __init__(self, path: str) -> None:
        self._named = _named(path)
        self._before: list[str] = []

    @property
    def expected(self) -> Sequence[str]:
        """The kinds of paper that the file's name speaks of."""
        return self._named

    def likely(self) -> bool:
        """Whether the next page will probably be read in full: what stands before it, else the file's name, says."""
        return not _is_glanced(self._before or self._named)

    def settled(self, titles: Sequence[str]) -> bool:
        """Whether the lines in the largest type name one kind of paper, and one whose title is enough."""
        kinds = list(dict.fromkeys(_titled(titles)))
        if len(kinds) != 1 or vocabulary().kinds[kinds[0]].glance != "title":
            return False
        self._before = kinds
        return True

    def whole(self, _page: int, lines: Sequence[str], *, tabular: bool = False) -> bool:
        """Whether the page is read in full, told the lines at its top.

        A page full of short lines is a list whatever stands before it: telephones name each picture 图片.
        """
        titled = _titled(lines)
        self._before = titled or self._before or self._named
        return (tabular and not titled) or not _is_glanced(self._before)


def ocr_scope(path: str) -> ScopeByTitle:
    """How much is read of the pages of this file."""
    return ScopeByTitle(path)


def _is_glanced(kinds: Sequence[str]) -> bool:
    """Whether a glance is enough for all of these kinds; of nothing it never is."""
    known = vocabulary().kinds
    return bool(kinds) and all(known[kind].glance for kind in kinds)


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
