"""Does one document hold the form twice, with other numbers: the old and the new in one file?

In:     the entries that count, and all that the document states in the same blanks.
Out:    the entries, doubted where another copy in the same document states another number.
Raises: nothing. A label that a report repeats makes no copy: most blanks of a form stand there twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from schemas.application import Entry
from schemas.trust import Doubt

TWICE = 0.6
"""A form stands twice in a document where at least this part of its blanks is answered twice. Range 0.4-0.9."""
FEWEST = 6
"""So many blanks answered twice at the least. Range 4-10."""
_OTHER_COPY = frozenset({Doubt.OTHER_COPY})


def of_copies_within(entries: Sequence[Entry], elsewhere: Sequence[Entry]) -> list[Entry]:
    """The entries, those doubted of which a second copy (what is stated ``elsewhere``) says otherwise."""
    other = {entry.key: entry.value for entry in elsewhere if entry.value is not None}
    answered = [entry for entry in entries if entry.value is not None]
    twice = sum(entry.key in other for entry in answered)
    if twice < FEWEST or twice < TWICE * len(answered):
        return list(entries)
    return [
        replace(entry, evidence=entry.evidence.doubted(_OTHER_COPY)) if _differ(entry, other.get(entry.key)) else entry
        for entry in entries
    ]


def _differ(entry: Entry, other: object) -> bool:
    return isinstance(entry.value, Decimal) and isinstance(other, Decimal) and entry.value != other
