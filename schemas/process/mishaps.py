"""Has something gone wrong in this process that may go well another time, whatever it was at?

A conversion that took too long, memory that ran out, a process that died over a file: what was made of it is shown,
but not kept for the next run. Whoever meets such a thing says so here; whoever keeps something looks whether the count
has risen meanwhile.
"""

from __future__ import annotations

_count = [0]
_short = [0]


def happened() -> None:
    """Another run may do better."""
    _count[0] += 1


def short_of_memory() -> None:
    """Another process may do better: one that holds nothing yet of what came before."""
    _short[0] += 1
    happened()


def count() -> int:
    """How many there have been in this process."""
    return _count[0]


def shortages() -> int:
    """How often memory ran out in this process."""
    return _short[0]
