"""An item asks for the papers and parts that the checklist names, all or one of them."""

import pytest

from tests.builders.clauses import said_of


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("harbin", "paper: equipment_list", "paper: lease", "没有提到“场所租赁合同”"),
        (
            "harbin",
            "any_of: [legal_person_certificate, business_licence]",
            "paper: business_licence",
            "还要求“法人证书”",
        ),
        ("harbin", "any_of: [property_certificate, lease]", "all_of: [property_certificate, lease]", "有一样即可"),
        (
            "harbin",
            "any_of: [{paper: qualification, levels: [国家部委]}, website_filing]",
            "all_of: [{paper: qualification, levels: [国家部委]}, website_filing]",
            "有什么交什么",
        ),
        ("harbin", "          - income_expense_detail\n", "", "parts 里没有列出（income_expense_detail）"),
        ("harbin", "parts: [basics, management, work_and_plans]", "parts: [basics, management, region]", "没有要求"),
        ("harbin", "paper: staff_list}", "paper: staff_list, optional: true}", "没有说这项可以不交"),
        ("harbin", "paper: other_material, optional: true", "paper: other_material", "是可不交的"),
        ("harbin", "title: 法人证书或营业执照,", "title: 办公场所租赁合同,", "不一致"),
        ("zhengzhou", "all_of: [staff_list, work_experience]", "any_of: [staff_list, work_experience]", "都要有"),
        ("zhengzhou", "- [audit_report, special_audit_report]", "- audit_report", "还要求"),
        ("zhengzhou", "          - equipment_list\n", "", "还要求“"),
        ("liaocheng-2021", "item: 12.10b", "item: 12.9b", "第十二条（九）没有提到"),
    ],
)
def test_each_fault_of_an_item_is_told(tmp_path, name, old, new, says):
    assert any(says in message for message in said_of(name, tmp_path, (old, new)))


def test_letters_follow_the_order_of_the_text(tmp_path):
    changes = (("item: 11.3a", "item: 11.3x"), ("item: 11.3b", "item: 11.3a"), ("item: 11.3x", "item: 11.3b"))
    assert any("字母应按办法里写的先后" in message for message in said_of("harbin", tmp_path, *changes))


def test_two_items_for_two_papers_are_as_good_as_one(tmp_path):
    whole = """      - item: "9.9"
        title: 主要管理人员和专业技术人员名单、职称及从业经验情况
        all_of: [staff_list, work_experience]
        ask: 人员名单应写明职称，并说明从业经验
"""
    two = """      - {item: 9.9a, title: 人员名单, paper: staff_list}
      - {item: 9.9b, title: 从业经验, paper: work_experience}
"""
    assert said_of("zhengzhou", tmp_path, (whole, two)) == []
