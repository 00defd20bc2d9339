"""Lists and forms without lines, as Word and Excel export them: rows, columns and heads by their places alone."""

from __future__ import annotations

import pytest

from schemas.trust import Doubt
from tests.builders.pdf_pages import document, page, rows, tables, texts, together, written

NAMES = ("示例甲乙丙丁有限公司", "样例戊己有限公司", "测试庚辛壬有限公司", "演示癸子丑有限公司")
SIZE = 9.0


def listed(*lines: tuple[float, dict[float, str]]):
    """Draws lines of cells: how far down, then x and text."""
    return written(*[(x, top, text) for top, cells in lines for x, text in cells.items()], size=SIZE)


def roster(top: float, step: float, marks: dict[int, tuple[float, str]] | None = None):
    """Rows of a number, a firm, a telephone number and perhaps a mark."""
    for number, name in enumerate(NAMES):
        cells = {60: str(number + 1), 95: name, 234: f"1990000000{number}"}
        if marks and number in marks:
            x, mark = marks[number]
            cells[x] = mark
        yield top + number * step, cells


HEAD = {60: "序号", 95: "企业名称", 234: "联系电话", 330: "满意度"}


@pytest.mark.parametrize("second", [330, 365])
def test_ticks_keep_their_two_columns_even_where_one_is_hardly_used(second):
    ticks = {0: (330, "√"), 1: (330, "√"), 2: (330, "√"), 3: (second, "√")}
    draw = listed((100, HEAD), (117, {330: "满意", 365: "不满意"}), *roster(134, 17, ticks))
    (table,) = tables(page(draw))
    assert rows(table)[:2] == [["序号", "企业名称", "联系电话", "满意度"], ["满意", "不满意"]]
    assert [row[3:] for row in rows(table)[2:]] == [["√", ""]] * 3 + [["√", ""] if second == 330 else ["", "√"]]


def test_neighbouring_heads_that_both_wrap_stay_two_columns():
    draw = listed(
        (100, {60: "企业名称", 190: "是否小微企", 238: "是否签订服", 290: "联系电话"}),
        (112, {190: "业", 238: "务协议"}),
        *((129 + 17 * i, {60: name, 190: "是", 238: "否", 290: f"1990000000{i}"}) for i, name in enumerate(NAMES)),
    )
    (table,) = tables(page(draw))
    assert rows(table)[:2] == [
        ["企业名称", "是否小微企业", "是否签订服务协议", "联系电话"],
        [NAMES[0], "是", "否", "19900000000"],
    ]


def test_a_column_that_nobody_filled_is_there():
    head = {60: "序号", 95: "企业名称", 234: "联系电话", 330: "备注"}
    (table,) = tables(page(listed((100, head), *roster(117, 17))))
    assert rows(table)[1] == ["1", NAMES[0], "19900000000", ""]


@pytest.mark.parametrize("size", [SIZE, 16.0])
def test_the_title_over_a_list_is_no_row_of_it(size):
    title = written((220 - size * 2, 78, "示例名单"), size=size)
    seen = page(together(title, listed((100, {60: "序号", 95: "企业名称", 350: "电话"}), *roster(117, 17))))
    assert texts(seen) == ["示例名单"]
    assert rows(tables(seen)[0])[0][:2] == ["序号", "企业名称"]


@pytest.mark.parametrize("shift", [0.0, 6.0, 12.0])
def test_a_wrapped_name_is_one_cell_however_the_others_are_aligned(shift):
    def lines(top: float, number: int):
        yield top, {95: "示例甲乙丙丁戊己庚辛壬癸"} | ({60: str(number), 234: "19900000000"} if not shift else {})
        if 0 < shift < 12:
            yield top + shift, {60: str(number), 234: "19900000000"}
        yield top + 12, {95: "有限公司"} | ({60: str(number), 234: "19900000000"} if shift == 12 else {})

    body = [line for number in range(1, 5) for line in lines(100 + 34 * number, number)]
    (table,) = tables(page(listed((110, {60: "序号", 95: "企业名称", 234: "联系电话"}), *body)))
    assert rows(table) == [
        ["序号", "企业名称", "联系电话"],
        *[[str(number), "示例甲乙丙丁戊己庚辛壬癸有限公司", "19900000000"] for number in range(1, 5)],
    ]


