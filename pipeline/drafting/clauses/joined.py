"""Which numbers of a clause are one condition: several of which one is enough, or bounds for each of some?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.drafting.clauses.bounds import MANUAL, settled, unread
from pipeline.drafting.clauses.by_answer import by_answer
from pipeline.drafting.clauses.explained import joined_by_or, residue
from pipeline.drafting.clauses.likely import bare
from pipeline.drafting.clauses.own_measures import own_id
from pipeline.drafting.clauses.places import named_whom
from pipeline.drafting.points import DraftChoice, DraftMark, Point, TextSpan, Written
from pipeline.drafting.setting import DraftSetting
from pipeline.rulebook.articles import unmarked
from pipeline.rulebook.checks.phrases import WAYS, direction, measures_said, phrase, phrase_span, plain_number
from pipeline.rulebook.quantities import StatedQuantity
from schemas.measures import MEASURES

Group = tuple[StatedQuantity, ...]
Together = Callable[[str, StatedQuantity, StatedQuantity], bool]


def joined(citation: str, text: str, numbers: Sequence[StatedQuantity], setting: DraftSetting) -> Iterator[Point]:
    """The points that speak of several of these numbers at once."""
    free = list(numbers)
    for group in _runs(text, numbers, joined_by_or):
        point = _either(citation, text, group, setting)
        if point is not None:
            free = [one for one in free if one not in group]
            yield point
    for group in _runs(text, free, _same_sort):
        point = _by_whom(citation, text, group, setting) or by_answer(citation, text, group, setting)
        if point is not None:
            free = [one for one in free if one not in group]
            yield point
    for one in free:
        point = by_answer(citation, text, (one,), setting) if direction(text, one) else None
        if point is not None and point.chosen != MANUAL:
            yield point


def _runs(text: str, numbers: Sequence[StatedQuantity], together: Together) -> Iterator[Group]:
    """The longest stretches of numbers of which each is joined to the next."""
    run: list[StatedQuantity] = []
    for one in numbers:
        if run and together(text, run[-1], one):
            run.append(one)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = [one]
    if len(run) > 1:
        yield tuple(run)


def _same_sort(text: str, one: StatedQuantity, other: StatedQuantity) -> bool:
    """Numbers of one unit that bound the same way, with no sentence's end between them."""
    apart = text[one.end : other.start]
    same = one.unit == other.unit and direction(text, one) == direction(text, other) != ""
    return same and "。" not in apart and "或" not in apart


def _span(text: str, group: Group) -> tuple[int, int]:
    begin, end = phrase_span(text, group[0])[0], phrase_span(text, group[-1])[1]
    return begin + len(text[begin:end]) - len(unmarked(text[begin:end])), end


def _either(citation: str, text: str, group: Group, setting: DraftSetting) -> Point | None:
    """60家以上或服务收入占比不低于50%: one condition of several, one of which is enough."""
    shown = citation.removesuffix("·首")
    each = [settled(text, one, shown, setting) for one in group]
    if not all(each):
        return None
    settled_ones = [choice for choice in each if choice is not None]
    ways, besides = [], []
    for choice in settled_ones:
        for written in choice.writes:
            if written.section == "conditions":
                ways.append({key: value for key, value in written.rule.items() if key not in ("article", "asks")})
            else:
                besides.append(written)
    begin, end = _span(text, group)
    said = bare(text[begin:end])
    rule = {"id": f"{own_id(shown, group[0].start)}_either", "article": shown, "asks": said, "any_of": ways}
    says = "有一项达到即可：" + "；".join(choice.says for choice in settled_ones)
    drafted = DraftChoice("either", says, (Written("conditions", rule), *besides))
    return several_numbers(citation, said, drafted, (begin, end))


def _by_whom(citation: str, text: str, group: Group, setting: DraftSetting) -> Point | None:
    """珠三角地区不少于60家，其他地区不少于30家: one measure, for each of some its bound."""
    shown = citation.removesuffix("·首")
    measure = _measure(text, group)
    if not measure:
        return None
    bounds: list[dict[str, object]] = []
    regions: dict[str, list[str]] = {}
    for one in group:
        whom = named_whom(residue(text, one, measure), setting.region)
        if whom is None:
            return None
        bounds.append({"for": whom.said, direction(text, one): one.value})
        regions |= whom.regions
    begin, end = _span(text, group)
    said = bare(text[begin:end])
    rule = {"measure": measure, "article": shown, "asks": said, "bounds": bounds}
    known, way = MEASURES[measure], direction(text, group[0])
    numbers = [f"{WAYS[way]} {plain_number(one.value)} {known.unit}" for one in group]
    each = "，".join(f"{_called(one['for'])}{number}" for one, number in zip(bounds, numbers, strict=True))
    besides = (Written("regions", regions),) if regions else ()
    drafted = DraftChoice("by_whom", f"{known.title}：{each}", (Written("conditions", rule), *besides))
    return several_numbers(citation, said, drafted, (begin, end))


def _called(whom: object) -> str:
    """Those for whom a bound is, in Chinese."""
    return "、".join(map(str, whom)) if isinstance(whom, list) else "其他" if whom == "others" else str(whom)


def _measure(text: str, group: Group) -> str:
    """The measure that the first phrase names; the others may leave it out."""
    named = [measures_said(phrase(text, one), one.unit) for one in group]
    first = named[0][0] if named[0] else ""
    return first if all(not one or first in one for one in named) else ""


def several_numbers(citation: str, said: str, drafted: DraftChoice, span: tuple[int, int]) -> Point:
    """The point that speaks of several numbers; a person may leave them to be looked at one by one."""
    shown = citation.removesuffix("·首")
    manual = DraftChoice(MANUAL, "留给人工核对，程序不判断", (Written("manual", unread(said, shown)),))
    return Point(
        id=f"{shown}·{said}",
        topic="conditions",
        article=shown,
        quoted=said,
        mark=DraftMark.CONFIRM,
        choices=(drafted, manual),
        chosen=drafted.id,
        why="请确认口径",
        spans=(TextSpan(citation, *span),),
    )
