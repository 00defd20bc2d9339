"""What do a clerk's corrections make of what was read, and which of them still stand?

In:     the corrections; the entries, rows and figures as read; the SHA-256 of every file.
Out:    the same with the corrected values in place, each keeping its place on the paper; what became of every one.
Raises: nothing. A correction that no longer fits is left aside and said to be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors import values
from extractors.form.blank_values import read_blank
from extractors.lists.cell_values import convert
from extractors.values.cities import divisions_of
from schemas.application import BLANKS, Blank, Entry
from schemas.clerk_input import NOT_READ, Amended, Correction, CorrectionStatus, figure_of, in_words, print_on
from schemas.figures import Figure
from schemas.locator import Locator
from schemas.measures import MEASURES, SOURCES
from schemas.tables import LISTS, Column, Row

UNREAD = "未读到"
_DAY = re.compile(r"\d{4}(-\d{2}){0,2}")
_TYPES = {"number": Decimal, "integer": int, "year": int, "truth": bool}


class UnfitError(ValueError):
    """The clerk's words are no value of the kind that is wanted; says what would be."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """Entries and rows with the corrections in place, and what became of each."""

    entries: list[Entry]
    rows: dict[str, list[Row]]
    amended: list[Amended]


def lay_over(
    corrections: Sequence[Correction],
    entries: Sequence[Entry],
    rows: Mapping[str, Sequence[Row]],
    hashes: Mapping[str, str],
    form: Locator | None,
) -> Corrected:
    """The form and the lists as the clerk reads them. ``form`` is where a blank stands whose label was not found."""
    laid = Corrected(list(entries), {name: list(listed) for name, listed in rows.items()}, [])
    for one in corrections:
        kind = one.what.partition(".")[0]
        if kind == "application":
            laid.amended.append(_on_entry(one, laid.entries, hashes, form))
        elif kind == "tables":
            laid.amended.append(_on_row(one, laid.rows, hashes))
    return laid


def _on_entry(one: Correction, entries: list[Entry], hashes: Mapping[str, str], form: Locator | None) -> Amended:
    key = one.what.partition(".")[2]
    at = next((number for number, entry in enumerate(entries) if entry.key == key), None)
    place = form if at is None else entries[at].evidence
    if key not in BLANKS or place is None:
        return Amended(one, CorrectionStatus.ABSENT, "", one.value)
    held = None if at is None or entries[at].value is None else entries[at]
    read = "" if held is None else in_words(held.value)
    rests = NOT_READ if held is None else print_on(hashes.get(place.file, ""), place, held.text)
    try:
        value = parsed(one.what, one.value)
    except UnfitError:
        return Amended(one, CorrectionStatus.UNFIT, read, one.value, place, rests)
    if _changed(one, rests):
        return Amended(one, CorrectionStatus.STALE, read, in_words(value), place, rests)
    made = Entry(key, value, BLANKS[key].unit, in_words(value), place.read_by_a_person())
    if at is None:
        entries.append(made)
        order = list(BLANKS)
        entries.sort(key=lambda entry: order.index(entry.key))
    else:
        entries[at] = made
    return Amended(one, CorrectionStatus.APPLIED, read, in_words(value), place, rests)


def _on_row(one: Correction, rows: Mapping[str, list[Row]], hashes: Mapping[str, str]) -> Amended:
    spot = cell_of(one.what)
    if spot is None or not 1 <= spot[1] <= len(rows.get(spot[0], ())):
        return Amended(one, CorrectionStatus.ABSENT, "", one.value)
    table, number, column = spot
    row = rows[table][number - 1]
    read = in_words(row.values.get(column))
    place = row.places.get(column, row.evidence)
    rests = print_on(hashes.get(row.evidence.file, ""), row.evidence, read)
    try:
        value = parsed(one.what, one.value)
    except UnfitError:
        return Amended(one, CorrectionStatus.UNFIT, read, one.value, place, rests)
    if _changed(one, rests):
        return Amended(one, CorrectionStatus.STALE, read, in_words(value), place, rests)
    places = {**row.places, column: place.read_by_a_person()}
    rows[table][number - 1] = replace(row, values={**row.values, column: value}, places=places)
    return Amended(one, CorrectionStatus.APPLIED, read, in_words(value), place, rests)


def lay_over_figures(
    corrections: Sequence[Correction], figures: Sequence[Figure], hashes: Mapping[str, str]
) -> tuple[list[Figure], list[Amended]]:
    """The figures as the clerk reads them: one for all that a source was read to state of the measure."""
    laid, amended = list(figures), []
    for one in corrections:
        if one.what.partition(".")[0] == "figures":
            laid, became = _on_figure(one, laid, hashes)
            amended.append(became)
    return laid, amended


