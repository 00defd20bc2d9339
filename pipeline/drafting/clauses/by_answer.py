"""Which numbers of a clause are bounds of one quantity for kinds of applicant that the form asks to tick?

综合性孵化器在孵企业不少于10家，专业性孵化器在孵企业不少于8家, where the form prints 孵化器类型 □综合性 □专业性.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.drafting.clauses.bounds import MANUAL, unread
from pipeline.drafting.clauses.likely import bare
from pipeline.drafting.clauses.own_measures import brought, noun_of
from pipeline.drafting.loose_blanks import LooseBlank, blank_of
from pipeline.drafting.points import DraftChoice, DraftMark, Point, TextSpan, Written
from pipeline.rulebook.checks.phrases import WAYS, direction, phrase_span, plain_number
from pipeline.rulebook.quantities import StatedQuantity
from schemas.measures import MEASURES


def by_answer(citation: str, text: str, group: Sequence[StatedQuantity], blanks: Sequence[LooseBlank]) -> Point | None:
    """The point on all these numbers; None where they are not of one blank.

    Where they are of one but nothing tells for whom each is, all are left to people: no rule may ask both of everyone.
    """
    counted = {_counted(text, one, blanks) for one in group}
    if len(counted) != 1 or None in counted or citation.endswith("·首"):
        return None
    shown, way = citation, direction(text, group[0])
    said = bare(text[phrase_span(text, group[0])[0] : phrase_span(text, group[-1])[1]])
    manual = DraftChoice(MANUAL, "留给人工核对，程序不判断", (Written("manual", unread(said, shown)),))
    blank = next(one for one in blanks if one.key in counted)
    asked = _asked(text, group, blanks)
    choices: tuple[DraftChoice, ...] = (manual,)
    if asked is not None:
        kind, options = asked
        each = [{"for": {kind.key: option}, way: one.value} for one, option in zip(group, options, strict=True)]
        rule = {"measure": blank.key, "article": shown, "asks": said, "bounds": each}
        numbers = [
            f"{option} {WAYS[way]} {plain_number(one.value)}" for one, option in zip(group, options, strict=True)
        ]
        writes = (Written("conditions", rule), *brought(blank, noun_of(text, group[0])), *brought(kind))
        says = f"{blank.label}，按“{kind.label}”一栏：{'，'.join(numbers)}"
        choices = (DraftChoice("by_answer", says, writes), manual)
    return Point(
        id=f"{shown}·{said}",
        topic="conditions",
        article=shown,
        quoted=said,
        mark=DraftMark.CONFIRM if asked else DraftMark.ASKED,
        choices=choices,
        chosen=choices[0].id,
        why="请确认口径" if asked else "几个数是对不同单位的要求，申报表上没有区分这些单位的栏",
        spans=(TextSpan(citation, phrase_span(text, group[0])[0], phrase_span(text, group[-1])[1]),),
    )


def _counted(text: str, one: StatedQuantity, blanks: Sequence[LooseBlank]) -> str | None:
    noun = noun_of(text, one)
    found = blank_of(noun, one.unit, blanks) if noun else None
    return None if found is None or found.key in MEASURES.ours else found.key


def _asked(
    text: str, group: Sequence[StatedQuantity], blanks: Sequence[LooseBlank]
) -> tuple[LooseBlank, list[str]] | None:
    """The blank whose answers tell them apart, and the answer that each number is for."""
    phrases = [text[slice(*phrase_span(text, one))] for one in group]
    for blank in blanks:
        options = [next((each for each in blank.options if each in said), "") for said in phrases]
        if blank.options and all(options) and len(set(options)) == len(options):
            return blank, options
    return None
