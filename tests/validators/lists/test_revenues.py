"""服务收入 is part of 营业收入: equal is fine, more is not, and what is no number is nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.builders.contents import case, contents, year
from validators.lists.revenues import service_revenue_within_revenue


@pytest.mark.parametrize(
    ("part", "whole", "status"),
    [
        pytest.param(Decimal(200), Decimal(200), "pass", id="all-of-it"),
        pytest.param(Decimal("200.01"), Decimal(200), "fail", id="more-than-all"),
        pytest.param(None, Decimal(200), "not_applicable", id="no-part"),
        pytest.param(Decimal(200), None, "not_applicable", id="no-whole"),
    ],
)
def test_a_year(part, whole, status):
    row = year(2025, 1, revenue=whole, service_revenue=part)
    found = service_revenue_within_revenue(case(contents(tables={"operations": [row]})))
    assert found.status == status
    assert ("2025 年服务收入 200.01 万元" in found.message) == (status == "fail")
