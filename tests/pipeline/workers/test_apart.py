"""One call in a process of its own: what it returns, raises, or dies of."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from pipeline.intake.archive import Refused
from pipeline.workers.apart import Died, apart


def _sum(*numbers: int) -> int:
    return sum(numbers)


def _refuse() -> None:
    raise Refused("压缩包已损坏")


def _crash() -> None:
    os.abort()


def _hang() -> None:
    time.sleep(600)


def _swell() -> int:
    return len(bytearray(64 << 30))


def test_what_it_returns(tmp_path: Path) -> None:
    assert apart(_sum, tmp_path, 1, 2) == 3


def test_what_it_raises(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="损坏"):
        apart(_refuse, tmp_path)


@pytest.mark.parametrize("step", [_crash, _swell])
def test_what_kills_it(tmp_path: Path, step) -> None:
    with pytest.raises(Died):
        apart(step, tmp_path)


def test_what_never_ends(tmp_path: Path) -> None:
    with pytest.raises(Died):
        apart(_hang, tmp_path, seconds=2)
