"""One amount of a statement: what it measures, its value, how good its label is, and in which unit it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.content.tables import GridCell
from extractors.values.amounts import money, money_unit
from extractors.values.text import unspaced
from schemas.locator import Locator

TWO_COLUMNS = "未写明期末、期初（本期、上期）列，取后一列"
HANZI = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Amount:
    """One row's amount.

    ``rank``: how good its label is, 0 the best. ``unit``: its unit in 元, where the row or its head states one.
    """

    measure: str
    value: Decimal
    text: str
    place: Locator
    rank: int
    unit: Decimal | None = None
    reading: str = ""


def own_unit(text: str) -> Decimal | None:
    """元 where the number has a unit beside it (300万元), which counts before that of head and line; else None."""
    return Decimal(1) if money_unit(text) else None


def worth(cell: GridCell) -> tuple[Decimal | None, Decimal | None]:
    """The number in the cell, and the unit behind it."""
    return money(cell.text, cell.native), own_unit(cell.text)


def is_line_number(text: str) -> bool:
    """Whether the cell may hold the number of the line (行次)."""
    return bool(re.fullmatch(r"\d{1,3}", unspaced(text)))
