"""How much may be drawn for the report of one dossier?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class PictureBudget:
    """How much may still be drawn, so that a report stays small and quick: bytes of pictures, and pages."""

    bytes: int = 2_800_000
    pages: int = 90

    @property
    def spent(self) -> bool:
        """Whether nothing more may be drawn."""
        return self.bytes <= 0 or self.pages <= 0
