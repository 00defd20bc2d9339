"""A list goes on where its numbers do."""

from __future__ import annotations

import pytest

from extractors.lists.continued import counts_on


@pytest.mark.parametrize(
    ("last", "first", "within", "on"),
    [
        pytest.param(7, 8, 1, True, id="the-next-number"),
        pytest.param(7, 7, 1, False, id="the-same-number"),
        pytest.param(7, 9, 1, False, id="one-is-missing"),
        pytest.param(7, 10, 3, True, id="two-may-be-lost"),
        pytest.param(7, 11, 3, False, id="too-many-are-missing"),
        pytest.param(7, 1, 3, False, id="begins-anew"),
        pytest.param(None, 8, 1, False, id="the-list-has-no-numbers"),
        pytest.param(7, "八", 1, False, id="what-follows-is-no-number"),
    ],
)
def test_the_next_row_counts_on(last: object, first: object, within: int, on: bool):
    assert counts_on(last, first, within) is on
