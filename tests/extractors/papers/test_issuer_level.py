"""A recognition is of the highest level that its title, its issuer or its own words name."""

from extractors.papers.issuer_level import issuer_level
from schemas.locator import Locator


def level(*lines, kind="superior_recognition"):
    return {key: fact.value for key, fact in issuer_level(kind, [(line, Locator("认定.pdf")) for line in lines])}


def test_the_title_of_a_forwarded_notice_outweighs_who_forwards_it():
    assert level("贵阳市工业和信息化局", "关于公布省级中小企业公共服务示范平台名单的通知") == {"issuer_level": "省级"}


def test_a_municipal_list_stays_municipal():
    assert level("关于公布中小企业公共服务示范平台名单的通知", "贵阳市工业和信息化局") == {"issuer_level": "市级"}


def test_nothing_where_no_line_tells_it_or_the_paper_needs_none():
    assert level("关于公布中小企业公共服务示范平台名单的通知", "2023年9月12日") == {}
    assert level("示例省工业和信息化厅", kind="activity_notice") == {}
