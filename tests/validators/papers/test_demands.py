"""A paper that is there counts as present only where it shows what its item demands of it."""

from dataclasses import replace

import pytest

from schemas.rulebook import Demand
from schemas.status import MaterialStatus, Reason
from tests.builders.contents import FROM_PICTURE, case, contents, material, paper, place, rulebook
from validators.materials import material as held


def on(demand, *papers, **more):
    return held(case(contents(papers=papers), rulebook()), material("9.1", alternatives=((demand,),), **more))


class TestLevel:
    DEMAND = Demand("qualification", levels=("国家部委",))

    @pytest.mark.parametrize(("level", "status"), [("国家部委", "present"), ("省级", "review"), (None, "review")])
    def test_of_whoever_issued_it(self, level, status):
        facts = {} if level is None else {"issuer_level": level}
        assert on(self.DEMAND, paper("qualification", facts=facts)).status == status

    def test_a_filing_of_the_website_needs_none(self):
        item = material("9.5", alternatives=((self.DEMAND,), (Demand("website_filing"),)))
        papers = [paper("qualification", facts={"issuer_level": "市级"}), paper("website_filing")]
        assert held(case(contents(papers=papers)), item).status is MaterialStatus.PRESENT
        assert held(case(contents(papers=papers[:1])), item).status is MaterialStatus.REVIEW


class TestRows:
    DEMAND = Demand("enterprise_list", rows=("is_micro", "contract_signed"))

    @pytest.mark.parametrize(
        ("says", "status"),
        [((("is_micro", "contract_signed"),), "present"), ((("contract_signed",),), "review"), (((),), "review")],
    )
    def test_what_the_list_says(self, says, status):
        result = on(self.DEMAND, *(paper("enterprise_list", parts=parts) for parts in says))
        assert result.status == status
        assert ("是否小微企业" in result.note) == (status == "review")

    def test_two_lists_that_say_half_each_are_not_one(self):
        result = on(self.DEMAND, *(paper("enterprise_list", parts=(part,)) for part in self.DEMAND.rows))
        assert result.status is MaterialStatus.REVIEW


class TestCleanRecord:
    REPORT = replace(paper("credit_report"), records=(place("信用.pdf", "行政处罚信息 共 1 条"),))

    def test_a_record_is_a_passage_to_look_at(self):
        result = on(Demand("credit_report", clean=True), self.REPORT)
        assert (result.status, result.reason) == (MaterialStatus.REVIEW, Reason.WEAK_MATCH)
        assert "行政处罚信息 共 1 条" in result.note
        assert result.evidence == self.REPORT.records

    def test_a_report_without_one_is_there(self):
        assert on(Demand("credit_report", clean=True), paper("credit_report")).status is MaterialStatus.PRESENT

    def test_where_nobody_asks_for_a_clean_one(self):
        assert on(Demand("credit_report"), self.REPORT).status is MaterialStatus.PRESENT


@pytest.mark.parametrize(("seal", "status"), [("seen", "present"), ("absent", "partial"), ("unknown", "review")])
def test_a_seal_decides_where_the_rulebook_says_so(seal, status):
    sealed = paper("declaration", doubts=FROM_PICTURE, facts={"seal": seal})
    assert on(Demand("declaration"), sealed, seal_decides=True).status == status
    assert on(Demand("declaration"), sealed).status is MaterialStatus.PRESENT
