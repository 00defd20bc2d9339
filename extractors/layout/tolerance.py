"""How a tolerance is written down: its value, what it measures, and the range in which a benchmark holds.

Benchmarks are named by what is run (see ``benchmarks/tolerances.py``, which measures the ranges).
"""

from __future__ import annotations

from dataclasses import Field, dataclass, field, fields
from typing import TypeVar

T = TypeVar("T", float, int)

BOTH = "pdf_tables, pdf_office"
"""Measured with every fourth list of both (``benchmarks/tolerances.py --every 4``), the others as they stand."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of one tolerance. ``holds`` is None where no benchmark told: it was set by what it stands for."""

    means: str
    holds: tuple[float, float] | None
    benchmark: str


def tolerance(value: T, means: str, holds: tuple[float, float] | None = None, benchmark: str = "") -> T:
    """A field of a settings class; ``means`` begins with its unit. Within ``holds`` the benchmark gets no worse."""
    made: T = field(default=value, metadata={"measured": Measured(means, holds, benchmark)})
    return made


def measured(settings: object) -> dict[str, Measured]:
    """What is known of each tolerance of a settings class."""
    each: tuple[Field[object], ...] = fields(settings)  # type: ignore[arg-type]
    return {one.name: one.metadata["measured"] for one in each}
