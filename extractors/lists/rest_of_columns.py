"""Does a list name the same people again, in the same order, to give further columns of them: too wide for one page?

In:     the lists of one document, in order.
Out:    the same; where a list goes on to the right in the next one, the two as one.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.lists.listing import Listing
from schemas.tables import LISTS, Row

FEWEST = 2
"""A list of one row may name anybody twice. Range 2-4."""
_NUMBER = "no"


def with_rest_of_columns(listed: Sequence[Listing]) -> list[Listing]:
    """The lists, those that only go on to the right joined to the one before."""
    done: list[Listing] = []
    for listing in listed:
        if done and _goes_on(done[-1], listing):
            done[-1] = _joined(done[-1], listing)
        else:
            done.append(listing)
    return done


def _goes_on(left: Listing, right: Listing) -> bool:
    """Whether the right one has the names of the left one and none of its other columns."""
    if left.table != right.table or len(left.rows) != len(right.rows) or len(left.rows) < FEWEST:
        return False
    key = LISTS[left.table].key
    again = _columns(left) & _columns(right) - {key, _NUMBER}
    return not again and [row.values.get(key) for row in left.rows] == [row.values.get(key) for row in right.rows]


def _columns(listing: Listing) -> frozenset[str]:
    """The columns of the list that it has; those in parts (satisfied.yes) as one."""
    return frozenset(head.split(".", maxsplit=1)[0] for head in listing.heads)


def _joined(left: Listing, right: Listing) -> Listing:
    rows = tuple(
        Row({**more.values, **row.values}, row.evidence, {**more.places, **row.places})
        for row, more in zip(left.rows, right.rows, strict=True)
    )
    return replace(
        left,
        rows=rows,
        heads={**right.heads, **left.heads},
        pages=(left.pages[0], right.pages[1]),
        unknown=(*left.unknown, *right.unknown),
        with_units=left.with_units | right.with_units,
    )
