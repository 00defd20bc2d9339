"""Papers say whose they are, when they were made, where and for whom."""

from datetime import date

import pytest

from extractors.content.tables import grids
from extractors.papers.facts import paper_facts
from extractors.papers.figures import fact_figures
from extractors.papers.titled_enterprises import titled_figures
from schemas.document import Cell, Document, Page, Paragraph, Table
from schemas.locator import Locator

AS_OF = date(2026, 3, 15)
NAME = "聊城甲乙示例科技有限公司"


def facts(kind: str, *lines: str, rows: list[list[str]] | None = None) -> dict[str, str]:
    passages = [(line, Locator("证照.pdf", page=1)) for line in lines]
    found = paper_facts(kind, passages, tables(rows) if rows else [], AS_OF)
    return {key: fact.value for key, fact in found.items()}


def tables(rows: list[list[str]], above: str = ""):
    cells = tuple(Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    page = Page(1, (Paragraph(above), Table(cells, len(rows), len(rows[0]))))
    return grids(Document("证照.pdf", "0", "application/pdf", (page,)))


LICENCE = {
    "subject": NAME,
    "registered_on": "2018-11-02",
    "address": "山东省聊城市示例区示例路8号",
    "legal_representative": "张示例",
}


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [
                f"名 称 {NAME} 注册资本 伍拾万元整",
                "类 型 有限责任公司 成立日期 2018年11月02日",
                "法定代表人 张示例",
                "住 所 山东省聊城市示例区示例路8号",
            ],
            id="two-columns-on-a-line",
        ),
        pytest.param(
            ["名称", NAME, "成立日期", "2018-11-02", "法定代表人", "张示例", "住所", "山东省聊城市示例区示例路8号"],
            id="label-above-value",
        ),
        pytest.param(
            [f"名称：{NAME}", "法定代表人：张示例", "注册日期：2018.11.2", "经营场所：山东省聊城市示例区示例路8号"],
            id="colons",
        ),
        pytest.param(
            [f"名称{NAME}", "法定代表人张示例", "成立日期2018年11月2日", "住所山东省聊城市示例区示例路8号"],
            id="recognised-without-gaps",
        ),
    ],
)
def test_licence_layouts(lines):
    assert facts("business_licence", "营业执照", *lines).items() >= LICENCE.items()


def test_licence_as_a_table():
    rows = [["名称", NAME], ["成立日期", "2018年11月02日"], ["法定代表人", "张示例"], ["住所", LICENCE["address"]]]
    assert facts("business_licence", rows=rows).items() >= LICENCE.items()


@pytest.mark.parametrize(
    "lines",
    [
        ["示例会计师事务所（普通合伙）", f"{NAME}全体股东：", "一、审计意见"],
        ["审计报告", f"{NAME}董事会：我们审计了后附的财务报表"],
        ["被审计单位：" + NAME],
        [f"我们审计了{NAME}（以下简称“贵公司”）的财务报表。"],
        [f"我们接受{NAME}的委托，对2025年度服务收支情况进行了审计。"],
    ],
)
def test_whom_an_audit_is_about(lines):
    assert facts("audit_report", *lines)["subject"] == NAME


def test_the_day_of_a_report_is_where_it_is_signed_not_a_voucher():
    rows = [["序号", "凭证日期", "金额"], ["1", "2025-02-28", "8,000.00"]]
    read = facts("special_audit_report", "2025年度服务收支", "2026年2月27日", rows=rows)
    assert (read["made_on"], read["year"]) == ("2026-02-27", "2025")


@pytest.mark.parametrize(
    ("lines", "made_on"),
    [
        ([f"机构名称 {NAME}", "报告生成日期 2026年3月5日", "下载时间：2026-03-06 10:25"], "2026-03-05"),
        ([f"企业名称：{NAME}", "下载时间：2026/3/6 10:25"], "2026-03-06"),
        ([NAME, "打印时间：2025-11-18 15:00 http://www.gsxt.gov.cn/"], "2025-11-18"),
    ],
)
def test_credit_reports_say_when_they_were_made(lines, made_on):
    read = facts("credit_report", *lines)
    assert (read["subject"], read["made_on"]) == (NAME, made_on)


