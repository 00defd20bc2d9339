"""Papers are known by title and words; sections count only where something is written under them."""

import pytest

from extractors.content.lines import texts_of
from extractors.papers.recognise import by_name, recognise
from extractors.vocabulary.papers import named_kinds, title_kinds
from schemas.locator import Locator
from schemas.trust import Doubt
from tests.builders.documents import document, table

PROSE = "平台自成立以来面向中小企业开展服务，制度健全，队伍稳定，服务能力逐年增强。"


def kinds(paper) -> list[str]:
    return [found.kind for found, _ in recognise(paper, texts_of(paper))]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("附件3：申报材料真实性声明", "declaration", id="with-annex-number"),
        pytest.param("审 计 报 告", "audit_report", id="letter-spaced"),
        pytest.param("服务收支情况专项审计报告", "special_audit_report", id="special-audit"),
        pytest.param("营业执照（副本）", "business_licence", id="bracketed"),
        pytest.param("关于举办2025年惠企政策宣讲会的通知", "activity_notice", id="notice"),
        pytest.param("示例科技有限公司发展规划（2026—2028年）", "development_plan", id="company-in-front"),
    ],
)
def test_a_title_tells_the_paper(line: str, kind: str) -> None:
    assert kind in title_kinds(line)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("二、主要服务设备、仪器及软件清单", id="entry-of-contents"),
        pytest.param("本单位已提交审计报告。", id="a-sentence"),
        pytest.param("关于印发管理办法的通知", id="a-regulation-is-no-activity"),
        pytest.param("离任审计报告", id="another-audit"),
    ],
)
def test_what_is_no_title(line: str) -> None:
    assert title_kinds(line) == []


def test_a_declaration_without_the_word_true_is_none() -> None:
    assert kinds(document(["声明", "本单位声明如下：无。"])) == []
    assert kinds(document(["声明", "本单位声明所提交材料真实、准确、完整。"])) == ["declaration"]


def test_contents_page_shows_no_sections_and_the_report_does() -> None:
    cover = [
        "申请报告",
        "申请报告的主要内容",
        "（一）申请单位的基本情况；",
        "（二）管理运营情况；",
        "（三）下一步发展设想。",
    ]
    text = ["有关情况说明", "（一）申请单位的基本情况", PROSE, "（二）管理运营情况", PROSE]
    papers = recognise(paper := document(cover, text), texts_of(paper))
    held = [set(found.parts) & {"basics", "management", "plans"} for found, _ in papers]
    assert held == [{"basics", "management"}]


def test_a_section_with_numbered_points_only_is_a_section() -> None:
    text = ["申请报告", "一、基本情况", "1．成立于2015年", "2．注册资本100万元", "二、管理运营情况", PROSE]
    papers = recognise(paper := document(text), texts_of(paper))
    assert {"basics", "management"} <= set(papers[0][0].parts)


def test_statements_inside_an_audit_report_begin_no_paper_of_their_own() -> None:
    audit = ["审计报告", "审计意见：公允反映。注册会计师：（签章）"]
    balance = ["资产负债表", table([["资产", "期末余额"], ["资产总计", "1,000.00"]])]
    assert kinds(document(audit, balance)) == ["audit_report"]
    assert kinds(document(balance)) == ["financial_statements"]


def test_the_firm_above_a_title_belongs_to_the_new_paper() -> None:
    paper = document(
        ["服务协议书", "甲方：甲示例公司", "乙方：乙示例公司"],
        ["示例会计师事务所", "审计报告", "审计意见：公允。注册会计师"],
    )
    papers = [found for found, _ in recognise(paper, texts_of(paper))]
    assert [(found.kind, found.pages) for found in papers] == [("service_agreement", (1, 1)), ("audit_report", (2, 2))]


def test_file_and_folder_names_tell_what_an_unreadable_file_may_hold() -> None:
    place = Locator("06人员证书/扫描件0001.jpg")
    assert [paper.kind for paper in by_name(place.file, place)] == ["staff_certificates"]
    assert by_name("扫描件0001.jpg", Locator("扫描件0001.jpg")) == []


def test_a_photograph_needs_no_words() -> None:
    (paper,) = by_name("活动照片1.jpg", Locator("活动照片1.jpg"))
    assert (paper.kind, paper.doubts) == ("activity_photo", {Doubt.FROM_PICTURE})
    (licence,) = by_name("营业执照.jpg", Locator("营业执照.jpg"))
    assert Doubt.NAMED_ONLY in licence.doubts


def test_a_special_audit_is_not_named_an_audit() -> None:
    assert named_kinds("2025专项审计.pdf") == ["special_audit_report"]
    assert named_kinds("2025年度审计报告（扫描件）.pdf") == ["audit_report"]


@pytest.mark.parametrize(("heading", "there"), [("二、平台运营管理（单位：万元）", False), ("二、平台运营管理", True)])
def test_the_heading_of_the_form_s_yearly_table_is_no_section_of_the_report(heading: str, there: bool) -> None:
    prose = "本单位多年来为中小企业提供各类公共服务，服务对象遍布全市各区县，得到普遍好评，今后将继续努力。"
    paper = document(["申请报告", "一、基本情况", prose, heading, prose, "三、下一步发展设想", prose])
    (found,) = [one for one, _ in recognise(paper, texts_of(paper)) if one.kind == "application_report"]
    assert ("management" in found.parts) is there


@pytest.mark.parametrize(
    ("below", "there"), [(["注册日期：2015年", "单位性质："], False), (["沿革", "成立于2015年"], True)]
)
def test_the_heading_of_a_part_of_the_form_is_no_section_of_the_report(below: list[str], there: bool) -> None:
    prose = "本单位多年来为中小企业提供各类公共服务，服务对象遍布全市各区县，得到普遍好评，今后将继续努力。"
    paper = document(["申请报告", "一、平台基本情况", table([below]), "二、管理运营情况", prose])
    (found,) = [one for one, _ in recognise(paper, texts_of(paper)) if one.kind == "application_report"]
    assert ("basics" in found.parts) is there


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param(["\n".join(f"赵{at}" for at in range(8))], ["staff_list"], id="broken-by-hand-in-one-paragraph"),
        pytest.param([f"赵{at}" for at in range(8)], ["staff_list"], id="each-a-paragraph"),
        pytest.param(["赵甲\n钱乙"], [], id="too-few-for-a-list"),
    ],
)
def test_a_list_of_names_below_its_title_has_as_many_lines_as_a_person_sees(lines, found):
    assert kinds(document(["管理人员和服务人员名单", *lines])) == found
