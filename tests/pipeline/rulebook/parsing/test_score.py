"""How points are written down: as the regulation has them."""

from decimal import Decimal

import pytest

from pipeline.rulebook.parse import parse
from pipeline.rulebook.parsing.score import stretch_of
from schemas.errors import RulebookError
from schemas.regulation.score import Stretch
from tests.builders.language import RULEBOOK, write_language


@pytest.mark.parametrize(
    ("says", "stretch"),
    [
        ("5%以上", Stretch(low=Decimal(5))),
        ("1%以下", Stretch(high=Decimal(1))),
        ("3%-5%", Stretch(Decimal(3), Decimal(5))),
        ("0.5万元至1万元", Stretch(Decimal("0.5"), Decimal(1))),
        ("5%（含）以上", Stretch(low=Decimal(5), low_edge="in")),
        ("5%以下（不含本数）", Stretch(high=Decimal(5), high_edge="out")),
        ("3%（含）-5%（不含）", Stretch(Decimal(3), Decimal(5), "in", "out")),
        ("无", None),
        ("约5%", None),
    ],
)
def test_a_stretch_is_written_as_the_regulation_writes_it(says, stretch):
    assert stretch_of(says) == stretch


def score(folder, old="", new=""):
    return parse(write_language(folder, RULEBOOK.replace(old, new) if old else RULEBOOK)).rulebook.score


def test_thresholds_items_and_ways_around(tmp_path):
    found = score(tmp_path)
    assert (found.at_least, found.thresholds[0].at_least, found.items[0].most) == (15, 10, 20)
    assert found.direct[0].measure == "patents"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("of_each: {创新能力: 10}", "of_each: {成长性: 10}", "没有 part 为“成长性”的指标"),
        ("3%-5%: 10", "大约: 10", "看不懂“大约”"),
        ("      measure: rd_share\n", "      measure: rd_share\n      by: person\n", "写 measure 和 points"),
        ("      measure: rd_share\n", "      by: nobody\n", "by 只能写 person"),
        (
            "points: {5%以上: 20, 3%-5%: 10, 3%以下: 0}",
            "classes: [{points: 3}]",
            "写 measure 和 points|每一档写 points",
        ),
    ],
)
def test_what_is_amiss(tmp_path, old, new, said):
    with pytest.raises(RulebookError, match=said):
        score(tmp_path, old, new)


def test_classes_by_conditions_and_what_is_left(tmp_path):
    old = "      measure: rd_share\n      points: {5%以上: 20, 3%-5%: 10, 3%以下: 0}\n"
    new = "      classes: [{points: 20, says: 甲, measure: patents, at_least: 1}, {points: 0, says: 无}]\n"
    first, last = score(tmp_path, old, new).items[0].classes
    assert (first.met[0].measure, first.met[0].at_least, last.met) == ("patents", 1, ())
