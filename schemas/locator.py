"""Where a value stands: the place every value carries from the reader to the last report."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from schemas.trust import NONE, Doubts

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Locator:
    """One place in one file of the dossier (contract §3, ``LOCATOR``).

    ``page`` counts from 1; ``cell`` is ``B7`` in a workbook and ``表2!R3C4`` in a
    DOCX table; ``bbox`` is x0, top, x1, bottom in PDF points. Keys that do not
    apply are None. ``doubts`` are those about what was read there; they make no other place of it.
    """

    file: str
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None
    bbox: Box | None = None
    text: str | None = None
    doubts: Doubts = field(default=NONE, compare=False)

    def quoting(self, text: str) -> Locator:
        """The same place, quoting these words of it."""
        return replace(self, text=text)

    def doubted(self, doubts: Doubts) -> Locator:
        """The same place, with these doubts besides its own."""
        return replace(self, doubts=self.doubts | doubts) if doubts else self

    def read_by_a_person(self) -> Locator:
        """The same place, as sure as a person's reading of it."""
        return replace(self, doubts=NONE)

    @property
    def leaf(self) -> int | None:
        """The page as people count: of a picture in a DOCX its own number says more."""
        return None if (self.cell or "").startswith("图") else self.page

    @property
    def position(self) -> tuple[object, ...]:
        """The place itself, whatever it quotes: for asking whether two locators mean the same place."""
        return self.file, self.page, self.sheet, self.cell, self.bbox

    def as_json(self) -> dict[str, object]:
        """The locator with the six keys of the contract."""
        box = None if self.bbox is None else [round(v, 1) for v in self.bbox]
        return {
            "file": self.file,
            "page": self.page,
            "sheet": self.sheet,
            "cell": self.cell,
            "bbox": box,
            "text": self.text,
        }
