"""The whole of it: every rule leaves a finding, one broken rule spoils nothing, one word at the end."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from schemas.locator import Locator
from schemas.rulebook import FormNote, FunctionsRule, InForce, Judgement, ServiceFunction
from schemas.status import Disposition, FileStatus, Reason, Status, VerdictStatus
from tests.builders.contents import (
    AS_OF,
    FORM_FILE,
    FROM_PICTURE,
    HINTED,
    at_least,
    case,
    contents,
    entry,
    figure,
    file,
    form_spec,
    material,
    paper,
    person,
    rulebook,
)
from validators import judge as judging
from validators.conditions import condition
from validators.judge import judge
from validators.remarks.in_force import in_force
from validators.remarks.judgements import judgement
from validators.remarks.notes import note
from validators.remarks.seals import binding_order, seal

FORM = form_spec("申请单位名称：{applicant_name} 联系电话：{contact_phone}", tables=["staff"])
RULES = rulebook(
    conditions=[at_least("staff_count", 10)],
    materials=[material("11.1", "lease", sealed=True), material("11.2", "other_material", optional=True)],
    form=FORM,
    lists=["staff"],
    functions=FunctionsRule(
        "第八条", "至少一项", (ServiceFunction("training", "", "第八条", ((at_least("person_times", 800),),)),), 1
    ),
    notes=(FormNote("staff", "staff_count", Decimal(20), "备注：不少于20人", "附件2"),),
    judgements=(Judgement("prospects", "第七条（一）", "前景良好", ("发展前景",)),),
)


def sound(**changes):
    """A dossier that meets everything that RULES asks."""
    return contents(
        figures=changes.get("figures", [figure("staff_count", 10), *training(800)]),
        entries=changes.get("entries", [entry("applicant_name", "甲城示例"), entry("contact_phone", "19900000001")]),
        tables={"staff": changes.get("staff", [person("张示例", title="工程师")])},
        papers=changes.get("papers", [paper("lease")]),
        **changes.get("more", {}),
    )


def training(times):
    return [
        figure("function.training.person_times", times, "narrative"),
        figure("function.training.claimed", True, "narrative"),
    ]


def ended(rules=RULES, **changes):
    _, findings, verdict = judge(sound(**changes), rules, "application", AS_OF)
    return {found.rule: found for found in findings}, verdict


class TestVerdict:
    def test_complete(self):
        _, verdict = ended()
        assert (verdict.status, verdict.reasons) == (VerdictStatus.COMPLETE, ())

    def test_a_failed_condition_comes_first(self):
        _, verdict = ended(figures=[figure("staff_count", 9), *training(800)], papers=[])
        assert (verdict.status, verdict.reasons) == (VerdictStatus.INELIGIBLE, ("condition.staff_count",))

    def test_too_few_functions_is_a_failed_condition(self):
        _, verdict = ended(figures=[figure("staff_count", 10), *training(799)])
        assert verdict.reasons == ("condition.functions",)

    def test_a_missing_paper(self):
        _, verdict = ended(papers=[])
        assert (verdict.status, verdict.reasons) == (VerdictStatus.SUPPLEMENT, ("material.11.1",))

    def test_a_faulty_form(self):
        _, verdict = ended(staff=[person("张示例", age=None)])
        assert (verdict.status, verdict.reasons) == (VerdictStatus.SUPPLEMENT, ("form.staff.age",))

    def test_figures_that_disagree_are_for_review(self):
        stated = [figure("staff_count", 10), figure("staff_count", 11, "roster"), *training(800)]
        _, verdict = ended(figures=stated)
        assert (verdict.status, verdict.reasons) == (VerdictStatus.REVIEW, ("crosscheck.staff_count",))

    def test_optional_papers_never_count(self):
        _, verdict = ended(papers=[paper("lease"), paper("other_material", doubts=HINTED)])
        assert verdict.status is VerdictStatus.COMPLETE

    @pytest.mark.parametrize("files", [(), (file("a.pdf", FileStatus.UNREADABLE), file("b", FileStatus.SKIPPED))])
    def test_nothing_could_be_opened(self, files):
        _, verdict = ended(more={"files": files})
        assert verdict.status is VerdictStatus.UNREADABLE

    def test_a_law_that_has_lapsed_does_not_change_it(self):
        findings, verdict = ended(replace(RULES, in_force=InForce("第二十条", None, None)))
        assert findings["rulebook.in_force"].status is Status.REVIEW
        assert verdict.status is VerdictStatus.COMPLETE

    def test_in_a_review_procedure_conditions_do_not_count(self):
        application = replace(RULES.procedures["application"], conditions_count=False)
        rules = replace(RULES, procedures={"application": application})
        findings, verdict = ended(rules, figures=[figure("staff_count", 9)])
        assert findings["condition.staff_count"].status is Status.FAIL
        assert findings["condition.staff_count"].disposition is Disposition.NOTE
        assert verdict.status is VerdictStatus.COMPLETE


class TestFindings:
    def test_every_rule_leaves_one(self):
        materials, findings, _ = judge(contents(), RULES, "application", AS_OF)
        rules = [found.rule for found in findings]
        assert len(rules) == len(set(rules))
        assert [held.item for held in materials] == ["11.1", "11.2"]
        for rule in (
            "rulebook.in_force",
            "material.11.1",
            "material.11.2",
            "seal.11.1",
            "form.application.contact_phone",
            "form.staff.age",
            "condition.staff_count",
            "condition.function.training.person_times",
            "condition.functions",
            "note.staff",
            "judgement.prospects",
            "crosscheck.total_assets",
            "crosscheck.investor_share",
            "crosscheck.duplicate_enterprises",
            "crosscheck.service_revenue_within_revenue",
        ):
            assert rule in rules

    def test_a_reason_stands_exactly_where_a_person_must_look(self):
        _, findings, _ = judge(contents(), RULES, "application", AS_OF)
        assert all((found.reason is not None) == (found.status is Status.REVIEW) for found in findings)

    def test_an_empty_dossier_fails_no_condition_and_no_form(self):
        _, findings, _ = judge(contents(), RULES, "application", AS_OF)
        assert {f.rule for f in findings if f.status is Status.FAIL} == {"material.11.1"}

    def test_a_broken_rule_is_an_error_and_the_rest_stands(self, monkeypatch):
        def broken(case, asked, materials=(), rule=None):
            if asked.measure == "total_assets":
                raise ZeroDivisionError("示例")
            return condition(case, asked, materials, rule)

        monkeypatch.setattr(judging, "condition", broken)
        rules = replace(RULES, conditions=(at_least("total_assets", 30), *RULES.conditions))
        findings, verdict = ended(rules)
        assert findings["condition.total_assets"].status is Status.ERROR
        assert findings["condition.staff_count"].status is Status.PASS
        assert verdict.reasons == ("condition.total_assets",)

    def test_a_broken_material_is_an_error_and_the_rest_stands(self, monkeypatch):
        def broken(_case, item):
            raise ZeroDivisionError(item.item)

        monkeypatch.setattr(judging.materials, "material", broken)
        findings, verdict = ended()
        assert findings["material.11.1"].status is Status.ERROR
        assert findings["condition.staff_count"].status is Status.PASS
        assert verdict.status is VerdictStatus.REVIEW


class TestInForce:
    @pytest.mark.parametrize(
        ("since", "until", "superseded", "day", "status"),
        [
            pytest.param("2022-01-01", "2026-12-31", None, "2026-12-31", "pass", id="last-day"),
            pytest.param("2022-01-01", "2026-12-31", None, "2027-01-01", "review", id="day-after"),
            pytest.param("2022-01-01", None, None, "2021-12-31", "review", id="day-before"),
            pytest.param("2022-01-01", None, None, "2022-01-01", "pass", id="first-day"),
            pytest.param(None, None, None, "2026-03-15", "review", id="dates-unknown"),
            pytest.param("2017-07-03", None, "2025-10-21", "2025-10-20", "pass", id="before-the-successor"),
            pytest.param("2017-07-03", None, "2025-10-21", "2025-10-21", "review", id="successor-issued"),
        ],
    )
    def test_dates(self, since, until, superseded, day, status):
        dates = [None if text is None else date.fromisoformat(text) for text in (since, until, superseded)]
        term = InForce("第二十条", dates[0], dates[1], superseded=dates[2])
        found = in_force(case(rules=rulebook(in_force=term), as_of=date.fromisoformat(day)))
        assert found.status == status
        assert found.reason is (Reason.RULE_NOT_IN_FORCE if status == "review" else None)


@pytest.mark.parametrize(
    ("stated", "status"), [([20, 20], "pass"), ([20, 19], "review"), ([12], "review"), ([], "review")]
)
def test_a_note_never_fails(stated, status):
    figures = [figure("staff_count", n, source) for n, source in zip(stated, ("form", "roster"), strict=False)]
    found = note(case(contents(figures)), RULES.notes[0])
    assert (found.rule, found.status, found.disposition) == ("note.staff", status, Disposition.NOTE)


def test_a_judgement_shows_the_passages_that_speak_of_it():
    passages = (Locator("报告.docx", text="具有良好的发展前景"), Locator("报告.docx", text="其他"))
    found = judgement(case(contents(passages=passages)), RULES.judgements[0])
    assert (found.status, found.disposition) == (Status.REVIEW, Disposition.NOTE)
    assert found.evidence == passages[:1]


class TestSeals:
    ITEM = material("11.1", "application_form", sealed=True)

    @pytest.mark.parametrize(
        ("papers", "status"),
        [
            pytest.param([paper("application_form", doubts=FROM_PICTURE, facts={"seal": "seen"})], "pass", id="seen"),
            pytest.param(
                [paper("application_form", doubts=FROM_PICTURE, facts={"seal": "absent"})], "review", id="absent"
            ),
            pytest.param([paper("application_form")], "review", id="text"),
            pytest.param([], "not_applicable", id="no-paper"),
        ],
    )
    def test_seal(self, papers, status):
        found = seal(case(contents(papers=papers)), self.ITEM)
        assert (found.rule, found.status, found.disposition) == ("seal.11.1", status, Disposition.NOTE)

    def order(self, *papers):
        rules = rulebook(materials=[material("12.1", "one"), material("12.2", "two")])
        return binding_order(case(contents(papers=papers), rules)).status

    def test_order_in_one_volume(self):
        assert self.order(paper("one", FORM_FILE, pages=(1, 2)), paper("two", FORM_FILE, pages=(3, 4))) is Status.PASS
        assert self.order(paper("one", FORM_FILE, pages=(3, 4)), paper("two", FORM_FILE, pages=(1, 2))) is Status.REVIEW

    def test_order_by_numbered_names(self):
        assert self.order(paper("one", "01 甲.pdf"), paper("two", "02 乙.pdf")) is Status.PASS
        assert self.order(paper("one", "02 甲.pdf"), paper("two", "01 乙.pdf")) is Status.REVIEW

    def test_order_unknown(self):
        assert self.order(paper("one", "甲.pdf"), paper("two", "乙.pdf")) is Status.NOT_APPLICABLE
