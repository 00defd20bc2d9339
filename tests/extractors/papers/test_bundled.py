"""Each title of a kind that comes in bundles begins another paper; other kinds are one."""

from extractors.content.lines import Text
from extractors.papers.bundled import bundled
from schemas.locator import Locator


def lines(*texts):
    return [Text(text, Locator("证书.pdf", page=at), at) for at, text in enumerate(texts, 1)]


def test_certificates_by_their_titles():
    made = bundled(
        "staff_certificates",
        lines("毕业证书", "学生 张 三，男", "专业技术职称资格证书", "姓名：李四", "注册安全工程师执业资格证书", "王五"),
    )
    assert [(one.part, one.evidence.page) for one in made] == [("education", 1), ("title", 3), ("practice", 5)]
    assert "张三" in made[0].words
    assert "李四" not in made[0].words


def test_agreements_one_by_one():
    made = bundled("partner_agreement", lines("合作协议", "乙方：甲所", "合作协议", "乙方：乙所"))
    assert [one.words for one in made] == ["合作协议乙方：甲所", "合作协议乙方：乙所"]


def test_without_a_title_it_is_one():
    assert len(bundled("staff_certificates", lines("准予毕业", "证书编号：1"))) == 1


def test_a_kind_that_comes_alone_has_none():
    assert bundled("lease", lines("房屋租赁合同", "房屋租赁合同")) == ()
    assert bundled("staff_certificates", []) == ()
