"""Which form and which lists of a dossier count, and how far is each to be believed?

In:     everything that was read from each document, the form that counts, what the papers state, the year asked of.
Out:    ``Counted``: the form's entries and the rows of the lists with their doubts, and the versions set aside.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from extractors.choose import chosen_lists, form_doubts, rows_of_listings
from extractors.form.read import FilledForm
from extractors.lists.listing import Listing
from extractors.reading import DocumentReading
from extractors.trust import doubts as doubt
from extractors.trust.lists_cut_short import lists_cut_short
from extractors.versions.form_copies import doubted_entries, doubted_rows, other_copies
from extractors.versions.list_copies import of_copies, of_parts
from extractors.versions.replaced import of_version, other_lists, other_parts, replaced_files
from schemas.application import Entry
from schemas.dossier import OtherVersion
from schemas.figures import Figure
from schemas.tables import Row, lists_in_form
from schemas.trust import NONE, Doubt, Doubts, is_sure

DOUBTFUL = 2
"""So many characters of a doubtful reading may be wrong where other papers spell the name."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The form and the lists that count, with the doubts about each as a whole."""

    form: FilledForm | None
    listings: Mapping[str, list[Listing]]
    entries: list[Entry]
    rows: dict[str, list[Row]]
    list_doubts: Mapping[str, Doubts]
    versions: tuple[OtherVersion, ...] = ()


def counted_of(
    readings: Sequence[DocumentReading],
    form: FilledForm | None,
    told: Mapping[str, set[str]],
    stated: Sequence[Figure],
    last_year: int,
) -> Counted:
    """The form and the lists that count, and how far each is to be believed. ``told``: kind → files, by the clerk."""
    of_form = form_doubts(form, readings)
    copies = other_copies(form, readings)
    lists = chosen_lists(readings, form, told, last_year)
    chosen = lists.listings
    rows = {name: rows_of_listings(parts) for name, parts in chosen.items()}
    in_form = lists_in_form()
    rows |= {name: [doubt.of_row(row, of_form) for row in rows[name]] for name in in_form if name in rows}
    rows |= {name: doubted_rows(rows[name], copies) for name in in_form if name in rows}
    cut_short = lists_cut_short(readings, chosen)
    replaced = replaced_files(readings)
    entries = doubted_entries(form.entries if form else (), copies)
    return Counted(
        form,
        chosen,
        [_settled(doubt.of_blank(entry, of_form), stated) for entry in entries],
        rows,
        {
            name: _limits(chosen[name])
            | (of_form if name in in_form else doubt.of_list(name, listed))
            | (frozenset({Doubt.CUT_SHORT}) if name in cut_short else NONE)
            | of_version(chosen[name], replaced, last_year)
            | of_copies(chosen[name], lists.aside.get(name, ()))
            | of_parts(lists.beside.get(name, ()))
            for name, listed in rows.items()
        },
        (*copies, *other_lists(chosen, lists.aside), *other_parts(chosen, lists.beside)),
    )


def _limits(parts: Sequence[Listing]) -> Doubts:
    main = frozenset({Doubt.MAIN_PART}) if any(part.partial for part in parts) else NONE
    gone = frozenset({Doubt.MARKED_AS_GONE}) if any(part.gone for part in parts) else NONE
    return main | gone | (frozenset({Doubt.ROWS_LEFT_OUT}) if any(part.left_out for part in parts) else NONE)


def _settled(entry: Entry, stated: Sequence[Figure]) -> Entry:
    """A doubtful reading of the applicant's name, as the papers that can be trusted spell it, where all but agree.

    What the recogniser saw stays in ``text``.
    """
    if entry.key != "applicant_name" or is_sure(entry.doubts) or not isinstance(entry.value, str):
        return entry
    names = {str(one.value) for one in stated if one.measure == "applicant_name" and is_sure(one.doubts)}
    if len(names) != 1 or Levenshtein.distance(entry.value, name := names.pop()) > DOUBTFUL:
        return entry
    return replace(entry, value=name)
