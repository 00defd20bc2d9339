"""Clauses that divide points into classes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.rulebook.point_classes import scored_clause


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        pytest.param(
            "2.研发费用占比(满分20分)A.5%以上(20分)B.3%-5%(15分)C.3%以下(0分)",
            [("5%以上", 20), ("3%-5%", 15), ("3%以下", 0)],
            id="lettered",
        ),
        pytest.param(
            "1.服务收入(满分15分)300万元以上得15分,200-300万元得10分,200万元以下不得分。",
            [("300万元以上", 15), ("200-300万元", 10), ("200万元以下", 0)],
            id="said-in-a-sentence",
        ),
        pytest.param("3.服务创新(10分)有创新的得10分;其他得0分。", [("有创新", 10), ("其他", 0)], id="for-a-person"),
    ],
)
def test_each_class_with_its_points(text, classes):
    clause = scored_clause(text)
    assert [(one.says, one.points) for one in clause.classes] == [(says, Decimal(points)) for says, points in classes]


def test_the_head_and_the_most():
    clause = scored_clause("1.服务收入(满分15分)300万元以上得15分,300万元以下得5分。")
    assert (clause.title, clause.most) == ("服务收入", Decimal(15))


@pytest.mark.parametrize("text", ["评价得分70分以上。", "(一)服务能力(满分40分)", "满意度在85%以上;"])
def test_what_divides_none(text):
    assert scored_clause(text) is None
