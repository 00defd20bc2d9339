"""A process gets what it is allowed and no more, and leaves no image of its memory."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.workers import limits

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="bounded otherwise, or not at all")
TRY = """
import sys, resource
from pipeline.workers import limits
limits.confine(int(sys.argv[1]) << 20)
print(resource.getrlimit(resource.RLIMIT_CORE)[0])
try:
    held = bytearray(int(sys.argv[2]) << 20)
    print("had")
except MemoryError:
    print("refused")
"""


@pytest.mark.parametrize(("wanted", "said"), [(200, "had"), (600, "refused")])
def test_on_both_sides_of_the_bound(wanted: int, said: str) -> None:
    call = [sys.executable, "-c", TRY, "400", str(wanted)]
    done = subprocess.run(call, capture_output=True, text=True, check=True)  # noqa: S603  our own call
    assert done.stdout.split() == ["0", said]


def test_a_worker_that_has_grown_says_so() -> None:
    assert limits.grown(1)
    assert not limits.grown(1 << 50)
