"""How does a regulation give points: which items with which classes, which number to reach, which ways around it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from extractors.vocabulary.issuer_levels import level_words
from pipeline.drafting.blank_forms.loose_blanks import blank_of
from pipeline.drafting.clauses.bounds import settled
from pipeline.drafting.clauses.explained import named_whole
from pipeline.drafting.clauses.own_measures import brought, own_id
from pipeline.drafting.clauses.ratios import ratio_named
from pipeline.drafting.clauses.recognition import MEASURE as RECOGNITION
from pipeline.drafting.clauses.recognition import item_of_recognition
from pipeline.drafting.points import DraftChoice, DraftMark, Point, TextSpan, Written, full_width
from pipeline.drafting.setting import DraftSetting
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import Regulation, UnspacedText, unmarked
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.parsing.score import stretch_of
from pipeline.rulebook.point_classes import ScoredClause, StatedClass, open_clause, scored_clause
from pipeline.rulebook.quantities import counts_back, quantities
from schemas.measures import MEASURES

_COUNTED_IN = ("项", "件", "个", "次")
HEAD, ITEMS, DIRECT = "score", "score.items", "score.direct"
_NUMBERED = re.compile(r"^附件.*\d$")
_ARTICLE = re.compile(r"^第[一二三四五六七八九十百]+条")
_OR = re.compile(r",或者?|;或者?|(?<=[^,;])或者|[,;、](?=上年度|近)")


def scores(regulation: Regulation, setting: DraftSetting) -> Iterator[Point]:
    """The number to reach, the ways around it, the items; nothing where the text gives no points."""
    items = [
        (citation, piece, told)
        for citation, piece in _leaves(regulation)
        if (told := scored_clause(piece.text) or _open(citation, piece.text)) is not None
    ]
    clause = next(((citation, piece) for citation, piece in _leaves(regulation) if _threshold(piece.text)), None)
    if not items or clause is None:
        return
    parts = {citation: _part(regulation, citation) for citation, _, _ in items}
    yield _head(*clause, [*dict.fromkeys(parts.values())])
    yield from _around(regulation, clause[0], setting)
    for citation, piece, told in items:
        yield _item(citation, piece, told, parts[citation], setting)


def _leaves(regulation: Regulation) -> Iterator[tuple[str, UnspacedText]]:
    """Every smallest clause of the text and its annexes."""
    found: Mapping[str, UnspacedText] = {**regulation.pieces, **regulation.of_annexes}
    for citation, piece in found.items():
        inside = re.compile(rf"{re.escape(citation)}(?:·|（|第\d+项|\d|末款| )")
        if citation.endswith("·首") or not any(inside.match(other) for other in found):
            yield citation, piece


def _open(citation: str, text: str) -> ScoredClause | None:
    """A number of an annex that only says the most: how many of them, a person says."""
    return open_clause(text) if _NUMBERED.search(citation) else None


def _threshold(text: str) -> Decimal | None:
    match = draft_words().score["threshold"].search(text)
    return Decimal(match["points"] or match["least"]) if match else None


def _part(regulation: Regulation, citation: str) -> str:
    """The group of items that it stands in: 创新能力 of （一）创新能力指标（满分40分）."""
    whole = re.sub(r"(?<=[）一二三四五六七八九十])\d+$|第\d+项$", "", citation)
    piece = regulation.piece(f"{whole}·首")
    said = regulation.headings.get(whole) or (unmarked(piece.text) if piece and whole.endswith("）") else "")
    return draft_words().score["of_part"].sub("", said.partition(":")[0]) or "总分"


def _head(citation: str, piece: UnspacedText, parts: list[str]) -> Point:
    """The number to reach, and the least for each part."""
    text, shown = piece.text, citation.removesuffix("·首")
    rule: dict[str, object] = {"article": shown, "asks": full_width(_sentence(text)), "at_least": _threshold(text)}
    least = {part: points for part in parts if (points := _least(text, part)) is not None}
    rule |= {"of_each": least} if least else {}
    each = "".join(f"，{part}不低于 {points} 分" for part, points in least.items())
    says = f"评价得分 {_threshold(text)} 分以上{each}"
    begin = text.find(_sentence(text))
    return _point(citation, _sentence(text), DraftChoice("scored", says, (Written(HEAD, rule),)), (begin, len(text)))


def _sentence(text: str) -> str:
    match = draft_words().score["threshold"].search(text)
    at = match.start() if match else 0
    begin = max(text.rfind(sign, 0, at) for sign in ";。") + 1
    ends = [end for end in (text.find(sign, at) for sign in ";。") if end >= 0]
    return _ARTICLE.sub("", unmarked(text[begin : min(ends, default=len(text))])).rstrip(":")


def _least(text: str, part: str) -> Decimal | None:
    """The number behind the part's name; of parts named together it is behind the last."""
    at = text.find(part)
    found = re.search(r"(?<!\d)(\d{1,6}(?:\.\d{1,4})?)分", text[at + len(part) :]) if at >= 0 else None
    return Decimal(found[1]) if found else None


