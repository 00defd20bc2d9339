"""Present, partial, missing, or for a person: each item by what was read, and by what could not be."""

from dataclasses import replace

import pytest

from schemas.rulebook import Demand
from schemas.status import Disposition, MaterialStatus, Reason, Status
from schemas.trust import NONE
from tests.builders.contents import (
    FROM_PICTURE,
    HINTED,
    NAMED_ONLY,
    UNREAD_PART,
    case,
    contents,
    material,
    paper,
    person,
    place,
    rulebook,
)
from validators.materials import finding
from validators.materials import material as held

TITLES = {"lease": "租赁合同", "report": "申请报告", "report.plans": "下一步发展设想"}


def on(item, *papers, unidentified=()):
    read = contents(papers=papers, unidentified=tuple(place(name) for name in unidentified))
    return held(case(read, rulebook(paper_titles=TITLES)), item)


def demand(kind, *parts):
    return Demand(kind, parts)


LEASE = material("11.3b", "property_certificate", "lease")
REPORT = material("8.1", alternatives=((demand("report", "basics", "plans"),),))
AUDITS = material(
    "9.6", alternatives=((demand("audit"), demand("special_audit")), (demand("audit", "service_accounts"),))
)


class TestOneOfSeveral:
    def test_any_one_is_enough(self):
        assert on(LEASE, paper("lease")).status is MaterialStatus.PRESENT

    def test_none_is_missing(self):
        result = on(LEASE)
        assert result.status is MaterialStatus.MISSING
        found = finding(LEASE, result)
        assert (found.rule, found.status, found.disposition) == (
            "material.11.3b",
            Status.FAIL,
            Disposition.SUPPLEMENT,
        )

    def test_weak_match(self):
        result = on(LEASE, paper("lease", doubts=HINTED, by="标题相近"))
        assert (result.status, result.reason) == (MaterialStatus.REVIEW, Reason.WEAK_MATCH)

    def test_a_sure_paper_beats_a_weak_one(self):
        assert on(LEASE, paper("lease", doubts=HINTED), paper("lease")).status is MaterialStatus.PRESENT


class TestUnreadable:
    def test_a_file_named_so(self):
        result = on(LEASE, paper("lease", "租赁合同.pdf", doubts=NAMED_ONLY))
        assert (result.status, result.reason) == (MaterialStatus.REVIEW, Reason.UNREADABLE)
        assert "租赁合同.pdf" in result.note

    def test_a_file_named_otherwise_does_not_help(self):
        assert on(LEASE, paper("audit", "审计报告.pdf", doubts=NAMED_ONLY)).status is MaterialStatus.MISSING

    def test_a_file_whose_name_says_nothing_may_hold_it(self):
        result = on(LEASE, unidentified=["扫描件1.pdf"])
        assert (result.status, result.reason) == (MaterialStatus.REVIEW, Reason.UNREADABLE)
        assert "扫描件1.pdf" in result.note

    def test_what_is_found_elsewhere_it_need_not_hold(self):
        assert on(LEASE, paper("lease"), unidentified=["扫描件1.pdf"]).status is MaterialStatus.PRESENT

    def test_photograph_without_words(self):
        assert on(material("9.1", "photo"), paper("photo", doubts=FROM_PICTURE)).status is MaterialStatus.PRESENT


