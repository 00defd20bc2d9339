"""A paper that is there counts as present only where it shows what its item demands of it."""

from dataclasses import replace

import pytest

from schemas.rulebook import Demand
from schemas.status import MaterialStatus, Reason
from schemas.trust import NONE
from tests.builders.contents import (
    FROM_PICTURE,
    LOWER_BOUND,
    RECOGNISED,
    UNREAD_PART,
    at_least,
    case,
    contents,
    figure,
    material,
    paper,
    place,
    rulebook,
)
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


class TestProof:
    """Proofs that fall short of the condition's bound make the item partial, never the condition missed."""

    DEMAND = Demand("titled_enterprise_proof", proves="titled_enterprises_served")

    def on(self, *counts, doubts=LOWER_BOUND, paper_doubts=NONE):
        figures = [figure("titled_enterprises_served", count, "evidence", doubts=doubts) for count in counts]
        read = contents(figures, papers=[paper("titled_enterprise_proof", doubts=paper_doubts)])
        rules = rulebook([at_least("titled_enterprises_served", 5)])
        return held(case(read, rules), material("12.13", alternatives=((self.DEMAND,),)))

    @pytest.mark.parametrize(("count", "status"), [(4, "partial"), (5, "present")])
    def test_on_both_sides_of_the_bound(self, count, status):
        assert self.on(count).status == status

    def test_the_message_has_both_numbers(self):
        assert self.on(4).note == "凭据中见到 4 家，条件要求不少于 5 家"

    def test_what_was_not_read_for_certain_is_for_a_person(self):
        assert self.on(4, doubts=LOWER_BOUND | RECOGNISED).status is MaterialStatus.REVIEW
        assert self.on(4, paper_doubts=UNREAD_PART).status is MaterialStatus.REVIEW

    def test_where_none_was_counted_nothing_falls_short(self):
        assert self.on().status is MaterialStatus.PRESENT
