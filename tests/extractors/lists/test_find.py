"""Lists are found by their heads wherever they stand, and only their rows are rows."""

from decimal import Decimal

import pytest

from extractors.content.tables import grids
from extractors.lists.figures import roster_figures
from extractors.lists.find import listings
from extractors.lists.names_in_cell import names_in
from schemas.document import Document, Page
from tests.builders.documents import document, table

STAFF = ["姓名", "年龄", "学历", "毕业学校", "职称", "主管工作"]


def found(*blocks):
    return listings(grids(document(list(blocks))))


def rows(*blocks, table_name: str):
    (listing,) = [one for one in found(*blocks) if one.table == table_name]
    return [dict(row.values) for row in listing.rows]


@pytest.mark.parametrize(
    ("first", "is_row"),
    [
        pytest.param("例：张三", False, id="an-example"),
        pytest.param("示例", False, id="its-word-alone"),
        pytest.param("（示例）张三", False, id="in-brackets"),
        pytest.param("张三（例）", False, id="behind-the-name"),
        pytest.param("如：张三", False, id="such-as"),
        pytest.param("例举", True, id="a-name-that-begins-so"),
        pytest.param("如意", True, id="another"),
        pytest.param("张示例", True, id="a-name-that-ends-so"),
        pytest.param("eg. 张三", False, id="in-english"),
        pytest.param("参考填写：张三", False, id="as-a-help"),
        pytest.param("×××", False, id="no-ones-name"),
        pytest.param("张某某", False, id="no-ones-name-in-words"),
        pytest.param("Foxx", True, id="a-name-with-such-letters"),
    ],
)
def test_example_rows_are_no_rows(first, is_row) -> None:
    body = [[first, "35", "本科", "示例大学", "工程师", "培训"], ["甲一", "35", "本科", "示例大学", "工程师", "培训"]]
    assert len(rows(table([STAFF, *body]), table_name="staff")) == 1 + is_row


def test_a_remark_in_any_cell_makes_an_example() -> None:
    body = [
        ["张三", "35", "本科", "示例大学", "工程师", "示例，请删除"],
        ["甲一", "35", "本科", "示例大学", "工程师", "示例工作"],
    ]
    assert [row["name"] for row in rows(table([STAFF, *body]), table_name="staff")] == ["甲一"]


def test_where_all_names_are_hidden_all_rows_count() -> None:
    body = [
        ["张某某", "35", "本科", "示例大学", "工程师", "培训"],
        ["李某某", "36", "本科", "示例大学", "工程师", "培训"],
    ]
    assert len(rows(table([STAFF, *body]), table_name="staff")) == 2


@pytest.mark.parametrize(
    ("remark", "gone"), [("已离职", True), ("（2025年离职）", True), ("负责离职手续", False), ("", False)]
)
def test_a_remark_that_someone_left_is_told(remark, gone) -> None:
    body = [[*STAFF, "备注"], ["甲一", "35", "本科", "示例大学", "工程师", "培训", remark]]
    (listing,) = found(table(body))
    assert (listing.gone, len(listing.rows)) == (gone, 1)


def test_totals_notes_and_template_rows_are_no_rows() -> None:
    staff = rows(
        table(
            [
                STAFF,
                ["甲一", "35", "本科", "示例大学", "工程师", "培训"],
                ["", "", "", "", "", ""],
                ["合计", "1", "", "", "", ""],
                ["备注：不少于20人", None, None, None, None, None],
            ],
        ),
        table_name="staff",
    )
    assert staff == [
        {"name": "甲一", "age": 35, "education": "本科", "school": "示例大学", "title": "工程师", "duty": "培训"},
    ]


def test_an_odd_cell_keeps_its_words_and_an_empty_one_is_none() -> None:
    (person,) = rows(table([STAFF, ["甲一", "四五十", "本科", "无", "/", "培训"]]), table_name="staff")
    assert (person["age"], person["school"], person["title"]) == ("四五十", None, None)


def test_a_row_without_a_name_but_with_data_is_kept_for_the_form_checks() -> None:
    (person,) = rows(table([STAFF, ["", "35", "本科", "示例大学", "工程师", "培训"]]), table_name="staff")
    assert person["name"] is None


