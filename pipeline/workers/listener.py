"""Who is told, while work goes on, of units that are begun anew and of the files and pages that are read?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Unit = TypeVar("Unit")


def _quietly(unit: object, why: str) -> None:
    """Nobody asked to be told."""


def _unseen(unit: object, path: str, number: int, of: int) -> None:
    """Nobody looks on."""


@dataclass(frozen=True, slots=True)
class WorkListener(Generic[Unit]):
    """``again``: a unit is begun anew because its process died, and why in Chinese.

    ``page``: of a unit this file is begun (page 0 of 0), or this page of it; ``of`` is 0 where nobody knows how many
    there are. What it raises ends the work.
    """

    again: Callable[[Unit, str], None] = _quietly
    page: Callable[[Unit, str, int, int], None] = _unseen
