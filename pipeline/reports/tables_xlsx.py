"""The form and the lists of one dossier as the program read them, one sheet each, with what a clerk corrected."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline import wording
from pipeline.reports import amendments
from pipeline.reports.workbook import ReportSheet, workbook
from pipeline.results.as_json import plain
from pipeline.results.batch import ReportContext
from schemas.application import BLANKS, entries_of
from schemas.clerk_input import Amended
from schemas.dossier import Screening
from schemas.tables import LISTS, Column, ListSpec, rows_of


def render(told: ReportContext) -> bytes:
    """tables.xlsx: the form, then every list that was found, each value with its place."""
    screening = told.screening
    known = amendments.by_what(screening.contents)
    found = [spec for name, spec in LISTS.items() if name in screening.contents.tables]
    return workbook([_form(screening, known), *(_list(screening, spec, known) for spec in found)])


def _form(screening: Screening, known: Mapping[str, Amended]) -> ReportSheet:
    """Each blank: its value (a clerk's where one was corrected, and then what was read beside it) and its place."""
    rows: list[list[object]] = []
    for entry in entries_of(screening.contents.application).values():
        one = known.get(f"application.{entry.key}")
        value, text = _shown(entry.value), amendments.read(one) if one else entry.text
        said = amendments.sentence(one) if one else ""
        rows.append([BLANKS[entry.key].title, value, entry.unit, text, wording.place(entry.evidence), said])
    return _without_empty(ReportSheet("申报表", ["项目", "读取的值", "单位", "原文", "位置", "经办人更正"], rows))


def _list(screening: Screening, spec: ListSpec, known: Mapping[str, Amended]) -> ReportSheet:
    frame = screening.contents.tables[spec.name]
    columns = [column for column in spec.columns if column.key in frame.columns]
    heads = [f"{column.title}（{column.unit}）" if column.unit else column.title for column in columns]
    rows: list[list[object]] = [
        [
            *(_shown(row.values.get(column.key)) for column in columns),
            wording.place(row.evidence),
            _corrected(f"tables.{spec.name}.{number}", columns, known),
        ]
        for number, row in enumerate(rows_of(frame), 1)
    ]
    return _without_empty(ReportSheet(spec.title, [*heads, "位置", "经办人更正"], rows))


def _corrected(row: str, columns: list[Column], known: Mapping[str, Amended]) -> str:
    """What a clerk corrected in this row."""
    said = [one for column in columns if (one := known.get(f"{row}.{column.key}"))]
    return "\n".join(amendments.sentence(one) for one in said)


def _without_empty(sheet: ReportSheet) -> ReportSheet:
    """Without its last column where nobody corrected anything."""
    if any(row[-1] for row in sheet.rows):
        return sheet
    return ReportSheet(sheet.name, sheet.heads[:-1], [row[:-1] for row in sheet.rows])


def _shown(value: object) -> object:
    simple = plain(value)
    return wording.cell(simple) if isinstance(simple, bool) else simple
