"""Which findings are points, of which kind, and when one is settled."""

import pytest

from console.results.points import PointKind, counts, is_point, is_settled, kind_of
from console.results.read_back import screening_at
from schemas.findings import Finding
from schemas.status import Disposition, Reason, Status
from tests.builders.console import screened


def finding(rule, status=Status.FAIL, disposition=Disposition.VERIFY, reason=None):
    return Finding(rule, status, "", "", disposition=disposition, reason=reason)


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (finding("condition.staff_count", disposition=Disposition.INELIGIBLE), PointKind.SHORT),
        (finding("material.11.3b", disposition=Disposition.SUPPLEMENT), PointKind.LACKING),
        (finding("own.1", disposition=Disposition.SUPPLEMENT), PointKind.LACKING),
        (finding("own.1", disposition=Disposition.INELIGIBLE), PointKind.SHORT),
        (finding("form.application.fax", disposition=Disposition.SUPPLEMENT), PointKind.BLANK),
        (finding("crosscheck.revenue"), PointKind.DIFFERING),
        (finding("condition.revenue", Status.REVIEW, reason=Reason.CONFLICT), PointKind.REVIEW),
        (finding("material.11.1", Status.REVIEW, reason=Reason.UNREADABLE), PointKind.UNREADABLE),
        (finding("condition.revenue", Status.ERROR), PointKind.REVIEW),
    ],
)
def test_kinds(one, kind):
    assert is_point(one)
    assert kind_of(one) is kind


@pytest.mark.parametrize(
    "one",
    [
        finding("condition.revenue", Status.PASS),
        finding("condition.revenue", Status.NOT_APPLICABLE),
        finding("judgement.premises", Status.REVIEW, Disposition.NOTE),
        finding("condition.function.training.activities"),
    ],
)
def test_what_nobody_need_do_anything_about(one):
    assert not is_point(one)


@pytest.mark.parametrize(
    ("decision", "settled"),
    [
        (None, False),
        ({"decision": "accept", "stale": False}, True),
        ({"decision": "accept", "stale": True}, False),
        ({"decision": "waive", "stale": False, "needs_second": True}, False),
        ({"decision": "waive", "stale": False, "second": "李四"}, True),
    ],
)
def test_settled(decision, settled):
    assert is_settled(decision) is settled


def test_the_counts_add_up(tmp_path):
    for folder in (child for child in screened(tmp_path).iterdir() if child.is_dir()):
        told = counts(screening_at(folder))
        assert sum(told.kinds.values()) == told.total == told.left