@pytest.mark.parametrize("place", ["示例路22号3层", "示例路甲段"])
def test_labels_and_values_in_two_columns_keep_a_row_for_each_line(place):
    draw = listed(
        (100, {63: "名称", 127: NAMES[0], 320: "注册资本", 384: "500万元整"}),
        (128, {63: "类型", 127: "有限责任公司", 320: "成立日期", 384: "2017年12月19日"}),
        (156, {63: "法定代表人", 127: "赵示例", 320: "营业期限", 384: "长期"}),
        (184, {63: "经营范围", 127: "示例咨询", 320: "住所", 384: "演示市样例区测试大街"}),
        (196, {384: place}),
    )
    (table,) = tables(page(draw))
    assert [row[0] for row in rows(table)] == ["名称", "类型", "法定代表人", "经营范围"]
    assert [row[2] for row in rows(table)] == ["注册资本", "成立日期", "营业期限", "住所"]
    assert not any(cell.header for cell in table.cells)


def test_tables_below_each_other_are_parted_by_room_and_columns():
    draw = listed(
        (100, {60: "年度", 130: "营业收入", 200: "利润总额"}),
        *((117 + 17 * i, {60: f"202{i}", 130: f"1{i}.20", 200: f"{i}.30"}) for i in range(3)),
        (200, {60: "主要服务产品", 220: "服务规模", 381: "占比"}),
        *((217 + 17 * i, {60: NAMES[i][:4], 220: f"3{i}家", 381: f"{i}5.6%"}) for i in range(2)),
    )
    first, second = tables(page(draw))
    assert rows(first)[-1] == ["2022", "12.20", "2.30"]
    assert rows(second)[0] == ["主要服务产品", "服务规模", "占比"]


def test_one_label_before_several_rows():
    draw = listed(
        (100, {60: "合作资源", 220: "签订协议的单位", 381: "其他单位"}),
        (117, {220: NAMES[0], 381: NAMES[1]}),
        (134, {220: NAMES[2]}),
        (151, {220: NAMES[3]}),
    )
    (table,) = tables(page(draw))
    assert [row[:2] for row in rows(table)[1:]] == [["", NAMES[0]], ["", NAMES[2]], ["", NAMES[3]]]


def test_two_lines_of_label_and_value_are_two_paragraphs():
    long = "建有线上服务门户和公众号，企业可以在线提交需求。"
    draw = listed((100, {60: "信息技术开展情况", 300: long}), (117, {60: "荣誉证书或证明", 300: "示例优秀机构"}))
    assert [text.split()[0] for text in texts(page(draw))] == ["信息技术开展情况", "荣誉证书或证明"]


LEFT = {60: "1", 95: NAMES[0], 234: "19900000000"}
TWO_TICKS = ((100, {330: "企业满意度"}), (108, {60: "序号", 130: "企业名称", 250: "联系电话"}))


def satisfied(*ticks: float):
    """A list of words set to the left under heads in the middle: 满意 and 不满意 stand right of their ticks."""
    head = (*TWO_TICKS, (117, {318: "满意", 360: "不满意"}))
    body = ((134 + 17 * n, LEFT | {60: str(n + 1), 95: NAMES[n], tick: "√"}) for n, tick in enumerate(ticks))
    return listed(*head, *body)


@pytest.mark.parametrize(
    ("ticks", "columns"),
    [
        pytest.param((305, 305, 305, 305), ["√√√√", ""], id="nobody-dissatisfied"),
        pytest.param((305, 345, 305, 305), ["√√√", "√"], id="one-dissatisfied"),
        pytest.param((345, 345, 305, 345), ["√", "√√√"], id="one-satisfied"),
    ],
)
def test_ticks_left_of_the_heads_they_belong_to(ticks, columns):
    (table,) = tables(page(satisfied(*ticks)))
    seen = rows(table)
    assert seen[0][:3] == ["序号", "企业名称", "联系电话"]
    assert ["".join(row[column] for row in seen[2:]) for column in (3, 4)] == columns


@pytest.mark.parametrize(("tick", "column"), [(305, 3), (345, 4)])
def test_a_page_without_heads_keeps_the_columns_of_the_page_before(tick, column):
    above = satisfied(305, 305, 345, 305)
    foot = written((72, 770, "示例页脚"), size=SIZE)
    below = listed(
        *((75 + 17 * n, {60: str(n + 5), 95: name, 234: "19900000000", tick: "√"}) for n, name in enumerate(NAMES))
    )
    first, second = document(together(above, _low()), together(below, foot)).pages
    upper, lower = tables(first)[-1], tables(second)[0]
    assert lower.columns == upper.columns == 5
    assert lower.continues
    assert [bool(row[column]) for row in rows(lower)] == [True] * 4


def _low():
    """More rows, so that the list ends low on its page."""
    return listed(*((202 + 17 * n, LEFT | {60: str(n + 5), 95: NAMES[n % 4], 305: "√"}) for n in range(30)))


