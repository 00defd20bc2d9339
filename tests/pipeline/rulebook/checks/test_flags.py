"""The flags of an item are the words of its clause."""

import pytest

from tests.builders.clauses import said_of


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("harbin", "paper: audit_report, last_year: true", "paper: audit_report", "请写 last_year"),
        ("harbin", "paper: staff_list", "paper: staff_list, last_year: true", "请删去 last_year"),
        ("qinhuangdao-2020", "last_year: true, hinted_by", "hinted_by", "请写 last_year"),
        (
            "liaocheng-2021",
            "paper: social_insurance_list, last_year: true",
            "paper: social_insurance_list",
            "请写 last_year",
        ),
        (
            "liaocheng-2021",
            "paper: staff_certificates",
            "paper: staff_certificates, last_year: true",
            "请删去 last_year",
        ),
        ("zhengzhou", "        same_month: true\n", "", "请写 same_month"),
        ("zhengzhou", "paper: management_rules", "paper: management_rules, same_month: true", "请删去 same_month"),
        ("harbin", "paper: application_form, sealed: true", "paper: application_form", "请写 sealed"),
        ("qinhuangdao-2020", "paper: review_form, sealed: true", "paper: review_form", "请写 sealed"),
        ("harbin", "paper: equipment_list", "paper: equipment_list, sealed: true", "请删去 sealed"),
        ("liaocheng-2021", "sealed: true, seal_decides: true", "sealed: true", "请写 seal_decides"),
        (
            "liaocheng-2021",
            "paper: recommendation_form, sealed: true",
            "paper: recommendation_form, sealed: true, seal_decides: true",
            "请删去 seal_decides",
        ),
        ("liaocheng-2021", "    in_order: true\n", "", "请写 in_order"),
        (
            "harbin",
            "    form: harbin-application\n",
            "    form: harbin-application\n    in_order: true\n",
            "请删去 in_order",
        ),
        ("harbin", "    conditions_count: false\n", "", "请写 conditions_count"),
    ],
)
def test_each_flag_is_held_both_ways(tmp_path, name, old, new, says):
    assert any(says in message for message in said_of(name, tmp_path, (old, new)))