@pytest.mark.parametrize(
    "lines",
    [
        [f"申报单位（盖章）：{NAME}", "法定代表人（签字）：张示例", "日期：2026年3月9日"],
        ["特此声明。", f"单位名称（公章）：{NAME}", "法定代表人：张示例", "2026年3月9日"],
        ["特此声明。", NAME, "法定代表人（签名）：张示例", "二〇二六年三月九日"],
    ],
)
def test_declarations(lines):
    read = facts("declaration", "申报材料真实性声明", *lines)
    assert (read["subject"], read["made_on"], read["legal_representative"]) == (NAME, "2026-03-09", "张示例")


def test_lease():
    read = facts(
        "lease",
        "出租方（甲方）：聊城丙丁示例物业有限公司",
        f"承租方（乙方）：{NAME}",
        "第一条 甲方将位于聊城市示例区示例街3层的房屋出租给乙方使用，租赁面积 450 平方米。",
        "第二条 租赁期限自 2023 年 3 月 1 日起至 2028 年 2 月 29 日止。",
    )
    assert (
        read.items()
        >= {
            "subject": NAME,
            "landlord": "聊城丙丁示例物业有限公司",
            "area": "450",
            "address": "聊城市示例区示例街3层",
            "term_from": "2023-03-01",
            "term_until": "2028-02-29",
        }.items()
    )


def test_figures_of_a_licence():
    passages = [
        (line, Locator("执照.pdf")) for line in (f"名称：{NAME}", "成立日期：2024年3月16日", "住所：聊城市示例区")
    ]
    figures = fact_figures("business_licence", paper_facts("business_licence", passages, [], AS_OF), AS_OF)
    # The second anniversary is one day away: the years must not be rounded up to it.
    assert {(one.measure, one.source, str(one.value)) for one in figures} == {
        ("applicant_name", "licence", NAME),
        ("registered_on", "licence", "2024-03-16"),
        ("operating_years", "licence", "1.9"),
        ("registered_in", "licence", "山东省聊城市"),
    }


def test_the_anniversary_itself_counts():
    passages = [("成立日期：2024年3月15日", Locator("执照.pdf"))]
    figures = fact_figures("business_licence", paper_facts("business_licence", passages, [], AS_OF), AS_OF)
    assert str(next(one.value for one in figures if one.measure == "operating_years")) == "2.0"


def test_papers_of_others_state_no_applicant():
    passages = [(f"单位名称：{NAME}", Locator("证书.pdf"))]
    read = paper_facts("quality_certificate", passages, [], AS_OF)
    assert read["subject"].value == NAME
    assert fact_figures("quality_certificate", read, AS_OF) == []


HEAD = ["序号", "企业名称", "称号", "服务时间"]


def test_titled_enterprises_are_counted_once_and_of_the_last_year():
    rows = [
        HEAD,
        ["1", "聊城甲示例有限公司", "瞪羚企业", "2025.3"],
        ["2", "聊城甲 示例有限公司", "“专精特新”中小企业", "2025.4"],
        ["3", "聊城乙示例有限公司", "“专精特新”中小企业", "2024.4"],
        ["4", "聊城丙示例有限公司", "专精特新“小巨人”", ""],
        ["5", "聊城丁示例有限公司", "高新技术企业", "2025.5"],
        ["6", "聊城戊示例有限公司", "", "2025.5"],
    ]
    figures = titled_figures([], tables(rows), AS_OF)
    assert [(int(one.value), bool(one.reading)) for one in figures] == [(2, False), (3, True)]


def test_the_heading_may_name_the_title():
    rows = [["序号", "服务企业"], ["1", "聊城甲示例有限公司"]]
    assert int(titled_figures([], tables(rows, "服务“专精特新”企业凭据"), AS_OF)[0].value) == 1
    assert titled_figures([], tables(rows, "服务企业名单"), AS_OF) == []


def test_a_recognised_line_that_runs_a_licence_s_labels_together():
    read = facts("business_licence", "营业执照", f"名称{NAME}类型有限责任公司法定代表人张示例")
    assert read["subject"] == NAME


