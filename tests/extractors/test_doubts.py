"""Which lists come out even: numbered from 1, or every row with its name and most of its cells."""

from __future__ import annotations

import pytest

from extractors.doubts import uneven_lists, unless_misread
from schemas.figures import Figure
from schemas.locator import Locator
from schemas.tables import Row

PLACE = Locator("名单.pdf", page=1, bbox=(0, 0, 10, 10))


def row(**values: object) -> Row:
    return Row(values, PLACE, {})


@pytest.mark.parametrize(
    ("rows", "even"),
    [
        pytest.param([row(no=1, name="甲"), row(no=2, name="乙")], True, id="numbered"),
        pytest.param([row(no=1, name="甲"), row(no=3, name="乙")], False, id="a-number-missing"),
        pytest.param([row(no=1, name="甲"), row(no=None, name="司")], False, id="a-row-without-number"),
        pytest.param([row(name="甲", phone="1", contact=None)], True, id="unnumbered-and-mostly-filled"),
        pytest.param([row(name="司", phone=None, contact=None)], False, id="a-row-of-one-cell"),
        pytest.param([row(name=None, phone="1", contact="一")], False, id="a-row-without-name"),
    ],
)
def test_a_list_without_lines(rows, even):
    assert uneven_lists({"enterprises": rows}, frozenset({PLACE.spot()}), frozenset()) == (
        frozenset() if even else {"enterprises"}
    )
    assert uneven_lists({"enterprises": rows}, frozenset(), frozenset({("名单.pdf", 1)})) == (
        frozenset() if even else {"enterprises"}
    )


def test_lines_part_the_cells_of_a_list_beyond_doubt():
    assert uneven_lists({"enterprises": [row(name="司", phone=None, contact=None)]}, frozenset(), frozenset()) == set()


def named(name: str, file: str) -> Figure:
    return Figure("applicant_name", "declaration", name, "", name, (Locator(file, page=1),))


@pytest.mark.parametrize(
    ("seen", "confirmed"),
    [
        pytest.param("示例甲乙服务有限公司", True, id="the-same"),
        pytest.param("示例甲乙服务有限公", False, id="a-seal-over-the-last-character"),
        pytest.param("示例甲己服务有眼公司", False, id="two-characters-off"),
        pytest.param("样例丙丁服务有限公司", True, id="another-name"),
    ],
)
def test_a_name_in_a_picture_nearly_spelled_as_elsewhere_is_no_other_name(seen, confirmed):
    scan, typed = named(seen, "声明.jpg"), named("示例甲乙服务有限公司", "申报表.docx")
    assert unless_misread(scan, [scan, typed], frozenset({("声明.jpg", 1)})).confirmed is confirmed
    assert unless_misread(scan, [scan, typed], frozenset()).confirmed
