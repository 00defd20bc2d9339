"""Which papers does the checklist ask for? One point an item: its papers, all or one of them, parts, year, seal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.values.numerals import numeral
from pipeline.drafting.item_papers import DraftedMaterial, drafted_materials, each_once, material_of
from pipeline.drafting.item_rule import OTHER_MATERIAL, item_rule, said_rules
from pipeline.drafting.points import DraftChoice, DraftMark, Point, Rule, TextSpan, Written
from pipeline.drafting.prose_items import prose_items
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import Regulation, cited_item, plain, unmarked, whole_of
from pipeline.rulebook.checks.demands import demanded, way_of
from pipeline.rulebook.checks.named_papers import ItemText, item_text, text_of_item
from pipeline.rulebook.checks.vocabulary import rule_words

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CONNECTS = re.compile(r"^(?:\([^()]*\)|复印件|[;,、。:)]|以及|及|和|与|同时)+")
_TITLE = 40
OTHER = "other"

_A_PAPER = 4
_BOUND = re.compile(r"以?及|和|与|、")
_AND = re.compile(r"以?及|和|与")
_ANNEX = re.compile(r"\((?:见)?附[件表]\d{0,2}\)")
_BRACKETS = re.compile(r"\([^()]*\)")


def materials(
    regulation: Regulation, article: str, sealed_forms: frozenset[str], *, scored: bool = False
) -> Iterator[Point]:
    """A point for each item of the checklist. ``sealed_forms``: kinds of the forms on which a seal is printed.

    ``scored``: the regulation gives points, so that an item may be asked of those who go by them.
    """
    listed = [(one, regulation.pieces[one].text, 0) for one in regulation.items(article)]
    listed = listed or [(article, one.text, one.start) for one in prose_items(regulation, article)]
    for number, (citation, words, start) in enumerate(listed, 1):
        told = text_of_item(regulation, words)
        item = f"{_number_of(article)}.{number}"
        point = _item(citation, item, told, TextSpan(citation, start, start + len(words)), sealed_forms)
        yield _asked_when(point, told) if scored else point


def review_materials(regulation: Regulation, article: str, sealed_forms: frozenset[str]) -> Iterator[Point]:
    """The papers of a re-check stand in one sentence: each kind is an item."""
    told = item_text(regulation, article)
    if told is None:
        return
    for number, paper in enumerate(each_once(told.named), 1):
        drafted = material_of([paper], told)
        rule = item_rule(f"{_number_of(article)}.{number}", drafted, told, sealed_forms, paper.text)
        rule = {"item": rule.pop("item"), "article": article, **rule}
        yield Point(
            id=f"{article}·{paper.text}",
            topic="review",
            article=article,
            quoted=paper.text,
            mark=DraftMark.CONFIRM,
            choices=(
                DraftChoice("drafted", said_rules([rule]), (Written("materials.review", rule),)),
                DraftChoice("none", "不是复核要交的材料"),
            ),
            chosen="drafted",
            spans=(TextSpan(article, paper.start, paper.end),),
        )


def _number_of(article: str) -> int:
    """第十一条 → 11."""
    match = re.search(r"第(.{1,60}?)条", article)
    value = numeral(match[1] if match else article)
    return int(value or 0)


def _asked_when(point: Point, told: ItemText) -> Point:
    """The item with the way for which it is asked, where its words name one (直接认定的提供)."""
    way = way_of(plain(told.text))
    behind: Rule = {"when": {"way": way}} if way else {}
    return replace(point, choices=tuple(_with_more(one, {}, behind) for one in point.choices))


def _item(citation: str, item: str, told: ItemText, span: TextSpan, sealed_forms: frozenset[str]) -> Point:
    drafted = drafted_materials(told)
    single = len(drafted) == 1
    rules = [
        item_rule(f"{item}{'' if single else _LETTERS[at]}", one, told, sealed_forms, _title(told, drafted, at))
        for at, one in enumerate(drafted)
    ]
    other = {"item": item, "title": _short(unmarked(told.whole)), "paper": OTHER_MATERIAL, "optional": True}
    choices = [DraftChoice(OTHER, "按“其他材料”收下，不查有没有", (Written("materials.application", other),))]
    if rules:
        written = tuple(Written("materials.application", rule) for rule in rules)
        choices.insert(0, DraftChoice("drafted", said_rules(rules), written))
    mark = _mark(drafted, told)
    if mark is DraftMark.ASKED and not _twice(told):
        choices.insert(0, _own(item, told, rules))
    elif rules and mark is DraftMark.ASKED:
        choices.reverse()
    more = {} if cited_item(whole_of(citation), item) == citation else {"article": citation}
    choices = [_with_more(one, more, {}) for one in choices]
    return Point(
        id=citation,
        topic="materials",
        article=citation,
        quoted=unmarked(told.whole).rstrip(";。"),
        mark=mark,
        choices=tuple(choices),
        chosen=choices[0].id,
        why=_why(mark, told),
        spans=(span,),
    )


def _with_more(choice: DraftChoice, more: Rule, behind: Rule) -> DraftChoice:
    """The choice with what its rules say besides: the citation that their numbers do not say, when they are asked."""
    written = (
        replace(one, rule={"item": one.rule["item"], **more, **one.rule, **behind})
        if one.section.startswith("materials")
        else one
        for one in choice.writes
    )
    return replace(choice, writes=tuple(written)) if more or behind else choice


def _own(item: str, told: ItemText, rules: Sequence[dict[str, object]]) -> DraftChoice:
    """A kind of paper of the rulebook's own, known by the item's words; or one of those that the item names."""
    name, title = f"own_{item.replace('.', '_')}", _own_title(told)
    named = [kind for rule in rules for kind in _kinds_of(rule)]
    beside = _beside(told) if named else ""
    key = "all_of" if beside else "any_of"
    papers: dict[str, object] = {key: [*named, name] if beside else [name, *named]} if named else {"paper": name}
    title = beside or title
    sealed = {"sealed": True, "seal_decides": True} if told.says("sealed", frozenset({name})) else {}
    said = told.says("optional", frozenset({name})) or (not named and rule_words().flags["optional"].search(told.text))
    optional = {"optional": True} if said else {}
    rule = {"item": item, "title": _own_title(told), **papers, **sealed, **optional, **demanded(plain(told.text))}
    brought = Written("papers", {name: {"title": title}})
    says = f"{item} {title}（按题名查找，程序没有这种材料）"
    joined = "和" if beside else "，或"
    says += f"{joined}{said_rules([{**_without(rule), 'any_of': named}]).partition(' ')[2]}" if named else ""
    return DraftChoice("own", says, (Written("materials.application", rule), brought))


def _without(rule: Rule) -> dict[str, object]:
    return {key: value for key, value in rule.items() if key not in ("any_of", "all_of", "paper")}


def _beside(told: ItemText) -> str:
    """设备清单及购置发票: what the item asks beside the papers that are known, where 及 binds them; else empty."""
    clause = re.split(r"[;。(]", _ANNEX.sub(lambda match: " " * len(match[0]), unmarked(told.text)))[0]
    marks = len(told.text) - len(unmarked(told.text))
    parts, at = _BOUND.split(clause), 0
    for given in parts if len(parts) > 1 else ():
        begin, part = clause.find(given, at), given.strip()
        at = begin + len(given)
        known = any(one.bracket is None and one.start - marks < at and begin < one.end - marks for one in told.named)
        if not known and len(part) >= _A_PAPER and draft_words().articles["papers"].search(part):
            return "" if draft_words().articles["of_sorts"].search(part) else part
    return ""


def _own_title(told: ItemText) -> str:
    """What the paper is called: the item's first clause without 提供 and 复印件."""
    first = re.split(r"[,;。(:]", unmarked(told.text))[0]
    bare = re.sub(
        r"^(提供|提交|出具)(平台|单位)?(的)?|(原件)?(扫描件|复印件)$|(不少于|至少)?\d{1,6}(份|个|张)$", "", first
    )
    return bare[:_TITLE] or "其他证明材料"


