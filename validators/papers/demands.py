"""What must a paper show that is there: its level, the rows of its list, a clean record, one for each name, its seal?

Whoever asks has seen that the paper is there, with its parts and of the right time (validators.materials).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from schemas.locator import Locator
from schemas.measures import measure_of
from schemas.papers import Paper
from schemas.rulebook import Demand, Material
from schemas.status import MaterialStatus, Reason
from schemas.tables import LISTS
from schemas.trust import Doubt, is_sure
from validators import wording
from validators.case import Case
from validators.papers.for_each import for_each

_QUOTED = 3
EVIDENCE = "evidence"
"""The source of figures that papers prove."""


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """How one demand, one alternative or one item stands, and in which words."""

    status: MaterialStatus
    note: str = ""
    evidence: tuple[Locator, ...] = ()
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The papers of a kind that were handed in for one demand of an item, and where they lie."""

    case: Case
    item: Material
    demand: Demand
    papers: Sequence[Paper]
    evidence: tuple[Locator, ...]


def as_demanded(handed: HandedIn) -> ItemStanding:
    """The first of what is demanded that the papers do not show; present, with what is to be told, where they do."""
    found = [check(handed) for check in _CHECKS]
    lacking = next((one for one in found if one.status is not MaterialStatus.PRESENT), None)
    note = "；".join(one.note for one in found if one.note)
    return lacking or ItemStanding(MaterialStatus.PRESENT, note, handed.evidence)


def _levelled(handed: HandedIn) -> ItemStanding:
    """A paper that must come from some level is there only where that level was read on it."""
    levels = handed.demand.levels
    read = [paper.facts["issuer_level"] for paper in handed.papers if "issuer_level" in paper.facts]
    if not levels or any(fact.value in levels for fact in read):
        return ItemStanding(MaterialStatus.PRESENT)
    seen = wording.named(dict.fromkeys(fact.value for fact in read))
    told = f"读到的颁发机关级别为{seen}" if seen else "未能读出颁发机关的级别"
    places = tuple(dict.fromkeys([*(fact.evidence for fact in read), *handed.evidence]))
    return ItemStanding(MaterialStatus.REVIEW, f"{told}，须为{'、'.join(levels)}", places, Reason.NOT_FOUND)


def _listing(handed: HandedIn) -> ItemStanding:
    """A list of some of the enterprises is there where a row of it, or its title, says that it lists them."""
    wanted = handed.demand.rows
    if any(all(column in paper.parts for column in wanted) for paper in handed.papers):
        return ItemStanding(MaterialStatus.PRESENT)
    spec = next(spec for spec in LISTS.values() if spec.paper == handed.demand.kind)
    titles = {column.key: column.title for column in spec.columns}
    unseen = wording.named(f"“{titles[column]}”" for column in wanted if not _somewhere(column, handed.papers))
    note = f"名单没有列明{unseen or '同时符合各项的企业'}，是否为所要的名单需人工核实"
    return ItemStanding(MaterialStatus.REVIEW, note, handed.evidence, Reason.NOT_FOUND)


def _somewhere(column: str, papers: Sequence[Paper]) -> bool:
    return any(column in paper.parts for paper in papers)


def _clean(handed: HandedIn) -> ItemStanding:
    """A report that must be clean and tells of a bad record is for a person, with the passages."""
    records = tuple(place for paper in handed.papers for place in paper.records)
    if not handed.demand.clean or not records:
        return ItemStanding(MaterialStatus.PRESENT)
    quoted = wording.named((f"“{place.text}”" for place in records), _QUOTED)
    note = f"{wording.files(records)}载有{quoted}，是否属于不良记录、失信记录需人工判断"
    return ItemStanding(MaterialStatus.REVIEW, note, records, Reason.WEAK_MATCH)


def _each(handed: HandedIn) -> ItemStanding:
    """One for each name of a list: how far they go round."""
    if not handed.demand.each:
        return ItemStanding(MaterialStatus.PRESENT)
    told = for_each(handed.case, handed.item.title, handed.demand, handed.papers)
    return ItemStanding(told.status, told.note, handed.evidence, told.reason)


def _proving(handed: HandedIn) -> ItemStanding:
    """Proofs of fewer than the condition asks are a lower bound: the item is what falls short (contract §11)."""
    measure = handed.demand.proves
    bounds = [one.at_least for one in handed.case.rulebook.conditions if one.measure == measure and one.at_least]
    proven = [one for one in handed.case.of(measure) if one.source == EVIDENCE and isinstance(one.value, Decimal)]
    most = max((one.value for one in proven if isinstance(one.value, Decimal)), default=None)
    if not bounds or most is None or most >= bounds[0]:
        return ItemStanding(MaterialStatus.PRESENT)
    unit = measure_of(measure).unit
    note = f"凭据中见到 {wording.value(most, unit)}，条件要求不少于 {wording.value(bounds[0], unit)}"
    sure = all(is_sure(one.doubts) for one in proven)
    if sure and not any(Doubt.UNREAD_PART in one.doubts for one in handed.papers):
        return ItemStanding(MaterialStatus.PARTIAL, note, handed.evidence)
    note = f"{note}，有的内容读得不确定，需人工核实"
    return ItemStanding(MaterialStatus.REVIEW, note, handed.evidence, Reason.UNREADABLE)


def _sealed(handed: HandedIn) -> ItemStanding:
    """A seal decides only where the rulebook says so, and only on pages that are pictures."""
    if not handed.item.seal_decides:
        return ItemStanding(MaterialStatus.PRESENT)
    groups = [[paper for paper in handed.papers if part in paper.parts] for part in handed.demand.parts]
    seals = {_seal(group) for group in groups or [list(handed.papers)]}
    if "absent" in seals:
        return ItemStanding(MaterialStatus.PARTIAL, "未见单位公章", handed.evidence)
    if "unknown" in seals:
        note = "图像上是否有单位公章无法判断"
        return ItemStanding(MaterialStatus.REVIEW, note, handed.evidence, Reason.UNREADABLE)
    return ItemStanding(MaterialStatus.PRESENT)


def _seal(papers: Sequence[Paper]) -> str:
    """The best that these papers show: one sealed, or one that is no picture, is enough."""
    seen = {
        paper.facts["seal"].value if "seal" in paper.facts else "unknown"
        for paper in papers
        if Doubt.FROM_PICTURE in paper.doubts
    }
    if "seen" in seen or any(Doubt.FROM_PICTURE not in paper.doubts for paper in papers):
        return "seen"
    return "unknown" if "unknown" in seen else "absent"


_CHECKS: tuple[Callable[[HandedIn], ItemStanding], ...] = (_levelled, _listing, _clean, _each, _proving, _sealed)
