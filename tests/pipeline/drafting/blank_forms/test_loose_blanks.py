"""Printed blanks that no known one is."""

from __future__ import annotations

import pytest

from pipeline.drafting.blank_forms.loose_blanks import (
    LooseBlank,
    blank_of,
    loose_blanks,
    with_loose,
    with_name,
    with_own,
)


@pytest.mark.parametrize(
    ("printed", "line"),
    [
        pytest.param("资产负债率：____%", "资产负债率：{_}%", id="label-and-unit"),
        pytest.param(
            "大专以上学历人员：____人，占____%",
            "大专以上学历人员：{qualified_staff_count}人，占{qualified_staff_share}%",
            id="staff",
        ),
        pytest.param("联系人：", "联系人：", id="nothing-to-fill"),
    ],
)
def test_a_gap_becomes_a_blank(printed, line):
    assert with_loose(printed, []) == line


def test_each_blank_has_its_label_its_unit_and_a_key():
    found = list(loose_blanks(["入驻企业：{_}家 其中：导师{_}名"]))
    assert found == [LooseBlank("入驻企业", "家", "own_1"), LooseBlank("导师", "名", "own_2")]


@pytest.mark.parametrize(
    ("said", "unit", "found"),
    [
        pytest.param("基地入驻小微企业", "家", "own_1", id="the-label-stands-in-the-clause"),
        pytest.param("入驻企业", "家", "own_1", id="every-sign-in-it"),
        pytest.param("基地入驻小微企业", "%", None, id="another-unit"),
        pytest.param("发明专利", "家", None, id="another-thing"),
    ],
)
def test_a_clause_is_written_in_the_blank_that_says_it(said, unit, found):
    blank = blank_of(said, unit, [LooseBlank("入驻小微企业", "家", "own_1"), LooseBlank("导师", "名", "own_2")])
    assert (blank and blank.key) == found


def test_of_two_blanks_that_say_it_as_well_neither_is_taken():
    assert blank_of("入驻企业", "家", [LooseBlank("入驻企业", "家", "a"), LooseBlank("入驻企业数", "家", "b")]) is None


def test_the_key_stands_behind_its_label():
    assert with_own(["导师：{_}名 企业：{_}家"], {"own_2"}) == ["导师：{_}名 企业：{own_2}家"]


@pytest.mark.parametrize(
    ("line", "before", "named"),
    [
        ("运营主体名称：{_}", [], "运营主体名称：{applicant_name}"),
        ("运营主体名称：{_}", ["applicant_name"], "运营主体名称：{_}"),
        ("项目名称：{_}", [], "项目名称：{_}"),
    ],
)
def test_the_first_name_that_is_asked_is_the_applicants(line, before, named):
    assert with_name(line, before) == named
