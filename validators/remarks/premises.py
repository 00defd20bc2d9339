"""Do the papers that prove the premises (房产证, 租赁合同) name the applicant as who uses them, and do they still hold?

No clause asks for either in words: what is found is for a person to weigh. The landlord's certificate beside the
applicant's own lease is as it should be, and of several leases one that holds is enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from schemas.findings import Finding
from schemas.names import enterprise_key, near
from schemas.papers import Fact, Paper
from schemas.status import Disposition, Reason, Status
from schemas.trust import is_sure
from validators import wording
from validators.case import Case

RULE = "note.premises"
_EXPECTED = "使用人是申请单位，期限未满"
_USED_BY, _UNTIL = "used_by", "term_until"


def premises_of(papers: Sequence[Paper]) -> list[Paper]:
    """Those of the papers that say who uses rooms, or until when."""
    return [paper for paper in papers if paper.shown and {_USED_BY, _UNTIL} & set(paper.facts)]


def premises(case: Case, article: str, papers: Sequence[Paper]) -> Finding:
    """Used by the applicant, and not over on the day of reckoning: pass; what says otherwise: review, with its place.

    What was not read of them, or not for certain, says nothing, nor does a user where the applicant's name was not
    read; where nothing was read: not applicable.
    """
    own = [paper for paper in papers if _USED_BY in paper.facts and _same(paper.facts[_USED_BY].value, case)]
    users, terms = _read(papers, _USED_BY), _read(own or papers, _UNTIL)
    others = () if own or not case.contents.applicant else users
    over = () if any(fact.value >= case.as_of.isoformat() for fact in terms) else terms[-1:]
    today = wording.day(case.as_of.isoformat())
    told = [
        *(f"使用人或权利人为“{fact.value}”，与申请单位名称不同" for fact in others),
        *(f"期限至{wording.day(fact.value)}，核算日（{today}）已满" for fact in over),
    ]
    actual = "；".join([*(fact.value for fact in users), *(f"至{wording.day(fact.value)}" for fact in terms)])
    places = tuple(dict.fromkeys(fact.evidence for fact in (*others, *over) or (*users, *terms)))
    status = Status.REVIEW if told else Status.PASS if actual else Status.NOT_APPLICABLE
    message = f"{_says(told, actual)}。"
    return Finding(
        *(RULE, status, article, message, _EXPECTED, actual, places, Disposition.NOTE),
        Reason.CONFLICT if told else None,
    )


def _says(told: Sequence[str], actual: str) -> str:
    if told:
        return f"场所证明的{'；'.join(told)}，请核实申请单位现在是否使用该场所"
    return f"场所证明载明：{actual}" if actual else "没有从场所证明中读到使用人和期限，无从核看"


def _same(name: str, case: Case) -> bool:
    """The applicant, or its name but for a sign or the legal form."""
    ours = case.contents.applicant
    return enterprise_key(name) == enterprise_key(ours) or near(name, ours)


def _read(papers: Sequence[Paper], key: str) -> tuple[Fact, ...]:
    """What these papers surely say of it, each once, in its order."""
    facts = [paper.facts[key] for paper in papers if key in paper.facts]
    sure = {fact.value: fact for fact in reversed(facts) if is_sure(fact.evidence.doubts)}
    return tuple(sure[value] for value in sorted(sure))
