"""What one look at the machine gives: how it stands, what was found, what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fitness(StrEnum):
    """How a part of the machine stands: the work is done without hindrance, less of it, or none."""

    OK = "ok"
    LIMITED = "limited"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class MachineCheck:
    """One line. ``found`` and ``advice`` are Chinese; ``advice`` is empty where there is nothing to do."""

    id: str
    title: str
    state: Fitness
    found: str
    advice: str = ""