def test_what_has_no_room_in_a_row_does_not_take_the_list_apart():
    """A cell of two lines in a row of one: its first line stands above the first row of the page."""
    lines = (
        (75, {250: "人力资源培训（线下三期，每期两天"}),
        (81, {60: "1", 95: NAMES[0], 450: "19900000000"}),
        (87, {250: "）"}),
        *(
            (97 + 15 * n, {60: str(n + 2), 95: name, 250: "政策咨询", 450: "19900000000"})
            for n, name in enumerate(NAMES)
        ),
    )
    (table,) = tables(page(listed(*lines)))
    assert rows(table)[0] == ["1", NAMES[0], "人力资源培训（线下三期，每期两天）", "19900000000"]


def test_the_second_line_of_a_head_stays_in_its_column():
    """业, set in the middle under 是否小微企, stands nearer to the middle of three columns than of its own."""
    head = (
        (100, {190: "是否小微企", 330: "服务收费（万"}),
        (106, {60: "序号", 110: "企业名称", 255: "联系人", 290: "电话"}),
        (112, {208: "业", 348: "元）"}),
    )
    body = (
        (125 + 13 * n, {60: str(n + 1), 80: name, 188: "是", 250: "赵一", 282: "1990", 325: "1.2"})
        for n, name in enumerate(NAMES)
    )
    (table,) = tables(page(listed(*head, *body)))
    assert table.columns == 6
    said = ["".join(cell.text for cell in table.cells if cell.header and cell.column == column) for column in range(6)]
    assert said == ["序号", "企业名称", "是否小微企业", "联系人", "电话", "服务收费（万元）"]


@pytest.mark.parametrize("first", [1, 28])
def test_numbers_tell_the_rows_whose_cells_are_set_in_the_middle(first):
    """A telephone number cut in two leaves a figure on a line of its own, which begins no row."""
    body = (
        (100 + 35 * n + down, cells)
        for n, name in enumerate(NAMES * 3)
        for down, cells in (
            (0, {95: name, 250: "199-0000-"}),
            (6, {60: str(first + n), 200: "赵一", 330: "咨询", 370: "√"}),
            (12, {95: "分公司", 250: f"180{n}"}),
        )
    )
    head = (80, {60: "序号", 95: "企业名称", 200: "联系人", 250: "联系电话", 330: "服务", 370: "满意"})
    (table,) = tables(page(listed(head, *body)))
    assert [row[:5] for row in rows(table)[1:]] == [
        [str(first + n), f"{name}分公司", "赵一", f"199-0000-180{n}", "咨询"] for n, name in enumerate(NAMES * 3)
    ]


@pytest.mark.parametrize(
    ("foot", "x", "said"),
    [("第6页", 330, "1990000-0004"), ("第6页", 340, "1990000-0004"), ("", 330, "1990000-0004"), ("", 340, "1990000-")],
)
def test_the_rest_of_a_telephone_number_at_the_foot_is_no_page_number(foot, x, said):
    """Digits close below the last row: below them the page's own number, or they begin where their column does."""
    body = [
        (660 + 15 * n, {60: str(n + 1), 95: name, 260: "赵一", 330: f"1990000-000{n}"})
        for n, name in enumerate(NAMES * 2)
    ][:6]
    last = (750, {60: "7", 95: NAMES[0], 260: "赵一", 330: "1990000-"})
    rest = written((x, 761, "0004"), *([(280, 800, foot)] if foot else []), size=SIZE)
    head = (645, {60: "序号", 95: "企业名称", 260: "联系人", 330: "联系电话"})
    (table,) = tables(page(together(listed(head, *body, last), rest)))
    assert rows(table)[-1] == ["7", NAMES[0], "赵一", said]


@pytest.mark.parametrize(("title", "sure"), [("工程师", True), ("高级工程师（一级）财务", False)])
def test_an_empty_cell_into_which_another_runs_is_not_surely_empty(title, sure):
    """A word that touches the next column may hold that column's word too."""
    head = (80, {60: "姓名", 120: "学历", 180: "职称", 281: "分管工作"})
    body = ((100 + 17 * n, {60: "赵一", 120: "本科", 180: "工程师", 281: "培训"}) for n in range(5))
    (table,) = tables(page(listed(head, *body, (185, {60: "钱二", 120: "本科", 180: title}))))
    last = next(cell for cell in table.cells if cell.row == 6 and cell.column == 3)
    assert (last.text, Doubt.RUN_INTO not in last.doubts) == ("", sure)


@pytest.mark.parametrize("first", [60, 95])
def test_a_total_below_the_last_number_is_a_row_of_its_own(first):
    head = (83, {60: "序号", 95: "企业名称", 234: "联系电话", 330: "服务收费"})
    body = ((100 + 17 * n, {60: str(n + 1), 95: name, 234: "19900000000", 330: "1.5"}) for n, name in enumerate(NAMES))
    (table,) = tables(page(listed(head, *body, (168, {first: "合计", 330: "6.0"}))))
    assert rows(table)[-2] == ["4", NAMES[3], "19900000000", "1.5"]
    assert [cell for cell in rows(table)[-1] if cell] == ["合计", "6.0"]


