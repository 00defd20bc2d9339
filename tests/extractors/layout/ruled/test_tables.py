"""Tables of a PDF page: ruled in every way that programs draw lines, or by columns alone."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.builders.pdf_pages import (
    HEIGHT,
    dashes,
    document,
    grid,
    page,
    rows,
    stroked,
    tables,
    texts,
    thin_rectangle,
    together,
    written,
)

XS, YS = (72, 172, 272, 372), (100, 130, 160, 190)
WORDS = [
    (XS[c] + 8.0, YS[r] + 8.0, text)
    for r, row in enumerate((("姓名", "年龄", "学历"), ("赵示例", "35", "本科"), ("钱样例", "41", "硕士")))
    for c, text in enumerate(row)
]
READ = [["姓名", "年龄", "学历"], ["赵示例", "35", "本科"], ["钱样例", "41", "硕士"]]


@pytest.mark.parametrize("line", [stroked, thin_rectangle, dashes])
def test_borders_however_they_are_drawn(line):
    (table,) = tables(page(together(grid(XS, YS, line), written(*WORDS))))
    assert rows(table) == READ
    assert [cell.text for cell in table.cells if cell.header] == READ[0]
    assert table.bbox == pytest.approx((72, 100, 372, 190), abs=1)


def test_a_cell_borders_every_cell_of_its_own():
    def boxes(canvas: Canvas) -> None:
        for r in range(3):
            for c in range(3):
                canvas.rect(XS[c], HEIGHT - YS[r + 1], 100, 30)

    (table,) = tables(page(together(boxes, written(*WORDS))))
    assert rows(table) == READ


def test_a_table_open_at_its_sides():
    draw = together(
        grid(XS[1:3], YS, stroked), lambda c: [c.line(72, HEIGHT - y, 372, HEIGHT - y) for y in YS], written(*WORDS)
    )
    (table,) = tables(page(draw))
    assert rows(table) == READ


def test_merged_cells_are_one_cell_with_spans():
    def lines(canvas: Canvas) -> None:
        for x0, y0, x1, y1 in (
            (72, 100, 372, 100), (72, 190, 372, 190), (72, 100, 72, 190), (372, 100, 372, 190),
            (172, 130, 372, 130), (172, 100, 172, 190), (272, 130, 272, 190), (172, 160, 372, 160),
        ):  # fmt: skip
            canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    words = (
        (80, 140, "注册资本"),
        (180, 108, "其中：投资方"),
        (180, 138, "赵示例"),
        (280, 138, "70"),
        (180, 168, "钱样例"),
    )
    (table,) = tables(page(together(lines, written(*words))))
    spans = {cell.text: (cell.row, cell.column, cell.rowspan, cell.colspan) for cell in table.cells if cell.text}
    assert spans["注册资本"] == (0, 0, 3, 1)
    assert spans["其中：投资方"] == (0, 1, 1, 2)
    assert spans["70"] == (1, 2, 1, 1)


def test_a_frame_about_a_page_and_a_line_below_words_are_no_tables():
    draw = together(
        lambda c: c.rect(40, 40, 500, 760),
        written((72, 72, "申请报告"), (72, 120, "申请单位：示例有限公司")),
        lambda c: c.line(130, HEIGHT - 135, 300, HEIGHT - 135),
    )
    seen = page(draw)
    assert not tables(seen)
    assert texts(seen) == ["申请报告", "申请单位：示例有限公司"]


def test_a_wrapped_cell_is_joined_and_an_ended_line_is_not():
    draw = together(
        grid((72, 160, 260), (100, 170), stroked),
        written((76, 104, "示例企业管理咨"), (76, 120, "询有限公司"), (164, 104, "租用□"), (164, 120, "自有☐")),
    )
    (table,) = tables(page(draw))
    assert rows(table) == [["示例企业管理咨询有限公司", "租用□\n自有□"]]


@pytest.mark.parametrize(
    ("between", "carried"),
    [
        pytest.param([], True, id="nothing-between"),
        pytest.param([(72.0, 76.0, "续表")], True, id="a-continuation-mark"),
        pytest.param([(72.0, 76.0, "设备清单")], False, id="a-new-title"),
    ],
)
def test_a_table_that_goes_on_overleaf(between: list[tuple[float, float, str]], carried: bool):
    one = together(grid(XS, [y + 580 for y in YS], stroked), written(*((x, y + 580, t) for x, y, t in WORDS)))
    two = together(grid(XS, YS, stroked), written(*WORDS, *between))
    (table,) = tables(document(one, two).pages[1])
    assert table.continues is carried
    assert [cell.text for cell in table.cells if cell.header] == READ[0]


@pytest.mark.parametrize(("shift", "carried"), [(10, True), (14, False)])
def test_columns_within_two_hundredths_of_the_page_carry_on(shift: float, carried: bool):
    one = together(grid(XS, [y + 580 for y in YS], stroked), written(*((x, y + 580, t) for x, y, t in WORDS)))
    moved = [x + shift for x in XS]
    more = [(x + shift, y, t) for (x, y, t) in WORDS if y > YS[1]]
    two = together(grid(moved, YS, stroked), written((moved[0] + 8, 108, "孙测试"), *more))
    (table,) = tables(document(one, two).pages[1])
    assert table.continues is carried


def test_a_repeated_head_carries_on_however_the_page_is_shifted():
    one = together(grid(XS, [y + 580 for y in YS], stroked), written(*((x, y + 580, t) for x, y, t in WORDS)))
    two = together(grid([x + 30 for x in XS], YS, stroked), written(*((x + 30, y, t) for x, y, t in WORDS)))
    (table,) = tables(document(one, two).pages[1])
    assert table.continues


@pytest.mark.parametrize("upright", [True, False])
def test_rows_that_no_line_parts(upright):
    names = ("赵示例", "钱样例", "孙测试", "李演示")
    words = [(XS[c] + 8.0, 108.0, text) for c, text in enumerate(READ[0])]
    for r, name in enumerate(names):
        words += [(80.0, 138.0 + 18 * r, name), (180.0, 138.0 + 18 * r, f"3{r}"), (280.0, 138.0 + 18 * r, "本科")]
    frame = grid(XS if upright else (XS[0], XS[-1]), (100, 130, 215), stroked)
    (table,) = tables(page(together(frame, written(*words))))
    assert rows(table) == [READ[0], *([name, f"3{r}", "本科"] for r, name in enumerate(names))]


ROSTER = [
    ("序号", "姓名", "年龄", "学历", "职称"),
    ("1", "赵示例", "35", "本科", "工程师"),
    ("2", "钱样例", "41", "硕士", ""),
    ("3", "孙测试", "29", "大专", "会计师"),
    ("4", "李演示", "52", "本科", "高级工程师"),
]
STOPS = (72, 120, 200, 260, 330)


def _roster(top: float, listed=ROSTER) -> list[tuple[float, float, str]]:
    return [(STOPS[c], top + 22 * r, text) for r, row in enumerate(listed) for c, text in enumerate(row) if text]


def test_a_roster_without_rules():
    (table,) = tables(page(written((240, 72, "人员名单"), *_roster(100))))
    assert rows(table) == [list(row) for row in ROSTER]
    assert [cell.text for cell in table.cells if cell.header] == list(ROSTER[0])


def test_a_wrapped_name_in_a_list_without_rules_is_healed():
    names = ("示例企业管理咨询有限公司哈尔滨", "示例科技有限公司")
    lines = [(72, 100, "序号"), (120, 100, "企业名称"), (320, 100, "联系人"), (400, 100, "电话")]
    for i, (name, who) in enumerate(
        (("样例" * 3, "赵一"), (names, "钱二"), ("测试公司", "孙三"), ("演示公司", "李四"))
    ):
        top = 124 + 40 * i
        lines += [(72, top, str(i + 1)), (320, top, who), (400, top, f"1990000000{i}")]
        parts = name if isinstance(name, tuple) else (name,)
        lines += [(120, top + 14 * n, part) for n, part in enumerate(parts)]
    (table,) = tables(page(written(*lines)))
    assert rows(table)[2] == ["2", "".join(names), "钱二", "19900000001"]


def test_three_lines_and_a_heading_over_two_columns():
    body = (
        ("2023", "86.02", "20.10", "38.29"),
        ("2024", "99.1", "33.00", "40.36"),
        ("2025", "117.08", "38.99", "40"),
    )
    stops = (72, 180, 280, 360)
    lines = [(300.0, 104.0, "服务收入")]
    lines += [(x, 124.0, text) for x, text in zip(stops, ("年度", "营业收入", "上半年", "下半年"), strict=True)]
    lines += [(x, 150.0 + 20 * r, text) for r, row in enumerate(body) for x, text in zip(stops, row, strict=True)]
    rules = together(
        *(lambda c, y=y: c.line(70, HEIGHT - y, 410, HEIGHT - y) for y in (100, 142, 208)),
        lambda c: c.line(276, HEIGHT - 120, 406, HEIGHT - 120),
    )
    (table,) = tables(page(together(rules, written(*lines))))
    spanning = next(cell for cell in table.cells if cell.text == "服务收入")
    assert (spanning.row, spanning.column, spanning.colspan) == (0, 2, 2)
    assert rows(table)[-1] == ["2025", "117.08", "38.99", "40"]


def test_prose_labels_clauses_and_contents_are_no_tables():
    prose = "平台近年来持续开展各类服务活动，"
    left = ("联系人：赵示例", "注册日期：2020年3月", "手机：19900000000")
    right = ("联系电话：0451-55500000", "单位性质：民营", "传真：无")
    lines = [(72.0, 72.0 + 18 * i, prose * 2) for i in range(6)]
    lines += [(72.0, 200.0 + 20 * i, label) for i, label in enumerate(left)]
    lines += [(320.0, 200.0 + 20 * i, label) for i, label in enumerate(right)]
    lines += [(72.0, 300.0 + 20 * i, f"（{n}）") for i, n in enumerate("一二三四")]
    lines += [(120.0, 300.0 + 20 * i, "提供的材料应当真实") for i in range(4)]
    lines += [(72.0, 420.0 + 20 * i, f"第{n}章 总则及说明{'.' * 60}{i + 3}") for i, n in enumerate("一二三四")]
    assert not tables(page(written(*lines)))


def test_a_list_without_rules_goes_on_overleaf():
    more = [(str(i), "周示例", "33", "本科", "讲师") for i in range(5, 9)]
    low = [(STOPS[c], 660.0 + 22 * r, text) for r, row in enumerate(ROSTER) for c, text in enumerate(row) if text]
    seen = document(written(*low), written(*_roster(80, more)))
    assert tables(seen.pages[1])[0].continues


def test_marker_strokes_behind_words_are_no_table():
    def coloured(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        for top in (100, 114, 128):
            canvas.rect(72, HEIGHT - top - 13, 120, 13, stroke=0, fill=1)
            canvas.rect(192, HEIGHT - top - 13, 48, 13, stroke=0, fill=1)
        canvas.setFillGray(0)

    words = [(72.0, 100.0 + 14 * i, "重点标出的示例文字内容一二三四") for i in range(3)]
    assert not tables(page(together(coloured, written(*words))))


@pytest.mark.parametrize("first", ["40", ""])
def test_a_row_that_the_page_edge_cuts_is_of_the_table_though_it_has_no_top_rule(first):
    one = together(grid(XS, [y + 580 for y in YS], stroked), written(*((x, y + 580, t) for x, y, t in WORDS)))
    upright = [(x, 60.0, x, 160.0) for x in XS]
    two = together(
        lambda c: [c.line(x0, HEIGHT - y0, x1, HEIGHT - y1) for x0, y0, x1, y1 in upright],
        lambda c: [c.line(XS[0], HEIGHT - y, XS[-1], HEIGHT - y) for y in (100, 130, 160)],
        written((80, 70, first), (180, 70, "36"), (80, 108, "孙测试"), (180, 108, "29"), (80, 138, "李演示")),
    )
    (table,) = tables(document(one, two).pages[1])
    assert table.continues
    assert rows(table) == [[first, "36", ""], ["孙测试", "29", ""], ["李演示", "", ""]]


@pytest.mark.parametrize(("word", "count"), [("续一", 3), ("", 2)])
def test_a_strip_without_a_foot_is_a_row_only_where_words_stand_in_it(word, count):
    draw = together(
        lambda c: [c.line(x, HEIGHT - 700, x, HEIGHT - 790) for x in XS],
        lambda c: [c.line(XS[0], HEIGHT - y, XS[-1], HEIGHT - y) for y in (700, 730, 760)],
        written((80, 708, "孙测试"), (180, 708, "29"), (80, 738, "李演示"), (180, 738, "33"), (80, 768, word)),
    )
    (table,) = tables(page(draw))
    assert table.rows == count


def test_upright_lines_that_end_apart_close_no_strip():
    draw = together(
        grid(XS, YS, stroked),
        lambda c: [c.line(x, HEIGHT - 100, x, HEIGHT - 100 + 20 + 8 * i) for i, x in enumerate(XS)],
        written(*WORDS, (180, 84, "图一")),
    )
    (table,) = tables(page(draw))
    assert rows(table) == READ


@pytest.mark.parametrize(
    ("start", "said"), [(75.0, ["示例市样例区\n一号路2号"]), (72.0, ["示例市样例区", "一号路2号"])]
)
def test_an_underlined_value_is_one_cell_but_a_rule_between_two_is_a_rule(start, said):
    draw = together(
        grid((72, 172, 272), (100, 140, 160), stroked),
        lambda c: [c.line(start, HEIGHT - 117, 169 if start > 72 else 172, HEIGHT - 117)],
        written((75, 105, "示例市样例区"), (75, 122, "一号路2号"), (180, 112, "有限公司"), (180, 144, "是"), size=10),
    )
    (table,) = tables(page(draw))
    assert [cell.text for cell in table.cells if cell.column == 0 and cell.bbox[3] <= 141] == said
