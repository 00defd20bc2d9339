"""What a blank form asks for each of several years."""

from __future__ import annotations

import pytest

from pipeline.drafting.blank_forms.forms import drafted_forms
from pipeline.drafting.blank_forms.yearly import yearly_blanks, yearly_tables
from pipeline.drafting.source import FormRow
from schemas.measures import MEASURES


def form_of(*rows: tuple[str, ...]):
    (form,) = drafted_forms([FormRow(("某市示范基地申报表",)), *(FormRow(row, of_table=True) for row in rows)])
    return form


YEARS = ("指标", "单位", "2024年", "2025年")
FORM = form_of(("企业名称", ""), YEARS, ("营业收入总额", "万元", "", ""), ("研发费用总额", "万元", "", ""))


def test_each_row_is_a_blank_of_ours_or_of_its_own():
    revenue, research = yearly_blanks(FORM)
    assert revenue.key == "revenue"
    assert research.key not in MEASURES.ours
    assert (research.label, research.unit) == ("研发费用总额", "万元")
    assert research.table == (("研发费用总额", f"{research.key} 万元"),)


def test_the_table_of_the_form_has_a_column_for_each():
    (table,) = yearly_tables(FORM)
    assert table["table"] == "operations"
    assert list(table["columns"]) == ["年度", "营业收入总额", "研发费用总额"]


def test_a_unit_in_the_bracket_of_the_label_is_no_cell_of_its_own():
    form = form_of(("项目", "2024年", "2025年"), ("研发费用（万元）", "", ""))
    assert [(one.label, one.unit) for one in yearly_blanks(form)] == [("研发费用", "万元")]


@pytest.mark.parametrize("rows", [[("职工总数", "", "研发人员", "")], []])
def test_a_form_without_years_has_no_such_table(rows):
    form = form_of(("企业名称", ""), *rows)
    assert (yearly_blanks(form), yearly_tables(form)) == ((), [])


def test_the_rows_below_the_years_are_blanks_of_their_own_again():
    form = form_of(YEARS, ("研发费用", "万元", "", ""), ("职工总数", "", "研发人员数", ""))
    assert [one.label for one in yearly_blanks(form)] == ["研发费用"]
    assert any("研发人员数" in line for line in form.lines)
