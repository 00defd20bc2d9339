"""Certificates are counted kind by kind against the list; agreements fall short of the partners that the form names."""

from dataclasses import replace

from schemas.papers import BundledPaper
from schemas.rulebook import Demand
from schemas.status import MaterialStatus, Reason
from tests.builders.contents import FROM_PICTURE, case, contents, paper, person, place, rulebook
from validators.papers.for_each import for_each

TITLES = {"staff_certificates.education": "学历证书", "staff_certificates.title": "职称证书"}


def bundle(kind, *singles, **more):
    return replace(paper(kind, **more), bundled=tuple(BundledPaper(part, words, place()) for part, words in singles))


def staff(*singles, title="学历、职称证明"):
    read = contents(tables={"staff": [person("张 示例"), person("李示例")]})
    demand = Demand("staff_certificates", each="staff")
    return for_each(case(read, rulebook(paper_titles=TITLES)), title, demand, [bundle("staff_certificates", *singles)])


class TestCertificates:
    def test_each_kind_with_whose_it_is(self):
        told = staff(("education", "毕业证书张示例"), ("title", "工程师证书"), ("title", "工程师证书"))
        assert told.status is MaterialStatus.PRESENT
        assert told.note == "人员名单 2 人，见到学历证书 1 份（张 示例）、职称证书 2 份（未能逐份读出姓名）"

    def test_a_kind_that_the_item_names_and_nobody_saw(self):
        assert staff(("education", "毕业证书")).note.endswith("，未见职称证书")
        assert "未见" not in staff(("education", "毕业证书"), title="学历证明").note

    def test_a_kind_that_nobody_knows(self):
        assert "其他证书 1 份" in staff(("", "证书")).note


def partners(count, *words, doubts=frozenset()):
    rows = [{"name": f"甲城第{'一二三四'[at]}示例咨询有限公司", "agreement": True} for at in range(count)]
    rows.append({"name": "甲城未签示例有限公司", "agreement": False})
    papers = [bundle("partner_agreement", *(("", word) for word in words), doubts=doubts)]
    demand = Demand("partner_agreement", each="partners")
    return for_each(case(contents(tables={"partners": rows})), "合作协议", demand, papers)


class TestAgreements:
    ONE, TWO = "合作协议乙方：甲城第一示例咨询有限公司", "合作协议乙方：甲城第二示例咨询有限公司"

    def test_one_with_each_that_signed(self):
        assert partners(2, self.ONE, self.TWO).status is MaterialStatus.PRESENT

    def test_one_short(self):
        told = partners(2, self.ONE)
        assert told.status is MaterialStatus.PARTIAL
        assert "甲城第二示例咨询有限公司" in told.note
        assert "未签" not in told.note

    def test_a_picture_may_hide_one(self):
        told = partners(2, "合作协议乙方：丙城某某样例律师事务所", doubts=FROM_PICTURE)
        assert (told.status, told.reason) == (MaterialStatus.REVIEW, Reason.UNREADABLE)

    def test_in_a_picture_a_sign_may_be_misread(self):
        read = "合作协议乙方：甲城第_示例咨询有限公司"
        assert partners(1, read, doubts=FROM_PICTURE).status is MaterialStatus.PRESENT
        assert partners(1, read).note

    def test_as_many_with_a_name_that_was_not_recognised(self):
        told = partners(2, self.ONE, "合作协议乙方：丙示例事务所")
        assert told.status is MaterialStatus.PRESENT
        assert "请核对" in told.note

    def test_a_form_that_names_nobody_asks_for_none(self):
        assert partners(0, self.ONE).status is MaterialStatus.PRESENT
