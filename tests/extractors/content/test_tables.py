"""Tables over pages become one grid, and only those that belong together."""

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


def test_a_merged_cell_is_one_spot_at_all_of_its_positions() -> None:
    (grid,) = grids(document([table([["满意度", None], ["满意", "不满意"]])]))
    assert grid.rows[0][0] is grid.rows[0][1]
    assert [spot.text for spot in distinct(grid.rows[0])] == ["满意度"]
