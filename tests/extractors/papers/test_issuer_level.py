"""A recognition is of the highest level that its title, its issuer or its own words name."""

from extractors.papers.issuer_level import issuer_level
from schemas.locator import Locator
from schemas.papers import Fact


def level(*lines, kind="superior_recognition", issued_by=""):
    passages = [(line, Locator("认定.pdf")) for line in lines]
    told = {"issued_by": Fact(issued_by, issued_by, Locator("认定.pdf"))} if issued_by else {}
    return {key: fact.value for key, fact in issuer_level(kind, passages, told)}


def test_the_title_of_a_forwarded_notice_outweighs_who_forwards_it():
    assert level("贵阳市工业和信息化局", "关于公布省级中小企业公共服务示范平台名单的通知") == {"issuer_level": "省级"}


def test_a_municipal_list_stays_municipal():
    assert level("关于公布中小企业公共服务示范平台名单的通知", "贵阳市工业和信息化局") == {"issuer_level": "市级"}


def test_nothing_where_no_line_tells_it_or_the_paper_needs_none():
    assert level("关于公布中小企业公共服务示范平台名单的通知", "2023年9月12日") == {}
    assert level("示例省工业和信息化厅", kind="activity_notice") == {}


def test_who_issued_a_certificate_outweighs_other_names_on_it():
    lines = ("国家市场监督管理总局", "甲城示例服务有限公司")
    assert level(*lines, kind="qualification", issued_by="哈尔滨市市场监督管理局") == {"issuer_level": "市级"}
    assert level(*lines, kind="qualification", issued_by="示例认证有限公司") == {"issuer_level": "国家部委"}
    assert level(*lines, kind="qualification") == {"issuer_level": "国家部委"}
