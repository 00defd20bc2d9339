"""The points of one item as an interval; 5%以上 and 3%-5% share their edge (〔2022〕63号附件1 二（一）2)."""

from decimal import Decimal

import pytest

from pipeline.rulebook.parsing.score import stretch_of
from schemas.measures import Measure
from schemas.regulation.catalogue import while_speaking
from schemas.regulation.own_words import OwnWords
from schemas.regulation.score import PointClass, ScoreItem
from tests.builders.contents import LOWER_BOUND, RECOGNISED, at_least, case, contents, figure
from validators.clauses.points import points_of

OWN = OwnWords(measures=(Measure("rd_share", "研发费用占比", "%"),))
SAID = (("5%以上", 20), ("3%-5%", 15), ("2%-3%", 10), ("2%以下", 0))


def item(said=SAID, **more):
    classes = tuple(PointClass(Decimal(points), says, (), stretch_of(says)) for says, points in said)
    return ScoreItem("rd", "研发费用占比", "二（一）2", "创新能力", classes, "rd_share", **more)


def earned(*values, said=SAID, **more):
    with while_speaking(OWN):
        sources = ("form", "arithmetic")
        stated = [figure("rd_share", value, source, **more) for value, source in zip(values, sources, strict=False)]
        points = points_of(case(contents(stated)), item(said), ())
    return points.surely, points.possibly


@pytest.mark.parametrize(
    ("values", "interval"),
    [
        pytest.param(["5.01"], (20, 20), id="above-the-edge"),
        pytest.param(["5"], (15, 20), id="on-a-shared-edge"),
        pytest.param(["4.99"], (15, 15), id="below-the-edge"),
        pytest.param(["0"], (0, 0), id="the-lowest-class"),
        pytest.param(["4.9", "5.1"], (15, 20), id="two-places-in-two-classes"),
        pytest.param([], (0, 20), id="nobody-says"),
    ],
)
def test_the_class_of_a_number(values, interval):
    assert earned(*values) == interval


@pytest.mark.parametrize(
    ("says", "interval"),
    [("5%（含）以上", (20, 20)), ("5%（不含）以上", (15, 15))],
)
def test_the_text_may_say_whose_the_edge_is(says, interval):
    assert earned("5", said=((says, 20), ("3%-5%", 15), ("3%以下", 0))) == interval


def test_what_may_be_misread_may_be_of_any_class():
    assert earned("6", doubts=RECOGNISED) == (0, 20)


def test_at_least_so_much_is_not_of_a_lower_class():
    assert earned("3.5", doubts=LOWER_BOUND) == (15, 20)


def test_what_only_a_person_can_tell_may_be_either():
    points = points_of(case(), item((("属于", 10), ("其他", 5)), by_person=True), ())
    assert (points.surely, points.possibly) == (5, 10)


@pytest.mark.parametrize(
    ("assets", "staff", "interval"),
    [
        (100, 1, (20, 20)),
        (99, 10, (10, 10)),
        (99, 9, (0, 0)),
        (None, 10, (10, 20)),
        (None, None, (0, 20)),
        (100, None, (20, 20)),
    ],
)
def test_the_first_class_that_is_met_counts(assets, staff, interval):
    classes = (
        PointClass(Decimal(20), "甲", (at_least("total_assets", 100),)),
        PointClass(Decimal(10), "乙", (at_least("staff_count", 10),)),
        PointClass(Decimal(0), "无"),
    )
    stated = [figure("total_assets", assets)] if assets else []
    stated += [figure("staff_count", staff)] if staff else []
    points = points_of(case(contents(stated)), ScoreItem("a", "甲", "一", "甲", classes), ())
    assert (points.surely, points.possibly) == interval
