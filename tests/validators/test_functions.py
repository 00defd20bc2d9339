"""Enough functions met for certain passes, too few for certain fails, anything else is for a person."""

from dataclasses import replace
from types import MappingProxyType

from schemas.rulebook import FunctionsRule, ServiceFunction
from schemas.status import Disposition, Status
from tests.builders.contents import at_least, case, contents, figure
from validators.functions import function, functions


def one(name, *paths):
    return ServiceFunction(name, "", "第八条（一）", paths)


INFORMATION = one("information", (at_least("activities", 5), at_least("offline_enterprises", 60)))
TECHNOLOGY = one("technology", (at_least("activities", 5),))
TRAINING = one("training", (at_least("person_times", 1000),))
FINANCING = one(
    "financing",
    (at_least("activities", 4), at_least("financing_amount", 10000)),
    (at_least("guarantee_amount", 30000),),
)
ALL = (INFORMATION, TECHNOLOGY, TRAINING, FINANCING)


def stated(**values):
    """technology_activities=5 is function.technology.activities."""
    named = {f"function.{key.replace('_', '.', 1)}": value for key, value in values.items()}
    return [figure(measure, value, "narrative") for measure, value in named.items()]


ALL_MISSED = stated(
    information_activities=4,
    technology_activities=4,
    training_person_times=999,
    financing_activities=3,
    financing_guarantee_amount=29999,
)


def ends(figures, **rule):
    asked = FunctionsRule("第八条", "服务功能", ALL, **rule)
    return functions(case(contents(figures)), asked).status


class TestOneFunction:
    def held(self, asked, **values):
        return function(case(contents(stated(**values))), asked)

    def test_all_of_a_path(self):
        assert (
            self.held(INFORMATION, information_activities=5, information_offline_enterprises=60).status is Status.PASS
        )
        assert (
            self.held(INFORMATION, information_activities=4, information_offline_enterprises=60).status is Status.FAIL
        )
        assert self.held(INFORMATION, information_activities=5).status is Status.REVIEW

    def test_any_path(self):
        assert self.held(FINANCING, financing_guarantee_amount=30000).status is Status.PASS

    def test_one_path_missed_and_the_other_unknown_is_undecided(self):
        assert self.held(FINANCING, financing_activities=1, financing_financing_amount=5).status is Status.REVIEW

    def test_a_path_of_which_nothing_is_said_does_not_apply(self):
        held = self.held(FINANCING, financing_guarantee_amount=30000)
        statuses = {found.rule.split(".")[-1]: found.status for found in held.findings}
        assert statuses == {
            "activities": Status.NOT_APPLICABLE,
            "financing_amount": Status.NOT_APPLICABLE,
            "guarantee_amount": Status.PASS,
        }

    def test_unclaimed_and_without_figures_does_not_apply(self):
        held = self.held(TRAINING)
        assert [found.status for found in held.findings] == [Status.NOT_APPLICABLE]
        assert held.findings[0].rule == "condition.function.training.person_times"

    def test_claimed_without_figures_is_for_a_person(self):
        assert [found.status for found in self.held(TRAINING, training_claimed=True).findings] == [Status.REVIEW]

    def test_feeds_only(self):
        assert self.held(TRAINING, training_person_times=1).findings[0].disposition is Disposition.NOTE


class TestBranches:
    ASKED = one(
        "training",
        (
            at_least("person_times", 800),
            at_least("training_hours", 50, when=("function.training.focus", "employees")),
            at_least("training_hours", 60, when=("function.training.focus", "managers")),
        ),
    )

    def held(self, hours, *focus):
        figures = stated(training_person_times=800, training_training_hours=hours)
        figures += [figure("function.training.focus", who, "narrative") for who in focus]
        return function(case(contents(figures)), self.ASKED)

    def test_the_branch_that_fits_decides(self):
        assert self.held(50, "employees").status is Status.PASS
        assert self.held(49, "employees").status is Status.FAIL
        assert self.held(59, "managers").status is Status.FAIL

    def test_without_a_main_group_only_the_common_bound_holds(self):
        assert self.held(1).status is Status.PASS

    def test_two_branches_of_one_measure_leave_one_finding(self):
        rules = [found.rule for found in self.held(55, "employees").findings]
        assert len(rules) == len(set(rules)) == 2


class TestAtLeastOne:
    def test_one_met_is_enough(self):
        assert ends(stated(technology_claimed=True, technology_activities=5), at_least=1) is Status.PASS

    def test_the_claimed_one_missed_and_of_the_others_nothing_said(self):
        assert ends(stated(technology_claimed=True, technology_activities=4), at_least=1) is Status.REVIEW

    def test_every_one_missed(self):
        assert ends(ALL_MISSED, at_least=1) is Status.FAIL

    def test_another_one_may_still_be_met(self):
        figures = stated(technology_claimed=True, technology_activities=4, training_claimed=True)
        assert ends(figures, at_least=1) is Status.REVIEW

    def test_nothing_claimed_anywhere(self):
        assert ends([], at_least=1) is Status.REVIEW
        assert ends(stated(technology_activities=4), at_least=1) is Status.REVIEW
        assert ends(stated(technology_activities=5), at_least=1) is Status.PASS


