"""With how many processes is the work done, where, and within which bounds?"""

from __future__ import annotations

from dataclasses import dataclass

LOCAL = "local"

MEMORY = 1792 << 20
"""What one worker may take, in bytes. Recognising pages takes some 800 MB, however many they are (measured)."""

MEMORY_APART = 1000 << 20
"""What a process may take that a worker starts for one call and waits for: both together stay below two gigabytes."""

STILL = 180
"""After so many seconds without a sign of life (a file, a page of a scan) a file is given up.

The slowest single step seen, a page of three thousand numbers recognised on a busy machine, took 40.
"""


@dataclass(frozen=True, slots=True)
class WorkPlan:
    """With how many processes, where, and for how many seconds at most one dossier is worked on.

    ``contained``: also a single job gets a process of its own, with its bounds; otherwise it runs in this process,
    for debugging and measuring.
    """

    jobs: int = 1
    executor: str = LOCAL
    seconds: int = 1800
    contained: bool = False
    memory: int = MEMORY
    still: int = STILL


@dataclass(frozen=True, slots=True)
class Lost:
    """A unit whose work did not come to an end, and why, in Chinese."""

    reason: str
