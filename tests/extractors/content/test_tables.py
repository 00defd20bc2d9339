"""Tables over pages become one grid, and only those that belong together."""

from dataclasses import replace

import pytest

from extractors.content.tables import distinct, grids
from tests.builders.documents import document, table

HEAD = ["序号", "企业名称", "联系人"]


def texts(grid):
    return [[spot.text for spot in distinct(row)] for row in grid.rows]


def test_a_table_over_two_pages_is_one_grid_with_one_head() -> None:
    paper = document(
        [table([HEAD, ["1", "甲示例公司", "张三"]])],
        [table([HEAD, ["2", "乙示例公司", "李四"]], continues=True)],
    )
    (grid,) = grids(paper)
    assert texts(grid) == [HEAD, ["1", "甲示例公司", "张三"], ["2", "乙示例公司", "李四"]]
    assert grid.pages == (1, 2)
    assert grid.rows[2][1].place.cell == "表1!R2C2"


def test_a_new_title_between_two_tables_keeps_them_apart() -> None:
    paper = document(
        [table([HEAD, ["1", "甲示例公司", "张三"]])],
        ["设备清单", table([HEAD, ["2", "乙示例公司", "李四"]], continues=True)],
    )
    assert len(grids(paper)) == 2


def test_a_continuation_mark_is_no_new_title() -> None:
    paper = document([table([HEAD, ["1", "甲", "张"]])], ["续表", table([["2", "乙", "李"]], continues=True)])
    assert len(grids(paper)) == 1


def test_a_row_that_the_page_edge_split_is_healed() -> None:
    paper = document(
        [table([HEAD, ["1", "甲示例", "张三"], ["2", "乙示例有限", "李四"]])],
        [table([["", "责任公司", ""], ["3", "丙示例公司", "王五"]], continues=True)],
    )
    (grid,) = grids(paper)
    assert texts(grid)[2] == ["2", "乙示例有限责任公司", "李四"]
    assert len(grid.rows) == 4


def test_a_first_row_with_its_number_is_a_row_of_its_own() -> None:
    paper = document(
        [table([HEAD, ["1", "甲示例", "张三"]])],
        [table([["2", "乙示例公司", ""]], continues=True)],
    )
    (grid,) = grids(paper)
    assert len(grid.rows) == 3


LABELLED = ["合作资源", "签订合作协议的单位", "其他合作单位"]


def with_label_overleaf(*below):
    """A list beside a tall label, and its rows overleaf, the label's cell there empty."""
    upper = table([LABELLED, [None, "甲城示例有限公司", "乙城示例咨询有限"]])
    lower = table([["", *below[0]], *([None, *row] for row in below[1:])], continues=True)
    tall = [replace(one, cells=tuple(_tall(one))) for one in (upper, lower)]
    return grids(document([tall[0]], [tall[1]]))


def _tall(one):
    """The cells, the first as high as the table."""
    return [
        replace(cell, rowspan=one.rows) if not cell.column else cell
        for cell in one.cells
        if cell.column or not cell.row
    ]


def test_a_tall_label_goes_on_overleaf_and_a_name_cut_by_the_edge_is_whole():
    (grid,) = with_label_overleaf(["", "公司"], ["丙城示例有限公司", ""])
    assert [[spot.text for spot in row] for row in grid.rows] == [
        LABELLED,
        ["合作资源", "甲城示例有限公司", "乙城示例咨询有限公司"],
        ["合作资源", "丙城示例有限公司", ""],
    ]
    assert len({id(row[0]) for row in grid.rows}) == 1
    assert grid.rows[0][0].rowspan == 4


def test_another_name_overleaf_is_a_row_of_its_own():
    (grid,) = with_label_overleaf(["丁城示例有限公司", "戊城示例中心"], ["丙城示例有限公司", ""])
    assert [row[1].text for row in grid.rows[1:]] == ["甲城示例有限公司", "丁城示例有限公司", "丙城示例有限公司"]


@pytest.mark.parametrize(
    ("last", "first", "rows"),
    [
        (["甲城示例", "张三", "经理", "培训"], ["仪器有限公司", "", "", ""], 2),
        (["甲城示例", "张三", "经理", "培训"], ["仪器有限公司", "", "", "服务"], 3),
        (["甲城有限公司", "张三", "经理", "培训"], ["仪器有限公司", "", "", ""], 3),
        (["甲城示例", "", "", ""], ["仪器有限公司", "", "", ""], 3),
        (["甲城示例", "张三", "经理", "培训"], ["仪器有限公司", "李四", "", ""], 3),
        (["甲城便利店", "9", "经理", "培训", "是", "好"], ["乙城有限公司", "10", "", "", "", ""], 3),
    ],
)
def test_a_row_that_says_little_is_the_rest_of_one_only_where_a_name_ends(last, first, rows):
    paper = document([table([["名称", "姓名", "职务", "服务"], last])], [table([first], continues=True)])
    (grid,) = grids(paper)
    assert len(grid.rows) == rows


def test_a_merged_cell_is_one_spot_at_all_of_its_positions() -> None:
    (grid,) = grids(document([table([["满意度", None], ["满意", "不满意"]])]))
    assert grid.rows[0][0] is grid.rows[0][1]
    assert [spot.text for spot in distinct(grid.rows[0])] == ["满意度"]