class TestParts:
    def test_all_there(self):
        assert on(REPORT, paper("report", parts=["basics", "plans"])).status is MaterialStatus.PRESENT

    def test_one_not_there(self):
        result = on(REPORT, paper("report", parts=["basics"]))
        assert result.status is MaterialStatus.PARTIAL
        assert "下一步发展设想" in result.note
        assert finding(REPORT, result).status is Status.FAIL

    def test_over_two_papers(self):
        papers = paper("report", "甲.pdf", parts=["basics"]), paper("report", "乙.pdf", parts=["plans"])
        assert on(REPORT, *papers).status is MaterialStatus.PRESENT

    def test_a_page_of_the_file_cannot_be_read(self):
        assert on(REPORT, paper("report", "报告.pdf", parts=["basics"]), unidentified=["报告.pdf"]).status is (
            MaterialStatus.REVIEW
        )

    def test_a_second_one_cannot_be_read(self):
        papers = paper("report", "甲.pdf", parts=["basics"]), paper("report", "乙.pdf", doubts=NAMED_ONLY)
        assert on(REPORT, *papers).status is MaterialStatus.REVIEW

    def test_a_readable_paper_lacks_its_part_whatever_else_is_unreadable(self):
        result = on(REPORT, paper("report", "报告.pdf", parts=["basics"]), unidentified=["扫描件1.pdf"])
        assert result.status is MaterialStatus.PARTIAL


class TestAlternativesOfSeveralPapers:
    def test_both_separate(self):
        assert on(AUDITS, paper("audit"), paper("special_audit")).status is MaterialStatus.PRESENT

    def test_one_that_holds_both(self):
        assert on(AUDITS, paper("audit", parts=["service_accounts"])).status is MaterialStatus.PRESENT

    def test_one_of_two(self):
        assert on(AUDITS, paper("audit")).status is MaterialStatus.PARTIAL

    def test_one_of_two_cannot_be_opened(self):
        papers = paper("audit", "审计报告.pdf", doubts=NAMED_ONLY), paper("special_audit")
        assert on(AUDITS, *papers).status is MaterialStatus.REVIEW

    def test_neither(self):
        assert on(AUDITS).status is MaterialStatus.MISSING


class TestMonth:
    ITEM = material("9.3a", "credit_report", same_month=True)

    def test_the_day_that_is_wrong_is_the_first_place(self):
        one = paper("credit_report", facts={"made_on": "2025-11-18"})
        said = replace(one.facts["made_on"], evidence=place("credit_report.pdf", "查询日期：2025-11-18"))
        result = on(self.ITEM, replace(one, facts={"made_on": said}))
        assert [at.text for at in result.evidence] == ["查询日期：2025-11-18", None]

    @pytest.mark.parametrize(
        ("made", "status"),
        [
            pytest.param("2026-03-01", "present", id="this-month"),
            pytest.param("2026-03", "present", id="this-month-without-day"),
            pytest.param("2026-02-28", "partial", id="last-month"),
            pytest.param("2025-03-15", "partial", id="last-year"),
            pytest.param(None, "review", id="unknown"),
        ],
    )
    def test_made_on(self, made, status):
        facts = {} if made is None else {"made_on": made}
        assert on(self.ITEM, paper("credit_report", facts=facts)).status == status

    def test_what_a_clerk_named_and_nobody_could_read_is_for_a_person(self):
        one = paper("report", parts=["basics"], doubts=UNREAD_PART)
        assert on(REPORT, one).status is MaterialStatus.REVIEW
        assert on(REPORT, replace(one, doubts=NONE)).status is MaterialStatus.PARTIAL
        assert on(LEASE, paper("lease", doubts=UNREAD_PART)).status is MaterialStatus.PRESENT

    def test_a_copy_of_this_month_is_enough(self):
        old, new = (
            paper("credit_report", f"{day}.pdf", facts={"made_on": day}) for day in ("2025-01-01", "2026-03-02")
        )
        assert on(self.ITEM, old, new).status is MaterialStatus.PRESENT

    def test_an_unreadable_second_one_may_be_of_this_month(self):
        old = paper("credit_report", facts={"made_on": "2025-01-01"})
        assert on(self.ITEM, old, paper("credit_report", "乙.jpg", doubts=NAMED_ONLY)).status is MaterialStatus.REVIEW

    def test_each_sheet_is_of_this_month(self):
        item = material("9.3b", alternatives=((demand("sheets", "one", "two"),),), same_month=True)
        one = paper("sheets", "1.pdf", parts=["one"], facts={"made_on": "2026-03-01"})
        two = paper("sheets", "2.pdf", parts=["two"], facts={"made_on": "2026-02-01"})
        assert on(item, one, two).status is MaterialStatus.PARTIAL


