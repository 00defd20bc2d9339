"""Is the paper there that an annex asks for beside an item, where the article does not? For a person to weigh."""

from __future__ import annotations

from schemas.findings import Finding
from schemas.rulebook import AnnexPaper, Material
from schemas.status import Disposition, Reason, Status
from validators.case import Case


def beside(case: Case, item: Material, asked: AnnexPaper) -> Finding:
    """Seen: pass; not seen: review, never counted, as the article itself asks for no such paper."""
    papers = [paper for paper in case.contents.papers if paper.kind == asked.kind and paper.shown]
    rule = f"note.{item.item}"
    evidence = tuple(dict.fromkeys(paper.evidence for paper in papers))
    demand = f"{asked.source}另写有“{asked.asks}”"
    if papers:
        message = f"{demand}：已见。"
        return Finding(rule, Status.PASS, asked.source, message, asked.asks, "", evidence, Disposition.NOTE)
    message = f"{demand}，卷宗中未见；{item.article}的条文没有要求，是否须补由人工判断。"
    reason = Reason.UNREADABLE if case.blind else Reason.AMBIGUOUS_RULE
    return Finding(rule, Status.REVIEW, asked.source, message, asked.asks, "", (), Disposition.NOTE, reason)
