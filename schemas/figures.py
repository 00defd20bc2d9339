"""A figure: one statement of one quantity by one source, with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd
import pandera.pandas as pa
from pandera.typing import DataFrame, Series

from schemas.frames import ExactFrame
from schemas.locator import Locator
from schemas.measures import SOURCES
from schemas.trust import NONE, Doubts

Value = Decimal | bool | str


@dataclass(frozen=True, slots=True)
class Figure:
    """staff_count = 12, says the form, page 1.

    ``value`` is in the measure's unit: Decimal for numbers, ISO text for dates, bool for growth.
    ``reading`` names an *alternative* admissible reading ("学历与职称须同时具备", "价格按单价乘数量");
    it is empty for the reading the contract gives. ``doubts`` are those of all places that it rests
    on, and its own: that its source may show less than the whole, that it is a lower bound.
    ``corrected`` is set where it rests on what a clerk corrected, and holds what was read before.
    ``year`` is the one that its source states it of, None where the source states none.
    """

    measure: str
    source: str
    value: Value
    unit: str
    text: str
    evidence: tuple[Locator, ...]
    reading: str = ""
    doubts: Doubts = NONE
    corrected: str = ""
    year: int | None = None
    by: str = ""
    """What the paper is called that states it, where its source is called otherwise: 财务报表 for ``audit``."""

    @property
    def said_by(self) -> str:
        """Who states it, in Chinese."""
        return self.by or SOURCES.get(self.source, self.source)


class Figures(ExactFrame):
    """All figures of a dossier: one row per stated quantity, source and reading."""

    measure: Series[object]
    source: Series[object]
    value: Series[object]
    unit: Series[object]
    text: Series[object]
    evidence: Series[object]
    reading: Series[object]
    doubts: Series[object]
    corrected: Series[object]
    year: Series[object] = pa.Field(nullable=True)
    by: Series[object]


COLUMNS = (
    "measure",
    "source",
    "value",
    "unit",
    "text",
    "evidence",
    "reading",
    "doubts",
    "corrected",
    "year",
    "by",
)


def figures_frame(figures: Iterable[Figure]) -> DataFrame[Figures]:
    """The figures as one frame, in the order they were read."""
    rows = [[getattr(figure, column) for column in COLUMNS] for figure in figures]
    return DataFrame[Figures](pd.DataFrame(rows, columns=list(COLUMNS), dtype=object))


def figures_of(frame: DataFrame[Figures]) -> list[Figure]:
    """The rows of the frame as values again."""
    columns = list(frame.columns)
    return [Figure(**dict(zip(columns, row, strict=True))) for row in frame.to_numpy(dtype=object).tolist()]
