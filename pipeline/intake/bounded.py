"""How is a stream read that may hold any number of bytes, with no more room than what it holds takes?

A buffered stream asked for a gigabyte makes room for a gigabyte first, even where it holds a kilobyte: a worker that
holds much already has no such room, and a small file would be "too large".
"""

from __future__ import annotations

import io
from typing import IO

_BLOCK = 1 << 20


def read_to(stream: IO[bytes], most: int) -> bytes:
    """What the stream holds, or its first ``most + 1`` bytes where it holds more than ``most``."""
    taken = io.BytesIO()
    left = most + 1
    while left > 0 and (block := stream.read(min(left, _BLOCK))):
        taken.write(block)
        left -= len(block)
    return taken.getvalue()
