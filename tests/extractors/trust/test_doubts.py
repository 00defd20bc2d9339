"""What was recognised with doubt; which lists come out even: numbered from 1, or most cells of every row filled."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.trust.doubts import doubtful_places, is_doubted, uneven_lists, unless_misread
from schemas.application import Entry
from schemas.document import Paragraph
from schemas.figures import Figure
from schemas.locator import Locator
from schemas.tables import Row
from tests.builders.documents import PDF, document

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
    assert uneven_lists({"enterprises": rows}, frozenset({PLACE.position}), frozenset()) == (
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


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        pytest.param("1.000万元", True, id="three-digits-behind-the-point"),
        pytest.param("12.345", True, id="may-be-12-thousand"),
        pytest.param("1.00万元", False, id="two"),
        pytest.param("1.0000", False, id="four"),
        pytest.param("1,000.00", False, id="a-comma-that-was-read"),
        pytest.param("1,234.567", False, id="behind-a-comma"),
        pytest.param("0.125", False, id="no-thousands"),
        pytest.param("1234.567", False, id="four-before"),
    ],
)
def test_a_point_in_a_picture_that_may_be_a_comma(text, doubted):
    written = document([text], path="表.pdf", media_type=PDF)
    pictured = replace(written, pages=(replace(written.pages[0], recognised="all"),))
    assert doubtful_places([written]) == frozenset()
    assert bool(doubtful_places([pictured])) is doubted


@pytest.mark.parametrize(
    ("value", "text", "doubted"),
    [
        pytest.param(Decimal("1.0"), "1.0万元", True, id="zeros-lost"),
        pytest.param(Decimal("1.00"), "1.00万元", False, id="money-with-two-places"),
        pytest.param(Decimal("1.5"), "1.5万元", False, id="a-digit-behind"),
        pytest.param(Decimal("1.0"), "1.0％", False, id="a-share"),
        pytest.param("www.1.0.example", "www.1.0.example", False, id="no-number"),
    ],
)
def test_a_blank_that_may_have_lost_its_thousands(value, text, doubted):
    one = Entry("registered_capital", value, "万元", text, PLACE)
    assert is_doubted(one, frozenset(), frozenset({("名单.pdf", 1)})) is doubted
    assert not is_doubted(one, frozenset(), frozenset())


def test_a_line_that_was_recognised_surely_is_beyond_doubt():
    page = replace(document(["从业人数20人"], path="表.pdf", media_type=PDF).pages[0], recognised="all")
    sure = replace(document(["x"], path="表.pdf", media_type=PDF), pages=(page,))
    unsure = replace(sure, pages=(replace(page, blocks=(Paragraph("从业人数20人", sure=False),)),))
    assert (doubtful_places([sure]), len(doubtful_places([unsure]))) == (frozenset(), 1)
