"""Blanks are read wherever label and value stand, and a blank left blank stays blank."""

from decimal import Decimal

import pytest

from extractors.content.tables import grids
from extractors.form.read import read_form, titles_in
from extractors.vocabulary.blank_forms import load_forms
from schemas.data_files import data_folder
from tests.builders.documents import document, table

FORMS = load_forms(data_folder() / "forms")
TITLE = "郑州市中小企业公共服务示范平台申请表"


def entries(*blocks):
    paper = document([TITLE, *blocks])
    form = read_form(paper, grids(paper), FORMS)
    assert form is not None
    return {entry.key: entry for entry in form.entries}


def grid(*more):
    return table(
        [
            ["注册日期：2018年3月", "单位性质：有限责任公司"],
            ["注册地址：郑州市示例路1号", "邮政编码：450000"],
            ["联系人：甲一", "联系电话：0371-55550000"],
            *more,
        ],
    )


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["从业人数20人", ""], id="in-one-cell"),
        pytest.param(["从业人数", "20人"], id="neighbours"),
        pytest.param(["从业人数（人）", "20"], id="unit-at-the-label"),
        pytest.param(["从业人员数：___20___人", ""], id="underlined-other-words"),
        pytest.param(["职 工 人 数：２０ 人", ""], id="spaced-and-full-width"),
    ],
)
def test_staff_count_however_it_is_laid_out(row) -> None:
    assert entries(grid(row))["staff_count"].value == Decimal(20)


def test_a_value_under_its_label() -> None:
    found = entries(grid(["传真", "手机"], ["0371-55550001", "13800000000"]))
    assert found["fax"].value == "0371-55550001"
    assert found["mobile"].value == "13800000000"


def test_several_blanks_in_one_cell() -> None:
    found = entries(grid(["仪器、设备数量31台（套），购买价格37.61万元，占总资产23.84％", None]))
    assert found["equipment_count"].value == Decimal(31)
    assert found["equipment_cost"].value == Decimal("37.61")
    assert found["equipment_asset_share"].value == Decimal("23.84")


def test_a_share_without_equipment_before_it_is_no_equipment_share() -> None:
    assert "equipment_asset_share" not in entries(grid(["占总资产5％", None]))


def test_a_blank_left_blank_has_no_value_and_knows_its_place() -> None:
    found = entries(grid(["上年末总资产____万元", "传真："]))
    assert found["total_assets"].value is None
    assert found["total_assets"].evidence.cell == "表1!R4C1"
    assert found["fax"].value is None


def test_nothing_written_as_none_keeps_the_word() -> None:
    entry = entries(grid(["得到政府扶持的情况", "无"]))["government_support"]
    assert (entry.value, entry.text) == (None, "无")


def test_words_that_are_no_number_are_kept_for_the_form_checks() -> None:
    assert entries(grid(["从业人数：二十来个吧", ""]))["staff_count"].value == "二十来个吧"


def test_the_applicant_s_name_on_the_cover() -> None:
    cover = table([["申请单位名称：", "甲示例有限公司"], ["填报日期：", "2026年3月"]])
    assert entries(cover, grid())["applicant_name"].value == "甲示例有限公司"


def test_a_form_in_several_tables_with_section_titles_between() -> None:
    found = entries(grid(), "三、服务能力及业绩", table([["获得专业服务资质情况", "资质2项"]]))
    assert found["qualifications"].value == "资质2项"


def test_labels_that_are_gone_are_reported() -> None:
    paper = document([TITLE, grid(["从业人数20人", ""])])
    form = read_form(paper, grids(paper), FORMS)
    assert form is not None
    assert "total_assets" in form.missing_labels
    assert "staff_count" not in form.missing_labels


def test_a_title_over_two_lines_tells_the_form() -> None:
    paper = document(["郑州市中小企业公共服务示范平台", "申请表", grid()])
    assert "zhengzhou-application" in titles_in(paper, FORMS)


def test_prose_that_speaks_of_staff_is_no_form() -> None:
    paper = document(["平台现有从业人数20人，注册地址在郑州市，联系人为甲一。"])
    assert read_form(paper, grids(paper), FORMS) is None


def test_a_blank_phone_cell_above_a_website_stays_blank() -> None:
    rows = [
        ["注册日期", "2018年3月", "从业人数", "20"],
        ["邮政编码", "450000", "单位性质", "企业法人"],
        ["联系人", "甲一", "联系电话", ""],
    ]
    found = entries(table([*rows, ["电子邮件", "a@b.example", "主页", "www.c.example"]]))
    assert found["contact_phone"].value is None


