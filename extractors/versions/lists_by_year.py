"""Of which year is a list, and which of several years' lists counts?

A workbook with a sheet for every year holds several lists, not one. What is asked of 上年度 is in last year's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extractors.lists.listing import Listing
from extractors.values.text import one_width, unspaced
from extractors.vocabulary.versions import obsolete_word

_IN_NAME = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_IN_TITLE = re.compile(r"(?<!\d)(20\d{2})(?=年|-20\d{2}年)")
_OF_LAST_YEAR = frozenset({"enterprises", "survey"})
"""Lists that the forms ask of last year; of others the newest counts."""


def year_of(listing: Listing) -> int | None:
    """The year that the sheet's name, the list's title or the file's name tells; the last where it tells several."""
    name = listing.place.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    for pattern, text in ((_IN_NAME, listing.sheet or ""), (_IN_TITLE, listing.title), (_IN_TITLE, name)):
        years = pattern.findall(one_width(unspaced(text)))
        if years:
            return max(map(int, years))
    return None


def is_replaced(listing: Listing) -> bool:
    """Whether its sheet or its title calls the list replaced."""
    return bool(obsolete_word(listing.sheet or "") or obsolete_word(listing.title))


def of_the_year(group: Sequence[Listing], last_year: int) -> tuple[list[Listing], list[Listing]]:
    """The listings that count of one document, and those of other years or replaced ones."""
    standing = _of_one_year([listing for listing in group if not is_replaced(listing)] or list(group), last_year)
    kept = {id(listing) for listing in standing}
    return standing, [listing for listing in group if id(listing) not in kept]


def _of_one_year(standing: list[Listing], last_year: int) -> list[Listing]:
    """Those of the year that counts; all of them where no other year stands beside it."""
    years = {year for listing in standing if listing.rows and (year := year_of(listing)) is not None}
    undated = [listing for listing in standing if year_of(listing) is None]
    if years and max(years) < last_year and undated:
        # What bears no year beside lists of older years is the one of now.
        return undated
    if len(years) > 1:
        counts = _year_that_counts(standing[0].table, years, last_year)
        return [listing for listing in standing if year_of(listing) == counts]
    return standing


def _year_that_counts(table: str, years: Collection[int], last_year: int) -> int:
    """Last year for the lists that the forms ask of it, where it is among the years; else the newest."""
    return last_year if table in _OF_LAST_YEAR and last_year in years else max(years)


def is_old(listing: Listing, last_year: int) -> bool:
    """Whether the list is of a year before the last."""
    year = year_of(listing)
    return year is not None and year < last_year
