"""A stream is read to its end or to its bound, and never asked for more than one block at once."""

from __future__ import annotations

import io
from typing import IO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.intake.bounded import read_to


class _Asked(io.BytesIO):
    """Remembers how much it was asked for, and gives no more than ``each`` at once, as a pipe does."""

    def __init__(self, data: bytes, each: int) -> None:
        super().__init__(data)
        self.each, self.most = each, 0

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size > 0
        self.most = max(self.most, size)
        return super().read(min(size, self.each))


@given(st.binary(max_size=40), st.integers(0, 50), st.integers(1, 9))
def test_the_whole_or_one_byte_more_than_the_bound(data: bytes, most: int, each: int) -> None:
    assert read_to(cast("IO[bytes]", _Asked(data, each)), most) == data[: most + 1]


@pytest.mark.parametrize("most", [1 << 30, 1 << 40])
def test_a_small_file_needs_little_room_under_a_large_bound(most: int) -> None:
    stream = _Asked(b"x" * 1000, 1 << 20)
    assert len(read_to(stream, most)) == 1000
    assert stream.most < 1 << 24
