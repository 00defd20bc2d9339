"""The old and the new form in one file: where they state other numbers, nobody is accused by either."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.form.copies_within import FEWEST, of_copies_within
from schemas.application import BLANKS, Entry
from schemas.locator import Locator
from schemas.trust import Doubt

KEYS = [key for key, blank in BLANKS.items() if blank.kind == "number"][:FEWEST]


def entry(key, value):
    return Entry(key, Decimal(value), "", str(value), Locator("申报表.docx"))


def doubted(twice, other):
    """The blanks doubted where so many are answered twice, the first of them the second time with this value."""
    best = [entry(key, 1) for key in KEYS]
    elsewhere = [entry(key, other if at == 0 else 1) for at, key in enumerate(KEYS[:twice])]
    return [one.key for one in of_copies_within(best, elsewhere) if Doubt.OTHER_COPY in one.doubts]


@pytest.mark.parametrize(
    ("twice", "other", "told"),
    [
        pytest.param(FEWEST, 2, KEYS[:1], id="another-number-in-a-second-copy"),
        pytest.param(FEWEST, 1, [], id="the-same-number"),
        pytest.param(FEWEST - 1, 2, [], id="labels-that-a-report-repeats"),
    ],
)
def test_two_copies_in_one_document(twice, other, told):
    assert doubted(twice, other) == told
