"""What is the same in every letter and summary of one office (office.yaml, contract §13)?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OfficeColumn:
    """One column of the office's own 汇总表: its head, and the column of ours that fills it ("" is left to the clerk).

    ``width`` in cm; 0 where nobody said.
    """

    title: str
    source: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class OfficeSummary:
    """The office's own 汇总表: its title, its columns in order."""

    title: str
    columns: tuple[OfficeColumn, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """One office. Empty and None is what nobody wrote down, and stays a blank in the letters.

    ``sign``: the 代字 of its letters' numbers; ``signs``: kind of letter → its own one. ``how``: by which way papers
    are handed in. ``days``: working days to answer a 补正通知书 where the round has none of its own;
    ``answer_days``: working days to object to a 不符合条件告知书.
    """

    name: str = ""
    sign: str = ""
    signs: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    telephone: str = ""
    address: str = ""
    how: str = ""
    days: int | None = None
    answer_days: int | None = None
    summary: OfficeSummary | None = None

    def sign_of(self, kind: str) -> str:
        """The 代字 of this kind of letter."""
        return self.signs.get(kind, self.sign)


NO_OFFICE = Office()
