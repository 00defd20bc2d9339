"""Where does a measure of a rulebook's own come from: a quotient, a growth, rows of a list, a line of the accounts?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Quotient:
    """``part`` ÷ ``whole`` × ``times``: a share in per cent, or so many for each ``times`` of the other (每5家1名)."""

    part: str
    whole: str
    times: Decimal = WHOLE


@dataclass(frozen=True, slots=True)
class CountedRows:
    """The rows of a list whose cells hold one of the words; with ``column``, its numbers summed."""

    table: str
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    column: str = ""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A row of last year's financial statements, by its labels, the best first. ``statement``: income, balance."""

    labels: tuple[str, ...]
    statement: str = "income"


@dataclass(frozen=True, slots=True)
class CountedPapers:
    """How many papers of these kinds lie in the dossier: a lower bound, as one file may hold several."""

    kinds: tuple[str, ...]
    valid: bool = False
    """Only those that hold on the day of reckoning."""
    levels: tuple[str, ...] = ()
    """Only those that one of these levels of government has given (data/vocabulary/issuer_levels.yaml)."""
    within: int = 0
    """Only those of the last so many years before the day of reckoning; 0: of any year."""
