"""Every blank and every cell: filled and of its kind, or a finding with its places; none lost, none doubled."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.dossier import FormSeen
from schemas.status import Disposition, Status, VerdictStatus
from schemas.tables import list_frame
from schemas.trust import NONE, Doubt
from tests.builders.contents import (
    FROM_PICTURE,
    RECOGNISED,
    case,
    contents,
    enterprise,
    entry,
    form_spec,
    person,
    place,
    rows,
    rulebook,
    year,
)
from validators import forms
from validators.structure import right
from validators.verdict import verdict

FORM = form_spec(
    "申请单位名称：{applicant_name}",
    "注册日期：{registered_on} 邮政编码：{postcode}",
    "联系电话：{contact_phone} 电子邮件：{email}",
    "从业人数{staff_count}人 设备{equipment_count}台 占总资产{equipment_asset_share}％",
    "得到政府扶持的情况{government_support}",
    tables=["staff", "enterprises", "operations", "investors"],
)
FILLED = {
    "applicant_name": "甲城示例有限公司",
    "registered_on": "2018-11-02",
    "postcode": "150000",
    "contact_phone": "0451-55502635",
    "email": "office@shili.example",
    "staff_count": 12,
    "equipment_count": 31,
    "equipment_asset_share": 20,
    "government_support": "2024年获补助",
}


def blanks(without=(), **changes):
    """The findings of the form, by blank; ``changes`` maps a blank to its value, or to (value, text)."""
    values = {key: value for key, value in (FILLED | changes).items() if key not in without}
    entries = [entry(key, *value) if isinstance(value, tuple) else entry(key, value) for key, value in values.items()]
    findings = forms.application(case(contents(entries=entries), rulebook(form=FORM)))
    assert len(findings) == len(FILLED)
    return {found.rule.removeprefix("form.application."): found for found in findings}


def columns(name, *listed, **more):
    """The findings of a list, by column."""
    entries = [entry("applicant_name", "甲城示例有限公司")]
    read = replace(contents(entries=entries, tables={name: listed}), **more)
    findings = forms.table(case(read, rulebook(form=FORM, lists=[name])), name)
    assert len({found.rule for found in findings}) == len(findings)
    return {found.rule.removeprefix(f"form.{name}."): found for found in findings}


class TestBlanks:
    def test_a_filled_form_passes_everywhere(self):
        assert {found.status for found in blanks().values()} == {Status.PASS}

    def test_left_blank(self):
        found = blanks(contact_phone=None)["contact_phone"]
        assert (found.status, found.disposition) == (Status.FAIL, Disposition.SUPPLEMENT)
        assert found.evidence[0].cell == "contact_phone"

    @pytest.mark.parametrize("key", ["postcode", "email"])
    def test_may_be_left_blank(self, key):
        assert blanks(**{key: None})[key].status is Status.PASS

    @pytest.mark.parametrize("nothing", ["无", "/", "—"])
    def test_nothing_is_no_answer_to_what_must_be_filled(self, nothing):
        assert blanks(contact_phone=(nothing, nothing))["contact_phone"].status is Status.FAIL
        assert blanks(contact_phone=(None, nothing))["contact_phone"].status is Status.FAIL
        assert blanks(email=(nothing, nothing))["email"].status is Status.PASS

    def test_no_equipment_is_an_answer(self):
        found = blanks(equipment_count=("无", "无"), equipment_asset_share=None)
        assert found["equipment_count"].status is Status.PASS
        assert found["equipment_asset_share"].status is Status.PASS

    def test_equipment_left_blank_is_not(self):
        assert blanks(equipment_asset_share=None)["equipment_asset_share"].status is Status.FAIL

    def test_no_support_is_an_answer_and_a_blank_is_not(self):
        assert blanks(government_support="无")["government_support"].status is Status.PASS
        assert blanks(government_support=None)["government_support"].status is Status.FAIL

    @pytest.mark.parametrize(
        ("key", "written"),
        [
            ("contact_phone", "5550263"[:6]),
            ("postcode", "15000"),
            ("email", "office.example"),
            ("staff_count", "二十余"),
            ("registered_on", "待定"),
        ],
    )
    def test_malformed(self, key, written):
        found = blanks(**{key: written})
        assert found.pop(key).status is Status.FAIL
        assert {other.status for other in found.values()} == {Status.PASS}

    def test_what_was_only_recognised_is_for_a_person(self):
        entries = [entry("contact_phone", "1234", doubts=RECOGNISED)]
        findings = forms.application(case(contents(entries=entries), rulebook(form=form_spec("{contact_phone}"))))
        assert [found.status for found in findings] == [Status.REVIEW]

    @pytest.mark.parametrize(
        ("key", "written", "status"),
        [
            pytest.param("email", "officeoshili.example", Status.REVIEW, id="malformed"),
            pytest.param("staff_count", "z4", Status.REVIEW, id="no-number"),
            pytest.param("email", "office@shili.example", Status.PASS, id="right"),
            pytest.param("contact_phone", None, Status.FAIL, id="left-blank"),
        ],
    )
    def test_of_the_wrong_kind_in_a_picture_is_for_a_person(self, key, written, status):
        read = contents(entries=[entry(key, written, doubts=FROM_PICTURE)])
        findings = forms.application(case(read, rulebook(form=form_spec(f"{{{key}}}"))))
        assert [found.status for found in findings] == [status]


class TestBlanksNotSeen:
    def test_a_label_not_found_is_for_a_person(self):
        assert blanks(without=["contact_phone"])["contact_phone"].status is Status.REVIEW

    def test_unless_it_may_be_empty(self):
        assert blanks(without=["email"])["email"].status is Status.NOT_APPLICABLE

    def test_an_altered_form_is_said(self):
        entries = [entry("applicant_name", "甲城示例有限公司")]
        seen = FormSeen("form-one", {}, missing_labels=("staff_count",), evidence=place())
        read = contents(entries=entries, form=seen)
        found = {f.rule: f for f in forms.application(case(read, rulebook(form=FORM)))}
        assert found["form.application.staff_count"].status is Status.REVIEW
        assert "改动" in found["form.application.staff_count"].message

    def test_without_a_form_nothing_is_held_against_anyone(self):
        findings = forms.application(case(contents(), rulebook(form=FORM)))
        assert {found.status for found in findings} == {Status.NOT_APPLICABLE}


class TestLists:
    def test_a_full_list_passes(self):
        staff = [person("张示例", title="工程师"), person("李示例")]
        assert {found.status for found in columns("staff", *staff).values()} == {Status.PASS}

    def test_title_and_school_may_be_empty(self):
        found = columns("staff", person("张示例", school=None, title=None))
        assert found["school"].status is found["title"].status is Status.PASS

    def test_every_faulty_cell_once(self):
        staff = [person("张示例", age=None), person("李示例"), person("王示例", age="不详", education=None)]
        found = columns("staff", *staff)
        assert [at.cell for at in found["age"].evidence] == ["age1", "age3"]
        assert [at.cell for at in found["education"].evidence] == ["education3"]
        assert {key for key, one in found.items() if one.status is Status.FAIL} == {"age", "education"}

    def test_malformed_phone(self):
        found = columns("enterprises", self.served(1), self.served(2, phone="123"))
        assert [at.cell for at in found["phone"].evidence] == ["phone2"]

    def served(self, number, **more):
        full = {"headcount": Decimal(5), "is_micro": True, "fee": Decimal(0), "contract_signed": True}
        return enterprise(number) | full | more

    def test_a_number_may_be_left_out_of_the_numbering(self):
        assert columns("enterprises", self.served(1) | {"no": None})["no"].status is Status.PASS

    def test_a_column_that_is_not_there(self):
        found = columns("enterprises", enterprise(1))["headcount"]
        assert found.status is Status.FAIL
        assert "缺少“企业人数”栏" in found.message

    def test_a_column_that_may_stand_under_an_unknown_head(self):
        found = columns("enterprises", enterprise(1), unread_heads={"enterprises": ("规模",)})
        assert found["headcount"].status is Status.REVIEW

    def test_a_list_that_is_not_there_does_not_apply(self):
        findings = forms.table(case(contents(), rulebook(form=FORM)), "enterprises")
        assert {found.status for found in findings} == {Status.NOT_APPLICABLE}

    def test_a_table_of_the_form_without_rows_is_for_a_person(self):
        assert {found.status for found in columns("operations").values()} == {Status.REVIEW}

    def test_a_blank_in_the_yearly_table(self):
        found = columns("operations", year(2024, 5, agreements_signed=Decimal(1)), year(2025, None))
        assert found["enterprises_served"].status is Status.FAIL
        assert found["agreements_signed"].status is Status.FAIL
        assert found["revenue"].status is Status.PASS


@pytest.mark.parametrize(
    ("kind", "value", "fits"),
    [
        ("phone", "19900000001", True),
        ("phone", "1990000001", False),
        ("phone", "199000000011", False),
        ("phone", "0451-55502635", True),
        ("phone", "（0451）55502635", True),
        ("phone", "55502635", True),
        ("phone", "0335-5550263转808", True),
        ("phone", "400-800-1234", True),
        ("phone", "0451-55502635、19900000001", True),
        ("phone", "０４５１－５５５０２６３５", True),
        ("phone", "12345", False),
        ("postcode", "150000", True),
        ("postcode", "1500000", False),
        ("email", "a.b@shili.example", True),
        ("email", "shili.example", False),
        ("date", "2018-11", True),
        ("date", "2018-13", False),
        ("integer", 3, True),
        ("integer", Decimal("3.5"), False),
        ("integer", True, False),
        ("number", Decimal("3.5"), True),
        ("number", "三", False),
        ("truth", False, True),
        ("truth", "是", False),
        ("rating", "satisfied", True),
        ("rating", "满意", False),
    ],
)
def test_kinds(kind, value, fits):
    assert right(kind, value) is fits


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([30, None, "不详"]), min_size=1, max_size=8))
def test_no_failure_is_lost_or_doubled(ages):
    staff = [person(f"张示例{n}", age=age) for n, age in enumerate(ages)]
    cells = [at.cell for at in columns("staff", *staff)["age"].evidence]
    assert cells == [f"age{n}" for n, age in enumerate(ages, 1) if age != 30]


@pytest.mark.parametrize(
    ("doubts", "status"),
    [
        (NONE, Status.FAIL),
        (frozenset({Doubt.UNEVEN}), Status.REVIEW),
        (frozenset({Doubt.CUT_SHORT}), Status.REVIEW),
        (frozenset({Doubt.MAIN_PART}), Status.FAIL),
    ],
)
def test_nobody_is_accused_by_a_list_whose_rows_do_not_come_out_even(doubts, status):
    blank = {"name": "甲有限公司", "contact": None}
    found = columns("enterprises", blank, list_doubts={"enterprises": doubts})["contact"]
    assert found.status is status


def test_nobody_is_accused_by_a_cell_that_is_not_surely_empty():
    blank = {"name": "甲有限公司", "contact": None}
    (row,) = rows("enterprises", blank)
    for doubt, status in ((NONE, Status.FAIL), (frozenset({Doubt.RUN_INTO}), Status.REVIEW)):
        places = {**row.places, "contact": row.places["contact"].doubted(doubt)}
        listed = {"enterprises": list_frame("enterprises", [replace(row, places=places)])}
        assert columns("enterprises", blank, tables=listed)["contact"].status is status


@pytest.mark.parametrize(
    ("doubtful", "status", "told"),
    [
        pytest.param(0, Status.FAIL, "2 处未填写（甲有限公司、乙有限公司），请补正。", id="both-are-surely-empty"),
        pytest.param(
            1,
            Status.FAIL,
            "1 处未填写（乙有限公司），请补正；另有 1 处未能可靠读出，未作认定，需人工核对。",
            id="one-is",
        ),
        pytest.param(2, Status.REVIEW, "2 处未填写（甲有限公司、乙有限公司）", id="neither-is"),
    ],
)
def test_only_the_cells_that_are_surely_empty_are_named(doubtful, status, told):
    listed = rows("enterprises", *({"name": name, "contact": None} for name in ("甲有限公司", "乙有限公司")))
    for at in range(doubtful):
        place = listed[at].places["contact"].doubted(frozenset({Doubt.RUN_INTO}))
        listed[at] = replace(listed[at], places={**listed[at].places, "contact": place})
    found = columns("enterprises", tables={"enterprises": list_frame("enterprises", listed)})["contact"]
    assert found.status is status
    assert told in found.message
    assert len(found.evidence) == (2 if status is Status.REVIEW else 2 - doubtful)


class TestAFormThatTheTextDoesNotShow:
    OUTSIDE = replace(FORM, in_text=False)

    def told(self, **changes):
        entries = [entry(key, value) for key, value in (FILLED | changes).items()]
        read = contents(entries=entries, tables={"staff": [person("张示例")]})
        held = case(read, rulebook(form=self.OUTSIDE, lists=["staff"]))
        return [*forms.application(held), *forms.table(held, "staff")], held

    def test_what_is_wrong_with_it_is_a_note_for_a_person(self):
        findings, held = self.told(contact_phone=None, staff_count="二十来个")
        wrong = [found for found in findings if found.status is not Status.PASS]
        assert wrong
        assert {(found.status, found.disposition) for found in wrong} == {(Status.REVIEW, Disposition.NOTE)}
        assert all("未随办法公布" in found.message and "请补正" not in found.message for found in wrong)
        assert verdict(held, wrong).status is VerdictStatus.COMPLETE

    def test_what_is_filled_passes(self):
        findings, _ = self.told()
        assert {found.status for found in findings if found.rule.startswith("form.application.")} == {Status.PASS}

    def test_of_a_form_of_the_text_the_same_is_asked_for(self):
        assert blanks(contact_phone=None)["contact_phone"].status is Status.FAIL
