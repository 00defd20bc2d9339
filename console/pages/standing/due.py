"""到期: what must happen in which month, by whom, under which article."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from console import events
from console.pages.download import XLSX, download
from console.pages.show import show
from console.pages.standing.opened import reading
from console.results.standing import due_months
from console.results.standing.due_months import DueTable
from pipeline.reports.workbook import ReportSheet, workbook
from pipeline.standing import register
from pipeline.standing.overview import Overview
from pipeline.standing.reckon.dues import Due

_FIRST = 60
"""Matters of one list; the rest are in the workbook, or behind a cell."""


@reading
def months(request: HttpRequest, seen: Overview) -> HttpResponse:
    """The months, and the matters of the cell, row or month that is chosen."""
    table, dues = _asked(request, seen)
    rows = register.grouped(register.due_rows(seen, dues))
    names = {holder.name: holder.key for holder in seen.holders}
    return show(
        request,
        "standing/due.html",
        seen=seen,
        day=seen.as_of,
        table=table,
        row=request.GET.get("row", ""),
        month=request.GET.get("month", ""),
        done=request.GET.get("done", ""),
        heads=register.DUE_HEADS,
        rows=rows[:_FIRST],
        more=len(rows) - _FIRST,
        count=len(dues),
        titles={holder.rulebook.id: holder.rulebook.title for holder in seen.holders},
        names=names,
    )


@reading
def export(request: HttpRequest, seen: Overview) -> HttpResponse:
    """The same matters, one a row, as a workbook."""
    _, dues = _asked(request, seen)
    sheet = ReportSheet("到期", register.DUE_HEADS, register.due_rows(seen, dues), frozen=3)
    events.noted(events.actor(request), "导出到期事项", rows=len(dues))
    return download("到期事项.xlsx", workbook([sheet]), XLSX)


def _asked(request: HttpRequest, seen: Overview) -> tuple[DueTable, list[Due]]:
    table = due_months.table(seen, done=bool(request.GET.get("done")))
    return table, table.chosen(request.GET.get("row", ""), request.GET.get("month", ""))