def _around(regulation: Regulation, head: str, setting: DraftSetting) -> Iterator[Point]:
    """The items of 或满足下列条件之一, and the clauses that say who need not reach the number."""
    piece = regulation.piece(head)
    if piece is not None and draft_words().score["around"].search(piece.text):
        for citation in regulation.items(head.removesuffix("·首")):
            found = regulation.piece(citation)
            if found is not None:
                yield _direct(regulation, citation, found.text, (0, len(found.text)), setting)
    for citation, one in _leaves(regulation):
        match = draft_words().score["direct"].search(one.text)
        if match and not _leads(regulation, citation) and scored_clause(one.text) is None and "提供" not in one.text:
            at = 0
            for words in _OR.split(one.text[: match.start()].rpartition(",")[0] or one.text[: match.start()]):
                begin = one.text.find(words, at)
                at = begin + len(words)
                point = _direct(regulation, citation, words, (begin, at if words else begin), setting)
                yield _with_ending(point, full_width(one.text[len(one.text[: match.start()].rpartition(",")[0]) :]))


def _with_ending(point: Point, ending: str) -> Point:
    """The way with what it leads to (可不受评分限制，直接认定) in its sentence."""
    said = ending.rstrip("。；")
    choices = tuple(
        replace(
            choice,
            writes=tuple(
                replace(one, rule={**one.rule, "asks": f"{one.rule['asks']}{said}"}) if one.section == DIRECT else one
                for one in choice.writes
            ),
        )
        for choice in point.choices
    )
    return replace(point, choices=choices)


def _leads(regulation: Regulation, citation: str) -> bool:
    """Whether it is the head of a clause that has items."""
    return citation.endswith("·首") and bool(regulation.items(citation.removesuffix("·首")))


def _direct(regulation: Regulation, citation: str, words: str, span: tuple[int, int], setting: DraftSetting) -> Point:
    """One way around the number: a bound, a recognition that the checklist asks for, or a paper of its own."""
    said = unmarked(re.sub(r"^第[一二三四五六七八九十]+条", "", words)).rstrip("的;。,")
    shown = citation.removesuffix("·首")
    number = next((one for one in quantities(words) if one.unit != "年"), None)
    choice = None if number is None else settled(words, number, shown, setting)
    item = item_of_recognition(regulation)
    if choice is not None:
        writes = tuple(one if one.section != "conditions" else Written(DIRECT, one.rule) for one in choice.writes)
        drafted = DraftChoice("direct", f"{said}：不看得分", writes)
    elif item and draft_words().score["recognition"].search(words):
        rule = {"measure": RECOGNITION, "material": item, "article": shown, "asks": said}
        drafted = DraftChoice("direct", f"{said}（材料 {item}）：不看得分", (Written(DIRECT, rule),))
    elif number is None and (own := _by_blank(shown, said, setting)):
        drafted = DraftChoice("direct", f"{said}：按申报表核对，不看得分", own)
    elif number is None:
        drafted = DraftChoice("direct", f"{said}：有这份材料的，不看得分", tuple(_by_paper(shown, said, span[0])))
    else:
        return replace(
            _point(citation, said, DraftChoice("left", "留给人工：表上没有写这个数的栏", ()), span),
            mark=DraftMark.ASKED,
            why="表上没有写这个数的栏",
        )
    return _point(citation, said, drafted, span)


