"""The most that an item can give is that of its best class, wherever it stands."""

from decimal import Decimal

from schemas.regulation.score import PointClass, ScoreItem


def item(*points):
    return ScoreItem("a", "甲", "一", "甲", tuple(PointClass(Decimal(one), str(one)) for one in points))


def test_the_best_class_need_not_come_first():
    assert item(0, 20, 5).most == 20
    assert item().most == 0