def _on_figure(one: Correction, figures: list[Figure], hashes: Mapping[str, str]) -> tuple[list[Figure], Amended]:
    measure, source = figure_of(one.what)
    stated = [figure for figure in figures if (figure.measure, figure.source) == (measure, source)]
    places = stated[0].evidence if stated else (Locator(one.file, page=one.page),) if one.file in hashes else ()
    if measure not in MEASURES or source not in SOURCES or not places:
        return figures, Amended(one, CorrectionStatus.ABSENT, "", one.value)
    read = figures_read(stated)
    rests = print_on(hashes.get(places[0].file, ""), places[0], read)
    try:
        value = parsed(one.what, one.value)
    except UnfitError:
        return figures, Amended(one, CorrectionStatus.UNFIT, read, one.value, places[0], rests)
    if _changed(one, rests):
        return figures, Amended(one, CorrectionStatus.STALE, read, in_words(value), places[0], rests)
    unit = MEASURES[measure].unit
    made = Figure(measure, source, value, unit, in_words(value), places, corrected=_shown(read, unit))  # type: ignore[arg-type]
    became = Amended(one, CorrectionStatus.APPLIED, read, in_words(value), places[0], rests)
    if not stated:
        return [*figures, made], became
    at = figures.index(stated[0])
    return [*figures[:at], made, *(figure for figure in figures[at:] if figure not in stated)], became


def figures_read(stated: Sequence[Figure]) -> str:
    """Everything that one source was read to state of one measure."""
    return "、".join(dict.fromkeys(in_words(figure.value) for figure in stated))


def marked(figures: Sequence[Figure], before: Sequence[Figure]) -> list[Figure]:
    """The figures that corrected entries and rows give, each that changed with what it was before."""
    known: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in before:
        known.setdefault((figure.measure, figure.source, figure.reading), []).append(figure)
    return [_marked(figure, known.get((figure.measure, figure.source, figure.reading), [])) for figure in figures]


def _marked(figure: Figure, before: Sequence[Figure]) -> Figure:
    if any(one.value == figure.value for one in before):
        return figure
    return replace(figure, corrected=_shown(figures_read(before), figure.unit))


def _shown(read: str, unit: str) -> str:
    return (f"{read}{unit}" if unit == "%" else f"{read} {unit}".strip()) if read else UNREAD


def _changed(one: Correction, rests: str) -> bool:
    return bool(one.evidence) and one.evidence != rests


def cell_of(what: str) -> tuple[str, int, str] | None:
    """List, row counted from 1 and column of ``tables.staff.3.title``; None where there is no such column."""
    found = re.fullmatch(r"tables\.(\w+)\.(\d{1,6})\.(\w+)", what)
    if found is None or found[1] not in LISTS:
        return None
    known = any(column.key == found[3] for column in LISTS[found[1]].columns)
    return (found[1], int(found[2]), found[3]) if known else None


def parsed(what: str, text: str) -> object:
    """The clerk's words as the value of this place, None for a blank; UnfitError says what is wanted."""
    kind, _, rest = what.partition(".")
    if kind == "application" and rest in BLANKS:
        return _fit(read_blank(BLANKS[rest], text, "", None), BLANKS[rest].kind, text)
    spot = cell_of(what)
    if spot is not None:
        column = next(column for column in LISTS[spot[0]].columns if column.key == spot[2])
        return _cell(column, text)
    measure = MEASURES.get(figure_of(what)[0])
    if measure is None:
        raise UnfitError("没有这个项目")
    value: object = values.truth(text)
    if measure.kind == "place":
        value = _one_division(text)
    elif measure.kind != "truth":
        value = read_blank(Blank(measure.id, measure.title, measure.kind, measure.unit), text, "", None)
    if value is None:
        raise UnfitError("应填写该处所载的值")
    return _fit(value, measure.kind, text)


def _one_division(text: str) -> str:
    """The place that the text names, from the province down."""
    found = divisions_of(text)
    if len(found) != 1:
        raise UnfitError("应写明省、市、县，如“河南省郑州市金水区”")
    return str(found[0])


def _cell(column: Column, text: str) -> object:
    return _fit(convert(column, {column.key: (None, text)}, "", None), column.kind, text)


def _fit(value: object, kind: str, text: str) -> object:
    """The value, where it is of this kind; a blank is of every kind."""
    wanted = _TYPES.get(kind)
    if value is None:
        if text.strip() and not values.is_blank(text):
            raise UnfitError(_WANTED.get(kind, "无法识别"))
        return None
    fits = isinstance(value, wanted) if wanted else True
    if kind in ("date", "month") and not _DAY.fullmatch(str(value)):
        fits = False
    if not fits:
        raise UnfitError(_WANTED.get(kind, "无法识别"))
    return value


_WANTED = {
    "number": "应为数字",
    "integer": "应为整数",
    "year": "应为年份，如 2025",
    "month": "应为年月，如 2025-03",
    "date": "应为日期，如 2025-03-01",
    "truth": "应为 是 或 否",
    "rating": "应为 很满意、基本满意 或 不满意",
}