def test_a_name_that_holds_the_word_of_a_label_is_whole():
    assert facts("business_licence", "名称：聊城示例电话服务有限公司")["subject"] == "聊城示例电话服务有限公司"


@pytest.mark.parametrize(
    ("below", "name"),
    [
        pytest.param("有限责任公司(自然人投资或控股)", "示例甲乙服务有限公司", id="the-kind-whose-label-was-lost"),
        pytest.param("经营部", "示例甲乙服务有限公司", id="another-line"),
    ],
)
def test_a_name_that_is_whole_takes_no_line_below(below, name):
    def piece(x, top, text):
        return text, Locator("执照.jpg", page=1, bbox=(x, top, x + 16 * len(text), top + 16))

    pieces = [piece(50, 100, "名称"), piece(140, 100, "示例甲乙服务有限公司"), piece(140, 120, below)]
    facts = paper_facts("business_licence", [], [], AS_OF, pieces)
    assert facts["subject"].value == name


@pytest.mark.parametrize("kind", ["有限责任公司", "类有限责任公司(自然人独资)", "注册资本"])
def test_a_kind_of_company_or_a_label_is_nobody_s_name(kind):
    facts = paper_facts("business_licence", [(f"名称：{kind}", Locator("执照.pdf", page=1))], [], AS_OF)
    assert "subject" not in facts


def test_a_code_with_letters_that_no_code_has_is_read_behind_its_label_only():
    typed = "9135O1OOMOOO1OOY43"
    assert facts("business_licence", f"统一社会信用代码：{typed}")["uscc"] == typed
    assert "uscc" not in facts("business_licence", f"营业执照 {typed}")


def test_other_papers_numbers_of_that_length_are_codes_only_where_sound():
    assert facts("quality_certificate", "证书 91350100M000100Y43")["uscc"] == "91350100M000100Y43"
    assert "uscc" not in facts("quality_certificate", "身份证号 510105199003074321")


def test_the_kind_of_company_on_a_licence():
    assert facts("business_licence", "类型：有限责任公司分公司（自然人投资或控股）")["organisation_type"] == (
        "有限责任公司分公司（自然人投资或控股）"
    )


@pytest.mark.parametrize(
    ("kind", "lines", "rows", "told"),
    [
        pytest.param(
            "recommendation_form",
            ["推荐县（市、区）：东昌府区", "填报日期：2026年3月1日"],
            None,
            {"county": "东昌府区", "filed_on": "2026-03-01"},
            id="who-recommends-and-when",
        ),
        pytest.param(
            "recommendation_form",
            ["推荐区县(市): _____", "填报日期: ____ 年 __ 月 __ 日", "某市工业和信息化局制"],
            None,
            {},
            id="both-left-blank",
        ),
        pytest.param(
            "enterprise_list", ["服务机构名称：甲城有限公司"], None, {"list_holder": "甲城有限公司"}, id="whose"
        ),
        pytest.param("enterprise_list", ["服务机构名称：", "序号 企业名称"], None, {}, id="whose-left-blank"),
        pytest.param(
            "review_form",
            [],
            [
                ["对区域中小企业发展的影响及作用（自测情况）", "带动明显"],
                ["测评方式、范围及数量：", ""],
                ["服务质量和满意度", ""],
                ["对区域中小企业发展的影响及作用", "较好"],
                ["年度测评意见：（  章  ）   年  月  日", ""],
            ],
            {"effect": "带动明显"},
            id="the-county-has-not-filled-its-part",
        ),
        pytest.param(
            "review_form",
            [],
            [
                ["对区域中小企业发展的影响及作用（自测情况）", ""],
                ["四、县区中小企业主管部门组织测评情况", ""],
                ["测评方式、范围及数量：电话询问10家", ""],
                ["服务质量和满意度", "良好"],
                ["对区域中小企业发展的影响及作用", "较好"],
                ["年度测评意见：同意（章）", ""],
            ],
            {"survey_scope": "电话询问10家", "survey_quality": "良好", "survey_opinion": "同意"},
            id="the-platform-has-not-filled-its-part",
        ),
    ],
)
def test_blanks_on_which_nothing_rests(kind, lines, rows, told):
    assert facts(kind, *lines, rows=rows) == told