def test_the_row_s_places_name_each_cell() -> None:
    (listing,) = found(table([STAFF, ["甲一", "35", "本科", "示例大学", "工程师", "培训"]]))
    assert listing.rows[0].places["title"].cell == "表1!R2C5"


def test_two_lists_side_by_side_are_read_one_after_the_other() -> None:
    head = ["姓名", "年龄", "学历"]
    (left, right) = found(table([[*head, *head], ["甲一", "30", "本科", "乙二", "31", "硕士"]]))
    assert [left.rows[0].values["name"], right.rows[0].values["name"]] == ["甲一", "乙二"]


@pytest.mark.parametrize(
    ("marks", "satisfied"),
    [
        pytest.param(("√", ""), True, id="ticked-content"),
        pytest.param(("", "√"), False, id="ticked-not-content"),
        pytest.param(("", ""), None, id="not-ticked"),
        pytest.param(("√", "√"), None, id="both-ticked"),
        pytest.param(("满意", ""), True, id="the-word-instead-of-a-tick"),
    ],
)
def test_satisfaction_in_two_columns(marks, satisfied) -> None:
    head = [["企业名称", "联系人", "联系电话", "满意度", None], ["", "", "", "满意", "不满意"]]
    body = ["示例公司", "张三", "13800000000", *marks]
    (row,) = rows(table([*head, body]), table_name="enterprises")
    assert row["satisfied"] is satisfied


def test_a_ditto_mark_takes_the_value_above() -> None:
    head = ["企业名称", "联系人", "联系电话", "服务内容"]
    body = [["甲示例公司", "张三", "13800000000", "政策咨询"], ["乙示例公司", "李四", "13800000001", "同上"]]
    assert [row["service"] for row in rows(table([head, *body]), table_name="enterprises")] == ["政策咨询", "政策咨询"]


def test_lists_inside_the_form_end_where_the_form_goes_on() -> None:
    form = table(
        [
            ["注册资本50万元", "主要投资方名称", "性质", "投资比例％"],
            ["", "甲一", "自然人", "100"],
            ["上年末总资产100万元", "仪器、设备数量3台（套）", None, None],
        ],
    )
    assert rows(form, table_name="investors") == [{"name": "甲一", "nature": "自然人", "share": Decimal(100)}]


def test_units_of_the_section_convert_the_yearly_table() -> None:
    form = table(
        [
            ["二、平台运营管理（单位：元）", None, None, None],
            ["年度", "营业收入", "利润总额", "上缴税金"],
            ["2025年", "1,234,500.00", "10,000", "5,000"],
            ["三、服务能力及业绩", None, None, None],
        ],
    )
    (year,) = rows(form, table_name="operations")
    assert (year["year"], year["revenue"]) == (2025, Decimal("123.45"))


def test_the_yearly_table_with_years_across() -> None:
    form = table(
        [
            ["项目", "2024年", "2025年"],
            ["营业收入", "90", "100"],
            ["其中：服务收入", "40", "50"],
            ["利润总额", "1", "2"],
        ],
    )
    years = rows(form, table_name="operations")
    assert [(year["year"], year["service_revenue"]) for year in years] == [(2024, Decimal(40)), (2025, Decimal(50))]


def test_a_list_that_goes_on_without_a_head_is_one_list() -> None:
    paper = document(
        [table([STAFF, ["甲一", "35", "本科", "示例大学", "工程师", "培训"]])],
        [table([["乙二", "36", "本科", "示例大学", "", "财务"]])],
    )
    (listing,) = listings(grids(paper))
    assert [row.values["name"] for row in listing.rows] == ["甲一", "乙二"]


def test_the_stated_total_is_kept_apart_from_talk_of_public_services() -> None:
    head = ["企业名称", "联系人", "联系电话"]
    (listing,) = found(
        table([head, ["甲示例公司", "张三", "13800000000"]]), "上一年度共服务企业 12 家", "示例市中小企业公共服务平台"
    )
    assert [line.text for line in listing.stated_total] == ["上一年度共服务企业 12 家"]


