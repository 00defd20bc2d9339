"""What only follows from another finding bears its rule; nothing is folded away under a finding that is in order."""

from __future__ import annotations

import pytest

from schemas.findings import Finding
from schemas.rulebook import Demand, Material
from schemas.status import Reason, Status
from validators.causes import caused

LIST = Material("8.6", "名单", "第八条", ((Demand("enterprise_list"),),))
SHARE = "qualified_staff_share"


def finding(rule: str, status: Status = Status.FAIL, reason: Reason | None = None) -> Finding:
    return Finding(rule, Status.REVIEW if reason else status, "", "", reason=reason)


@pytest.mark.parametrize(
    ("follows", "cause", "expected"),
    [
        pytest.param(("condition.revenue", Reason.CONFLICT), "crosscheck.revenue", True, id="places-disagree"),
        pytest.param(("condition.revenue", Reason.NOT_FOUND), "crosscheck.revenue", False, id="nothing-was-found"),
        pytest.param(("condition.revenue", Reason.CONFLICT), "crosscheck.total_assets", False, id="another-measure"),
        pytest.param((f"crosscheck.{SHARE}", None), "crosscheck.staff_count", True, id="a-share-of-a-count"),
        pytest.param((f"condition.{SHARE}", Reason.CONFLICT), "crosscheck.staff_count", True, id="its-condition"),
        pytest.param(("crosscheck.staff_count", None), f"crosscheck.{SHARE}", False, id="not-the-other-way"),
        pytest.param(("crosscheck.equipment_asset_share", None), "crosscheck.total_assets", True, id="of-its-whole"),
        pytest.param(("crosscheck.equipment_asset_share", None), "crosscheck.revenue", False, id="of-another-amount"),
        pytest.param(("condition.satisfaction", Reason.NOT_FOUND), "material.8.6", True, id="the-list-is-lacking"),
        pytest.param(("condition.total_assets", Reason.NOT_FOUND), "material.8.6", False, id="not-in-that-list"),
    ],
)
def test_what_follows_from_what(follows: tuple[str, Reason | None], cause: str, expected: bool) -> None:
    found = caused([finding(follows[0], reason=follows[1]), finding(cause)], [LIST])
    assert found[0].caused_by == (cause if expected else "")
    in_order = caused([finding(follows[0], reason=follows[1]), finding(cause, Status.PASS)], [LIST])
    assert in_order[0].caused_by == ""
