"""A list goes on where its numbers do."""

from __future__ import annotations

import pytest

from extractors.lists.continued import counts_on, files_go_on
from extractors.lists.listing import Listing
from schemas.locator import Locator


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


def listed(file: str, *heads: str) -> list[Listing]:
    place = Locator(file, page=1)
    return [Listing("staff", "", (), place, dict.fromkeys(heads, place), {}, (1, 1), None)]


@pytest.mark.parametrize(
    ("upper", "lower", "on"),
    [
        pytest.param("人员名单1.jpg", "人员名单2.jpg", True, id="the-next-picture"),
        pytest.param("IMG_0099.jpg", "IMG_0100.jpg", True, id="with-leading-zeros"),
        pytest.param("人员名单1.jpg", "人员名单3.jpg", False, id="one-is-missing"),
        pytest.param("人员名单2.jpg", "人员名单1.jpg", False, id="the-one-before"),
        pytest.param("人员名单1.jpg", "设备清单2.jpg", False, id="another-paper"),
        pytest.param("1/人员名单1.jpg", "2/人员名单2.jpg", False, id="two-numbers-differ"),
    ],
)
def test_photographs_of_the_pages_of_one_list(upper: str, lower: str, on: bool):
    assert files_go_on(listed(upper, "name", "age"), listed(lower, "name", "age")) is on
    assert not files_go_on(listed(upper, "name", "age"), listed(lower, "name", "school"))