def test_names_run_together_are_told_apart_by_their_legal_forms() -> None:
    together = "甲示例人力资源有限公司乙演示会计师事务所有限公司丙样例律师事务所（普通合伙）丁测试协会"
    assert names_in(together) == [
        "甲示例人力资源有限公司",
        "乙演示会计师事务所有限公司",
        "丙样例律师事务所（普通合伙）",
        "丁测试协会",
    ]


def test_numbered_names_on_lines_of_their_own() -> None:
    assert names_in("1.甲示例有限公司\n2、乙样例中心\n无") == ["甲示例有限公司", "乙样例中心"]


def test_heads_whose_cells_nobody_merged_over_two_ticked_columns() -> None:
    read = rows(
        table(
            [
                ["序号", "服务企业名称", "联系电话", "企业满意度", ""],
                ["", "", "", "满意", "不满意"],
                ["1", "示例甲有限公司", "19900000001", "√", ""],
                ["2", "示例乙有限公司", "19900000002", "", "√"],
            ],
        ),
        table_name="enterprises",
    )
    assert [row["satisfied"] for row in read] == [True, False]


def test_a_first_row_of_words_below_a_head_without_a_name_is_a_row() -> None:
    read = rows(
        table([[*STAFF, ""], ["甲一", "", "本科", "", "", "", ""], ["乙二", "35", "本科", "示例大学", "", "培训", ""]]),
        table_name="staff",
    )
    assert [row["name"] for row in read] == ["甲一", "乙二"]


def test_partners_behind_a_page_edge_stay_below_their_heads() -> None:
    paper = document(
        [table([["合作资源", "签订合作协议单位", "其他合作单位"]])],
        [table([["", "示例甲有限公司", "示例乙有限公司"], ["", "示例丙有限公司", ""]], continues=True)],
    )
    (listing,) = [one for one in listings(grids(paper)) if one.table == "partners"]
    assert [row.values["name"] for row in listing.rows] == ["示例甲有限公司", "示例乙有限公司", "示例丙有限公司"]


def test_a_head_cut_in_two_by_its_bracket_is_no_row() -> None:
    head = ["主要服务产品（服务规模或", "服务规模（家、人/次）", "服务收入占年营业收入%"]
    services = rows(table([head, ["收入占30%以上）", "", ""], ["供需对接服务", "62家", "38.5"]]), table_name="services")
    assert [row["product"] for row in services] == ["供需对接服务"]


@pytest.mark.parametrize("heading", ["（一）服务业企业", "二、科技型企业"])
@pytest.mark.parametrize("merged", [True, False])
def test_a_heading_of_the_rows_below_is_no_row(heading: str, merged: bool) -> None:
    head = ["序号", "服务企业名称", "联系人", "联系电话"]
    first, second = (["1", "示例甲有限公司", "甲一", "19900000001"], ["2", "示例乙有限公司", "乙二", "19900000002"])
    between = [heading, None, None, None] if merged else ["", heading, "", ""]
    read = rows(table([head, first, between, second]), table_name="enterprises")
    assert [row["name"] for row in read] == ["示例甲有限公司", "示例乙有限公司"]


def test_a_firm_of_which_nothing_but_the_name_is_told_is_a_row() -> None:
    head = ["序号", "服务企业名称", "联系人", "联系电话"]
    read = rows(
        table(
            [
                head,
                ["1", "示例甲有限公司", "甲一", "1"],
                ["", "示例乙有限公司", "", ""],
                ["3", "示例丙有限公司", "丙三", "3"],
            ]
        ),
        table_name="enterprises",
    )
    assert [row["name"] for row in read] == ["示例甲有限公司", "示例乙有限公司", "示例丙有限公司"]


EQUIPMENT = ["序号", "设备名称", "数量", "购买价格"]


@pytest.mark.parametrize(
    "head", ["购买价格", "购买价格（元）", "购买价格（千元）", "购买价格（万元）", "购买价格（亿元）"]
)
@pytest.mark.parametrize("cell", ["300万元", "3000000元", "3000千元", "0.03亿元"])
def test_the_unit_in_a_cell_wins_over_the_one_in_its_head(cell, head) -> None:
    (row,) = rows(table([[*EQUIPMENT[:3], head], ["1", "示例设备", "2", cell]]), table_name="equipment")
    assert row["price"] == 300


