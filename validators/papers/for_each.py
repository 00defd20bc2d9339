"""For how many names of a list was a paper seen: certificates of the staff kind by kind, agreements with the partners?

Certificates of people stay present where one was seen, and the note counts them (contract §3, §11). Agreements fewer
than the partners that the form calls signed are a lower bound that falls short: partial, or for a person where a
picture may hide one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio

from schemas.names import bare_name, enterprise_key, person_key
from schemas.papers import BundledPaper, Paper
from schemas.rulebook import Demand
from schemas.status import MaterialStatus, Reason
from schemas.tables import LISTS, Row, rows_of
from schemas.trust import Doubt
from validators import wording
from validators.case import Case

STAFF = "staff"
MISREAD_PERCENT = 85
"""A name of an enterprise stands in a text of which so much agrees: a recogniser misreads a sign or two."""
_FEW = 6


@dataclass(frozen=True, slots=True)
class GoneRound:
    """How far the papers go round the list, and in which words."""

    status: MaterialStatus
    note: str = ""
    reason: Reason | None = None


def for_each(case: Case, title: str, demand: Demand, papers: Sequence[Paper]) -> GoneRound:
    """The papers held against the list that the demand names; a list that was not read asks for nothing."""
    names = _names(case, demand.each)
    singles = [single for paper in papers for single in paper.bundled]
    if not names or not singles:
        return GoneRound(MaterialStatus.PRESENT)
    if demand.each == STAFF:
        return GoneRound(MaterialStatus.PRESENT, _certificates(case, title, demand, names, singles))
    return _agreements(demand, names, singles, from_picture=any(Doubt.FROM_PICTURE in one.doubts for one in papers))


def _names(case: Case, table: str) -> list[str]:
    """The names of the list, of a list with questions of yes and no those to which it says yes."""
    frame = case.contents.tables.get(table)
    rows = [] if frame is None else rows_of(frame)
    key = LISTS[table].key
    return [str(row.values[key]) for row in rows if row.values.get(key) and _affirmed(table, row)]


def _affirmed(table: str, row: Row) -> bool:
    asked = (column.key for column in LISTS[table].columns if column.kind == "truth")
    return all(row.values.get(column, True) is True for column in asked)


def _certificates(case: Case, asked: str, demand: Demand, names: Sequence[str], singles: Sequence[BundledPaper]) -> str:
    """人员名单 20 人，见到学历证书 4 份（甲、乙…）; of the kinds in the title of the item also those not seen."""
    titles = {
        key.partition(".")[2]: title
        for key, title in case.rulebook.paper_titles.items()
        if key.startswith(f"{demand.kind}.")
    }
    told = [_of_kind(title, [one for one in singles if one.part == part], names) for part, title in titles.items()]
    others = [one for one in singles if one.part not in titles]
    told += [_of_kind("其他证书", others, names)] if others else []
    unseen = [
        title
        for part, title in titles.items()
        if title.removesuffix("证书") in asked and all(one.part != part for one in singles)
    ]
    said = f"人员名单 {len(names)} 人，见到" + "、".join(one for one in told if one)
    return f"{said}，未见{wording.named(unseen)}" if unseen else said


def _of_kind(title: str, singles: Sequence[BundledPaper], names: Sequence[str]) -> str:
    """How many of one kind, and whose; a picture may show no name."""
    if not singles:
        return ""
    whose = [name for name in names if any(person_key(name) in single.words for single in singles)]
    return f"{title} {len(singles)} 份（{wording.named(whose, _FEW) or '未能逐份读出姓名'}）"


def _agreements(
    demand: Demand, names: Sequence[str], singles: Sequence[BundledPaper], *, from_picture: bool
) -> GoneRound:
    strange = [name for name in dict.fromkeys(names) if not _any_with(name, singles, misread=from_picture)]
    if not strange:
        return GoneRound(MaterialStatus.PRESENT)
    asked = LISTS[demand.each].title
    told = (
        f"申报表“{asked}”填写已签订协议的 {len(names)} 家，见到协议 {len(singles)} 份，"
        f"未见与{wording.named(strange, _FEW)}签订的协议"
    )
    if len(singles) >= len(names):
        return GoneRound(MaterialStatus.PRESENT, f"{told}（可能辨认有误，请核对）")
    if from_picture:
        return GoneRound(MaterialStatus.REVIEW, f"{told}，图像可能未读全，需人工核实", Reason.UNREADABLE)
    return GoneRound(MaterialStatus.PARTIAL, told)


def _any_with(name: str, singles: Sequence[BundledPaper], *, misread: bool) -> bool:
    """Whether one of them names this enterprise, but for its legal form and, in a picture, a sign misread."""
    bare, texts = bare_name(name), [enterprise_key(single.words) for single in singles]
    return any(bare in text for text in texts) or (misread and any(_nearly_in(bare, text) for text in texts))


def _nearly_in(bare: str, text: str) -> bool:
    return len(text) >= len(bare) and partial_ratio(bare, text) >= MISREAD_PERCENT
