"""Which totals do the financial statements and audit reports state for the last year?

In:     a document, its logical tables and the pages that one paper fills.
Out:    figures in 万元: total assets, revenue and total profit of the statements, service revenue of the
        special audit. Statements of another year give none.
Raises: nothing. Where the unit or the column is not written, each reading is a figure of its own.
Source: contract §7; 小企业会计准则, 企业会计准则 for the shape of the statements.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extractors.content.beginnings import beginnings
from extractors.content.tables import Grid
from extractors.stated import figure
from extractors.statements.amounts import Amount
from extractors.statements.setting import Setting, after_line, after_page_head, after_top, parts
from extractors.statements.table_amounts import in_table
from extractors.statements.text_amounts import in_prose, in_text
from extractors.values.text import unspaced
from extractors.vocabulary.statements import words, years_in
from schemas.document import Document, Page, Paragraph
from schemas.figures import Figure

WAN = Decimal(10000)
_NO_UNIT = "报表未写明金额单位，按万元"
_PARENT = "按母公司报表"
_YEAR_MARKS = ("年度", "12月31日", "12月", "-12-31", ".12.31")


@dataclass(frozen=True, slots=True)
class Found:
    """One amount with what its place says of it."""

    amount: Amount
    scope: str
    unit: Decimal | None

    @property
    def key(self) -> tuple[str, str]:
        """Which amounts may state the same: those of one measure in one scope."""
        return self.amount.measure, self.scope


def statement_figures(
    document: Document, tables: Sequence[Grid], numbers: range, kind: str, as_of: date
) -> list[Figure]:
    """The figures of one paper of this kind (audit_report …), which fills the pages of these numbers."""
    last_year = as_of.year - 1
    pages = [page for page in document.pages if page.number in numbers and not page.hidden]
    amounts = [
        found for found in _walk(document, tables, pages, last_year) if _admitted(found.amount.measure, kind, pages)
    ]
    if _paper_year(pages) in (last_year, None):
        stated = frozenset(found.amount.measure for found in amounts)
        prose = _prose(document, pages, last_year)
        amounts += [found for found in prose if _admitted(found.amount.measure, kind, pages, stated)]
    return _figures(_best(amounts), kind)


def _admitted(measure: str, kind: str, pages: Sequence[Page], stated: frozenset[str] = frozenset()) -> bool:
    """Whether this paper speaks for the measure; an audit report for 服务收入 only with a section on it.

    Prose counts where no statement gives the measure; of service revenue always, since it is the auditor's own word.
    """
    if measure != "service_revenue":
        return measure not in stated
    if kind != "audit_report":
        return True
    text = "".join(unspaced(paragraph.text) for page in pages for paragraph in _paragraphs(page))
    return any(word in text for word in words().lists["service_section"])


def _paragraphs(page: Page) -> list[Paragraph]:
    return [block for block in page.blocks if isinstance(block, Paragraph)]


def _paper_year(pages: Sequence[Page]) -> int | None:
    """The year that the paper is about: the one its text names first with 年度 or 12月31日."""
    named = (
        years[0]
        for text in _texts(pages)
        if (years := years_in(text)) and any(mark in unspaced(text) for mark in _YEAR_MARKS)
    )
    return next(named, None)


def _texts(pages: Sequence[Page]) -> Iterator[str]:
    for page in pages:
        for block in page.blocks:
            yield from [block.text] if isinstance(block, Paragraph) else (cell.text for cell in block.cells)


def _walk(document: Document, tables: Sequence[Grid], pages: Sequence[Page], last_year: int) -> Iterator[Found]:
    """Every amount of tables and text lines that stands in a statement of the last year."""
    paper_year = _paper_year(pages)
    setting = Setting(last_year=last_year)
    items = _items(document, tables)
    for page in pages:
        setting = after_page_head(setting, page)
        for item in items[page.number]:
            for part in parts(item.rows) if isinstance(item, Grid) else ():
                setting = after_top(setting, part)
                if setting.counts(paper_year):
                    yield from _found(in_table(part, setting.statement, last_year), setting)
            if isinstance(item, Paragraph):
                setting = after_line(setting, item.text)
                if setting.counts(paper_year):
                    place = document.place(page, item)
                    yield from _found(in_text(item.text, place, setting.statement, setting.heads), setting)


def _items(document: Document, tables: Sequence[Grid]) -> dict[int, list[Paragraph | Grid]]:
    """By page the lines, and the tables that begin there, in their order."""
    begun = beginnings(document, tables)
    items: dict[int, list[Paragraph | Grid]] = {page.number: [] for page in document.pages}
    blocks = ((page, block) for page in document.pages for block in page.blocks)
    for order, (page, block) in enumerate(blocks):
        if isinstance(block, Paragraph):
            items[page.number].append(block)
        elif order in begun:
            items[page.number].append(tables[begun[order]])
    return items


def _found(amounts: Iterator[Amount], setting: Setting) -> Iterator[Found]:
    return (Found(amount, setting.scope, amount.unit or setting.unit) for amount in amounts)


def _prose(document: Document, pages: Sequence[Page], last_year: int) -> Iterator[Found]:
    """The amounts that running text states with their unit."""
    for page in pages:
        for paragraph in _paragraphs(page):
            for amount in in_prose(paragraph.text, document.place(page, paragraph), last_year):
                yield Found(amount, "", amount.unit)


def _best(amounts: Sequence[Found]) -> list[Found]:
    """By measure and scope the amounts of the best label; a value that is stated again is one."""
    best: list[Found] = []
    ranks: dict[tuple[str, str], int] = {}
    for found in amounts:
        ranks[found.key] = min(found.amount.rank, ranks.get(found.key, found.amount.rank))
    for found in amounts:
        again = any(other.key == found.key and _equal(other, found) for other in best)
        if found.amount.rank == ranks[found.key] and not again:
            best.append(found)
    return best


def _equal(found: Found, other: Found) -> bool:
    """Whether two amounts say the same: to the cent, or to the rounding of 万元."""
    values = [each.amount.value * (each.unit or Decimal(1)) for each in (other, found)]
    return abs(values[0] - values[1]) <= max(abs(values[0]) / 2000, Decimal("0.01"))


def _figures(amounts: Sequence[Found], kind: str) -> list[Figure]:
    """The amounts as figures in 万元, every admissible reading."""
    consolidated = {found.amount.measure for found in amounts if found.scope == "consolidated"}
    figures: list[Figure] = []
    for found in amounts:
        amount = found.amount
        second = _PARENT if amount.measure in consolidated and found.scope != "consolidated" else ""
        for unit, doubt in [(found.unit, "")] if found.unit else [(Decimal(1), ""), (WAN, _NO_UNIT)]:
            value = amount.value * unit / WAN
            value = value.quantize(Decimal(1)) if value == value.to_integral() else value
            reading = "；".join(part for part in (second, amount.reading, doubt) if part)
            places = [amount.place.quoting(amount.text)]
            figures.append(
                figure(amount.measure, _source(kind, amount.measure), value, amount.text, places, reading=reading)
            )
    return figures


def _source(kind: str, measure: str) -> str:
    special = kind == "special_audit_report" or (kind == "financial_statements" and measure == "service_revenue")
    return "special_audit" if special else "audit"
