"""Is a blank filled on which no item and no condition rests: who recommends, whose list it is, when it was declared?

Every finding is ``pass`` or ``review`` with disposition ``note``: nobody is asked to fill it.
"""

from __future__ import annotations

from dataclasses import replace

from schemas.findings import Finding
from schemas.locator import Locator
from schemas.names import enterprise_key
from schemas.rulebook import PaperBlank
from schemas.status import Disposition, Reason, Status
from validators import wording
from validators.case import Case


def paper_blank(case: Case, asked: PaperBlank) -> Finding:
    """Read: pass; not read, or another's name where the applicant's belongs: review; without the paper nothing."""
    papers = [paper for paper in case.contents.papers if paper.kind == asked.paper and paper.shown]
    blank, rule = f"{asked.source}“{asked.title}”", f"note.{asked.id}"
    nothing = Finding(
        rule, Status.NOT_APPLICABLE, asked.source, f"{blank}：未见该材料。", asked.title, disposition=Disposition.NOTE
    )
    if not papers:
        return nothing
    answers = _answers(case, asked)
    if not answers:
        message = f"{blank}：没有读到所填内容（未填写、手写或未能读出），请核看。"
        places = tuple(dict.fromkeys(paper.evidence for paper in papers))
        return replace(nothing, status=Status.REVIEW, message=message, evidence=places, reason=Reason.NOT_FOUND)
    actual = "；".join(dict.fromkeys(text for text, _ in answers))
    places = tuple(dict.fromkeys(place for _, place in answers))
    ours = enterprise_key(case.contents.applicant)
    if asked.names_applicant and any(enterprise_key(text) != ours for text, _ in answers):
        said, status, reason = f"{actual}，与申请单位名称不同，请核看", Status.REVIEW, Reason.CONFLICT
    else:
        said, status, reason = actual, Status.PASS, None
    return replace(nothing, status=status, message=f"{blank}：{said}。", actual=actual, evidence=places, reason=reason)


def _answers(case: Case, asked: PaperBlank) -> list[tuple[str, Locator]]:
    """What was read in the blank, with its places."""
    if asked.figure:
        stated = [one for measure in case.figures.values() for one in measure if one.source == asked.figure]
        return [(wording.value(one.value, one.unit), place) for one in stated for place in one.evidence]
    papers = [paper for paper in case.contents.papers if paper.kind == asked.paper and asked.fact in paper.facts]
    facts = [paper.facts[asked.fact] for paper in papers]
    return [(wording.day(fact.value), fact.evidence) for fact in facts]
