"""A condition passes where every figure meets the bound, fails where none does, else a person looks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.findings import MaterialResult
from schemas.rulebook import Condition, Relaxation
from schemas.status import Disposition, FileStatus, MaterialStatus, Reason, Status
from schemas.trust import Doubt
from tests.builders.contents import (
    LOWER_BOUND,
    MAIN_PART,
    RECOGNISED,
    at_least,
    case,
    contents,
    entry,
    figure,
    file,
    paper,
    year,
)
from validators.conditions import condition

STAFF = at_least("staff_count", 10)
YEARS = at_least("operating_years", 2)
BOTH = "学历与职称须同时具备"


def judged(asked, *figures, as_of=date(2026, 3, 15), **more):
    return condition(case(contents(figures, **more), as_of=as_of), asked)


@pytest.mark.parametrize(
    ("stated", "status", "reason"),
    [
        pytest.param([10, 10], "pass", None, id="exactly-the-bound"),
        pytest.param(["9.9"], "fail", None, id="just-below"),
        pytest.param([9, 8], "fail", None, id="none-meets"),
        pytest.param([10, 9], "review", "conflict", id="form-and-roster-straddle"),
        pytest.param([], "review", "not_found", id="nobody-states-it"),
    ],
)
def test_staff_count(stated, status, reason):
    figures = [figure("staff_count", n, source) for n, source in zip(stated, ("form", "roster"), strict=False)]
    found = judged(STAFF, *figures)
    assert (found.status, found.reason) == (status, reason)
    assert found.article == "第七条（一）"
    assert len(found.evidence) == len(stated)


def test_only_a_fail_belongs_on_the_list_of_ineligible():
    assert judged(STAFF, figure("staff_count", 9)).disposition is Disposition.INELIGIBLE
    assert judged(STAFF, figure("staff_count", 10)).disposition is Disposition.VERIFY


def test_what_is_not_found_may_be_in_an_unreadable_file():
    found = judged(STAFF, files=(file("扫描.pdf", FileStatus.UNREADABLE),))
    assert found.reason is Reason.UNREADABLE


class TestPartialLists:
    def test_a_list_of_the_main_part_below_the_bound_does_not_conflict(self):
        found = judged(STAFF, figure("staff_count", 12), figure("staff_count", 8, "roster", doubts=MAIN_PART))
        assert (found.status, found.reason) == (Status.REVIEW, Reason.AMBIGUOUS_RULE)

    def test_a_list_of_the_main_part_alone_never_fails(self):
        assert judged(STAFF, figure("staff_count", 8, "roster", doubts=MAIN_PART)).status is Status.REVIEW

    def test_a_list_of_the_main_part_that_meets_the_bound_passes(self):
        assert judged(STAFF, figure("staff_count", 10, "roster", doubts=MAIN_PART)).status is Status.PASS

    def test_below_the_bound_by_the_form_too_fails(self):
        stated = figure("staff_count", 9), figure("staff_count", 8, "roster", doubts=MAIN_PART)
        assert judged(STAFF, *stated).status is Status.FAIL


class TestLowerBounds:
    ASKED = at_least("free_service_share", 20)

    def test_meets(self):
        assert judged(self.ASKED, figure("free_service_share", 20, "roster", doubts=LOWER_BOUND)).status is Status.PASS

    def test_never_misses(self):
        stated = figure("free_service_share", 5, "roster", doubts=LOWER_BOUND)
        assert judged(self.ASKED, stated).status is Status.REVIEW

    def test_leaves_the_outcome_to_the_other_figures(self):
        low = figure("free_service_share", 5, "roster", doubts=LOWER_BOUND)
        assert judged(self.ASKED, low, figure("free_service_share", 44, "narrative")).status is Status.PASS
        assert judged(self.ASKED, low, figure("free_service_share", 12, "narrative")).status is Status.FAIL


class TestLeftOut:
    """18（不含兼职6人）: what the remark leaves out may bring the count to the bound; nothing else of it is softer."""

    LEFT = frozenset({Doubt.LEAVES_OUT})

    def test_a_miss_is_for_a_person(self):
        found = judged(STAFF, figure("staff_count", 9, doubts=self.LEFT), figure("staff_count", 9, "roster"))
        assert (found.status, found.reason) == (Status.REVIEW, Reason.AMBIGUOUS_RULE)
        assert "另注明有未计入的" in found.message

    def test_a_bound_that_is_met_is_met(self):
        assert judged(STAFF, figure("staff_count", 10, doubts=self.LEFT)).status is Status.PASS

    def test_a_miss_of_what_counts_some_in_stays(self):
        stated = figure("staff_count", 9, doubts=frozenset({Doubt.COUNTED_APART}))
        assert judged(STAFF, stated).status is Status.FAIL


class TestRecognisedOnly:
    def test_never_fails_alone(self):
        found = judged(STAFF, figure("staff_count", 9, doubts=RECOGNISED))
        assert (found.status, found.reason) == (Status.REVIEW, Reason.UNREADABLE)

    def test_fails_beside_a_number_that_was_read(self):
        stated = figure("staff_count", 9, doubts=RECOGNISED), figure("staff_count", 9, "roster")
        assert judged(STAFF, *stated).status is Status.FAIL


class TestReadings:
    ASKED = at_least("qualified_staff_share", 60)

    def stated(self, union, both):
        return figure("qualified_staff_share", union, "roster"), figure(
            "qualified_staff_share", both, "roster", reading=BOTH
        )

    def test_the_same_under_both_is_the_outcome(self):
        assert judged(self.ASKED, *self.stated(75, 60)).status is Status.PASS
        assert judged(self.ASKED, *self.stated(59, 40)).status is Status.FAIL

    def test_different_outcomes_are_for_a_person_who_sees_both_numbers(self):
        found = judged(self.ASKED, *self.stated(75, 59))
        assert (found.status, found.reason) == (Status.REVIEW, Reason.AMBIGUOUS_RULE)
        assert "75%" in found.message
        assert "59%" in found.message
        assert BOTH in found.message


class TestYears:
    @pytest.mark.parametrize(
        ("registered", "status"),
        [
            pytest.param("2024-03-15", "pass", id="the-anniversary-is-today"),
            pytest.param("2024-03-16", "fail", id="the-anniversary-is-tomorrow"),
            pytest.param("2024-02", "pass", id="month-before"),
            pytest.param("2024-03", "review", id="the-day-would-decide"),
            pytest.param("2024-04", "fail", id="month-after"),
            pytest.param("2024", "review", id="only-the-year"),
        ],
    )
    def test_anniversary(self, registered, status):
        stated = figure("registered_on", registered), figure("operating_years", "1.9")
        assert judged(YEARS, *stated).status == status

    def test_leap_day(self):
        asked = at_least("operating_years", 1)
        assert judged(asked, figure("registered_on", "2024-02-29"), as_of=date(2025, 2, 28)).status is Status.PASS
        assert judged(asked, figure("registered_on", "2024-02-29"), as_of=date(2025, 2, 27)).status is Status.FAIL

    def test_the_licence_tells_the_day_that_the_form_leaves_open(self):
        stated = figure("registered_on", "2024-03"), figure("registered_on", "2024-03-10", "licence")
        assert judged(YEARS, *stated).status is Status.PASS

    def test_years_count_where_no_date_is_known(self):
        assert judged(YEARS, figure("operating_years", "2.0")).status is Status.PASS

    @settings(max_examples=40, deadline=None)
    @given(st.dates(date(2000, 1, 1), date(2026, 3, 15)), st.integers(1, 5))
    def test_older_never_does_worse(self, registered, years):
        asked = at_least("operating_years", years)
        outcome = judged(asked, figure("registered_on", registered.isoformat())).status
        older = judged(asked, figure("registered_on", registered.replace(year=1999, day=1).isoformat())).status
        assert outcome in (Status.PASS, Status.FAIL)
        assert older is Status.PASS


class TestNumericRelaxation:
    ASKED = at_least(
        "total_assets", 200, relaxation=Relaxation("第七条末款", "可放宽", Decimal(100), ("事业单位", "社会团体"))
    )

    def judged(self, assets, kind="事业单位", **more):
        entries = [] if kind is None else [entry("organisation_type", kind, **more)]
        return judged(self.ASKED, figure("total_assets", assets), entries=entries)

    @pytest.mark.parametrize(
        ("assets", "status"),
        [
            pytest.param(200, "pass", id="the-bound"),
            pytest.param("199.99", "review", id="below-it"),
            pytest.param(100, "review", id="the-relaxed-bound"),
            pytest.param("99.99", "fail", id="below-the-relaxed-bound"),
        ],
    )
    def test_an_applicant_of_that_kind(self, assets, status):
        assert self.judged(assets).status == status

    def test_says_why(self):
        found = self.judged(150)
        assert found.reason is Reason.RELAXATION_POSSIBLE
        assert "第七条末款" in found.message

    def test_a_company_is_not_helped(self):
        assert self.judged(150, "有限责任公司").status is Status.FAIL

    @pytest.mark.parametrize(
        ("kind", "status"), [("事业单位", "review"), ("基金会", "fail")], ids=["of-the-clause", "another"]
    )
    def test_a_certificate_or_code_may_show_the_kind(self, kind, status):
        shown = figure("organisation_kind", kind, "licence")
        entries = [entry("organisation_type", "其他")]
        assert judged(self.ASKED, figure("total_assets", 150), shown, entries=entries).status == status

    @pytest.mark.parametrize("kind", [None, ""])
    def test_unknown_kind_is_for_a_person(self, kind):
        assert self.judged(150, kind).status is Status.REVIEW

    def test_a_kind_that_was_only_recognised_excludes_nothing(self):
        assert self.judged(150, "有限责任公司", doubts=RECOGNISED).status is Status.REVIEW


class TestUnnumberedRelaxation:
    ANYBODY = replace(STAFF, relaxation=Relaxation("第五条（七）", "可适度放宽"))
    WEST = replace(STAFF, relaxation=Relaxation("第十二条末款", "可适度放宽", regions=("四川省", "江西省赣州市")))

    def test_any_applicant(self):
        assert judged(self.ANYBODY, figure("staff_count", 1)).reason is Reason.RELAXATION_POSSIBLE
        assert judged(self.ANYBODY, figure("staff_count", 10)).status is Status.PASS

    @pytest.mark.parametrize(
        ("places", "status"),
        [
            pytest.param(["四川省"], "review", id="in-the-region"),
            pytest.param(["四川省凉山彝族自治州西昌市"], "review", id="a-county-level-city-of-it"),
            pytest.param(["江西省赣州市"], "review", id="a-city-of-the-region"),
            pytest.param(["江西省吉安市"], "fail", id="another-city-of-its-province"),
            pytest.param(["江西省"], "review", id="told-too-coarsely"),
            pytest.param(["上海市", "四川省成都市"], "review", id="form-and-licence-differ"),
            pytest.param([], "review", id="no-place-known"),
        ],
    )
    def test_region(self, places, status):
        stated = [
            figure("registered_in", place, source) for place, source in zip(places, ("form", "licence"), strict=False)
        ]
        assert judged(self.WEST, figure("staff_count", 1), *stated).status == status

    def test_a_place_that_was_only_recognised_excludes_nothing(self):
        stated = figure("registered_in", "上海市", doubts=RECOGNISED)
        assert judged(self.WEST, figure("staff_count", 1), stated).status is Status.REVIEW

    def test_an_address_that_no_table_places_may_lie_in_the_region(self):
        papers = [paper("business_licence", facts={"address": "示例大道一号"})]
        stated = figure("registered_in", "上海市")
        assert judged(self.WEST, figure("staff_count", 1), stated, papers=papers).status is Status.REVIEW

    def test_a_region_that_the_table_does_not_have_is_the_beginning_of_an_address(self):
        own = replace(STAFF, relaxation=Relaxation("第十二条末款", "可适度放宽", regions=("示例新区",)))
        placed = figure("registered_in", "上海市")
        for address, status in ((" 200000 中国示例新区一号", "review"), ("上海市示例新区", "fail")):
            entries = [entry("registered_address", address)]
            assert judged(own, figure("staff_count", 1), placed, entries=entries).status == status


class TestGrowth:
    RISING = Condition("enterprise_growth", "第七条（二）", "近两年服务企业数量逐年增长", rising=True)

    def judged(self, *counts, relaxation=None, years=(2023, 2024, 2025), figures=()):
        table = [year(number, count) for number, count in zip(years, counts, strict=False)]
        return judged(replace(self.RISING, relaxation=relaxation), *figures, tables={"operations": table})

    @pytest.mark.parametrize(
        ("counts", "status"),
        [
            pytest.param((50, 51, 52), "pass", id="rises-twice"),
            pytest.param((50, 52, 51), "fail", id="falls-in-the-last-step"),
            pytest.param((52, 51, 53), "review", id="fell-the-year-before"),
            pytest.param((50, 51, 51), "review", id="stands-still"),
            pytest.param((50, 50, 51), "review", id="stood-still"),
        ],
    )
    def test_three_years(self, counts, status):
        assert self.judged(*counts).status == status

    def test_two_years_do_not_show_two_steps(self):
        assert self.judged(50, 51, years=(2024, 2025)).status is Status.REVIEW

    def test_the_year_of_submission_is_not_over(self):
        assert self.judged(50, 51, 52, 3, years=(2023, 2024, 2025, 2026)).status is Status.PASS

    def test_the_order_of_the_rows_does_not_matter(self):
        assert self.judged(52, 51, 50, years=(2025, 2024, 2023)).status is Status.PASS

    def test_rows_without_years_cannot_be_ordered(self):
        assert self.judged(50, 51, 52, years=(None, None, None)).status is Status.REVIEW

    def test_a_fall_may_be_relaxed(self):
        found = self.judged(61, 60, 58, relaxation=Relaxation("第五条（七）", "可适度放宽"))
        assert found.reason is Reason.RELAXATION_POSSIBLE

    def test_without_rows_a_figure_shows_growth_but_no_fall(self):
        rising = figure("enterprise_growth", True, "form.operations")
        assert judged(self.RISING, rising).status is Status.PASS
        assert judged(self.RISING, replace(rising, value=False)).status is Status.REVIEW
        assert judged(self.RISING).status is Status.REVIEW

    def test_a_fall_that_was_only_recognised_does_not_fail(self):
        seen = figure("enterprise_growth", False, "form.operations", doubts=RECOGNISED)
        assert self.judged(50, 52, 51, figures=[seen]).status is Status.REVIEW


class TestPlace:
    ASKED = Condition("registered_in", "第六条（一）", "在郑州市注册", equals="郑州市", place="河南省郑州市")

    @pytest.mark.parametrize(
        ("stated", "status"),
        [
            ("河南省郑州市", "pass"),
            ("河南省郑州市金水区", "pass"),
            ("河南省郑州市巩义市", "pass"),
            ("河南省开封市兰考县", "fail"),
            ("河南省济源市", "fail"),
            ("河南省", "review"),
        ],
    )
    def test_city(self, stated, status):
        assert judged(self.ASKED, figure("registered_in", stated)).status == status

    def test_form_and_licence_differ(self):
        stated = figure("registered_in", "河南省郑州市"), figure("registered_in", "河南省开封市", "licence")
        assert judged(self.ASKED, *stated).reason is Reason.CONFLICT

    @pytest.mark.parametrize(("asked", "status"), [("郑州市", "fail"), ("开封市", "review")])
    def test_a_county_name_that_several_cities_have_is_read_each_way(self, asked, status):
        cities = ("江苏省南京市", "江苏省徐州市", "福建省福州市", "河南省开封市")
        stated = [figure("registered_in", f"{city}鼓楼区", reading=f"以{city}鼓楼区解") for city in cities]
        one = replace(self.ASKED, equals=asked, place=f"河南省{asked}")
        assert judged(one, *stated).status == status

    def test_an_address_that_cannot_be_placed_keeps_the_other_from_failing(self):
        entries = [entry("registered_address", "郑东新区商务外环一号")]
        elsewhere = figure("registered_in", "河南省开封市", "licence")
        assert judged(self.ASKED, elsewhere, entries=entries).reason is Reason.NOT_FOUND
        assert judged(self.ASKED, elsewhere).status is Status.FAIL

    def test_a_city_that_the_table_does_not_have_is_for_a_person(self):
        asked = replace(self.ASKED, equals="甲城市", place="")
        assert judged(asked, figure("registered_in", "河南省郑州市")).status is Status.REVIEW


class TestLegalPerson:
    ASKED = Condition("legal_person", "第七条（一）", "具有独立法人资格", equals="法人")

    @pytest.mark.parametrize(
        ("stated", "status", "reason"),
        [
            pytest.param(["法人"], "pass", None, id="a-licence-of-one"),
            pytest.param(["分支机构"], "review", "weak_match", id="a-branch"),
            pytest.param(["非法人组织"], "review", "weak_match", id="the-word-is-in-it"),
            pytest.param(["法人", "合伙企业"], "review", "conflict", id="two-licences"),
            pytest.param([], "review", "not_found", id="none-read"),
        ],
    )
    def test_it_never_fails(self, stated, status, reason):
        found = judged(self.ASKED, *[figure("legal_person", form, "licence") for form in stated])
        assert (found.status, found.reason) == (status, reason)
        assert found.disposition is Disposition.VERIFY


@pytest.mark.parametrize(
    ("held", "status"),
    [("present", "pass"), ("partial", "review"), ("missing", "review"), ("review", "review"), (None, "review")],
)
def test_a_condition_that_a_paper_shows_never_fails(held, status):
    asked = Condition("superior_recognition", "第十二条（四）", "已有上级认定", material="17.6")
    seen = [] if held is None else [MaterialResult("17.6", "认定文件", MaterialStatus(held), False, "第十七条（六）")]
    assert condition(case(), asked, seen).status == status


class TestWhen:
    ASKED = at_least("function.training.training_hours", 50, when=("function.training.focus", "employees"))

    def judged(self, *people):
        focus = [figure("function.training.focus", who, "narrative") for who in people]
        return judged(self.ASKED, figure("function.training.training_hours", 40, "narrative"), *focus)

    def test_applies(self):
        assert self.judged("employees").status is Status.FAIL

    def test_does_not_apply(self):
        assert self.judged("managers").status is Status.NOT_APPLICABLE
        assert self.judged().status is Status.NOT_APPLICABLE

    def test_both_said(self):
        assert self.judged("employees", "managers").status is Status.REVIEW


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["form", "roster", "licence"]),
            st.sampled_from([8, 9, 10, 11]),
            st.frozensets(st.sampled_from([Doubt.MAIN_PART, Doubt.RECOGNISED])),
            st.sampled_from(["", "甲读法", "乙读法"]),
        ),
        max_size=4,
    )
)
def test_reading_order_never_changes_a_status(stated):
    figures = [
        figure("staff_count", n, source, doubts=doubts, reading=reading) for source, n, doubts, reading in stated
    ]
    assert len({judged(STAFF, *order).status for order in permutations(figures)}) == 1


class TestLastYear:
    """A bound of last year is met and missed by last year's figure alone (contract §11)."""

    ASKED = at_least("revenue", 100)

    @pytest.mark.parametrize(
        ("year", "value", "status"),
        [
            pytest.param(2025, 100, Status.PASS, id="last-year-met"),
            pytest.param(2025, 99, Status.FAIL, id="last-year-missed"),
            pytest.param(2024, 100, Status.REVIEW, id="an-older-year-meets-nothing"),
            pytest.param(2024, 99, Status.REVIEW, id="an-older-year-misses-nothing"),
            pytest.param(None, 99, Status.FAIL, id="no-year-stated"),
        ],
    )
    def test_the_year_that_is_asked_of(self, year, value, status):
        found = judged(self.ASKED, figure("revenue", value, "form.operations", year=year))
        assert found.status is status
        assert (f"{year} 年" in found.actual) is (year is not None)


@pytest.mark.parametrize(("share", "status"), [(100, Status.PASS), (Decimal("100.01"), Status.REVIEW)])
def test_no_share_is_above_the_whole(share, status):
    assert judged(at_least("satisfaction", 80), figure("satisfaction", share, "roster")).status is status