def _named(said: str) -> str:
    """What one must have had: 国家科学技术奖 of 近三年获得国家科学技术奖的企业."""
    noun = re.sub(r"^(近[一二两三]年内?)?(获得|拥有|取得|具有|具备)过?(经)?", "", said)
    return re.sub(r"的(企业|单位|平台|机构)$", "", re.split(r"[,(;]", noun)[0])[:30]


def _by_blank(citation: str, said: str, setting: DraftSetting) -> tuple[Written, ...]:
    """At least one of what a blank of the form counts; nothing where none is this one."""
    found = (blank_of(_named(said), unit, setting.blanks) for unit in _COUNTED_IN)
    blank = next((one for one in found if one is not None and one.key not in MEASURES.ours), None)
    if blank is None:
        return ()
    rule = {"measure": blank.key, "at_least": 1, "article": citation, "asks": said}
    return Written(DIRECT, rule), *brought(blank, _named(said))


def _by_paper(citation: str, said: str, at: int) -> Iterator[Written]:
    """A paper of its own that shows it, counted."""
    name, title = own_id(citation, at), _named(said)
    yield Written("papers", {f"{name}_paper": {"title": title}})
    read: dict[str, object] = {"papers": [f"{name}_paper"]}
    levels = [level for level, pattern in rule_words().seen.levels.items() if pattern.search(said)]
    levels = levels or [level for level, pattern in level_words().named.items() if pattern.search(said)]
    years = [int(one.value) for one in quantities(said) if counts_back(said, one)]
    read |= {"levels": levels} if levels else {}
    read |= {"years": max(years)} if years else {}
    yield Written("measures", {name: {"title": title, "unit": "项", "read": [read]}})
    yield Written(DIRECT, {"measure": name, "at_least": 1, "article": citation, "asks": said})


def _item(citation: str, piece: UnspacedText, told: ScoredClause, part: str, setting: DraftSetting) -> Point:
    """One item with its classes: by a measure where the classes are stretches of one, else by a person."""
    rule: dict[str, object] = {"id": own_id(citation, 0).replace("own", "item"), "part": part}
    rule |= {"title": told.title, "article": citation}
    points = {full_width(one.says): one.points for one in told.classes}
    measure, besides = _measure(told, setting)
    by_measure = bool(measure) and all(stretch_of(one.says) is not None for one in told.classes)
    rule |= {"measure": measure} if by_measure else {"by": "person"}
    rule["points"] = points
    says = f"{told.title}：" + "，".join(f"{words} {value} 分" for words, value in points.items())
    says += "" if by_measure else "（属于哪一档由人判断）"
    writes = (Written(ITEMS, rule), *(besides if by_measure else ()))
    return _point(citation, told.title, DraftChoice("scored", says, writes), (0, len(piece.text)))


def _measure(told: ScoredClause, setting: DraftSetting) -> tuple[str, tuple[Written, ...]]:
    """The measure that the item is headed with, and what the rulebook brings along for it."""
    unit = _unit(told.classes)
    if not unit:
        return "", ()
    known = named_whole(told.title, unit)
    if known and (setting.stated is None or known in setting.stated):
        return known, ()
    ratio = ratio_named(told.title, setting.blanks) if unit == "%" else None
    if ratio is not None:
        return ratio
    blank = blank_of(told.title, unit, setting.blanks)
    return (blank.key, brought(blank, told.title)) if blank is not None else (known, ())


def _unit(classes: tuple[StatedClass, ...]) -> str:
    """The unit in which the classes are told, as measures have it."""
    found = [one.unit for told in classes for one in quantities(told.says.replace("以", " 以"))]
    return found[0] if found and len(set(found)) == 1 else ""


def _point(citation: str, said: str, drafted: DraftChoice, span: tuple[int, int]) -> Point:
    shown = citation.removesuffix("·首")
    left = DraftChoice("left", "不写入规则", ())
    choices = (drafted,) if drafted.id == left.id else (drafted, left)
    return Point(
        id=f"{shown}·评分·{said}",
        topic="score",
        article=shown,
        quoted=said,
        mark=DraftMark.CONFIRM,
        choices=choices,
        chosen=drafted.id,
        why="请确认分档和口径",
        spans=(TextSpan(citation, *span),),
    )
