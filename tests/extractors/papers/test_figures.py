"""Of a paper's facts, those are figures that other places of the dossier state as well."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from extractors.papers.figures import fact_figures
from schemas.locator import Locator
from schemas.papers import Fact

AS_OF = date(2026, 3, 15)
PLACE = Locator("执照.pdf", page=1)
FACTS = {
    "subject": Fact("甲城示例服务有限公司", "名称 甲城示例服务有限公司", PLACE),
    "registered_on": Fact("2018-03-05", "2018年3月5日", PLACE),
    "address": Fact("河南省郑州市示例路1号", "住所", PLACE),
}


@pytest.mark.parametrize(
    ("kind", "states"),
    [
        pytest.param(
            "business_licence",
            {
                ("applicant_name", "licence"): "甲城示例服务有限公司",
                ("registered_on", "licence"): "2018-03-05",
                ("operating_years", "licence"): Decimal("8.0"),
                ("registered_in", "licence"): "郑州市",
            },
            id="a-licence",
        ),
        pytest.param("audit_report", {("applicant_name", "audit"): "甲城示例服务有限公司"}, id="an-audit"),
        pytest.param("lease", {}, id="a-paper-of-somebody-else"),
    ],
)
def test_what_each_kind_of_paper_states(kind, states):
    found = fact_figures(kind, FACTS, AS_OF)
    assert {(figure.measure, figure.source): figure.value for figure in found} == states
    assert all(figure.evidence == (PLACE,) for figure in found)


def test_a_licence_without_facts_states_nothing():
    assert fact_figures("business_licence", {}, AS_OF) == []
