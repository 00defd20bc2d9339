"""Which lists on several sheets of one workbook are copies of one another, not parts of one list?

A sheet that was copied before it was changed keeps most of its names, and often the name of the sheet: 名单, 名单 (2).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.lists.listing import Listing
from extractors.values.text import comparable
from schemas.tables import LISTS
from schemas.trust import NONE, Doubt, Doubts

FEWEST = 3
"""Names that a list must have for it to be told as a copy of another. Range 2-5."""
COPIED = 0.5
"""A sheet named as a copy shares at least this part of the smaller list's names. Range 0.3-0.8."""
_NUMBERED = re.compile(r"[-_ ]?(?:\(\d\)|副本\d?|copy\d?|复件\d?)$")


def without_copies(listings: Sequence[Listing]) -> tuple[list[Listing], list[Listing]]:
    """The listings that count, and those that are copies of one of them: the longest of its kin counts."""
    counting: list[Listing] = []
    copies: list[Listing] = []
    for listing in sorted(listings, key=lambda one: -len(one.rows)):
        (copies if is_copy_of_any(listing, counting) else counting).append(listing)
    in_order = [listing for listing in listings if any(listing is one for one in counting)]
    return in_order, copies


def is_copy_of_any(listing: Listing, counting: Sequence[Listing]) -> bool:
    """Whether a list that was set aside is a copy of one that counts."""
    return any(_is_copy(listing, other) for other in counting)


def of_copies(counting: Sequence[Listing], aside: Sequence[Listing]) -> Doubts:
    """Whether a list has a copy with other rows: which of the two counts, nobody said."""
    copies = [listing for listing in aside if is_copy_of_any(listing, counting)]
    differ = any(len(copy.rows) not in {len(one.rows) for one in counting} for copy in copies)
    return frozenset({Doubt.OTHER_COPY}) if differ else NONE


def of_parts(beside: Sequence[Listing]) -> Doubts:
    """Whether another file may hold the rest of the list."""
    return frozenset({Doubt.OTHER_COPY}) if beside else NONE


def is_another_part(listing: Listing, counting: Sequence[Listing]) -> bool:
    """Whether a list in another file has the columns of one that counts, and mostly names that it has not.

    管理人员名单 beside 专业技术人员名单: whether they are one list in two files, only a person can say.
    """
    alike = any(set(listing.heads) == set(one.heads) for one in counting)
    own, theirs = _names(listing), {name for one in counting for name in _names(one)}
    return alike and bool(own) and len(own & theirs) / len(own) < COPIED


def _is_copy(listing: Listing, other: Listing) -> bool:
    """Whether the shorter list says of itself, or by all its names, that it is a copy of the other."""
    if listing.sheet is None or listing.sheet == other.sheet or listing.place.file != other.place.file:
        return False
    own, theirs = _names(listing), _names(other)
    if min(len(own), len(theirs)) < FEWEST:
        return False
    shared = len(own & theirs) / len(own)
    return shared == 1 or (shared >= COPIED and _base(listing.sheet) == _base(other.sheet or ""))


def _names(listing: Listing) -> set[str]:
    key = LISTS[listing.table].key
    return {comparable(str(row.values[key])) for row in listing.rows if row.values.get(key) is not None}


def _base(sheet: str) -> str:
    """The name of the sheet without what marks a copy."""
    return _NUMBERED.sub("", comparable(sheet).lower())
