"""表格: what was read of a dossier, row by row beside its page; in any order, or only what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse

from console.access.needs import DECIDING, needs
from console.acts.settle import version
from console.models import DossierWork, OfficeBatch
from console.pages.show import show
from console.queries.address import AddressFilter
from console.results import mirror, read_tables
from console.results.read_back import ReadBack, screening_at
from console.results.read_tables import ReadRow, ReadTable
from console.review.pane import FilePane, Looked, pane
from console.review.places import NumberedPlace

_MOST = 400
"""Rows that are shown at once; the workbook has all."""


@dataclass(frozen=True, slots=True)
class TableFilter(AddressFilter):
    """What the address says: which table, ordered by which column, only rows in doubt, which row is looked at."""

    table: str = ""
    order: str = ""
    only: str = ""
    row: str = ""


@needs(*DECIDING)
def page(request: HttpRequest, batch: OfficeBatch, dossier: DossierWork) -> HttpResponse:
    """One table, and the page of the row that is looked at."""
    mirror.refreshed(batch)
    dossier.refresh_from_db()
    results = dossier.results
    if results is None:
        raise Http404
    asked, read = TableFilter.of(request.GET), screening_at(results / dossier.folder)
    tabs = read_tables.tabs(read)
    table = _chosen(tabs, asked.table)
    rows = [row for row in read_tables.ordered(table.rows, table.heads, asked.order) if row.doubts or not asked.only]
    looked = _looked(rows, asked)
    return show(
        request,
        "tables/page.html",
        batch=batch,
        dossier=dossier,
        asked=asked,
        tabs=tabs,
        table=table,
        rows=rows[:_MOST],
        more=len(rows) - _MOST,
        looked=looked,
        pane=_page_of(results, read, table, looked),
        values=read_tables.correctable(looked) if looked else [],
        version=version(results, dossier),
    )


def _chosen(tabs: list[ReadTable], asked: str) -> ReadTable:
    """The table that is asked for; where none is named, the form unless nothing was read of it."""
    meant = [one for one in tabs if (one.key == asked if asked else one.count)]
    return next(iter(meant), tabs[0])


def _looked(rows: list[ReadRow], asked: TableFilter) -> ReadRow | None:
    """The row that is asked for, else the first."""
    return next((row for row in rows if str(row.number) == asked.row), rows[0] if rows else None)


def _page_of(results: Path, read: ReadBack, table: ReadTable, looked: ReadRow | None) -> FilePane | None:
    """The page that the row stands on; None where no place of it is known."""
    if looked is None or not looked.file:
        return None
    return pane(results, read, _places(table, looked), Looked(place=looked.number))


def _places(table: ReadTable, looked: ReadRow) -> list[NumberedPlace]:
    """Every row of the page that is looked at, as a place with its number."""
    return [
        NumberedPlace(row.number, row.where, row.file, row.at, row.at.text or "")
        for row in table.rows
        if row.at is not None and row.file == looked.file
    ]