def test_a_phone_below_its_label_is_read() -> None:
    found = entries(grid(["联系人", "联系电话"], ["甲一", "028 55550001"]))
    assert found["contact_phone"].value is not None


def test_the_total_assets_of_the_yearly_table_are_not_those_of_the_form() -> None:
    yearly = table(
        [["年度", "营业收入", "资产总额", "利润总额"], ["2023", "52", "56.38", "7"], ["2024", "61", "67", "6"]]
    )
    paper = [table([["上年末总资产（万元）", "78.31"]]), grid(), yearly]
    assert entries(*paper)["total_assets"].value == Decimal("78.31")


@pytest.mark.parametrize(
    ("row", "below", "key"),
    [
        pytest.param(["网址及备案号：", None], ["其中：主要投资方名称", "性质"], "website", id="list-head-below"),
        pytest.param(
            ["获得专业服务资质情况", None], ["主要服务产品", "服务规模"], "qualifications", id="head-below-text"
        ),
        pytest.param(["获得专业服务资质情况", "主要服务产品"], ["", ""], "qualifications", id="head-to-the-right"),
        pytest.param(["从业人数：人", ""], ["二、平台运营管理（单位：万元）", None], "staff_count", id="section-title"),
        pytest.param(["传真：", None], ["三、服务能力及业绩", None], "fax", id="section-title-below-a-phone"),
        pytest.param(
            ["得到政府扶持的情况", None], ["四、政府支持情况", None], "government_support", id="known-section"
        ),
        pytest.param(["从业人数", "人"], ["95.8％", None], "staff_count", id="only-the-unit-to-the-right"),
        pytest.param(["从业人数", None], ["95.8％", None], "staff_count", id="a-share-is-no-number-of-people"),
        pytest.param(["网址及备案号：其中：主要投资方名称", None], ["", ""], "website", id="list-head-behind"),
    ],
)
def test_what_the_form_prints_is_no_answer(row, below, key) -> None:
    entry = entries(grid(row, below))[key]
    assert (entry.value, entry.text) in ((None, ""), (None, "人"))


@pytest.mark.parametrize(
    ("row", "below", "key", "value"),
    [
        pytest.param(["网址及备案号：", None], ["www.c.example", None], "website", "www.c.example", id="website-below"),
        pytest.param(
            ["获得专业服务资质情况", "一、检验检测资质；二、ICP备案"],
            ["主要服务产品", "服务规模"],
            "qualifications",
            "一、检验检测资质；二、ICP备案",
            id="numbered-sentences",
        ),
        pytest.param(["从业人数", None], ["22人", None], "staff_count", Decimal(22), id="number-below"),
        pytest.param(
            ["单位性质", "小微企业"], ["", ""], "organisation_type", "小微企业", id="a-word-that-heads-a-list"
        ),
    ],
)
def test_an_answer_that_only_looks_printed_is_read(row, below, key, value) -> None:
    rows = [
        ["注册日期：2018年3月", "邮政编码：450000"],
        ["注册地址：郑州市示例路1号", "手机：13800000000"],
        ["联系人：甲一", "联系电话：0371-55550000"],
    ]
    assert entries(table([*rows, row, below]))[key].value == value


LINES = [
    "注册日期：2018年3月",
    "单位性质：有限责任公司",
    "注册地址：郑州市示例路1号",
    "联系人：",
    "联系电话：0371-55550000",
    "注册资本：100万元",
    "上年末总资产 93.53 万元",
]
ENTERPRISES = [
    ["序号", "企业名称", "职工人数", "联系人", "联系电话", "服务项目", "满意度"],
    ["1", "乙示例有限公司", "30", "乙一", "13800000001", "咨询", "满意"],
]


@pytest.mark.parametrize("line", ["从业人数 22 人", "从业人数22人", "从业人数：22人", "从业人数 ２２ 人。"])
def test_a_number_and_its_unit_on_a_line_are_the_answer(line) -> None:
    assert entries(*LINES, line)["staff_count"].value == Decimal(22)


@pytest.mark.parametrize("line", ["从业人数较上年增加3人", "从业人数 将在两年内翻番"])
def test_a_sentence_about_the_staff_is_no_answer(line) -> None:
    assert "staff_count" not in entries(*LINES, line)


