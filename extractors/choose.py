"""Which of several forms and lists counts?

In:     everything that was read from each document; the files that hold a paper by the clerk's word.
Out:    the form, and what is to be doubted of it as a whole; the listings that make each list, and their rows.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.form.read import FilledForm
from extractors.lists.continued import files_go_on, numbers_go_on
from extractors.lists.listing import Listing
from extractors.reading import DocumentReading
from extractors.versions.editions import rank
from extractors.versions.list_copies import is_another_part, without_copies
from extractors.versions.lists_by_year import of_the_year
from schemas.tables import LISTS, Row
from schemas.trust import NONE, Doubt, Doubts


def best_form(readings: Sequence[DocumentReading]) -> FilledForm | None:
    """The application form with the most blanks filled; a titled one before one that is only like a form.

    One that calls itself replaced comes after all others. Of a form that was handed in twice, the one that is no
    picture says the same more surely.
    """
    found = [
        (reading.form, _is_pictured(reading), rank(reading.document))
        for reading in readings
        if reading.form is not None
    ]
    most = max((_filled(form) for form, _, _ in found), default=0)
    ranked = sorted(
        found,
        key=lambda one: (
            one[2] >= (0, 0.0),
            bool(one[0].form),
            one[2],
            not one[1] and _filled(one[0]) * 10 >= most * 9,
            _filled(one[0]),
        ),
    )
    return ranked[-1][0] if ranked else None


def _is_pictured(reading: DocumentReading) -> bool:
    """Whether the form's own pages were recognised from pictures."""
    first, last = (reading.form.pages if reading.form else None) or (1, len(reading.document.pages))
    return any(page.recognised != "no" for page in reading.document.pages if first <= page.number <= last)


def _filled(form: FilledForm) -> int:
    return sum(entry.value is not None for entry in form.entries)


def form_doubts(form: FilledForm | None, readings: Sequence[DocumentReading]) -> Doubts:
    """Whether no lines part the cells of the form: which value belongs to which label, only their places told."""
    return frozenset({Doubt.FORM_WITHOUT_LINES}) if _is_without_lines(form, readings) else NONE


def _is_without_lines(form: FilledForm | None, readings: Sequence[DocumentReading]) -> bool:
    reading = next((reading for reading in readings if form is not None and reading.form is form), None)
    if form is None or reading is None:
        return False
    if not form.grids:
        # On a page of a PDF, lines of labels and values may be what is left of a table without lines.
        return form.place.page is not None
    return any(
        spot is not None and Doubt.BY_LAYOUT in spot.place.doubts
        for index in form.grids
        for row in reading.grids[index].rows
        for spot in row
    )


def preferred(
    readings: Sequence[DocumentReading], told: Mapping[str, set[str]], kind: str
) -> Sequence[DocumentReading]:
    """The readings that hold this paper by the clerk's word; all of them where nobody said so."""
    named = [reading for reading in readings if reading.document.path in told.get(kind, ())]
    return named or readings


@dataclass(frozen=True, slots=True)
class ChosenLists:
    """The listings that make each list, and of each list those that do not count though they are of its kind.

    ``beside``: those in other files that may be the rest of it.
    """

    listings: Mapping[str, list[Listing]]
    aside: Mapping[str, list[Listing]]
    beside: Mapping[str, list[Listing]]


@dataclass(frozen=True, slots=True)
class _OneList:
    """Of one list the listings that count, and those that do not."""

    counting: list[Listing]
    aside: list[Listing]
    beside: list[Listing]


def chosen_lists(
    readings: Sequence[DocumentReading], form: FilledForm | None, told: Mapping[str, set[str]], last_year: int
) -> ChosenLists:
    """The listings that make each list: those of the form's own document, else of the document with the most rows.

    Lists of other years, and those that call themselves replaced, are set aside where there is another.
    """
    chosen = {name: _listings(name, readings, form, told, last_year) for name in LISTS}
    found = {name: one for name, one in chosen.items() if one.counting}
    return ChosenLists(
        {name: one.counting for name, one in found.items()},
        {name: one.aside for name, one in found.items() if one.aside},
        {name: one.beside for name, one in found.items() if one.beside},
    )


