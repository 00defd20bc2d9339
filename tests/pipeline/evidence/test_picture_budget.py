"""When nothing more may be drawn."""

import pytest

from pipeline.evidence.picture_budget import PictureBudget


@pytest.mark.parametrize(("size", "pages", "spent"), [(1, 1, False), (0, 1, True), (1, 0, True), (-5, 3, True)])
def test_it_is_spent_when_bytes_or_pages_are(size: int, pages: int, spent: bool):
    assert PictureBudget(size, pages).spent is spent
