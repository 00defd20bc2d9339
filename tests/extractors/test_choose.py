"""Which list counts: the longest, with those of other files that carry it on wherever its pages lie."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractors.choose import chosen_lists
from extractors.lists.listing import Listing
from extractors.reading import DocumentReading
from schemas.document import Document, Page
from schemas.locator import Locator
from schemas.tables import Row


def reading(file: str, numbers: Sequence[int | None]) -> DocumentReading:
    """A document with one list of enterprises whose rows have these numbers."""
    place = Locator(file, page=1)
    rows = tuple(Row({"no": number, "name": f"{file}第{at}家"}, place, {}) for at, number in enumerate(numbers))
    listing = Listing("enterprises", "", rows, place, {"name": place}, {}, (1, 1), None)
    document = Document(file, "", "image/jpeg", (Page(1, kind="scan"),))
    return DocumentReading(document, [], [], [listing], None, [], [])


def chosen(*readings: DocumentReading) -> list[str]:
    return [part.place.file for part in chosen_lists(readings, None, {})["enterprises"]]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_pages_photographed_one_by_one_are_one_list_whichever_is_longest(order):
    pages = [reading("a.jpg", range(1, 4)), reading("b.jpg", range(4, 9)), reading("c.jpg", range(9, 11))]
    assert chosen(*(pages[at] for at in order)) == ["a.jpg", "b.jpg", "c.jpg"]


def test_a_list_that_begins_anew_is_another():
    assert chosen(reading("今年.jpg", range(1, 9)), reading("去年.jpg", range(1, 6))) == ["今年.jpg"]


def test_unnumbered_pages_go_on_by_the_numbers_of_their_files():
    assert chosen(reading("名单1.jpg", [None] * 3), reading("名单2.jpg", [None] * 4)) == ["名单1.jpg", "名单2.jpg"]
    assert chosen(reading("名单1.jpg", [None] * 3), reading("附表9.jpg", [None] * 4)) == ["附表9.jpg"]
