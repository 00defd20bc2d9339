"""All places agree: pass; two disagree: fail; an honest explanation: review; fewer than two: not applicable."""

from itertools import permutations

import pytest

from schemas.measures import MEASURES
from schemas.status import Reason, Status
from schemas.trust import Doubt
from tests.builders.contents import MAIN_PART, RECOGNISED, case, contents, figure
from validators.crosschecks import compared, crosscheck, investor_share


def checked(measure, *figures):
    return crosscheck(case(contents(figures)), MEASURES[measure])


@pytest.mark.parametrize(
    ("measure", "one", "other", "status"),
    [
        pytest.param("staff_count", 12, 12, "pass", id="exact"),
        pytest.param("staff_count", 12, 11, "fail", id="exact-off-by-one"),
        pytest.param("total_assets", 100, 99, "pass", id="one-percent-of-the-larger"),
        pytest.param("total_assets", 100, "98.99", "fail", id="more-than-one-percent"),
        pytest.param("total_assets", 0, 0, "pass", id="nothing-and-nothing"),
        pytest.param("qualified_staff_share", 95, "95.5", "pass", id="half-a-point"),
        pytest.param("qualified_staff_share", 95, "95.51", "fail", id="more-than-half-a-point"),
        pytest.param("premises_area", 500, 501, "pass", id="one-square-metre"),
        pytest.param("premises_area", 500, "501.1", "fail", id="more-than-one-square-metre"),
        pytest.param("applicant_name", "甲城示例（集团）有限公司", "甲城示例(集团) 有限公司", "pass", id="brackets"),
        pytest.param("applicant_name", "甲城示例有限公司", "甲城示例有限责任公司", "fail", id="legal-form"),
        pytest.param("registered_on", "2018-11-02", "2018-11-02", "pass", id="date"),
        pytest.param("registered_on", "2018-11-02", "2018-11-03", "fail", id="another-day"),
        pytest.param("registered_on", "2018-11", "2018-11-02", "pass", id="month-only"),
        pytest.param("registered_in", "河南省郑州市", "河南省郑州市金水区", "pass", id="told-more-exactly"),
        pytest.param("registered_in", "河南省郑州市巩义市", "河南省郑州市", "pass", id="a-county-level-city-of-it"),
        pytest.param("registered_in", "河南省", "河南省郑州市", "pass", id="told-coarsely"),
        pytest.param("registered_in", "河南省郑州市金水区", "河南省郑州市中原区", "review", id="another-district"),
        pytest.param("registered_in", "河南省郑州市", "河南省开封市", "fail", id="another-city"),
        pytest.param("registered_in", "河南省济源市", "河南省焦作市", "fail", id="a-city-of-its-own"),
        pytest.param("registered_in", "北京市朝阳区", "北京市海淀区", "review", id="districts-of-a-municipality"),
    ],
)
def test_two_places(measure, one, other, status):
    found = checked(measure, figure(measure, one), figure(measure, other, "licence"))
    assert found.status == status
    assert found.rule == f"crosscheck.{measure}"
    assert len(found.evidence) == 2


def test_one_place_or_none_does_not_apply():
    assert checked("staff_count").status is Status.NOT_APPLICABLE
    assert checked("staff_count", figure("staff_count", 3)).status is Status.NOT_APPLICABLE
    both = figure("equipment_count", 3, "roster"), figure("equipment_count", 2, "roster", reading="不计软件")
    assert checked("equipment_count", *both).status is Status.NOT_APPLICABLE


def test_the_message_names_places_numbers_and_difference():
    served = figure("enterprises_served", 52, "form.operations"), figure("enterprises_served", 44, "roster")
    message = checked("enterprises_served", *served).message
    for part in ("申报表年度运营表 52 家", "名单逐行统计 44 家", "相差 8 家", "请核实"):
        assert part in message


def test_one_of_three_is_off():
    stated = [figure("total_assets", n, s) for n, s in ((100, "form"), (100, "form.operations"), (80, "audit"))]
    assert checked("total_assets", *stated).status is Status.FAIL


class TestReadings:
    def stated(self, form, whole, hardware):
        return (
            figure("equipment_count", form),
            figure("equipment_count", whole, "roster"),
            figure("equipment_count", hardware, "roster", reading="不计软件"),
        )

    def test_the_plain_reading_agrees(self):
        assert checked("equipment_count", *self.stated(31, 31, 28)).status is Status.PASS

    def test_only_the_other_reading_agrees(self):
        found = checked("equipment_count", *self.stated(28, 31, 28))
        assert (found.status, found.reason) == (Status.REVIEW, Reason.AMBIGUOUS_RULE)

    def test_no_reading_agrees(self):
        assert checked("equipment_count", *self.stated(40, 31, 28)).status is Status.FAIL