def _kinds_of(rule: dict[str, object]) -> list[str]:
    """The kinds of a drafted item of one paper or several of which one is enough."""
    if "paper" in rule:
        return [str(rule["paper"])]
    value = rule.get("any_of", [])
    return [str(one) for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _unknown_papers(told: ItemText) -> bool:
    """Whether the item also names papers that nobody knows (发票, 完税凭证), beside those of whose parts it speaks."""
    rest = told.text
    for kind in told.kinds:
        for pattern in (rule_words().papers[kind], *rule_words().parts.get(kind, {}).values()):
            rest = pattern.sub("", rest)
    return bool(draft_words().unknown_papers.search(rest))


def _mark(drafted: Sequence[DraftedMaterial], told: ItemText) -> DraftMark:
    if not drafted or _twice(told) or _unknown_papers(told) or _beside(told):
        return DraftMark.ASKED
    unclear = any(joined == "unclear" for _, _, joined in told.relations())
    return DraftMark.CONFIRM if told.elsewhere or (unclear and len(drafted) > 1) else DraftMark.CERTAIN


def _twice(told: ItemText) -> bool:
    """甲及甲: the same paper joined to itself by 及 is a slip of the text, or of the reading."""
    pairs = [(one, other) for one, other in pairwise(told.named) if one.kind == other.kind]
    return any(_AND.fullmatch(_BRACKETS.sub("", told.text[one.end : other.start])) for one, other in pairs)


def _why(mark: DraftMark, told: ItemText) -> str:
    if mark is DraftMark.ASKED:
        if _twice(told):
            return "原文把同一种材料写了两次，可能有误"
        return "还提到程序没有的材料" if told.named else "程序没有这种材料，只能按题名查找"
    if told.elsewhere:
        return "附件的内容不在正文里"
    return "几份材料是都要还是有一份即可，原文没有写明" if mark is DraftMark.CONFIRM else ""


def _title(told: ItemText, drafted: Sequence[DraftedMaterial], at: int) -> str:
    """What the lettered item is called: the item's own words as far as its papers reach."""
    if len(drafted) == 1:
        return _short(unmarked(told.text))
    begin = drafted[at - 1].end if at else 0
    words = unmarked(told.text[begin : _clause_end(told.text, drafted[at].end)])
    return _short(_CONNECTS.sub("", words)) or _short(told.text[drafted[at].start : drafted[at].end])


def _clause_end(text: str, end: int) -> int:
    """A bracket that opens within the words belongs to them."""
    opened = text[:end].count("(") > text[:end].count(")")
    return text.index(")", end) + 1 if opened and ")" in text[end:] else end


def _short(text: str) -> str:
    text = re.sub(r"\((复印件|原件|盖章|如有)\)|复印件|<[^>]{0,300}>", "", text).strip(";。,、:")
    return text if len(text) <= _TITLE else re.split(r"[;。,(]", text)[0][:_TITLE]
