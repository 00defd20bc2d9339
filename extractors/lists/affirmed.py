"""Which of a list's questions of yes and no does it answer with yes, in a row, or by its title for all of them?

In:     a list of a document and the document's path.
Out:    the columns with the place that says yes.
Raises: nothing. A column that the list does not have says nothing.
Source: data/vocabulary/headings.yaml (by_title): 签订服务协议的小微企业名单.
"""

from __future__ import annotations

from collections.abc import Mapping

from extractors.lists.listing import Listing
from extractors.values.text import unspaced
from extractors.vocabulary.headings import known
from schemas.locator import Locator
from schemas.tables import LISTS


def affirmed(listing: Listing, path: str) -> Mapping[str, Locator]:
    """Column → the first place that says yes: a row's cell, else the list itself where its title does."""
    titles = unspaced(" ".join((listing.title, listing.sheet or "", path.rsplit("/", 1)[-1])))
    heads = known()[0][listing.table].by_title
    said = {column: listing.place for column, pattern in heads.items() if pattern.search(titles)}
    for column in (column.key for column in LISTS[listing.table].columns if column.kind == "truth"):
        yes = next((row for row in listing.rows if row.values.get(column) is True), None)
        if yes is not None:
            said[column] = yes.places.get(column, yes.evidence)
    return said
