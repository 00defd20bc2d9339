"""Do the papers show nothing of what a clause excludes? At most a question: whether a word counts, people say."""

from __future__ import annotations

from schemas.locator import Locator
from schemas.papers import Sighting
from schemas.regulation.bounds import Absence
from schemas.regulation.conditions import Condition
from schemas.status import Reason
from schemas.trust import Doubt
from validators import wording
from validators.case import Case
from validators.outcome import PASS, Explained, review


def absence(case: Case, asked: Condition) -> Explained:
    """Papers of the kinds lie there, were read whole and show none of the words: pass. Never fail."""
    sought = asked.none_of or Absence((), ())
    papers = [paper for paper in case.contents.papers if paper.kind in sought.kinds]
    readable = [paper for paper in papers if paper.shown]
    titles = wording.named(
        dict.fromkeys(wording.quoted(case.rulebook.paper_titles.get(kind, kind)) for kind in sought.kinds)
    )
    places = tuple(dict.fromkeys(paper.evidence for paper in papers))
    if not readable:
        reason = Reason.UNREADABLE if case.blind or papers else Reason.NOT_FOUND
        return Explained(review(reason), f"{asked.asks}：未见可以核对的{titles}，需人工核实。", "", places)
    seen = [one for one in case.contents.sightings if _counts(case, sought, one)]
    if seen:
        named = wording.named(dict.fromkeys(wording.quoted(one.word) for one in seen))
        actual = f"{titles}中见到{named}"
        evidence: tuple[Locator, ...] = tuple(dict.fromkeys(one.place for one in seen))
        return Explained(
            review(Reason.WEAK_MATCH), f"{asked.asks}：{actual}，是否属于该情形请人工核实。", actual, evidence
        )
    if len(readable) < len(papers) or any(Doubt.UNREAD_PART in paper.doubts for paper in readable):
        return Explained(review(Reason.UNREADABLE), f"{asked.asks}：{titles}有无法读取的部分，需人工核实。", "", places)
    actual = f"{titles}中未见{wording.named(map(wording.quoted, sought.words))}的记录"
    return Explained(PASS, f"{asked.asks}：{actual}，符合。", actual, places)


def _counts(case: Case, sought: Absence, one: Sighting) -> bool:
    """Whether the word is sought, is not denied where it stands, and may be of the years that the clause names."""
    if one.kind not in sought.kinds or one.word not in sought.words or one.denied:
        return False
    return sought.years is None or one.year is None or one.year >= case.as_of.year - sought.years