@pytest.mark.parametrize(
    ("line", "price"),
    [
        ("单位：元", "0.03"),
        ("单位：元 币种：人民币", "0.03"),
        ("（单位：百元）", "3"),
        ("金额单位：人民币千元", "30"),
        ("（RMB万元）", "300"),
    ],
)
def test_a_cell_without_a_unit_has_the_one_of_the_line_above(line, price) -> None:
    (row,) = rows(line, table([EQUIPMENT, ["1", "示例设备", "2", "300"]]), table_name="equipment")
    assert row["price"] == Decimal(price)


def test_the_unit_of_a_head_holds_overleaf() -> None:
    head = [*EQUIPMENT[:3], "购买价格（元）"]
    paper = document(
        [table([head, ["1", "示例设备", "2", "5000"]])],
        [table([["2", "示例软件", "1", "6000"]])],
    )
    (listing,) = listings(grids(paper))
    assert [row.values["price"] for row in listing.rows] == [Decimal("0.5"), Decimal("0.6")]


@pytest.mark.parametrize(
    ("cells", "readings"),
    [
        pytest.param(("5万元", "6万元"), ["11"], id="every-cell-has-its-unit"),
        pytest.param(("5万元", "60000"), ["60005", "6.0005"], id="one-has-none"),
    ],
)
def test_prices_may_be_in_yuan_where_nothing_tells_their_unit(cells, readings) -> None:
    body = [[str(n), f"示例设备{n}", "1", cell] for n, cell in enumerate(cells, 1)]
    (listing,) = found(table([EQUIPMENT, *body, ["合计", "", "2", "11"]]))
    figures = roster_figures({"equipment": listing.rows}, {"equipment": [listing]})
    costs = [figure.value for figure in figures if figure.measure == "equipment_cost"]
    assert costs == [Decimal(reading) for reading in readings]


@pytest.mark.parametrize(
    ("name", "is_row"),
    [
        pytest.param("共计46家", False, id="with-its-unit"),
        pytest.param("合计：46", False, id="behind-a-colon"),
        pytest.param("总计为1,046.50万元", False, id="an-amount"),
        pytest.param("合计数据服务有限公司", True, id="a-name-that-begins-so"),
        pytest.param("共计2025科技有限公司", True, id="a-name-with-a-number"),
    ],
)
def test_a_total_in_the_column_of_names_is_no_row(name, is_row):
    heads = ["序号", "企业名称", "联系人", "联系电话", "服务收费"]
    lines = [heads, ["1", "甲公司", "赵甲", "19900000001", "0.5"], ["", name, "", "", "0.5"]]
    served = rows(table(lines), table_name="enterprises")
    assert len(served) == (2 if is_row else 1)


SERVED = ["序号", "企业名称", "联系人", "联系电话"]


def sheets(**held):
    pages = [Page(at, (table(rows),), sheet=name) for at, (name, rows) in enumerate(held.items(), 1)]
    return listings(grids(Document("名单.xlsx", "0" * 64, "xlsx", tuple(pages))))


def served(*numbers):
    return [[str(number), f"第{number}示例公司", "赵甲", "19900000001"] for number in numbers]


@pytest.mark.parametrize(
    ("first", "counted"),
    [pytest.param([3, 4], 4, id="numbers-go-on"), pytest.param([1, 2], 2, id="numbers-begin-anew")],
)
def test_a_sheet_without_heads_carries_on_the_one_before(first, counted):
    (listing,) = sheets(名单=[SERVED, *served(1, 2)], 续=served(*first))
    assert len(listing.rows) == counted


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        pytest.param(("填表示例", "名单"), ["名单"], id="an-example-beside-the-list"),
        pytest.param(("样表", "示例"), ["样表", "示例"], id="nothing-but-examples-is-what-was-filled-in"),
        pytest.param(("道里区", "南岗区"), ["道里区", "南岗区"], id="two-parts"),
    ],
)
def test_a_sheet_that_shows_how_to_fill_the_list_in_is_none(names, kept):
    found = sheets(**{name: [SERVED, *served(1, 2)] for name in names})
    assert [listing.sheet for listing in found] == kept
