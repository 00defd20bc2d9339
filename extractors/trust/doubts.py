"""Which doubts does only the whole dossier show?

In:     blanks, lists and figures, each with the doubts about its own place.
Out:    the same, with the doubts that what stands beside them raises.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from rapidfuzz.distance import Levenshtein

from extractors.values.amounts import holds_number
from schemas.application import BLANKS, Entry
from schemas.figures import Figure
from schemas.measures import MEASURES
from schemas.names import enterprise_key
from schemas.tables import LISTS, Row
from schemas.trust import NONE, Doubt, Doubts, grave

MISREAD = 2
"""So many characters of a name in a picture may be misread, or lie under a seal."""

_CROSS = re.compile(r"[×✗✘✕✖╳xX?？*＊]")
# A comma between thousands is easily recognised as a point, and the zeros behind it as fewer.
_FEWER_ZEROS = re.compile(r"(?<![\d.,，])[1-9]\d{0,2}\.0(?![\d.%％])")


def of_blank(entry: Entry, of_form: Doubts) -> Entry:
    """The blank with the doubts about its form; recognised in a picture, 1.0 万元 may be 1,000 万元."""
    if _is_in_own_words(entry):
        of_form |= {Doubt.OWN_WORDS}
    shortened = isinstance(entry.value, Decimal) and _FEWER_ZEROS.search(entry.text) is not None
    comma = shortened and Doubt.FROM_PICTURE in entry.doubts
    return replace(entry, evidence=entry.evidence.doubted(of_form | {Doubt.POINT_OR_COMMA} if comma else of_form))


def _is_in_own_words(entry: Entry) -> bool:
    """Whether a number stands among other words, or an option is marked in a way that may mean either (自有×)."""
    if BLANKS[entry.key].answers == "choice":
        # A cross may mean either; a box whose word is gone was struck out, and the other one was meant; where no box
        # stands beside several words, one of them may be set off in a way that nobody read.
        boxes, words = len(re.findall("[□☐○◯]", entry.text)), len(re.findall(r"[^\W_]+", entry.text))
        told = _CROSS.search(entry.text) is not None or boxes > words > 0 or (not boxes and words > 1)
        return entry.value is None and told
    return BLANKS[entry.key].kind == "number" and isinstance(entry.value, str) and holds_number(entry.value)


def of_row(row: Row, of_form: Doubts) -> Row:
    """The row of a list in the form, with the doubts about the form."""
    places = {key: place.doubted(of_form) for key, place in row.places.items()}
    return replace(row, evidence=row.evidence.doubted(of_form), places=places) if of_form else row


def of_list(name: str, rows: Sequence[Row]) -> Doubts:
    """Whether the rows of a scanned list, or one without lines, come out even.

    They do where their numbers run from 1, or, without numbers, each row has its name and half its cells.
    """
    by_place = any(row.evidence.doubts & {Doubt.BY_LAYOUT, Doubt.FROM_PICTURE} for row in rows)
    return frozenset({Doubt.UNEVEN}) if by_place and _is_uneven(name, rows) else NONE


def _is_uneven(name: str, rows: Sequence[Row]) -> bool:
    if any(row.values.get("no") is not None for row in rows):
        return not _count_on(rows)
    key = LISTS[name].key
    return any(
        row.values.get(key) is None or 2 * sum(value is not None for value in row.values.values()) < len(row.values)
        for row in rows
    )


def _count_on(rows: Sequence[Row]) -> bool:
    """Whether the rows are numbered from 1 to the last."""
    return [row.values.get("no") for row in rows] == list(range(1, len(rows) + 1))


def of_name(name: Figure, others: Iterable[Figure]) -> Figure:
    """The applicant's name as a picture spells it, doubted where another paper spells it nearly so.

    A seal lies over the last character of a name, or the recogniser took one for another.
    """
    if name.measure != "applicant_name" or Doubt.FROM_PICTURE not in name.doubts:
        return name
    spelt = [str(other.value) for other in others if other.measure == name.measure]
    misspelt = any(_is_nearly(str(name.value), other) for other in spelt)
    return replace(name, doubts=name.doubts | {Doubt.MISSPELT}) if misspelt else name


def _is_nearly(own: str, other: str) -> bool:
    """Whether two names differ, by no more than a picture may: with their endings or without."""
    if enterprise_key(own) == enterprise_key(other):
        return False
    apart = Levenshtein.distance(own, other), Levenshtein.distance(enterprise_key(own), enterprise_key(other))
    return min(apart) <= MISREAD


def of_count(figure: Figure, tables: Mapping[str, Sequence[Row]], of_lists: Mapping[str, Doubts]) -> Figure:
    """What a list was counted or summed to, with the grave doubts about the list and about any cell it rests on.

    How many rows a scanned list has is certain only where its own numbers run from 1 to the last row.
    """
    counted = MEASURES[figure.measure].counted(figure.source)
    if counted is None:
        return figure
    rows = tables.get(counted.table, ())
    cells = NONE.union(*(row.places[key].doubts for row in rows for key in counted.columns if key in row.places))
    scanned = any(Doubt.FROM_PICTURE in row.evidence.doubts for row in rows)
    unnumbered = frozenset({Doubt.UNNUMBERED}) if scanned and not _count_on(rows) else NONE
    return replace(figure, doubts=figure.doubts | grave(cells) | grave(of_lists.get(counted.table, NONE)) | unnumbered)