@pytest.mark.parametrize("lead", [24, 33])
def test_a_head_that_wraps_far_above_rows_that_wrap_is_their_head(lead):
    """Every cell stands in the middle of its row: the row's number between the two lines of its name."""
    head = [(94, {400: "企业满意"}), (100, {60: "序号", 95: "企业名称", 234: "联系电话"}), (106, {400: "度"})]
    body = [
        line
        for number, name in enumerate(NAMES)
        for line in (
            (100 + lead + 28 * number - 6, {95: f"{name}示例"}),
            (100 + lead + 28 * number, {60: str(number + 1), 234: f"1990000000{number}", 400: "■满意"}),
            (100 + lead + 28 * number + 6, {95: "分公司"}),
        )
    ]
    found = tables(page(listed(*head, *body)))
    said = ["序号", "企业名称", "联系电话", "企业满意度"]
    assert rows(found[-1])[0] == said
    assert rows(found[-1])[-4:] == [[str(n + 1), f"{NAMES[n]}示例分公司", f"1990000000{n}", "■满意"] for n in range(4)]


def _coded(top: float, numbers: range):
    """Rows whose code has three lines, the middle one beside the rest of the row."""
    for place, number in enumerate(numbers):
        y = top + 37 * place
        yield y - 11, {300: "91061249"}
        yield y, {60: str(number), 95: NAMES[number % 4], 234: f"1990000{number:04d}", 300: f"MA9E{number:04d}"}
        yield y + 11, {300: "X"}


def test_a_heading_among_rows_is_a_row_of_the_list():
    head = [(94, {300: "信用"}), (100, {60: "序号", 95: "企业名称", 234: "联系电话"}), (106, {300: "代码"})]
    group = {60: "（一）制造业企业"}
    lines = [*head, (124, group), *_coded(152, range(1, 4)), (256, group), *_coded(284, range(4, 7))]
    (table,) = tables(page(listed(*lines)))
    assert [row[0] for row in rows(table)] == ["序号", group[60], "1", "2", "3", group[60], "4", "5", "6"]
    assert rows(table)[2] == ["1", NAMES[1], "19900000001", "91061249 MA9E0001 X"]


@pytest.mark.parametrize("rest", [{300: "X"}, {95: "分公司", 300: "X"}, {95: "分公司"}])
def test_the_rest_of_a_row_cut_by_the_page_edge_is_of_the_list(rest):
    head = (100, {60: "序号", 95: "企业名称", 234: "联系电话", 300: "信用代码"})
    one = [head, *_coded(130, range(1, 19))][:-1]
    two = [(60, rest), *_coded(90, range(19, 23))]
    (table,) = tables(document(listed(*one), listed(*two)).pages[1])
    assert table.continues
    assert rows(table)[0] == ["", rest.get(95, ""), "", rest.get(300, "")]
    assert rows(table)[1][0] == "19"


@pytest.mark.parametrize("text", ["设备清单", "2"])
def test_what_stands_above_a_list_in_none_of_its_columns_is_no_rest_of_a_row(text):
    head = (100, {60: "序号", 95: "企业名称", 234: "联系电话", 300: "信用代码"})
    two = [(60, {180: text}), *_coded(90, range(19, 23))]
    (table,) = tables(document(listed(head, *_coded(130, range(1, 19))), listed(*two)).pages[1])
    assert rows(table)[0][0] == "19"
    assert table.continues is (text == "2")


def test_a_head_said_again_overleaf_keeps_the_columns_of_the_page_before():
    """Overleaf so many cells wrap that the lines of figures are few, and nobody is dissatisfied."""
    head = (
        (60, {405: "满意度评价"}),
        (64, {230: "是否签订", 300: "统一社会信"}),
        (68, {60: "序号", 110: "企业名称", 168: "联系人"}),
        (72, {239: "协议", 309: "用代码"}),
        (77, {395: "满意", 440: "不满意"}),
    )

    def row(top: float, number: int, tick: float):
        yield top, {300: "9148029"}
        yield top + 6, {60: str(number), 90: NAMES[number % 4][:7], 170: "赵一", 245: "是", tick: "√"}
        yield top + 12, {300: "MA6D2F6"}

    above = [line for n in range(22) for line in row(94 + 30 * n, n + 1, 440 if n == 5 else 400)]
    below = [line for n in range(12) for line in row(94 + 30 * n, n + 23, 400)]
    first, second = document(listed(*head, *above), listed(*head, *below)).pages
    upper, lower = tables(first)[0], tables(second)[0]
    assert lower.columns == upper.columns == 7
    assert [cells[5:] for cells in rows(lower)[-12:]] == [["√", ""]] * 12
