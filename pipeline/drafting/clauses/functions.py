"""Which bounds do the service functions set, with their 或 and their branches, and how many must be met?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.values.numerals import numeral
from pipeline.drafting.articles import function_of, head_of
from pipeline.drafting.clauses.bounds import MANUAL, bound
from pipeline.drafting.points import DraftChoice, DraftMark, Point, TextSpan, Written
from pipeline.drafting.setting import NOTHING_BESIDE, DraftSetting
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import Regulation, unmarked
from pipeline.rulebook.checks.functions import BRANCH, OR
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.quantities import quantities
from schemas.measures import FUNCTION_TITLES

_OTHER_WAY = "“或”的另一边没有认识的量，单独核对这一边会判错"
_NO_MEASURE = "程序没有这项服务功能的量"
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百]+条")


@dataclass(frozen=True, slots=True)
class _Branch:
    """From which sign on a number holds for those alone who mainly train these."""

    start: int
    focus: str


def functions(regulation: Regulation, article: str, setting: DraftSetting = NOTHING_BESIDE) -> Iterator[Point]:
    """How many must be met, then every bound of every function."""
    yield _how_many(regulation, article)
    for number, citation in enumerate(regulation.items(article), 1):
        name, title = function_of(regulation, citation), _heading(regulation, citation)
        if name:
            yield from _of_one(regulation, citation, name, setting)
        elif title:
            yield from _of_own(regulation, citation, (f"own_{number}", title), setting)


def _of_one(regulation: Regulation, citation: str, name: str, setting: DraftSetting) -> Iterator[Point]:
    """The bounds of one function. Where 或 parts them and one is left to people, none may be asked alone."""
    points = list(_bounds(regulation, citation, name, setting))
    left = [point for point in points if point.chosen == MANUAL]
    parted = OR.search(regulation.pieces[citation].text) is not None
    if parted and left:
        points = [
            one if one in left else replace(one, mark=DraftMark.ASKED, chosen=MANUAL, why=_OTHER_WAY) for one in points
        ]
    if points and all(one.chosen == MANUAL for one in points):
        points[0] = _for_people(points[0], name, _asked_of(regulation, citation))
    yield from points


def _for_people(point: Point, name: str, asked: str, title: str = "") -> Point:
    """The point whose leaving to people leaves the whole function to them."""
    rule = {**({"title": title} if title else {}), "manual": asked}
    choices = tuple(
        replace(one, writes=(*one.writes, Written(f"functions.{name}", rule))) if one.id == MANUAL else one
        for one in point.choices
    )
    return replace(point, choices=choices)


def _heading(regulation: Regulation, citation: str) -> str:
    """What the item is headed with, where that is a service: 市场开拓服务."""
    head = re.split(r"[。:;,]", unmarked(regulation.pieces[citation].text), maxsplit=1)[0]
    match = draft_words().functions["heading"].fullmatch(head)
    return match["title"] if match else ""


def _asked_of(regulation: Regulation, citation: str) -> str:
    """What the item asks, without its heading."""
    head, sign, rest = unmarked(regulation.pieces[citation].text).partition("。")
    return (rest if sign and rest else head).rstrip(";。")


def _of_own(regulation: Regulation, citation: str, named: tuple[str, str], setting: DraftSetting) -> Iterator[Point]:
    """A function that none of our measures is of: its numbers where the form has a blank for each, else for people."""
    name, title = named
    points = list(_bounds(regulation, citation, name, setting))
    if not points or any(one.chosen == MANUAL for one in points):
        yield _unknown(regulation, citation, name, title)
        return
    yield replace(points[0], choices=tuple(_titled(one, name, title) for one in points[0].choices))
    yield from points[1:]


def _titled(choice: DraftChoice, name: str, title: str) -> DraftChoice:
    return replace(choice, writes=(Written(f"functions.{name}", {"title": title}), *choice.writes))


def _unknown(regulation: Regulation, citation: str, name: str, title: str) -> Point:
    """A function that no measure of ours is of: it is named, and left to people."""
    text = regulation.pieces[citation].text
    manual = DraftChoice(MANUAL, f"{title}由人核对，程序不判断")
    point = Point(
        id=f"{citation}·功能",
        topic="functions",
        article=citation,
        quoted=unmarked(text),
        mark=DraftMark.ASKED,
        choices=(manual,),
        chosen=MANUAL,
        why=_NO_MEASURE,
        spans=(TextSpan(citation, 0, len(text)),),
    )
    return _for_people(point, name, _asked_of(regulation, citation), title)


def _bounds(regulation: Regulation, citation: str, name: str, setting: DraftSetting) -> Iterator[Point]:
    text = regulation.pieces[citation].text
    ways = [match.start() for match in OR.finditer(text)]
    branches = [_Branch(match.start(), _focus(match["lead"])) for match in BRANCH.finditer(text)]
    found = list(quantities(text))
    for one in found:
        way = sum(1 for at in ways if at < one.start and any(other.start < at for other in found))
        point = bound(citation, text, one, f"function.{name}.", setting)
        inside = next((branch for branch in reversed(branches) if branch.start < one.start), None)
        yield _placed(point, way, inside)


def _focus(lead: str) -> str:
    return next((name for name, words in rule_words().focus.items() if words.search(lead)), "")


def _placed(point: Point, way: int, inside: _Branch | None) -> Point:
    """The point with the group that its bound belongs to, and with the case it holds in."""
    choices = tuple(
        replace(one, writes=tuple(_with_case(written, way, inside) for written in one.writes)) for one in point.choices
    )
    unclear = inside is not None and not inside.focus
    return replace(point, choices=choices, mark=DraftMark.ASKED if unclear else point.mark)


def _with_case(written: Written, way: int, inside: _Branch | None) -> Written:
    if not written.section.startswith("functions."):
        return written
    when = {} if inside is None else {"when": {"function.training.focus": inside.focus}}
    return replace(written, way=way, rule={**written.rule, **when})


def _how_many(regulation: Regulation, article: str) -> Point:
    """The number of functions: by kind of platform, at least n, or each that is claimed."""
    whole = head_of(regulation, article)
    head = _ARTICLE.sub("", whole)
    words = draft_words().functions
    kinds = {match["type"]: _count(match["count"]) for match in words["by_type"].finditer(head)}
    least = words["at_least"].search(head)
    rule: dict[str, object] = {"article": article, "asks": _ARTICLE.sub("", head.rpartition(",")[2]).rstrip(":。")}
    choices = [_claimed(rule)]
    if kinds:
        said = "、".join(f"{kind}平台至少 {count} 项" for kind, count in kinds.items())
        choices.insert(0, DraftChoice("by_type", said, (Written("functions", {**rule, "by_type": kinds}),)))
        choices[0] = replace(
            choices[0], writes=(Written("functions", {**rule, "asks": _asks(head), "by_type": kinds}),)
        )
    elif least:
        count = _count(next(filter(None, least.groupdict().values())))
        choices.insert(
            0, DraftChoice("at_least", f"至少 {count} 项功能", (Written("functions", {**rule, "at_least": count}),))
        )
    else:
        one = DraftChoice("at_least", "至少 1 项功能", (Written("functions", {**rule, "at_least": 1}),))
        choices.append(one)
    piece = f"{article}·首" if f"{article}·首" in regulation.pieces else article
    return Point(
        id=f"{article}·项数",
        topic="functions",
        article=article,
        quoted=head,
        mark=DraftMark.CERTAIN if kinds or least else DraftMark.CONFIRM,
        choices=tuple(choices),
        chosen=choices[0].id,
        why="" if kinds or least else "办法没有写至少几项，按申报的每一项都要达到",
        spans=(TextSpan(piece, 0, len(whole)),),
    )


def _asks(head: str) -> str:
    """From the first kind of platform on."""
    match = draft_words().functions["by_type"].search(head)
    return head[match.start() :].rstrip(":。") if match else head


def _claimed(rule: dict[str, object]) -> DraftChoice:
    return DraftChoice("claimed", "申报的每一项功能都要达到", (Written("functions", {**rule, "claimed": True}),))


def _count(text: str) -> int:
    value = numeral(text)
    return 1 if value is None else int(value)


def function_title(name: str) -> str:
    """信息服务."""
    return FUNCTION_TITLES.get(name, name)
