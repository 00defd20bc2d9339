"""Which pairs of dossiers have keys in common, and how many, without holding every dossier against every other?

Each key is one number of 64 bits; beside it stands the dossier that has it. Sorted by key, that is an index: what a
dossier shares is counted from the dossiers that stand at its own keys.
"""

from __future__ import annotations

import hashlib
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from validators.across.groups import Groups

Ints: TypeAlias = NDArray[np.int64]

_PARTS = 5
"""Bits of a key by which the index is sorted part by part, so that sorting takes little room beside it."""

_HIGHEST = 7 if sys.byteorder == "little" else 0
"""Which of the eight bytes of a key holds these."""

Enough = Callable[[Ints, int, Ints], NDArray[np.bool_]]
"""Of how many keys in common, the size of the one and of each other: which others share enough to be looked at."""


@dataclass(slots=True)
class KeyIndex:
    """Which dossier has which keys. Twelve bytes a key."""

    _keys: array[int] = field(default_factory=lambda: array("Q"))
    _ends: array[int] = field(default_factory=lambda: array("q", [0]))
    _sizes: array[int] = field(default_factory=lambda: array("q"))

    def add(self, keys: Iterable[int], size: int | None = None) -> None:
        """The keys of the next dossier, each once; ``size``: of how many they were drawn."""
        before = len(self._keys)
        self._keys.extend(keys)
        self._ends.append(len(self._keys))
        self._sizes.append(len(self._keys) - before if size is None else size)

    def in_order(self, order: Sequence[int]) -> KeyIndex:
        """The same dossiers one after the other in this order."""
        if list(order) == list(range(len(self._sizes))):
            return self
        found = KeyIndex()
        for at in order:
            found.add(self._keys[self._ends[at] : self._ends[at + 1]], self._sizes[at])
        return found

    def groups(self, enough: Enough, alike: Callable[[int, int], bool]) -> Groups:
        """The dossiers that hang together: those that share enough keys, and are found ``alike`` when looked at."""
        count = len(self._ends) - 1
        sizes = np.array(self._sizes, dtype=np.int64)
        keys, first, met = self._shared()
        holders = np.empty(len(keys), dtype=np.int32)
        filled = first[:-1].copy()
        groups, twins = Groups(count), dict[bytes, int]()
        for one in range(count):
            mine = keys[met[one] : met[one + 1]]
            if not len(mine):
                continue
            twin = twins.setdefault(hashlib.sha256(mine.tobytes() + bytes(str(sizes[one]), "ascii")).digest(), one)
            if twin != one and groups.told(twin) >= 0:
                # What has the very keys of one in a large group shares with all of it what that one does.
                if alike(twin, one):
                    groups.join(twin, one)
            else:
                parts = [holders[first[key] : filled[key]] for key in mine.tolist()]
                common = np.bincount(np.concatenate(parts), minlength=one)
                others = np.flatnonzero(common)
                others = others[enough(common[others], int(sizes[one]), sizes[others])]
                _join(groups, one, others, alike)
            holders[filled[mine]] = one
            filled[mine] += 1
        return groups

    def _shared(self) -> tuple[Ints, Ints, Ints]:
        """The keys that more than one dossier has, numbered; where the holders of each begin; where each dossier's."""
        ends = np.frombuffer(self._ends, dtype=np.int64)
        keys = np.frombuffer(self._keys, dtype=np.uint64)
        number = np.full(len(keys), -1, dtype=np.int32)
        times: list[NDArray[np.int64]] = [np.zeros(1, dtype=np.int64)]
        known = 0
        # One byte of each key, not a second array of all of them.
        parts = keys.view(np.uint8)[_HIGHEST::8] >> np.uint8(8 - _PARTS)
        for part in range(1 << _PARTS):
            at = np.flatnonzero(parts == part)
            _, inverse, counts = np.unique(keys[at], return_inverse=True, return_counts=True)
            again = counts > 1
            renumbered = np.where(again, np.cumsum(again) - 1 + known, -1)
            number[at] = renumbered[inverse]
            times.append(counts[again].astype(np.int64))
            known += int(again.sum())
        kept = np.flatnonzero(number >= 0)
        met = np.searchsorted(kept, ends).astype(np.int64)
        return number[kept].astype(np.int64), np.cumsum(np.concatenate(times)), met


def number_of(key: str) -> int:
    """The number of a key of text, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _join(groups: Groups, one: int, others: Ints, alike: Callable[[int, int], bool]) -> None:
    """Join this dossier with those of the others, all before it, that are found alike."""
    at = 0
    while at < len(others):
        other = int(others[at])
        at += 1
        if alike(other, one):
            groups.join(other, one)
            told = groups.told(one)
            if told >= 0:
                others = others[at:][groups.label[others[at:]] != told]
                at = 0
