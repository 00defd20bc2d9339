"""What was recognised before: the same picture is not read twice.

In:     keys made of the pixels themselves.
Out:    what was read of them: in this process, and in the folder of what is kept where there is one.
Raises: nothing: what cannot be read or written there is not kept.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from extractors.kept import codec, store, version

Said = tuple[tuple[str, ...], tuple[float, ...], tuple[float, ...]]
"""One strip: its characters, the place of each, how sure each is."""

Boxes = tuple[float, ...]
"""The corners of boxes, eight numbers each."""

Kept = TypeVar("Kept")

_RECOGNISED = "recognised"

_MOST = 60_000
"""Entries kept in memory: lines of some thousand pages."""

_in_memory: OrderedDict[str, Any] = OrderedDict()


def key(pixels: NDArray[np.uint8], about: str) -> str:
    """The key of a picture, read in one certain way by the models that are installed."""
    digest = hashlib.sha256(repr((pixels.shape, about, version.of_recogniser())).encode())
    digest.update(np.ascontiguousarray(pixels).data)
    return digest.hexdigest()[:40]


def boxes(name: str) -> Boxes | None:
    """The boxes found in this picture; None where nobody looked."""
    found: Boxes | None = _remembered(name)
    return found if found is not None else _remember(name, _taken(name, Boxes))


def keep_boxes(name: str, found: Boxes) -> None:
    """Keep what was found in this picture."""
    _keep(name, _remember(name, found), Boxes)


def lines(names: Sequence[str]) -> list[Said | None]:
    """What each of these strips says, as far as it is known. In the folder lie those that were read in one go."""
    known: list[Said | None] = [_remembered(name) for name in names]
    if all(one is not None for one in known):
        return known
    found = _taken(_together(names), tuple[Said, ...])
    if found is None or len(found) != len(names):
        return known
    return [_remember(name, one) for name, one in zip(names, found, strict=True)]


def keep_lines(names: Sequence[str], said: Sequence[Said]) -> None:
    """Keep what these strips say."""
    for name, one in zip(names, said, strict=True):
        _remember(name, one)
    _keep(_together(names), tuple(said), tuple[Said, ...])


def forget() -> None:
    """Drop what this process holds; what the folder keeps stays there."""
    _in_memory.clear()


def _together(names: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:40]


def _remembered(name: str) -> Any:  # noqa: ANN401  boxes or a line
    if name in _in_memory:
        _in_memory.move_to_end(name)
    return _in_memory.get(name)


def _remember(name: str, said: Kept) -> Kept:
    if said is not None:
        _in_memory[name] = said
    while len(_in_memory) > _MOST:
        _in_memory.popitem(last=False)
    return said


def _taken(name: str, kind: type[Kept]) -> Kept | None:
    kept = store.current()
    body = kept.get(_RECOGNISED, name) if kept else None
    if body is not None:
        with suppress(codec.Foreign):
            return codec.unpacked(body, kind)
    return None


def _keep(name: str, said: object, kind: object) -> None:
    kept = store.current()
    if kept is not None:
        with suppress(codec.Foreign):
            kept.put(_RECOGNISED, name, codec.packed(said, kind))
