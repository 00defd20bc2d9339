"""Which totals do the financial statements and audit reports state for the last year?

In:     a document and the pages that one paper fills.
Out:    figures in 万元: total assets, revenue and total profit of the statements, service revenue of the
        special audit. Statements of another year give none.
Raises: nothing. Where the unit or the column is not written, each reading is a figure of its own.
Source: contract §7; 小企业会计准则, 企业会计准则 for the shape of the statements.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from extractors.stated import figure
from extractors.statements.amounts import Amount, Row, dense, in_prose, in_table, in_text, text_heads
from extractors.vocabulary.statements import StatementKind, squeezed, title_of, unit_in, words, years_in
from schemas.document import Document, Page, Paragraph, Table
from schemas.figures import Figure
from schemas.locator import Locator

WAN = Decimal(10000)
_NO_UNIT = "报表未写明金额单位，按万元"
_PARENT = "按母公司报表"


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


@dataclass(frozen=True, slots=True)
class Found:
    """One amount with what its place says of it."""

    amount: Amount
    scope: str
    unit: Decimal | None


def statement_figures(document: Document, first_page: int, last_page: int, kind: str, as_of: date) -> list[Figure]:
    """The figures of one paper of kind audit_report, financial_statements or special_audit_report."""
    last_year = as_of.year - 1
    pages = [page for page in document.pages if first_page <= page.number <= last_page and not page.hidden]
    found = [one for one in _walk(document, pages, last_year) if _admitted(one.amount.measure, kind, pages)]
    if _paper_year(pages) in (last_year, None):
        stated = {one.amount.measure for one in found}
        found += [
            one for one in _prose(document, pages, last_year) if _admitted(one.amount.measure, kind, pages, stated)
        ]
    return _figures(_best(found), kind)


def _admitted(measure: str, kind: str, pages: Sequence[Page], stated: frozenset[str] | set[str] = frozenset()) -> bool:
    """Whether this paper speaks for the measure; an audit report for 服务收入 only with a section on it.

    Prose counts where no statement gives the measure; of service revenue always, since it is the auditor's own word.
    """
    if measure != "service_revenue":
        return measure not in stated
    if kind != "audit_report":
        return True
    text = "".join(squeezed(paragraph.text) for page in pages for paragraph in _paragraphs(page))
    return any(word in text for word in words().lists["service_section"])


def _paragraphs(page: Page) -> list[Paragraph]:
    return [block for block in page.blocks if isinstance(block, Paragraph)]


def _paper_year(pages: Sequence[Page]) -> int | None:
    """The year that the paper is about: the one its text names first with 年度 or 12月31日."""
    for page in pages:
        for block in page.blocks:
            texts = [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
            for text in texts:
                years = years_in(text)
                if years and any(mark in squeezed(text) for mark in ("年度", "12月31日", "12月", "-12-31", ".12.31")):
                    return years[0]
    return None


def _walk(document: Document, pages: Sequence[Page], last_year: int) -> Iterator[Found]:
    """Every amount of tables and text lines that stands in a statement of the last year."""
    paper_year = _paper_year(pages)
    setting = Setting(last_year=last_year)
    above: list[Row] = []
    for page in pages:
        if page.sheet:
            setting = _entered(setting, page.sheet)
        for paragraph in page.furniture:
            setting = _informed(setting, paragraph.text)
        for block in page.blocks:
            if isinstance(block, Table):
                setting = _told_by_table(setting, block)
                # A total over the page edge stands under the head of the page before.
                above = [*(above if block.continues else ()), *dense(document, page, block)]
                if _counts(setting, paper_year, last_year):
                    yield from _of_rows(above, setting)
                continue
            setting = _informed(_entered(setting, block.text), block.text)
            setting = replace(setting, heads=text_heads(block.text, last_year) or setting.heads)
            place = document.place(page, block)
            if _counts(setting, paper_year, last_year):
                for amount in in_text(block.text, place, setting.statement, setting.heads):
                    yield Found(amount, setting.scope, amount.unit or setting.unit)


def _counts(setting: Setting, paper_year: int | None, last_year: int) -> bool:
    # A statement that tells no year is of the year of the one before it.
    return not setting.other and (setting.year or setting.before or paper_year) == last_year


def _entered(setting: Setting, text: str) -> Setting:
    """The setting after a line that may be a title."""
    title = title_of(text)
    if title is None:
        return setting
    statement, scope = title
    before = setting.year or setting.before
    return replace(
        setting, statement=statement, other=statement is None, scope=scope, year=None, before=before, heads=()
    )


def _informed(setting: Setting, text: str) -> Setting:
    """The setting after a line that may tell unit and year (编制单位：… 2025年12月31日 单位：元)."""
    unit = unit_in(text)
    years = years_in(text) if setting.statement is not None and len(squeezed(text)) < 90 and "，" not in text else []
    return replace(setting, unit=unit or setting.unit, year=setting.year or (years[0] if years else None))


def _told_by_table(setting: Setting, table: Table) -> Setting:
    """The setting after the title, date and unit rows that a table may begin with."""
    for cell in table.cells:
        if cell.row > 3:
            break
        if sum(bool(squeezed(other.text)) for other in table.cells if other.row == cell.row) == 1:
            setting = _entered(setting, cell.text)
        unit = unit_in(cell.text)
        if unit:
            setting = replace(setting, unit=unit)
        # A date that stands over the columns is the statement's; one over a single column is the column's.
        if (cell.colspan > 1 or cell.row == 0) and len(set(_years_of_row(table, cell.row))) == 1:
            setting = _informed(setting, cell.text)
    return setting


def _years_of_row(table: Table, row: int) -> list[int]:
    return [year for cell in table.cells if cell.row == row for year in years_in(cell.text)]


def _of_rows(rows: Sequence[Row], setting: Setting) -> Iterator[Found]:
    """The amounts of one table."""
    for amount in in_table(rows, setting.statement, setting.last_year):
        yield Found(amount, setting.scope, amount.unit or setting.unit)


def _prose(document: Document, pages: Sequence[Page], last_year: int) -> Iterator[Found]:
    """The amounts that running text states with their unit."""
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Paragraph):
                for amount in in_prose(block.text, document.place(page, block), last_year):
                    yield Found(amount, "", amount.unit)


def _best(found: Sequence[Found]) -> list[Found]:
    """By measure and scope the amounts of the best label; a value that is stated again is one."""
    best: list[Found] = []
    rank = {
        (one.amount.measure, one.scope): min(
            other.amount.rank
            for other in found
            if (other.amount.measure, other.scope) == (one.amount.measure, one.scope)
        )
        for one in found
    }
    for one in found:
        same = [kept for kept in best if (kept.amount.measure, kept.scope) == (one.amount.measure, one.scope)]
        if one.amount.rank != rank[one.amount.measure, one.scope]:
            continue
        if not any(_equal(kept, one) for kept in same):
            best.append(one)
    return best


def _equal(one: Found, other: Found) -> bool:
    """Whether two amounts say the same: to the cent, or to the rounding of 万元."""
    values = [each.amount.value * (each.unit or Decimal(1)) for each in (one, other)]
    return abs(values[0] - values[1]) <= max(abs(values[0]) / 2000, Decimal("0.01"))


def _figures(found: Sequence[Found], kind: str) -> list[Figure]:
    """The amounts as figures in 万元, every admissible reading."""
    figures: list[Figure] = []
    for one in found:
        scopes = {other.scope for other in found if other.amount.measure == one.amount.measure}
        second = _PARENT if "consolidated" in scopes and one.scope != "consolidated" else ""
        reading = "；".join(part for part in (second, one.amount.reading) if part)
        units = [(one.unit, "")] if one.unit else [(Decimal(1), ""), (WAN, _NO_UNIT)]
        for unit, doubt in units:
            value = one.amount.value * unit / WAN
            places = (one.amount.place.quoting(one.amount.text),)
            figures.append(
                _figure(one.amount, kind, value, places, "；".join(part for part in (reading, doubt) if part))
            )
    return figures


def _figure(amount: Amount, kind: str, value: Decimal, places: tuple[Locator, ...], reading: str) -> Figure:
    special = kind == "special_audit_report" or (kind == "financial_statements" and amount.measure == "service_revenue")
    shown = value.quantize(Decimal(1)) if value == value.to_integral() else value
    source = "special_audit" if special else "audit"
    return figure(amount.measure, source, shown, amount.text, places, reading=reading)
