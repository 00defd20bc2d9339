"""The form and the lists of one dossier as the program read them, one sheet each."""

from __future__ import annotations

from pipeline.reports import words
from pipeline.reports.sheets import Sheet, workbook
from pipeline.results import Told, plain
from schemas.application import BLANKS, entries_of
from schemas.dossier import Screening
from schemas.tables import LISTS, ListSpec, rows_of


def render(told: Told) -> bytes:
    """tables.xlsx: the form, then every list that was found, each value with its place."""
    screening = told.screening
    found = [spec for name, spec in LISTS.items() if name in screening.contents.tables]
    return workbook([_form(screening), *(_list(screening, spec) for spec in found)])


def _form(screening: Screening) -> Sheet:
    rows = [
        [
            BLANKS[entry.key].title,
            _shown(entry.value),
            entry.unit,
            entry.text,
            words.place(entry.evidence),
        ]
        for entry in entries_of(screening.contents.application).values()
    ]
    return Sheet("申报表", ["项目", "读取的值", "单位", "原文", "位置"], rows)


def _list(screening: Screening, spec: ListSpec) -> Sheet:
    frame = screening.contents.tables[spec.name]
    columns = [column for column in spec.columns if column.key in frame.columns]
    heads = [f"{column.title}（{column.unit}）" if column.unit else column.title for column in columns]
    rows = [
        [*(_shown(row.values.get(column.key)) for column in columns), words.place(row.evidence)]
        for row in rows_of(frame)
    ]
    return Sheet(spec.title, [*heads, "位置"], rows)


def _shown(value: object) -> object:
    simple = plain(value)
    return words.cell(simple) if isinstance(simple, bool) else simple
