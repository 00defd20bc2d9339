"""What holds at a place of a paper: which statement it stands in, of which year, in which unit?

In:     lines, and the rows at the head of a table, in the order of the paper.
Out:    the setting after each of them.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.content.tables import GridCell, Positions, distinct
from extractors.statements.text_amounts import text_heads
from extractors.values.text import unspaced
from extractors.vocabulary.statements import StatementKind, title_of, unit_in, years_in
from schemas.document import Page

TOP = 4
"""In so many rows at the top of a table its title, date and unit may stand."""
LONGEST = 90
"""A line that tells unit and year of a statement is no longer."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds at a place of the paper: the statement, its scope, unit and year, the heads of its text lines."""

    statement: StatementKind | None = None
    other: bool = False
    """Inside notes, cash flows or vouchers, whose rows are not the statements' totals."""
    scope: str = ""
    unit: Decimal | None = None
    year: int | None = None
    before: int | None = None
    """The year of the statement before this one, in the same document."""
    heads: tuple[tuple[str, str], ...] = ()
    last_year: int = 0

    def counts(self, paper_year: int | None) -> bool:
        """Whether its amounts are the last year's; without a year it is of that of the statement before it."""
        return not self.other and (self.year or self.before or paper_year) == self.last_year


def entered(setting: Setting, text: str) -> Setting:
    """The setting after a line that may be a title."""
    title = title_of(text)
    if title is None:
        return setting
    statement, scope = title
    before = setting.year or setting.before
    return replace(
        setting, statement=statement, other=statement is None, scope=scope, year=None, before=before, heads=()
    )


def informed(setting: Setting, text: str) -> Setting:
    """The setting after a line that may tell unit and year (编制单位：… 2025年12月31日 单位：元)."""
    told = setting.statement is not None and len(unspaced(text)) < LONGEST and "，" not in text
    years = years_in(text) if told else []
    return replace(setting, unit=unit_in(text) or setting.unit, year=setting.year or next(iter(years), None))


def after_page_head(setting: Setting, page: Page) -> Setting:
    """The setting at the top of a page: its sheet may be named like a statement, headers tell unit and year."""
    if page.sheet:
        setting = entered(setting, page.sheet)
    for line in page.furniture:
        setting = informed(setting, line.text)
    return setting


def after_line(setting: Setting, text: str) -> Setting:
    """The setting after a paragraph: a title, unit and year, or the heads of the lines below."""
    setting = informed(entered(setting, text), text)
    return replace(setting, heads=text_heads(text, setting.last_year) or setting.heads)


def after_top(setting: Setting, rows: Sequence[Positions]) -> Setting:
    """The setting after the title, date and unit rows that a table may begin with."""
    for number, row in enumerate(rows[:TOP]):
        cells = [cell for cell in distinct(row) if not number or cell not in rows[number - 1]]
        one_year = len({year for cell in cells for year in years_in(cell.text)}) == 1
        for cell in cells:
            if stands_alone(cells):
                setting = entered(setting, cell.text)
            setting = replace(setting, unit=unit_in(cell.text) or setting.unit)
            # A date that stands over the columns is the statement's; one over a single column is the column's.
            if one_year and (cell.colspan > 1 or not number):
                setting = informed(setting, cell.text)
    return setting


def stands_alone(cells: Sequence[GridCell]) -> bool:
    """Whether only one of the cells has words."""
    return sum(bool(unspaced(cell.text)) for cell in cells) == 1


def parts(rows: Sequence[Positions]) -> Iterator[Sequence[Positions]]:
    """The table cut where the title of another statement stands alone in its row, below the rows at its top."""
    begins = [
        number
        for number, row in enumerate(rows)
        if number >= TOP and stands_alone(distinct(row)) and any(title_of(cell.text) for cell in distinct(row))
    ]
    for first, end in zip([0, *begins], [*begins, len(rows)], strict=True):
        yield rows[first:end]