class TestPartialLists:
    def test_shorter_is_for_a_person(self):
        stated = figure("staff_count", 20), figure("staff_count", 12, "roster", doubts=MAIN_PART)
        assert checked("staff_count", *stated).status is Status.REVIEW

    def test_longer_than_the_whole_disagrees(self):
        stated = figure("staff_count", 20), figure("staff_count", 21, "roster", doubts=MAIN_PART)
        assert checked("staff_count", *stated).status is Status.FAIL

    def test_does_not_excuse_the_others(self):
        stated = [figure("staff_count", 20), figure("staff_count", 19, "licence")]
        assert (
            checked("staff_count", *stated, figure("staff_count", 5, "roster", doubts=MAIN_PART)).status is Status.FAIL
        )


class TestCountedApart:
    """17（含兼职2人）: the remark may explain why another place counts fewer; what it cannot explain stays."""

    APART = frozenset({Doubt.COUNTED_APART})

    def test_is_for_a_person(self):
        stated = figure("staff_count", 17, doubts=self.APART), figure("staff_count", 15, "roster")
        found = checked("staff_count", *stated)
        assert (found.status, found.reason) == (Status.REVIEW, Reason.AMBIGUOUS_RULE)
        assert "计入或不计注明的部分后是否一致" in found.message

    def test_so_is_what_a_remark_leaves_out(self):
        stated = figure("staff_count", 18, doubts=frozenset({Doubt.LEAVES_OUT})), figure("staff_count", 24, "roster")
        assert checked("staff_count", *stated).status is Status.REVIEW

    def test_agrees_where_the_numbers_do(self):
        stated = figure("staff_count", 17, doubts=self.APART), figure("staff_count", 17, "roster")
        assert checked("staff_count", *stated).status is Status.PASS

    def test_does_not_excuse_the_others(self):
        stated = [figure("staff_count", n, s) for n, s in ((17, "roster"), (15, "licence"))]
        assert checked("staff_count", figure("staff_count", 17, doubts=self.APART), *stated).status is Status.FAIL


class TestRecognisedOnly:
    def test_never_disagrees_alone(self):
        found = checked(
            "staff_count", figure("staff_count", 12), figure("staff_count", 72, "roster", doubts=RECOGNISED)
        )
        assert (found.status, found.reason) == (Status.REVIEW, Reason.UNREADABLE)

    def test_agrees(self):
        stated = figure("staff_count", 12), figure("staff_count", 12, "roster", doubts=RECOGNISED)
        assert checked("staff_count", *stated).status is Status.PASS

    def test_does_not_excuse_the_others(self):
        stated = [figure("total_assets", n, s) for n, s in ((100, "form"), (80, "audit"))]
        recognised = figure("total_assets", 100, "special_audit", doubts=RECOGNISED)
        assert checked("total_assets", *stated, recognised).status is Status.FAIL


@pytest.mark.parametrize(
    ("total", "status"),
    [("100.5", "pass"), ("100.51", "fail"), ("99.5", "pass"), ("99.49", "review"), (None, "not_applicable")],
)
def test_investor_share(total, status):
    stated = [] if total is None else [figure("investor_share", total, "arithmetic")]
    assert investor_share(case(contents(stated))).status == status


def test_every_measure_with_a_tolerance_is_compared():
    assert {measure.id for measure in compared()} | {"investor_share"} == {
        m.id for m in MEASURES.values() if m.compared
    }


def test_reading_order_never_changes_a_status():
    stated = [
        figure("equipment_count", 28),
        figure("equipment_count", 31, "roster", doubts=MAIN_PART),
        figure("equipment_count", 28, "roster", reading="不计软件"),
        figure("equipment_count", 30, "audit", doubts=RECOGNISED),
    ]
    assert len({checked("equipment_count", *order).status for order in permutations(stated)}) == 1


@pytest.mark.parametrize(
    ("source", "doubts", "status"),
    [
        ("form", frozenset(), Status.PASS),
        ("form", frozenset({Doubt.OTHER_COPY}), Status.REVIEW),
        ("roster", frozenset({Doubt.OTHER_COPY}), Status.PASS),
    ],
)
def test_a_form_of_which_another_copy_says_otherwise_agrees_with_nothing_for_sure(source, doubts, status):
    """That one of the two copies agrees with the list does not tell which of them is handed in."""
    other = "roster" if source == "form" else "form"
    stated = [figure("staff_count", 25, source, doubts=doubts), figure("staff_count", 25, other)]
    found = crosscheck(case(contents(stated)), MEASURES["staff_count"])
    assert found.status is status
    assert ("以哪一份为准" in found.message) is (status is Status.REVIEW)
    assert "不一致" not in found.message
