"""Which figures must the applicant explain: what its papers state differently, one row for each matter?

In:     a screening without what a clerk has settled.
Out:    the rows of 需核实说明的数据, and the papers that stand in another's name, which are to be handed in anew.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline import wording
from pipeline.results.contradictions import Side, difference, statements
from schemas.dossier import Screening
from schemas.figures import figures_of
from schemas.findings import Finding, MaterialResult
from schemas.locator import Locator
from schemas.names import enterprise_key
from schemas.status import Disposition, Reason, Status

# What the applicant can answer; where the program could not read, or the article is open, it is the clerk's matter.
_ANSWERABLE = (Reason.CONFLICT, Reason.WEAK_MATCH)
_EXPLAIN = "请说明以何处为准；填写有误的，请更正并重新提交"
_LOOK_INTO = "请核实；填写有误的，请更正并重新提交"
_NAMES = "crosscheck.applicant_name"
_REVIEW = "review"
_BY_OTHERS = frozenset({"survey"})
"""Sources that the recommender states: what it was told, the applicant does not explain."""
_INWARD = re.compile(r"，经办人更正|（经办人更正）|经办人更正，|；另有 \d+ [行处][^。；]*需人工核对")
"""What is told within the bureau only: the applicant reads its own papers."""


@dataclass(frozen=True, slots=True)
class Question:
    """One row of 需核实说明的数据: 项目, every statement of it with its place, and what is asked."""

    item: str
    stated: str
    please: str
    rule: str


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A paper in another's name: the item that it answers, whose name it bears, where, and the article."""

    title: str
    name: str
    place: str
    article: str
    rule: str


def outward(text: str) -> str:
    """The text without what is told within the bureau only."""
    return _INWARD.sub("", text)


def misnamed(screening: Screening) -> Iterator[Misnamed]:
    """Declarations that do not bear the applicant's name."""
    if not any(finding.rule == _NAMES and is_asked(finding) for finding in screening.findings):
        return
    for figure in figures_of(screening.contents.figures):
        if figure.measure != "applicant_name" or figure.source != "declaration":
            continue
        if enterprise_key(str(figure.value)) == enterprise_key(screening.contents.applicant):
            continue
        item = _item_of(screening.materials, figure.evidence)
        if item is None and screening.procedure == _REVIEW:
            # A re-check that asks for no declaration does not ask for one anew.
            continue
        title, article = (item.title, item.article) if item else ("申报材料真实性声明", "")
        rule = f"material.{item.item}" if item else _NAMES
        yield Misnamed(title, str(figure.value), wording.places(figure.evidence, 2), article, rule)


def _item_of(materials: Sequence[MaterialResult], places: Sequence[Locator]) -> MaterialResult | None:
    files = {(place.file, place.page) for place in places}
    found = (one for one in materials if any((place.file, place.page) in files for place in one.evidence))
    whole = (one for one in materials if any(place.file in {file for file, _ in files} for place in one.evidence))
    return next(found, None) or next(whole, None)


def questions(screening: Screening) -> Iterator[Question]:
    """A row for each contradiction, and for what looks like a slip; what follows from another row has none."""
    asked = [finding for finding in screening.findings if is_asked(finding)]
    rules = {finding.rule for finding in asked}
    for finding in asked:
        measure = finding.rule.partition(".")[2]
        if _follows(finding, rules) or _is_of_others(screening, measure):
            continue
        stated = _stated(screening, finding, measure)
        if stated:
            said = "\n".join(_said(side) for side in stated)
            yield Question(wording.rule_title(finding.rule, screening), said, _please(stated), finding.rule)


def _follows(finding: Finding, rules: Collection[str]) -> bool:
    """Whether another row already asks about it."""
    kind, _, measure = finding.rule.partition(".")
    return finding.caused_by in rules or (kind == "condition" and f"crosscheck.{measure}" in rules)


def _is_of_others(screening: Screening, measure: str) -> bool:
    """Whether the recommender states it as well, which the applicant does not explain."""
    stated = figures_of(screening.contents.figures)
    return any(one.measure == measure and one.source in _BY_OTHERS for one in stated)


def _please(stated: Sequence[Side]) -> str:
    """What the applicant is asked to do; of two statements, how far they lie apart goes before it."""
    please = _EXPLAIN if len(stated) > 1 else _LOOK_INTO
    apart = difference(*stated) if len(stated) == 2 else ""
    return f"相差 {apart}。{please}" if apart else please


def _stated(screening: Screening, finding: Finding, measure: str) -> list[Side]:
    """Everything that differs; of a name, without the declarations that are to be handed in anew."""
    listed = statements(screening.contents, measure)
    if finding.rule == _NAMES:
        others = {one.name for one in misnamed(screening)}
        listed = [side for side in listed if side.value not in others]
        if len({enterprise_key(side.value) for side in listed}) <= 1:
            return []
    if len(listed) > 1:
        return listed
    return [Side(outward(finding.actual or finding.message), "", finding.evidence)]


def _said(side: Side) -> str:
    """The value with its source and its place."""
    where = wording.places(side.evidence, 3)
    return f"{side.source} {outward(side.value)}".strip() + (f"（{where}）" if where else "")


def is_asked(finding: Finding) -> bool:
    """Contradictions, and what looks like a slip: near-duplicates, shared phones, gaps in the numbering."""
    if finding.disposition is Disposition.NOTE:
        return False
    if wording.family(finding) == "crosscheck":
        return finding.status is Status.FAIL or (finding.status is Status.REVIEW and finding.reason in _ANSWERABLE)
    if wording.family(finding) == "own":
        return finding.status is Status.REVIEW
    is_condition = wording.family(finding) == "condition"
    return is_condition and finding.status is Status.REVIEW and finding.reason is Reason.CONFLICT
