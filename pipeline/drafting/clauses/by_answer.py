"""Which numbers of a clause are bounds of one quantity, each for some: who ticks it on the form, who is from there?

综合性孵化器在孵企业不少于10家，专业性孵化器不少于8家, where the form prints 孵化器类型 □综合性 □专业性;
基地建筑面积10000平方米以上（县域基地5000平方米以上）, where the first number is for all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.drafting.blank_forms.loose_blanks import LooseBlank, blank_of
from pipeline.drafting.clauses.bounds import MANUAL, unread
from pipeline.drafting.clauses.explained import named_whole
from pipeline.drafting.clauses.likely import bare
from pipeline.drafting.clauses.own_measures import brought, noun_of
from pipeline.drafting.clauses.places import OTHERS, named_whom
from pipeline.drafting.points import DraftChoice, DraftMark, Point, TextSpan, Written
from pipeline.drafting.setting import DraftSetting
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import unmarked
from pipeline.rulebook.checks.phrases import WAYS, clause_span, direction, phrase_span, plain_number
from pipeline.rulebook.quantities import StatedQuantity, quantities
from schemas.measures import MEASURES

_WHY_ALL = "几个数是对不同单位的要求，申报表上没有区分这些单位的栏"


@dataclass(frozen=True, slots=True)
class _Whose:
    """For whom one number is, and what is left of its words: what it counts (empty where the words leave that out)."""

    quantity: StatedQuantity
    noun: str
    said: object = None
    called: str = ""
    kind: LooseBlank | None = None
    """The blank that tells it."""
    regions: Mapping[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _CountedBlank:
    """The measure that all of the numbers bound, and what is written for it."""

    key: str
    title: str
    writes: tuple[Written, ...] = ()


def by_answer(citation: str, text: str, group: Sequence[StatedQuantity], setting: DraftSetting) -> Point | None:
    """The point on all these numbers; None where they are not of one quantity.

    Where they are of one but nothing tells for whom each is, all are left to people: no rule may ask both of everyone.
    """
    told = [_whose(text, one, setting) for one in group]
    counted = _counted(text, told, setting.blanks)
    apart = any(one.said is not None for one in told)
    if counted is None or citation.endswith("·首") or not (apart or counted.key not in MEASURES.ours):
        return None
    shown, way = citation, direction(text, group[0])
    begin, end = _topic_span(text, group[0])[0], phrase_span(text, group[-1])[1]
    said = bare(text[begin:end])
    manual = DraftChoice(MANUAL, "留给人工核对，程序不判断", (Written("manual", unread(said, shown)),))
    each = _complete(told)
    choices: tuple[DraftChoice, ...] = (manual,)
    if each:
        bounds = [{"for": one.said, way: one.quantity.value} for one in each]
        rule = {"measure": counted.key, "article": shown, "asks": said, "bounds": bounds}
        numbers = [f"{one.called} {WAYS[way]} {plain_number(one.quantity.value)}" for one in each]
        choices = (
            DraftChoice(
                "by_answer",
                f"{counted.title}：{'，'.join(numbers)}",
                (Written("conditions", rule), *counted.writes, *_besides(each)),
            ),
            manual,
        )
    return Point(
        id=f"{shown}·{said}",
        topic="conditions",
        article=shown,
        quoted=said,
        mark=DraftMark.CONFIRM if each else DraftMark.ASKED,
        choices=choices,
        chosen=choices[0].id,
        why="请确认口径" if each else _WHY_ALL,
        spans=(TextSpan(citation, begin + len(text[begin:end]) - len(unmarked(text[begin:end])), end),),
    )


def _besides(each: Sequence[_Whose]) -> Iterator[Written]:
    kinds = {one.kind.key: one.kind for one in each if one.kind is not None}
    for kind in kinds.values():
        yield from brought(kind)
    regions = {name: places for one in each for name, places in one.regions.items()}
    if regions:
        yield Written("regions", regions)


def _complete(told: Sequence[_Whose]) -> list[_Whose]:
    """Each number with those it is for, the first of all perhaps for all others, who then stand last; else nothing."""
    first, *rest = told
    if first.said is None and rest:
        first = _Whose(first.quantity, first.noun, OTHERS, "其他")
        told = [*rest, first]
    said = [str(one.said) for one in told]
    # 综合类不低于6家 alone asks nothing of the others; of a place alone it is told by the clause around it.
    alone = len(told) > 1 or first.kind is not None
    whole = all(one.said is not None for one in told) and len(set(said)) == len(said)
    return list(told) if whole and alone else []


def _whose(text: str, one: StatedQuantity, setting: DraftSetting) -> _Whose:
    noun = noun_of(text, one)
    for blank in setting.blanks:
        option = next((each for each in sorted(blank.options, key=len, reverse=True) if each in noun), "")
        if option:
            rest = draft_words().whom["object"].sub("", noun.replace(option, "", 1))
            return _Whose(one, rest, {blank.key: option}, option, blank)
    whom = named_whom(noun, setting.region) if noun else None
    if whom is None:
        return _Whose(one, noun)
    called = "、".join(whom.said) if isinstance(whom.said, list) else "其他" if whom.said == OTHERS else str(whom.said)
    return _Whose(one, "", whom.said, called, regions=whom.regions)


def _counted(text: str, told: Sequence[_Whose], blanks: Sequence[LooseBlank]) -> _CountedBlank | None:
    """The one quantity that the words name, or that stands before the first number with nothing of its own."""
    nouns = [one.noun for one in told if one.noun] or [text[slice(*_topic_span(text, told[0].quantity))]]
    found = [_measure(unmarked(noun), told[0].quantity.unit, blanks) for noun in nouns]
    first = found[0]
    return first if first is not None and all(one is not None and one.key == first.key for one in found) else None


def _measure(noun: str, unit: str, blanks: Sequence[LooseBlank]) -> _CountedBlank | None:
    blank = blank_of(noun, unit, blanks)
    if blank is not None and blank.key not in MEASURES.ours:
        return _CountedBlank(blank.key, blank.label, brought(blank, noun))
    known = named_whole(noun, unit) or (blank.key if blank is not None else "")
    return _CountedBlank(known, MEASURES[known].title) if known else None


def _topic_span(text: str, one: StatedQuantity) -> tuple[int, int]:
    """The words from comma to comma ahead of the number's own (设备原值，综合型不低于……), where they have no number."""
    begin, end = clause_span(text, one)[0], phrase_span(text, one)[0]
    if begin == 0 or text[begin - 1] != ",":
        return begin, end
    before = max(text.rfind(sign, 0, begin - 1) for sign in ",;。:") + 1
    topical = not any(before <= other.start < begin for other in quantities(text))
    return (before, begin - 1) if topical else (begin, end)