class TestSeal:
    ITEM = material("9.14", "declaration", seal_decides=True)

    @pytest.mark.parametrize(
        ("seal", "status"), [("seen", "present"), ("absent", "partial"), ("unknown", "review"), (None, "review")]
    )
    def test_on_a_picture(self, seal, status):
        facts = {} if seal is None else {"seal": seal}
        assert on(self.ITEM, paper("declaration", doubts=FROM_PICTURE, facts=facts)).status == status

    def test_a_text_shows_no_seal_and_needs_none(self):
        assert on(self.ITEM, paper("declaration")).status is MaterialStatus.PRESENT

    def test_elsewhere_a_seal_decides_nothing(self):
        item = material("11.10b", "declaration", sealed=True)
        unsealed = paper("declaration", doubts=FROM_PICTURE, facts={"seal": "absent"})
        assert on(item, unsealed).status is MaterialStatus.PRESENT


class TestOptional:
    ITEM = material("11.10a", "other_material", optional=True)

    def test_missing_does_not_fail(self):
        result = on(self.ITEM)
        assert result.status is MaterialStatus.MISSING
        assert finding(self.ITEM, result).status is Status.NOT_APPLICABLE

    def test_present(self):
        assert finding(self.ITEM, on(self.ITEM, paper("other_material"))).status is Status.PASS


def test_what_only_hints_at_it_is_for_a_person():
    item = material("8.6b", "service_evaluation", hinted_by=("enterprise_list",))
    assert on(item, paper("enterprise_list")).reason is Reason.WEAK_MATCH
    assert on(item, paper("service_evaluation"), paper("enterprise_list")).status is MaterialStatus.PRESENT
    assert on(item).status is MaterialStatus.MISSING


def test_says_for_whom_a_certificate_was_seen():
    papers = [paper("staff_certificates", facts={"subject": "张示例"}), paper("staff_certificates", "乙.pdf")]
    read = contents(papers=papers, tables={"staff": [person("张 示例"), person("李示例")]})
    result = held(case(read), material("11.6b", "staff_certificates"))
    assert result.status is MaterialStatus.PRESENT
    assert "张 示例" in result.note
    assert "李示例" not in result.note


class TestLevelOfTheIssuer:
    ITEM = material("17.6", alternatives=((Demand("superior_recognition", levels=("省级", "国家部委")),),))

    @pytest.mark.parametrize(
        ("level", "status", "says"),
        [
            pytest.param("省级", "present", "", id="of-a-level-asked-for"),
            pytest.param("国家部委", "present", "", id="of-the-other"),
            pytest.param("市级", "review", "级别为市级，须为省级、国家部委", id="of-another"),
            pytest.param(None, "review", "未能读出颁发机关的级别", id="not-read"),
        ],
    )
    def test_it_is_there_only_where_the_level_was_read(self, level, status, says):
        facts = {} if level is None else {"issuer_level": level}
        result = on(self.ITEM, paper("superior_recognition", facts=facts))
        assert result.status == status
        assert says in result.note

    def test_one_of_several_papers_is_enough(self):
        papers = [paper("superior_recognition", f"{one}.pdf", facts={"issuer_level": one}) for one in ("市级", "省级")]
        assert on(self.ITEM, *papers).status is MaterialStatus.PRESENT

    def test_an_item_that_asks_for_none_is_there_without(self):
        assert on(material("17.6", "superior_recognition"), paper("superior_recognition")).status == "present"


def test_the_one_paper_of_an_item_is_named_by_its_title_alone():
    item = material("8.8", "lease")
    result = on(item)
    said = finding(item, result).message
    assert result.note == "未见该项材料"
    assert "租赁合同" not in said


def test_of_several_ways_each_is_named():
    assert on(LEASE).note == "未见“property_certificate”或“租赁合同”"
