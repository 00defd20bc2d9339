"""Which of our measures the forms have a place for."""

from __future__ import annotations

from pipeline.drafting.blank_forms.forms import APPLICATION, DraftedForm
from pipeline.drafting.blank_forms.stated_on import stated_on

FORM = DraftedForm(
    APPLICATION,
    "某市申请表",
    "附件1",
    lines=["服务场地面积（平方米）{premises_area}", "整合专业服务机构数（家）{_}"],
    tables=[
        {"table": "enterprises", "columns": {"企业名称": "name", "是否满意": "satisfied"}},
        {"table": "operations", "columns": {"年度": "year", "营业收入": "revenue"}},
    ],
)


def test_blanks_columns_and_lists_are_places():
    assert stated_on([FORM]) >= {"premises_area", "satisfaction", "enterprises_served", "revenue"}


def test_what_stands_in_a_blank_of_another_name_or_in_no_column_has_none():
    assert not stated_on([FORM]) & {"partner_institutions", "free_service_share", "service_revenue"}


def test_without_a_form_nothing_is_known():
    assert stated_on([]) is None