def _listings(
    name: str,
    readings: Sequence[DocumentReading],
    form: FilledForm | None,
    told: Mapping[str, set[str]],
    last_year: int,
) -> _OneList:
    groups = [
        (reading, listings)
        for reading in readings
        if (listings := [one for one in reading.listings if one.table == name and not one.hidden])
    ]
    if LISTS[name].in_form:
        own = (_first_of_form(group) for reading, group in groups if form and reading.form is form)
        return _OneList(next(own, []), [], [])
    files = told.get(LISTS[name].paper, set())
    named = [(reading, group) for reading, group in groups if reading.document.path in files]
    return _of_one_version(named or groups, last_year)


def _of_one_version(groups: Sequence[tuple[DocumentReading, Sequence[Listing]]], last_year: int) -> _OneList:
    """The listings that count of all documents, those that are set aside, and those that are passed over."""
    valid = _not_replaced(groups)
    every = [listing for _, group in valid for listing in group]
    counting, aside = of_the_year(every, last_year)
    counting, copies = without_copies(counting)
    kept = {id(listing) for listing in counting}
    replaced = [listing for one in groups if one not in valid for listing in one[1]]
    by_document = [[listing for listing in group if id(listing) in kept] for _, group in valid]
    taken = _longest([group for group in by_document if group])
    passed = [listing for listing in counting if not any(listing is one for one in taken)]
    beside = [listing for listing in passed if is_another_part(listing, taken)]
    return _OneList(taken, [*aside, *copies, *replaced], beside)


def _not_replaced(
    groups: Sequence[tuple[DocumentReading, Sequence[Listing]]],
) -> list[tuple[DocumentReading, Sequence[Listing]]]:
    """Those of documents that do not call themselves replaced; all of them where every document does."""
    return [one for one in groups if rank(one[0].document)[0] >= 0] or list(groups)


def _first_of_form(group: Sequence[Listing]) -> list[Listing]:
    """The first listing with rows, or the first: a form has each of its lists once."""
    return [next((listing for listing in group if listing.rows), group[0])]


def _longest(groups: Sequence[Sequence[Listing]]) -> list[Listing]:
    """The listings of the document with the most rows, and of others that carry it on: photographs of its pages."""
    chains = [_chain(first, groups) for first in groups]
    return max(chains, key=lambda chain: sum(len(part.rows) for part in chain), default=[])


def _chain(first: Sequence[Listing], groups: Sequence[Sequence[Listing]]) -> list[Listing]:
    """A document's listings with those of the others, each of which goes on where the last one ends."""
    chain = list(first)
    left = [group for group in groups if group is not first]
    while following := next((group for group in left if _goes_on(chain, group)), None):
        chain.extend(following)
        left = [group for group in left if group is not following]
    return chain


def _goes_on(upper: Sequence[Listing], lower: Sequence[Listing]) -> bool:
    """Whether a list in another file carries this one on: by its numbers, or else by the number of the file."""
    if numbers_go_on(upper, lower):
        return True
    return not _is_numbered(upper) and not _is_numbered(lower) and files_go_on(upper, lower)


def _is_numbered(parts: Sequence[Listing]) -> bool:
    return any(row.values.get("no") is not None for part in parts for row in part.rows)


def rows_of_listings(parts: Sequence[Listing]) -> list[Row]:
    """The rows of all listings, a listing that repeats an earlier one (a copy of the sheet) left out."""
    rows: list[Row] = []
    before: set[tuple[object, ...]] = set()
    for listing in parts:
        key = LISTS[listing.table].key
        marks = tuple((row.values.get(key), row.values.get("no")) for row in listing.rows)
        if marks and marks in before:
            continue
        before.add(marks)
        rows.extend(listing.rows)
    return rows
