"""Papers that 或 joins are one item, those that 及 joins two; of what one has only where it applies one is enough."""

from __future__ import annotations

import pytest

from pipeline.drafting.item_papers import drafted_materials, each_once
from pipeline.rulebook.checks.named_papers import item_text
from tests.builders.drafts import chapter


def of(item):
    told = item_text(chapter("（一）资产总额不低于200万元。", f"（一）{item}"), "第三条（一）")
    assert told is not None
    return told


@pytest.mark.parametrize(
    ("item", "ways"),
    [
        ("租赁合同或房产证；", [{("lease",), ("property_certificate",)}]),
        ("从业人员名单及学历证书；", [{("staff_list",)}, {("staff_certificates",)}]),
        ("从业资格证明，荣誉证书；", [{("qualification",), ("honour_certificate",)}]),
        (
            "审计报告及专项审计报告，或包含服务收支情况的审计报告；",
            [{("audit_report", "special_audit_report"), ("audit_report",)}],
        ),
    ],
)
def test_and_or_and_whole_alternatives(item, ways):
    assert [set(one.ways) for one in drafted_materials(of(item))] == ways


def test_each_kind_counts_once_in_the_order_of_the_text():
    assert [one.kind for one in each_once(of("租赁合同、房产证、租赁合同；").named)] == [
        "lease",
        "property_certificate",
    ]
