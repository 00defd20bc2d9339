"""Tables that give points, as numbered clauses."""

from __future__ import annotations

from pipeline.drafting.score_tables import score_clauses
from pipeline.rulebook.articles import plain
from pipeline.rulebook.point_classes import scored_clause
from schemas.document import Cell, Table

HEADS = ("一级指标", "二级指标", "分值", "评分标准")


def table(*rows: tuple[str, ...], merged: int = 1) -> Table:
    """The rows as cells; the first cell below the head spans ``merged`` rows."""
    cells = [
        Cell(at, column, text, rowspan=merged if (at, column) == (1, 0) else 1)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
        if not (column == 0 and 1 < at <= merged)
    ]
    return Table(tuple(cells), len(rows), len(rows[0]))


def test_each_indicator_is_a_section_and_each_row_a_number():
    lines = score_clauses(
        table(
            HEADS,
            ("服务能力（30分）", "服务收入（万元）", "15", "500万元以上得15分；300万元以下得5分"),
            ("", "服务企业数", "15", "50家以上得15分；50家以下得5分"),
            ("管理（10分）", "制度建设", "10", "制度健全得10分；不健全不得分"),
            ("合计", "合计", "100", ""),
            merged=2,
        )
    )
    assert lines == [
        "一、服务能力（30分）",
        "1.服务收入（满分15分）：500万元以上得15分；300万元以下得5分",
        "2.服务企业数（满分15分）：50家以上得15分；50家以下得5分",
        "二、管理（10分）",
        "1.制度建设（满分10分）：制度健全得10分；不健全不得分",
    ]


def test_the_clauses_are_read_as_points():
    lines = score_clauses(
        table(
            ("评价指标", "标准分", "计分标准"),
            ("场地面积", "10", "3000平方米以上得10分；3000平方米以下得5分"),
            ("设备原值", "10", "500万元以上得10分；500万元以下得5分"),
            ("成效", "10", "显著得10分；一般得5分"),
        )
    )
    assert [len(told.classes) for line in lines if (told := scored_clause(plain(line))) is not None] == [2, 2, 2]


def test_a_table_of_anything_else_is_none():
    assert score_clauses(table(("序号", "企业名称", "联系人"), ("1", "甲公司", "王某"), ("2", "乙公司", "李某"))) == []
