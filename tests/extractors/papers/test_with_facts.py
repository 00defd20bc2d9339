"""A paper comes with what it says of itself, and is shown where a person knows it again."""

from datetime import date

import pytest

from extractors.dossier import blank_forms, read_document
from extractors.papers.holders import holder_figures
from extractors.papers.of_dossier import find_papers
from extractors.papers.with_facts import with_facts
from tests.builders.contents import paper
from tests.builders.documents import PDF, document, table

AS_OF = date(2026, 3, 15)


def found(kind, *lines, path="材料.pdf"):
    readings = [read_document(document(list(lines), path=path, media_type=PDF), blank_forms())]
    papers, _ = find_papers(readings, [], blank_forms())
    (item,) = [one for one in papers if one[0].kind == kind]
    return with_facts(item, readings, AS_OF)[0]


def test_a_licence_is_shown_by_the_name_on_it():
    code = "统一社会信用代码 91230100MA0000001X"
    licence = found(
        "business_licence",
        "■",
        code,
        "名称 甲城示例服务有限公司",
        "登记机关 甲城市场监督管理局",
        "成立日期 2018年3月1日",
    )
    assert "甲城示例服务有限公司" in licence.evidence.text
    nameless = found("business_licence", "■", code, "登记机关 甲城市场监督管理局", "成立日期 2018年3月1日")
    assert nameless.evidence.text == "■"


def test_another_paper_is_shown_by_its_title():
    lease = found("lease", "房屋租赁合同", "出租方：乙方物业有限公司", "承租方：甲城示例服务有限公司", "租金每月一万元")
    assert lease.evidence.text == "房屋租赁合同"


@pytest.mark.parametrize(("line", "records"), [("行政处罚信息 查询结果：1 条", 1), ("行政处罚信息 查询结果：0 条", 0)])
def test_a_credit_report_brings_its_bad_records(line, records):
    report = found("credit_report", "信用信息报告", "报告编号：1", "统一社会信用代码：1", line)
    assert len(report.records) == records


def test_a_bundle_brings_its_single_papers():
    made = found("partner_agreement", "合作协议", "甲方：甲公司", "合作协议", "乙方：乙公司", "双方合作")
    assert len(made.bundled) == 2


@pytest.mark.parametrize("title", ["事业单位法人证书", "民办非企业单位登记证书（副本）"])
def test_a_certificate_shown_by_its_name_still_says_by_its_title_what_its_holder_is(title):
    lines = (title, "名称 甲城中小企业服务中心", "法定代表人 张示例", "开办资金 100万元", "住所 甲城示例路1号")
    shown = found("legal_person_certificate", *lines, path="证书.pdf")
    assert "甲城中小企业服务中心" in (shown.evidence.text or "")
    assert shown.title == title
    assert [one.value for one in holder_figures(shown) if one.measure == "legal_person"] == ["法人"]


@pytest.mark.parametrize(("answer", "facts"), [("企业反映良好", {"effect": "企业反映良好"}), ("", {})])
def test_a_form_brings_what_stands_beside_its_blanks_though_its_lines_are_the_forms(answer, facts):
    rows = [
        ["注册日期：2018年3月1日", "单位性质：有限责任公司", "法人代表：甲一"],
        ["注册地址：秦皇岛市示例路1号", "邮政编码：066000", None],
        ["对区域中小企业发展的影响及作用（自测情况）", answer, None],
        ["服务质量和满意度", None, None],
    ]
    readings = [read_document(document(["年度运营情况测评表", table(rows)], path="测评表.docx"), blank_forms())]
    told = with_facts((paper("review_form", "测评表.docx"), []), readings, AS_OF)[0].facts
    assert {key: fact.value for key, fact in told.items()} == facts