def test_the_tables_of_a_form_on_lines_are_its_own() -> None:
    capacity = table([["获得专业服务资质情况", "资质2项"], ["得到政府扶持的情况", ""]])
    found = entries(*LINES, "三、服务能力及业绩", capacity)
    assert found["qualifications"].value == "资质2项"
    assert found["government_support"].value is None


def test_a_table_far_behind_a_form_on_lines_is_another_paper() -> None:
    prose = ["本单位长期服务中小企业，内容详实。"] * 20
    found = entries(*LINES, *prose, table([["获得专业服务资质情况", "资质2项"], ["传真", "0371-55550001"]]))
    assert "qualifications" not in found
    assert "fax" not in found


def test_a_licence_s_table_does_not_fill_a_blank_of_a_form_on_lines() -> None:
    licence = table([["联系人", "丙一"], ["传真", "0371-55550001"]])
    found = entries(*LINES, licence)
    assert found["contact_name"].value is None
    assert found["fax"].value == "0371-55550001"


def test_the_head_of_a_list_is_not_the_form() -> None:
    found = entries(*LINES, "从业人数 22 人", table(ENTERPRISES))
    assert found["staff_count"].value == Decimal(22)
    assert found["contact_name"].value is None
    assert "applicant_name" not in found


def test_a_list_alone_is_no_form() -> None:
    paper = document(["服务企业名单", table(ENTERPRISES)])
    assert read_form(paper, grids(paper), FORMS) is None


def test_name_contact_and_telephone_in_one_row_are_blanks() -> None:
    heads = ["单位名称", "联系人", "联系电话", "从业人数"]
    found = entries(table([heads, ["甲示例有限公司", "甲一", "0371-55550000", "20"]]), *LINES[:3])
    assert found["contact_name"].value == "甲一"


def test_a_title_above_the_form_in_a_workbook_tells_it() -> None:
    rows = [["附件2", None], ["秦皇岛市中小企业公共服务示范平台", None], ["申请报告", None], ["填报日期：2026年", None]]
    body = [["注册日期：2018年3月", "单位性质：企业"], ["场地面积：450平米，性质： 租用☑  自有□", None]]
    paper = document([table([*rows, ["秦皇岛市中小企业公共服务示范平台申请表", None], *body])])
    assert "qinhuangdao-2020-application" in titles_in(paper, FORMS)
    beside = document([table([*rows, ["1", "秦皇岛市中小企业公共服务示范平台申请表"], ["2", "营业执照"]])])
    assert len(titles_in(beside, FORMS)["qinhuangdao-2020-application"]) == 1


@pytest.mark.parametrize("tenure", ["租用☑  自有□", "□自有 ☑租用", "租用√ 自有"])
def test_ticked_words_ask_for_no_area(tenure) -> None:
    body = [
        ["注册日期：2018年3月", "单位性质：企业"],
        ["注册地址：示例路1号", "邮政编码：066000"],
        ["联系人：甲一", "手机：13800000000"],
        [f"场地面积：450平米，性质： {tenure}，自有场地占总资产的0％", None],
    ]
    paper = document([table(body)])
    form = read_form(paper, grids(paper), FORMS)
    assert form is not None
    found = {entry.key: entry for entry in form.entries}
    assert found["premises_tenure"].value == "租用"
    assert not {"premises_leased_area", "premises_owned_area"} & set(found)


def test_areas_with_numbers_are_read_beside_each_other() -> None:
    found = entries(grid(["服务场地面积：450平方米，其中：自有150平方米，租用300平方米", None]))
    assert found["premises_owned_area"].value == Decimal(150)
    assert found["premises_leased_area"].value == Decimal(300)


def test_the_answer_stands_behind_a_printed_column_of_units() -> None:
    head = ["指标名称", "单位", "数据值"]
    paper = table([head, ["从业人数", "人", "20"], ["总资产", "万元", "300"], ["注册日期", "—", "2018年3月"]])
    found = entries(grid(), paper)
    assert found["staff_count"].value == Decimal(20)
    assert found["total_assets"].value == Decimal(300)


def test_of_two_years_behind_a_unit_neither_is_taken_for_the_blank() -> None:
    paper = table([["指标", "单位", "前年", "上年"], ["从业人数", "人", "18", "20"], ["总资产", "万元", "280", "300"]])
    found = entries(grid(), paper)
    assert found.get("staff_count") is None or found["staff_count"].value is None
