"""What is held is looked over seldom, but it is."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from schemas.process import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    # As an interpreter starts: a command that ran in this process has set it already.
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


class _Ring:
    def __init__(self) -> None:
        self.itself = self


def test_rings_are_found_all_the_same() -> None:
    before = gc.get_threshold()[0]
    garbage.look_seldom()
    assert gc.get_threshold()[0] > before
    ring = weakref.ref(_Ring())
    held = [[] for _ in range(2 * gc.get_threshold()[0])]  # type: list[list[int]]
    assert ring() is None
    assert held
