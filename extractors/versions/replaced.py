"""What rests on a paper that was replaced, or is of an older year, and which lists were set aside for that?

In:     the readings of a dossier, the listings that count and those set aside.
Out:    doubts for figures and lists that have nothing newer; the versions that do not count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.lists.listing import Listing
from extractors.reading import DocumentReading
from extractors.versions.editions import replaced_by_its_word
from extractors.versions.list_copies import is_copy_of_any
from extractors.versions.lists_by_year import is_old, is_replaced, year_of
from schemas.dossier import OtherVersion
from schemas.figures import Figure
from schemas.tables import LISTS
from schemas.trust import NONE, Doubt, Doubts

_REPLACED = frozenset({Doubt.REPLACED})


def replaced_files(readings: Sequence[DocumentReading]) -> frozenset[str]:
    """The documents that call themselves replaced."""
    return frozenset(one.document.path for one in readings if replaced_by_its_word(one.document))


def of_replaced(figure: Figure, files: frozenset[str]) -> Figure:
    """The figure, doubted where all it rests on was replaced: it can be held against nobody."""
    stale = bool(figure.evidence) and all(place.file in files for place in figure.evidence)
    return replace(figure, doubts=figure.doubts | _REPLACED) if stale else figure


def of_version(parts: Sequence[Listing], files: frozenset[str], last_year: int) -> Doubts:
    """Whether a list that counts is one that was replaced, or of an older year: there is no other."""
    stale = any(part.place.file in files or is_replaced(part) for part in parts)
    old = not LISTS[parts[0].table].in_form and any(is_old(part, last_year) for part in parts) if parts else False
    return _REPLACED if stale or old else NONE


def other_lists(
    chosen: Mapping[str, Sequence[Listing]], aside: Mapping[str, Sequence[Listing]]
) -> Iterator[OtherVersion]:
    """The lists that were set aside, each beside the one that counts."""
    for name, listings in aside.items():
        for listing in listings:
            if listing.rows:
                yield OtherVersion(
                    LISTS[name].title,
                    chosen[name][0].place,
                    listing.place,
                    _why(listing, copied=is_copy_of_any(listing, chosen[name])),
                    replaced=year_of(listing) is None and not is_copy_of_any(listing, chosen[name]),
                )


def other_parts(
    chosen: Mapping[str, Sequence[Listing]], beside: Mapping[str, Sequence[Listing]]
) -> Iterator[OtherVersion]:
    """The lists in other files that may be the rest of one that counts."""
    for name, listings in beside.items():
        for listing in listings:
            why = f"（{len(listing.rows)} 行）所列名称多不在本表之中，可能是同一名单的另一部分"
            yield OtherVersion(LISTS[name].title, chosen[name][0].place, listing.place, why)


def _why(listing: Listing, *, copied: bool) -> str:
    year = year_of(listing)
    rows = f"{len(listing.rows)} 行"
    if copied:
        return f"（{rows}）所列名称都在本表之中，似为另存的一份"
    if is_replaced(listing) or year is None:
        return f"（{rows}）按其名称为旧版或已作废"
    return f"（{rows}）为 {year} 年"
