"""Are the places sealed that say （盖章）, and is the volume bound in the order of the checklist?

Both are for the clerk's eye: disposition note, never counted (contract §3).
"""

from __future__ import annotations

import re
from itertools import pairwise

from schemas.findings import Finding
from schemas.papers import Paper
from schemas.rulebook import Material
from schemas.status import Disposition, Reason, Status
from validators import wording
from validators.case import Case
from validators.materials import papers_of

_LEADING_NUMBER = re.compile(r"\D{0,4}?(\d{1,3})")

Position = tuple[int, ...]


def seal(case: Case, item: Material) -> Finding:
    """A seal seen on any picture of it: pass; none seen, or a text in which none can be seen: review."""
    papers = papers_of(case, item)
    seals = {paper.facts["seal"].value for paper in papers if "seal" in paper.facts}
    cited = wording.quoted(item.title)
    if not papers:
        status, reason, says = Status.NOT_APPLICABLE, None, "未见该材料，无从核对盖章。"
    elif "seen" in seals:
        status, reason, says = Status.PASS, None, "可见印章。"
    elif seals == {"absent"}:
        status, reason, says = Status.REVIEW, Reason.NOT_FOUND, "图像上未见印章，请核实是否加盖公章。"
    else:
        status, reason, says = Status.REVIEW, Reason.UNREADABLE, "无法从文件判断是否盖章，请核对原件。"
    evidence = tuple(dict.fromkeys(paper.evidence for paper in papers))
    return Finding(
        f"seal.{item.item}",
        status,
        item.article,
        f"{cited}{says}",
        "加盖公章",
        says.rstrip("。"),
        evidence,
        Disposition.NOTE,
        reason,
    )


def binding_order(case: Case) -> Finding:
    """Whether the papers lie in the order of the checklist, by pages of one volume or by numbered names."""
    placed = [(item, place) for item in case.procedure.materials if (place := _position(case, item)) is not None]
    late = [(a, b) for (a, first), (b, second) in pairwise(placed) if second < first]
    if len(placed) < 2:
        status, reason, says = Status.NOT_APPLICABLE, None, "材料未合订成册，也未编号，无从核对装订顺序。"
    elif late:
        pairs = wording.named(f"“{b.title}”排在“{a.title}”之前" for a, b in late)
        status, reason = Status.REVIEW, Reason.CONFLICT
        says = f"材料顺序与清单不同：{pairs}，请核实装订顺序。"
    else:
        status, reason, says = Status.PASS, None, "材料按清单顺序排列。"
    article = case.procedure.article
    return Finding("note.binding_order", status, article, says, "按清单顺序装订", "", (), Disposition.NOTE, reason)


def _position(case: Case, item: Material) -> Position | None:
    """Where the item's first paper lies; None where neither pages nor a number in the name say so."""
    files = {paper.file for paper in case.contents.papers}
    spots = [_spot(paper, one_volume=len(files) == 1) for paper in papers_of(case, item)]
    known = [spot for spot in spots if spot is not None]
    return min(known, default=None)


def _spot(paper: Paper, *, one_volume: bool) -> Position | None:
    if one_volume:
        return None if paper.pages is None else (paper.pages[0],)
    match = _LEADING_NUMBER.match(paper.file.split("/")[-1]) or _LEADING_NUMBER.match(paper.file)
    return None if match is None else (int(match.group(1)),)
