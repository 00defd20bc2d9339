"""In which quantities do two copies of the same form differ: the Word file and its stamped scan, the old and the new?

In:     the form that counts and the other forms of the dossier.
Out:    one ``OtherVersion`` for each; the entries and rows of the form that counts, doubted where a valid copy differs.
Raises: nothing. A number recognised with doubt may be another one: that is a difference which is not sure, for a person
        to look at. Other words so recognised tell none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.form.read import FilledForm
from extractors.reading import DocumentReading
from extractors.versions.editions import replaced_by_its_word
from schemas.application import BLANKS, Entry
from schemas.dossier import OtherVersion, VersionDifference
from schemas.locator import Locator
from schemas.names import enterprise_key
from schemas.tables import LISTS, Row
from schemas.trust import Doubt, grave, is_sure

_FORM = "申报表"
_TABLE = "operations"
_RECOGNISED = frozenset({Doubt.RECOGNISED})
_OTHER_COPY = frozenset({Doubt.OTHER_COPY})
_NAMES = frozenset({"applicant_name", "legal_representative"})


def other_copies(form: FilledForm | None, readings: Sequence[DocumentReading]) -> tuple[OtherVersion, ...]:
    """The other copies of this form, each with what it states otherwise."""
    own = next((reading for reading in readings if form is not None and reading.form is form), None)
    if form is None or own is None:
        return ()
    others = [one for one in readings if one.form is not None and one is not own and _same_form(form, one.form)]
    return tuple(_version(form, own, other, other.form) for other in others if other.form is not None)


def _same_form(form: FilledForm, other: FilledForm) -> bool:
    return form.form == other.form or not form.form or not other.form


def _version(form: FilledForm, own: DocumentReading, reading: DocumentReading, other: FilledForm) -> OtherVersion:
    word = replaced_by_its_word(reading.document)
    why = f"自称“{word}”" if word else "为同一表格的另一份"
    return OtherVersion(
        _FORM,
        form.place,
        other.place,
        why,
        replaced=bool(word),
        differences=(*_of_entries(form, other), *_of_rows(own, reading)),
    )


def _of_entries(form: FilledForm, other: FilledForm) -> Iterator[VersionDifference]:
    stated = {entry.key: entry for entry in other.entries}
    for entry in form.entries:
        there = stated.get(entry.key)
        if there is not None and _differ(entry, there):
            title = BLANKS[entry.key].title
            places = (entry.evidence, there.evidence)
            yield VersionDifference(title, entry.text, there.text, places, sure=_are_sure(*places))


def _differ(entry: Entry, other: Entry) -> bool:
    if isinstance(entry.value, Decimal) and isinstance(other.value, Decimal):
        return entry.value != other.value and _may_be_told(entry.evidence, other.evidence)
    if entry.value is None or other.value is None or not _are_sure(entry.evidence, other.evidence):
        return False
    if entry.key in _NAMES and Doubt.FROM_PICTURE not in entry.doubts | other.doubts:
        same: bool = enterprise_key(str(entry.value)) == enterprise_key(str(other.value))
        return not same
    # 2018-11 and 2018-11-02 do not contradict each other.
    one, two = str(entry.value), str(other.value)
    return BLANKS[entry.key].kind == "date" and not (one.startswith(two) or two.startswith(one))


def _of_rows(own: DocumentReading, other: DocumentReading) -> Iterator[VersionDifference]:
    """The yearly table, year by year."""
    theirs = {row.values.get("year"): row for row in _rows(other)}
    for row in _rows(own):
        there = theirs.get(row.values.get("year"))
        for column in LISTS[_TABLE].columns if there is not None and row.values.get("year") is not None else ():
            if there is not None and _cells_differ(column.key, row, there):
                title = f"{row.values['year']} 年{column.title}"
                places = (row.places[column.key], there.places[column.key])
                stated = (str(row.values[column.key]), str(there.values[column.key]))
                yield VersionDifference(title, *stated, places, sure=_are_sure(*places))


def _rows(reading: DocumentReading) -> Sequence[Row]:
    found = [listing for listing in reading.listings if listing.table == _TABLE and listing.rows]
    return found[0].rows if found else ()


def _cells_differ(key: str, row: Row, other: Row) -> bool:
    one, two = row.values.get(key), other.values.get(key)
    if not isinstance(one, Decimal) or not isinstance(two, Decimal) or key not in row.places or key not in other.places:
        return False
    return one != two and _may_be_told(row.places[key], other.places[key])


def _are_sure(*places: Locator) -> bool:
    return all(is_sure(place.doubts) for place in places)


def _may_be_told(*places: Locator) -> bool:
    """Whether both are sure, or nothing but how well it was recognised keeps one from it."""
    return all(grave(place.doubts) <= _RECOGNISED for place in places)


def doubted_entries(entries: Sequence[Entry], versions: Sequence[OtherVersion]) -> list[Entry]:
    """The entries, doubted where a copy that was not replaced says otherwise."""
    spots = _spots(versions)
    return [
        replace(entry, evidence=entry.evidence.doubted(_OTHER_COPY)) if entry.evidence.position in spots else entry
        for entry in entries
    ]


def doubted_rows(rows: Sequence[Row], versions: Sequence[OtherVersion]) -> list[Row]:
    """The rows of the yearly table, cell by cell, doubted likewise."""
    spots = _spots(versions)
    return [
        replace(
            row,
            places={
                key: place.doubted(_OTHER_COPY) if place.position in spots else place
                for key, place in row.places.items()
            },
        )
        for row in rows
    ]


def _spots(versions: Sequence[OtherVersion]) -> set[tuple[object, ...]]:
    differing = (one for version in versions if not version.replaced for one in version.differences)
    return {place.position for one in differing for place in one.places[:1]}
