"""Which dossiers hang together through pairs that have something in common?

In a small group every pair is told. Where a group is large already, two dossiers that are both in it need not be held
against each other any more: of ten thousand copies of one paper nobody reads fifty million pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

WHOLE = 40
"""Dossiers up to which every pair of a group is told."""


@dataclass(slots=True)
class Groups:
    """The groups of so many dossiers, which are known by their numbers."""

    count: int
    label: NDArray[np.int32] = field(init=False)
    """Dossier → the number of its group."""
    _members: dict[int, list[int]] = field(default_factory=dict)
    _links: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.label = np.arange(self.count, dtype=np.int32)

    def join(self, one: int, other: int) -> None:
        """These two have something in common."""
        self._links.append((min(one, other), max(one, other)))
        kept, gone = sorted((int(self.label[one]), int(self.label[other])), key=self._size, reverse=True)
        if kept != gone:
            moved = self._members.pop(gone, [gone])
            self.label[moved] = kept
            self._members.setdefault(kept, [kept]).extend(moved)

    def told(self, one: int) -> int:
        """The group in which this dossier need not be held against any other; -1 where there is none."""
        label = int(self.label[one])
        return label if self._size(label) > WHOLE else -1

    def links(self) -> Iterator[list[tuple[int, int]]]:
        """The pairs of each group, in order; the groups in the order of their first dossiers."""
        found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for link in sorted(self._links):
            found[int(self.label[link[0]])].append(link)
        yield from found.values()

    def _size(self, label: int) -> int:
        return len(self._members.get(label, (label,)))