class TestEachClaimed:
    def test_each_met(self):
        figures = stated(
            technology_claimed=True, technology_activities=5, training_claimed=True, training_person_times=1000
        )
        assert ends(figures, claimed=True) is Status.PASS

    def test_one_missed(self):
        figures = stated(
            technology_claimed=True, technology_activities=5, training_claimed=True, training_person_times=999
        )
        assert ends(figures, claimed=True) is Status.FAIL

    def test_one_unknown(self):
        figures = stated(technology_claimed=True, technology_activities=5, training_claimed=True)
        assert ends(figures, claimed=True) is Status.REVIEW

    def test_none_claimed_in_so_many_words_but_met(self):
        assert ends(stated(technology_activities=5), claimed=True) is Status.PASS

    def test_none_claimed_in_so_many_words_and_missed(self):
        assert ends(stated(technology_activities=1), claimed=True) is Status.REVIEW

    def test_nothing_said_of_any(self):
        assert ends(stated(), claimed=True) is Status.REVIEW

    def test_an_unclaimed_one_that_misses_does_not_matter(self):
        figures = stated(technology_claimed=True, technology_activities=5, training_person_times=1)
        assert ends(figures, claimed=True) is Status.PASS


class TestByType:
    BOTH = MappingProxyType({"综合性": 3, "专业性": 1})

    def met(self, count, kind=None):
        enough = (
            stated(technology_claimed=True, technology_activities=5),
            stated(training_claimed=True, training_person_times=1000),
            stated(financing_claimed=True, financing_guarantee_amount=30000),
        )
        figures = [one for some in enough[:count] for one in some]
        figures += [figure("platform_type", kind, "narrative")] if kind else []
        return ends(figures or stated(technology_claimed=True, technology_activities=1), by_type=self.BOTH)

    def test_comprehensive(self):
        assert self.met(3, "综合性平台") is Status.PASS
        assert self.met(2, "综合性平台") is Status.REVIEW
        missed = [*ALL_MISSED, figure("platform_type", "综合性平台", "narrative")]
        assert ends(missed, by_type=self.BOTH) is Status.FAIL

    def test_specialised(self):
        assert self.met(1, "专业性") is Status.PASS

    def test_unknown_type(self):
        assert self.met(3) is Status.PASS
        assert self.met(2) is Status.REVIEW
        assert self.met(1) is Status.REVIEW
        assert self.met(0) is Status.REVIEW
        assert ends(ALL_MISSED, by_type=self.BOTH) is Status.FAIL


def said(figures, **rule):
    return functions(case(contents(figures)), FunctionsRule("第八条", "服务功能", ALL, **rule))


class TestWhatIsSaid:
    def test_a_function_that_is_missed_gives_number_bound_year_and_clause(self):
        low = [replace(one, year=2025) for one in ALL_MISSED]
        actual = said(low, at_least=1).actual
        assert "培训服务：2025年999人次，少于1000人次（第七条（一））" in actual
        assert "信息服务：2025年4次，少于5次" in actual

    def test_the_kind_of_platform_and_where_it_was_read(self):
        kinds = {"综合性": 3, "专业性": 1}
        prose = figure("platform_type", "专业性", "narrative")
        assert "平台类型为专业性（申请报告文字）" in said([*ALL_MISSED, prose], by_type=kinds).message
        assert "平台类型未读到" in said(ALL_MISSED, by_type=kinds).message

    def test_what_a_person_entered_outweighs_what_the_report_says(self):
        kinds = {"综合性": 3, "专业性": 1}
        met = stated(technology_activities=5, information_activities=1, training_person_times=1, financing_activities=1)
        missed = stated(information_offline_enterprises=1, financing_guarantee_amount=1, financing_financing_amount=1)
        prose, entered = figure("platform_type", "综合性", "narrative"), figure("platform_type", "专业性", "round")
        assert said([*met, *missed, prose], by_type=kinds).status is Status.FAIL
        told = said([*met, *missed, prose, entered], by_type=kinds)
        assert told.status is Status.PASS
        assert "平台类型为专业性（收件登记）" in told.message


class TestLeftToPeople:
    """A function that the program has no measure for is open: it can neither be counted as met nor as missed."""

    MARKET = ServiceFunction("market", "市场开拓服务", "第五条（七）", (), "年组织参展不少于5次")

    def held(self, *functions_, needed=2, **values):
        rule = FunctionsRule("第五条", "符合下列两项以上", functions_, at_least=needed)
        return functions(case(contents(stated(**values))), rule)

    def test_keeps_too_few_others_from_being_a_fail(self):
        missed = {"technology_activities": 4, "training_person_times": 1200}
        assert self.held(TECHNOLOGY, TRAINING, **missed).status is Status.FAIL
        found = self.held(TECHNOLOGY, TRAINING, self.MARKET, **missed)
        assert found.status is Status.REVIEW
        assert "市场开拓服务由人核对" in found.message

    def test_is_not_needed_where_the_others_are_enough(self):
        met = {"technology_activities": 5, "training_person_times": 1000}
        assert self.held(TECHNOLOGY, TRAINING, self.MARKET, **met).status is Status.PASS

    def test_of_all_that_are_claimed_somebody_must_look_at_it(self):
        met = [*stated(technology_activities=5), figure("function.technology.claimed", True, "narrative")]
        for beside, status in (((), Status.PASS), ((self.MARKET,), Status.REVIEW)):
            rule = FunctionsRule("第五条", "申报的都要达到", (TECHNOLOGY, *beside), claimed=True)
            assert functions(case(contents(met)), rule).status is status
