"""Which papers an item names, joined by what, and of which it says what."""

import pytest

from pipeline.rulebook.articles import plain
from pipeline.rulebook.checks.named_papers import item_text, named_papers
from tests.builders.clauses import regulation_of


def item(text, behind=""):
    return item_text(regulation_of(materials=f"（一）{text}", behind=behind), "第三条（一）")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("法人证书或营业执照副本（复印件）", ["legal_person_certificate", "business_licence"]),
        ("与合作服务机构签订的合作协议", ["partner_agreement"]),
        ("签订服务协议的小微企业名单", ["enterprise_list"]),
        ("两年工作总结", ["work_summary_years"]),
        ("上一年度审计报告及服务收支专项审计报告", ["audit_report", "special_audit_report"]),
        ("国家企业信用信息公示系统中严重违法失信企业名单的查询结果", ["enterprise_publicity"]),
        ("其他材料", ["other_material"]),
    ],
)
def test_the_longest_name_counts(text, kinds):
    assert [one.kind for one in named_papers(plain(text))] == kinds


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("法人证书或营业执照", "or"),
        ("审计报告及专项审计报告", "and"),
        ("法人证书；租赁合同", "and"),
        ("证明材料（通知、照片）", "list"),
        ("从业资格、网站备案等证明", "list"),
        ("人员名单、设备清单", "unclear"),
    ],
)
def test_how_two_papers_are_joined(text, joined):
    assert [how for _, _, how in item(text).relations()] == [joined]


@pytest.mark.parametrize(
    ("text", "kind", "holds"),
    [
        pytest.param("社会保险缴费清单（上一年度末）及学历证明", "social_insurance_list", True, id="bracket-behind"),
        pytest.param("社会保险缴费清单（上一年度末）及学历证明", "staff_certificates", False, id="not-the-next"),
        pytest.param("上一年度审计报告及专项审计报告", "special_audit_report", True, id="all-behind-it"),
        pytest.param("工作总结、上一年度审计报告", "work_summary", False, id="not-before-it"),
        pytest.param("工作总结。上一年度审计报告", "work_summary", False, id="another-sentence"),
    ],
)
def test_of_which_paper_last_year_is_said(text, kind, holds):
    assert item(text).says("last_year", frozenset({kind})) is holds


def test_the_contents_of_a_report_stand_in_its_annex():
    behind = "附件1\n申请报告的主要内容\n一、申请表\n二、设备清单\n（一）单位的基本情况（包括：制度）；\n申请表\n姓名\n"
    told = item("申请报告（附件1）", behind)
    assert told.kinds == {"application_report", "application_form", "equipment_list"}
    assert told.parts("application_report") == {"basics"}
    assert not told.elsewhere


def test_an_annex_that_is_not_there_is_told():
    assert item("申请报告（见附件2）").elsewhere
