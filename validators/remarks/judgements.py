"""Which passages of the dossier speak of a condition that only people can judge?"""

from __future__ import annotations

from schemas.findings import Finding
from schemas.rulebook import Judgement
from schemas.status import Disposition, Reason, Status
from validators.case import Case

# More passages than this help nobody.
MOST = 8
SENTENCE = 20
"""Characters from which a line says something: shorter ones (headings, captions) are shown where room is left."""


def judgement(case: Case, asked: Judgement) -> Finding:
    """Always for a person, with what the dossier says of it; never counts in the verdict."""
    passages = tuple(
        place for place in case.contents.passages if place.text and any(word in place.text for word in asked.words)
    )
    shown = tuple(sorted(passages, key=lambda place: len(place.text or "") < SENTENCE))[:MOST]
    actual = f"材料中有 {len(passages)} 处相关表述" if passages else "材料中未见相关表述"
    return Finding(
        f"judgement.{asked.id}",
        Status.REVIEW,
        asked.article,
        f"{asked.asks}：{actual}，由人工判断。",
        asked.asks,
        actual,
        shown,
        Disposition.NOTE,
        Reason.WEAK_MATCH if passages else Reason.NOT_FOUND,
    )
