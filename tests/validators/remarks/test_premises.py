"""A lease of somebody else, or one that is over, is for a person; the landlord's certificate beside it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.rulebook.find import load
from schemas.status import Disposition
from schemas.trust import Doubt
from tests.builders.contents import APPLICANT, contents, paper
from tests.builders.judged import AS_OF, judged
from validators.judge import judge

RULE = "note.premises"
OTHER = "乙城另一有限公司"


def found(*papers, rulebook="harbin"):
    return judged(rulebook, contents(papers=list(papers))).findings[RULE]


def lease(of=APPLICANT, until="2029-02-28", **given):
    return paper("lease", facts={"used_by": of, "term_until": until}, **given)


def test_the_lease_of_the_applicant_holds():
    one = found(lease())
    assert (one.status, one.disposition, one.article) == ("pass", Disposition.NOTE, "第十一条（三）")


def test_the_lease_of_another_is_for_a_person():
    one = found(lease(OTHER))
    assert one.status == "review"
    assert f"“{OTHER}”，与申请单位名称不同" in one.message


def test_one_that_differs_in_its_legal_form_only_is_taken_for_the_applicants():
    assert found(lease(APPLICANT.replace("有限公司", "有限责任公司"))).status == "pass"


def test_the_landlords_certificate_beside_the_applicants_lease():
    assert found(paper("property_certificate", facts={"used_by": OTHER}), lease()).status == "pass"
    assert found(paper("property_certificate", facts={"used_by": OTHER})).status == "review"


@pytest.mark.parametrize(("until", "status"), [(0, "pass"), (-1, "review")])
def test_the_last_day_of_the_term_and_the_day_after(until, status):
    day = AS_OF.fromordinal(AS_OF.toordinal() + until).isoformat()
    one = found(lease(until=day))
    assert one.status == status
    assert ("已满" in one.message) is (status == "review")


def test_of_two_leases_one_that_holds_is_enough():
    assert found(lease(until="2020-01-01"), lease()).status == "pass"
    assert found(lease(until="2020-01-01"), lease(until="2021-01-01")).status == "review"


def test_the_term_of_somebody_elses_lease_says_nothing_beside_ones_own():
    assert found(lease(until="2020-01-01", of=OTHER), lease()).status == "pass"
    assert found(lease(until="2029-01-01", of=OTHER), lease(until="2020-01-01")).status == "review"


def test_what_was_not_read_for_certain_says_nothing():
    read = lease(OTHER, "2020-01-01")
    dim = {
        key: replace(fact, evidence=replace(fact.evidence, doubts=frozenset({Doubt.RECOGNISED})))
        for key, fact in read.facts.items()
    }
    assert found(replace(read, facts=dim)).status == "not_applicable"


def test_who_uses_them_says_nothing_where_the_applicants_name_was_not_read():
    read = replace(contents(papers=[lease(OTHER)]), applicant="")
    assert judged("harbin", read).findings[RULE].status == "pass"


def test_a_term_that_is_over_is_told_where_no_user_was_read():
    assert found(paper("lease", facts={"term_until": "2020-01-01"})).status == "review"


def test_papers_of_several_items_are_one_finding():
    book = load("harbin")
    procedure = book.procedures["application"]
    item = next(one for one in procedure.materials if one.item == "11.3b")
    twice = replace(procedure, materials=(*procedure.materials, replace(item, item="11.9z")))
    book = replace(book, procedures={**book.procedures, "application": twice})
    _, findings, _ = judge(contents(papers=[lease(OTHER)]), book, "application", AS_OF)
    assert [one.status for one in findings if one.rule == RULE] == ["review"]


def test_nothing_is_said_where_no_such_paper_is_asked_for():
    assert RULE not in judged("qinhuangdao-2020", contents(papers=[lease(OTHER)])).findings
    assert RULE not in judged("harbin", contents()).findings
