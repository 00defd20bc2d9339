"""Statements give the last year's totals in 万元, whatever their columns, units and lines."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from extractors.content.tables import grids
from extractors.statements.figures import statement_figures
from schemas.document import Block, Cell, Document, Page, Paragraph, Table

AS_OF = date(2026, 3, 15)
DATED = Paragraph("编制单位：示例有限公司 2025年12月31日 单位：元")
ASSETS = ["资产总计", "7,325,500.00", "6,299,900.00", "负债和所有者权益总计", "7,325,500.00", "6,299,900.00"]
HEAD = ["资产", "期末余额", "期初余额", "负债和所有者权益", "期末余额", "期初余额"]


def table(*rows):
    cells = tuple(Cell(r, c, text) for r, row in enumerate(rows) for c, text in enumerate(row))
    return Table(cells, len(rows), max(map(len, rows)))


def read(*blocks: Block, kind: str = "audit_report") -> list[tuple[str, str, Decimal, str]]:
    document = Document("审计.pdf", "0", "application/pdf", (Page(1, tuple(blocks)),))
    figures = statement_figures(document, grids(document), range(1, 2), kind, AS_OF)
    return [(figure.measure, figure.source, figure.value, figure.reading) for figure in figures]


def assets(value: str, reading: str = "") -> tuple[str, str, Decimal, str]:
    return ("total_assets", "audit", Decimal(value), reading)


def test_two_sided_balance_sheet():
    assert read(Paragraph("资 产 负 债 表"), DATED, table(HEAD, ASSETS)) == [assets("732.55")]


def test_the_same_without_ruled_lines():
    lines = [Paragraph(" ".join(HEAD)), Paragraph("资 产 总 计 " + " ".join(ASSETS[1:]))]
    assert read(Paragraph("资产负债表"), DATED, *lines) == [assets("732.55")]


def test_opening_column_first_and_line_numbers():
    rows = [["资产", "行次", "年初数", "期末数"], ["资产总计", "38", "629.99", "732.55"]]
    told = Paragraph("2025年12月31日 金额单位：万元")
    assert read(Paragraph("资产负债表"), told, table(*rows)) == [assets("732.55")]


@pytest.mark.parametrize(("heads", "given"), [(["2025年度", "2024年度"], True), (["2024年度", "2023年度"], False)])
def test_columns_named_by_year(heads, given):
    rows = [["项目", "附注", *heads], ["一、营业收入", "五、1", "10,176,599.55", "1.00"]]
    found = read(Paragraph("利润表"), Paragraph("单位：人民币元"), table(*rows))
    assert found == ([("revenue", "audit", Decimal("1017.659955"), "")] if given else [])


def test_a_loss_and_a_note_behind_the_label():
    rows = [["项目", "本期金额", "上期金额"], ["三、利润总额（亏损总额以“－”号填列）", "(44,100.00)", "1.00"]]
    assert read(Paragraph("利润表 2025年度 单位：元"), table(*rows)) == [
        ("total_profit", "audit", Decimal("-4.41"), ""),
    ]


def test_the_year_to_date_not_the_month():
    rows = [["项目", "行次", "本月金额", "本年累计金额"], ["一、营业收入", "1", "8,500.00", "900,000.00"]]
    assert read(Paragraph("利润表"), Paragraph("2025年12月 单位：元"), table(*rows))[0][2] == 90


def test_operating_revenue_before_total_revenue():
    rows = [["项目", "本期金额"], ["一、营业总收入", "2,000,000.00"], ["其中：营业收入", "1,900,000.00"]]
    assert read(Paragraph("利润表"), Paragraph("2025年度 单位：元"), table(*rows))[0][2] == 190


def test_another_year_states_nothing():
    assert read(Paragraph("资产负债表"), Paragraph("2024年12月31日 单位：元"), table(HEAD, ASSETS)) == []


def test_without_a_unit_both_readings():
    found = read(Paragraph("资产负债表"), Paragraph("2025年12月31日"), table(HEAD, ASSETS))
    assert [(value, bool(reading)) for _, _, value, reading in found] == [
        (Decimal("732.55"), False),
        (Decimal(7325500), True),
    ]


def test_consolidated_first_parent_as_a_reading():
    parent = ["资产总计", "5,000,000.00", "1.00", "", "", ""]
    blocks = [Paragraph("合并资产负债表"), DATED, table(HEAD, ASSETS), Paragraph("母公司资产负债表"), DATED]
    assert read(*blocks, table(HEAD, parent)) == [assets("732.55"), assets("500", "按母公司报表")]


def test_notes_are_not_the_statement():
    notes = table(["子公司", "资产总额"], ["资产总额", "5.55"])
    assert read(Paragraph("资产负债表"), DATED, table(HEAD, ASSETS), Paragraph("财务报表附注"), notes) == [
        assets("732.55")
    ]


PROJECTS = table(
    ["服务项目类别", "项目收费（元）", "相关支出（元）"],
    ["培训服务", "3,000,000.00", "1,000,000.00"],
    ["合计", "6,995,612.50", "4,180,578.03"],
)
SAID = Paragraph("2025年度，示例有限公司实现服务收入 6,995,612.50 元，发生服务支出 4,180,578.03 元。")


@pytest.mark.parametrize("blocks", [[SAID], [Paragraph("2025年度服务收支"), PROJECTS], [SAID, PROJECTS]])
def test_special_audit_by_its_words_its_table_or_both(blocks):
    assert read(*blocks, kind="special_audit_report") == [
        ("service_revenue", "special_audit", Decimal("699.56125"), ""),
    ]


def test_words_and_table_that_differ_are_both_kept():
    said = Paragraph("2025年度实现服务收入710万元。")
    values = [value for _, _, value, _ in read(said, PROJECTS, kind="special_audit_report")]
    assert sorted(values) == [Decimal("699.56125"), 710]


def test_part_of_the_service_revenue_and_another_year_are_not_the_whole():
    text = Paragraph("2025年度培训服务收入300万元。2024年度服务收入593万元。")
    assert read(text, kind="special_audit_report") == []


def test_an_audit_report_speaks_for_services_only_in_a_section_on_them():
    assert read(SAID) == []
    assert read(Paragraph("五、服务收支情况"), SAID) == [("service_revenue", "audit", Decimal("699.56125"), "")]


def test_financial_statements_count_as_both():
    found = read(Paragraph("资产负债表"), DATED, table(HEAD, ASSETS), SAID, kind="financial_statements")
    assert {(measure, source) for measure, source, _, _ in found} == {
        ("total_assets", "audit"),
        ("service_revenue", "special_audit"),
    }


@pytest.mark.parametrize(("year", "given"), [("2025", 1), ("2024", 0)])
def test_a_statement_without_a_year_is_of_the_year_of_the_one_before_it(year, given):
    other = Paragraph("2024年度组织培训4次。")
    dated = Paragraph(f"编制单位：示例 {year}年12月31日 单位：万元")
    services = table(["服务项目", "服务收入", "服务支出"], ["培训", "100.00", "60"], ["合计", "100.00", "60"])
    titled = [Paragraph("服务收支情况表"), Paragraph("单位：万元"), services]
    found = read(other, Paragraph("资产负债表"), dated, *titled, kind="financial_statements")
    assert len([one for one in found if one[0] == "service_revenue"]) == given


@pytest.mark.parametrize("stated", ["元", "千元", "万元", "亿元"])
@pytest.mark.parametrize(
    "cell", ["300万元", "300 万元", "3,000,000.00元", "3000千元", "0.03亿元", "300万", "叁佰万元整"]
)
def test_the_unit_in_a_cell_wins_over_the_one_above_it(cell, stated):
    rows = [["资产", f"期末余额（{stated}）", "期初余额"], ["资产总计", cell, "1"]]
    told = Paragraph(f"2025年12月31日 单位：{stated}")
    assert read(Paragraph("资产负债表"), told, table(*rows)) == [assets("300")]


@pytest.mark.parametrize("stated", ["元", "万元", ""])
@pytest.mark.parametrize("amounts", ["300万元 280万元", "3,000,000.00元 2,800,000.00元", "0.03亿元 280万元"])
def test_the_unit_behind_a_number_wins_without_ruled_lines(amounts, stated):
    told = Paragraph(f"2025年12月31日{' 单位：' + stated if stated else ''}")
    lines = [Paragraph("资产 期末余额 期初余额"), Paragraph(f"资产总计 {amounts}")]
    assert read(Paragraph("资产负债表"), told, *lines) == [assets("300")]


def test_the_unit_beside_a_label_wins_without_ruled_lines():
    lines = [Paragraph("资产 期末余额 期初余额"), Paragraph("资产总计（万元） 300.00 280.00")]
    assert read(Paragraph("资产负债表"), DATED, *lines) == [assets("300")]


@pytest.mark.parametrize(
    ("text", "native", "expected"),
    [
        pytest.param("300万元", 300, "300", id="a-workbook-s-number-with-a-unit-in-its-format"),
        pytest.param("300万元", 3000000, "300", id="shown-in-ten-thousands"),
        pytest.param("300", 300, "0.03", id="no-unit-of-its-own"),
    ],
)
def test_a_workbook_s_number_is_in_the_unit_that_its_cell_shows(text, native, expected):
    cells = (Cell(0, 0, "资产"), Cell(0, 1, "期末余额"), Cell(1, 0, "资产总计"), Cell(1, 1, text, native=native))
    assert read(Paragraph("资产负债表"), DATED, Table(cells, 2, 2)) == [assets(expected)]


def test_the_total_of_service_projects_with_a_unit_in_its_cell():
    projects = table(["服务项目类别", "项目收费（元）"], ["培训服务", "200万元"], ["合计", "300万元"])
    found = read(Paragraph("2025年度服务收支"), projects, kind="special_audit_report")
    assert [value for _, _, value, _ in found] == [300]


def paged(*pages: tuple[Block, ...]) -> list[tuple[str, Decimal]]:
    made = tuple(Page(number, blocks, width=595.0, height=842.0) for number, blocks in enumerate(pages, 1))
    document = Document("审计.pdf", "0", "application/pdf", made)
    figures = statement_figures(document, grids(document), range(1, len(pages) + 1), "audit_report", AS_OF)
    return [(figure.measure, figure.value) for figure in figures]


def test_a_row_over_the_page_edge_stands_under_the_head_of_the_page_before():
    upper = replace(table(HEAD, ["流动资产", "1.00", "1.00", "", "", ""]), bbox=(70, 100, 520, 800))
    lower = replace(table(ASSETS), bbox=(70, 60, 520, 90), continues=True)
    assert paged((Paragraph("资产负债表"), DATED, upper), (lower,)) == [("total_assets", Decimal("732.55"))]


def test_another_statement_that_begins_within_the_same_table():
    """Two sheets printed on one page, or two tables of the same width that follow each other over a page edge."""
    income = [["利润表", "", ""], ["项目", "本期金额", "上期金额"], ["营业收入", "2,000,000.00", "1.00"]]
    assets = [["资产", "期末余额", "期初余额"], *([[f"资产{n}", "1.00", "1.00"] for n in range(4)]), ASSETS[:3]]
    found = paged((Paragraph("资产负债表"), DATED, table(*assets, *income)))
    assert found == [("total_assets", Decimal("732.55")), ("revenue", Decimal(200))]
