"""In which groups and order does the list of points stand: by kind, what follows from another point folded under it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from console.results.points import KIND_TITLES, OPEN, PointKind, is_point, is_settled, kind_of
from console.results.read_back import ReadBack
from pipeline import wording
from schemas.findings import Finding
from schemas.status import Disposition, Status

SETTLED, JUDGED, PASSED = "settled", "judged", "passed"


@dataclass(frozen=True, slots=True)
class ListedPoint:
    """One line of the list. ``follows``: the points that only follow from it."""

    rule: str
    title: str
    badge: str
    settled: bool
    open: bool
    follows: Sequence[ListedPoint] = ()


@dataclass(frozen=True, slots=True)
class PointList:
    """The groups that need somebody, and below them what is there to be looked at: settled, for judgement, passed."""

    groups: Sequence[tuple[str, str, Sequence[ListedPoint]]]
    folded: Sequence[tuple[str, str, Sequence[ListedPoint]]]
    total: int
    left: int

    def in_order(self) -> list[ListedPoint]:
        """Every point of the groups, those that follow behind their cause."""
        return [one for _, _, points in self.groups for point in points for one in (point, *point.follows)]

    def open_rules(self) -> list[str]:
        """Those that are left to do, in order."""
        return [point.rule for point in self.in_order() if point.open]


def listed(read: ReadBack) -> PointList:
    """The list of one dossier."""
    findings = read.screening.findings
    points = [finding for finding in findings if is_point(finding)]
    open_ = [one for one in points if not is_settled(read.decisions.get(one.rule))]
    causes = {one.rule for one in open_ if not one.caused_by}
    roots = [one for one in open_ if one.caused_by not in causes]
    kinds = [
        (kind.value, KIND_TITLES[kind], [_line(one, read, open_) for one in roots if kind_of(one) is kind])
        for kind in PointKind
    ]
    settled = [_line(one, read) for one in findings if one.rule in read.decisions and one not in open_]
    judged = [_line(one, read) for one in findings if one.status in OPEN and one.disposition is Disposition.NOTE]
    passed = [_line(one, read) for one in findings if one.status is Status.PASS and one.rule not in read.decisions]
    folded = [
        (SETTLED, "已处理", settled),
        (JUDGED, "由人判断，程序未作判断", [one for one in judged if not one.settled]),
        (PASSED, "符合，可抽看", passed),
    ]
    return PointList(
        [group for group in kinds if group[2]], [group for group in folded if group[2]], len(points), len(open_)
    )


def _line(finding: Finding, read: ReadBack, open_: Sequence[Finding] = ()) -> ListedPoint:
    follows = [one for one in open_ if one.caused_by == finding.rule] if not finding.caused_by else []
    return ListedPoint(
        finding.rule,
        wording.rule_title(finding.rule, read.screening),
        _badge(finding, read),
        is_settled(read.decisions.get(finding.rule)),
        finding in open_,
        [_line(one, read, open_) for one in follows],
    )


def _badge(finding: Finding, read: ReadBack) -> str:
    """What the title of its group does not say already."""
    if not is_point(finding):
        return ""
    kind = kind_of(finding)
    if kind is PointKind.LACKING:
        return wording.status(finding, read.screening)
    return wording.REASONS[finding.reason] if kind is PointKind.REVIEW and finding.reason else ""
