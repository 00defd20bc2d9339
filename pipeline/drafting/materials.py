"""Which papers does the checklist ask for? One point an item: its papers, all or one of them, parts, year, seal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.values.numerals import numeral
from extractors.vocabulary.papers import vocabulary
from pipeline.drafting.points import Choice, Mark, Point, TextSpan, Written
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import Regulation
from pipeline.rulebook.checks.named_papers import ItemText, NamedPaper, item_text
from pipeline.rulebook.checks.vocabulary import rule_words

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_OTHER = "other_material"
_REPORT = "application_report"
_LEAD = re.compile(r"^\([一二三四五六七八九十]+\)")
_CONNECTS = re.compile(r"^(?:\([^()]*\)|复印件|[;,、。:]|以及|及|和|与|同时)+")
_TITLE = 40
OTHER = "other"

_AND = re.compile(r"以?及|和|与")
_BRACKETS = re.compile(r"\([^()]*\)")

Way = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftedMaterial:
    """One lettered item: its ways (one is enough), each of papers that are all wanted, and its first and last sign."""

    ways: tuple[Way, ...]
    start: int
    end: int

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind of paper in it."""
        return frozenset(kind for way in self.ways for kind in way)


def materials(regulation: Regulation, article: str, sealed_forms: frozenset[str]) -> Iterator[Point]:
    """A point for each item of the checklist. ``sealed_forms``: kinds of the forms on which a seal is printed."""
    for number, citation in enumerate(regulation.items(article), 1):
        told = item_text(regulation, citation)
        if told is not None:
            yield _item(regulation, citation, f"{_number_of(article)}.{number}", told, sealed_forms)


def review_materials(regulation: Regulation, article: str, sealed_forms: frozenset[str]) -> Iterator[Point]:
    """The papers of a re-check stand in one sentence: each kind is an item."""
    told = item_text(regulation, article)
    if told is None:
        return
    for number, paper in enumerate(_once(told.named), 1):
        drafted = _material([paper], told)
        rule = _rule(f"{_number_of(article)}.{number}", drafted, told, sealed_forms, paper.text)
        rule = {"item": rule.pop("item"), "article": article, **rule}
        yield Point(
            id=f"{article}·{paper.text}",
            topic="review",
            article=article,
            quoted=paper.text,
            mark=Mark.CONFIRM,
            choices=(
                Choice("drafted", _said([rule]), (Written("materials.review", rule),)),
                Choice("none", "不是复核要交的材料"),
            ),
            chosen="drafted",
            spans=(TextSpan(article, paper.start, paper.end),),
        )


def _number_of(article: str) -> int:
    """第十一条 → 11."""
    match = re.search(r"第(.+?)条", article)
    value = numeral(match[1] if match else article)
    return int(value or 0)


def _item(regulation: Regulation, citation: str, item: str, told: ItemText, sealed_forms: frozenset[str]) -> Point:
    piece = regulation.pieces[citation]
    drafted = _drafted(told)
    single = len(drafted) == 1
    rules = [
        _rule(f"{item}{'' if single else _LETTERS[at]}", one, told, sealed_forms, _title(told, drafted, at))
        for at, one in enumerate(drafted)
    ]
    other = {"item": item, "title": _short(_LEAD.sub("", piece.text)), "paper": _OTHER, "optional": True}
    choices = [Choice(OTHER, "按“其他材料”收下，不查有没有", (Written("materials.application", other),))]
    if rules:
        written = tuple(Written("materials.application", rule) for rule in rules)
        choices.insert(0, Choice("drafted", _said(rules), written))
    mark = _mark(drafted, told)
    if mark is Mark.ASKED and not _twice(told):
        choices.insert(0, _own(item, told, rules))
    elif rules and mark is Mark.ASKED:
        choices.reverse()
    return Point(
        id=citation,
        topic="materials",
        article=citation,
        quoted=_LEAD.sub("", piece.text).rstrip(";。"),
        mark=mark,
        choices=tuple(choices),
        chosen=choices[0].id,
        why=_why(mark, told),
        spans=(TextSpan(citation, 0, len(piece.text)),),
    )


def _own(item: str, told: ItemText, rules: Sequence[dict[str, object]]) -> Choice:
    """A kind of paper of the rulebook's own, known by the item's words; or one of those that the item names."""
    name, title = f"own_{item.replace('.', '_')}", _own_title(told)
    named = [kind for rule in rules for kind in _kinds_of(rule)]
    papers: dict[str, object] = {"any_of": [name, *named]} if named else {"paper": name}
    rule = {"item": item, "title": title, **papers}
    brought = Written("papers", {name: {"title": title}})
    says = f"{item} {title}（按题名查找，程序没有这种材料）"
    says += f"，或{_said([{**rule, 'any_of': named}]).partition(' ')[2]}" if named else ""
    return Choice("own", says, (Written("materials.application", rule), brought))


def _own_title(told: ItemText) -> str:
    """What the paper is called: the item's first clause without 提供 and 复印件."""
    first = re.split(r"[,;。(:]", _LEAD.sub("", told.text))[0]
    return re.sub(r"^(提供|提交|出具)(平台|单位)?(的)?|(原件)?(扫描件|复印件)$", "", first)[:_TITLE] or "其他证明材料"


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


def _mark(drafted: Sequence[DraftedMaterial], told: ItemText) -> Mark:
    if not drafted or _twice(told) or _unknown_papers(told):
        return Mark.ASKED
    unclear = any(joined == "unclear" for _, _, joined in told.relations())
    return Mark.CONFIRM if told.elsewhere or (unclear and len(drafted) > 1) else Mark.CERTAIN


def _twice(told: ItemText) -> bool:
    """甲及甲: the same paper joined to itself by 及 is a slip of the text, or of the reading."""
    pairs = [(one, other) for one, other in pairwise(told.named) if one.kind == other.kind]
    return any(_AND.fullmatch(_BRACKETS.sub("", told.text[one.end : other.start])) for one, other in pairs)


def _why(mark: Mark, told: ItemText) -> str:
    if mark is Mark.ASKED:
        if _twice(told):
            return "原文把同一种材料写了两次，可能有误"
        return "还提到程序没有的材料" if told.named else "程序没有这种材料，只能按题名查找"
    if told.elsewhere:
        return "附件的内容不在正文里"
    return "几份材料是都要还是有一份即可，原文没有写明" if mark is Mark.CONFIRM else ""


def _drafted(told: ItemText) -> list[DraftedMaterial]:
    """The item's papers, in the order of the text, as lettered items of one way or several."""
    if told.contents:
        kinds = tuple(dict.fromkeys(one.kind for one in (*told.contents, *told.named)))
        inside = tuple(kind for kind in kinds if kind != _REPORT)
        return [DraftedMaterial(((*inside, _REPORT),), 0, len(told.text))]
    alternatives = _whole_alternatives(told)
    if alternatives:
        return alternatives
    out: list[list[NamedPaper]] = []
    joined = {(one.kind, other.kind): how for one, other, how in told.relations()}
    before: NamedPaper | None = None
    for paper in _once(told.named):
        how = joined.get((before.kind, paper.kind), "and") if before else "and"
        if out and (how in ("or", "list") or _one_of_those(out[-1], paper)):
            out[-1].append(paper)
        else:
            out.append([paper])
        before = paper
    return [_material(group, told) for group in out]


def _once(named: Sequence[NamedPaper]) -> list[NamedPaper]:
    """The first mention of each kind."""
    first: dict[str, NamedPaper] = {}
    for one in named:
        first.setdefault(one.kind, one)
    return list(first.values())


def _one_of_those(group: Sequence[NamedPaper], paper: NamedPaper) -> bool:
    """Papers that one has only where they apply are never wanted together."""
    return {paper.kind, *(one.kind for one in group)} <= rule_words().where_they_apply


def _material(group: Sequence[NamedPaper], told: ItemText) -> DraftedMaterial:
    """Papers of which one is enough; 等 opens the list to the others of their sort."""
    kinds = tuple(one.kind for one in group)
    more: tuple[str, ...] = ()
    if "等" in told.text:
        for family in rule_words().alike:
            shared = len(family & set(kinds))
            if shared > 1 or (shared and kinds[0] not in rule_words().where_they_apply and len(kinds) == 1):
                more += tuple(kind for kind in sorted(family) if kind not in kinds and kind != "honour_certificate")
    more += tuple(
        other for kind in kinds for other in sorted(rule_words().stand_for.get(kind, ())) if other not in kinds
    )
    return DraftedMaterial(tuple((kind,) for kind in (*kinds, *more)), group[0].start, group[-1].end)


def _whole_alternatives(told: ItemText) -> list[DraftedMaterial]:
    """甲及乙,或包含……的甲: two ways, one of which is of several papers."""
    head, sign, _ = told.text.partition(",或")
    if not sign:
        return []
    ways = [
        tuple(dict.fromkeys(one.kind for one in told.named if one.start < len(head))),
        tuple(dict.fromkeys(one.kind for one in told.named if one.start >= len(head))),
    ]
    if not all(ways) or max(map(len, ways)) == 1:
        return []
    return [DraftedMaterial(tuple(ways), told.named[0].start, told.named[-1].end)]


def _rule(
    item: str, drafted: DraftedMaterial, told: ItemText, sealed_forms: frozenset[str], title: str
) -> dict[str, object]:
    """The rule of one lettered item, as it stands in the file."""
    rule: dict[str, object] = {"item": item, "title": title, **_papers(drafted, told)}
    kinds = drafted.kinds
    words = rule_words()
    flags = {
        "last_year": bool(kinds & words.yearly) and told.says("last_year", kinds),
        "same_month": told.says("same_month", kinds) and kinds != {_OTHER},
        "optional": kinds == {_OTHER} or told.says("optional", kinds),
    }
    sealed = told.says("sealed", kinds) and not flags["optional"]
    flags |= {"sealed": sealed or bool(kinds & sealed_forms), "seal_decides": sealed}
    rule |= {flag: True for flag, holds in flags.items() if holds}
    hints = tuple(dict.fromkeys(hint for kind in drafted.kinds for hint in draft_words().hints.get(kind, ())))
    if hints and not kinds & set(hints):
        rule["hinted_by"] = list(hints)
    if "superior_recognition" in kinds and len(kinds) == 1:
        levels = [name for name, pattern in draft_words().levels.items() if pattern.search(told.text)]
        rule |= {"levels": levels} if levels else {}
    return rule


def _papers(drafted: DraftedMaterial, told: ItemText) -> dict[str, object]:
    """paper, all_of or any_of, with the parts that are wanted inside."""
    if len(drafted.ways) > 1:
        return {"any_of": [_way(way, told, drafted.ways) for way in drafted.ways]}
    way = drafted.ways[0]
    if len(way) > 1:
        return {"all_of": [_demand(kind, told.parts(kind)) for kind in way]}
    parts = _ordered(way[0], told.parts(way[0]))
    return {"paper": way[0], "parts": parts} if parts else {"paper": way[0]}


def _way(way: Way, told: ItemText, ways: Sequence[Way]) -> object:
    """One of several ways; of two with the same paper the parts are wanted of the shorter one."""
    with_parts = not any(set(way) & set(other) and len(other) < len(way) for other in ways)
    demands = [_demand(kind, told.parts(kind) if with_parts else frozenset()) for kind in way]
    return demands[0] if len(demands) == 1 else demands


def _demand(kind: str, parts: frozenset[str]) -> object:
    return {"paper": kind, "parts": _ordered(kind, parts)} if parts else kind


def _ordered(kind: str, parts: frozenset[str]) -> list[str]:
    return [part for part in rule_words().parts.get(kind, {}) if part in parts]


def _title(told: ItemText, drafted: Sequence[DraftedMaterial], at: int) -> str:
    """What the lettered item is called: the item's own words as far as its papers reach."""
    if len(drafted) == 1:
        return _short(_LEAD.sub("", told.text))
    begin = drafted[at - 1].end if at else 0
    return _short(_CONNECTS.sub("", _LEAD.sub("", told.text[begin : _clause_end(told.text, drafted[at].end)])))


def _clause_end(text: str, end: int) -> int:
    """A bracket that opens within the words belongs to them."""
    opened = text[:end].count("(") > text[:end].count(")")
    return text.index(")", end) + 1 if opened and ")" in text[end:] else end


def _short(text: str) -> str:
    text = re.sub(r"\((复印件|原件|盖章|如有)\)|复印件|<[^>]*>", "", text).strip(";。,、:")
    return text if len(text) <= _TITLE else re.split(r"[;。,(]", text)[0][:_TITLE]


def _said(rules: Sequence[dict[str, object]]) -> str:
    """What the rules ask, in a sentence."""
    return "；".join(f"{rule['item']} {_said_papers(rule)}{_said_flags(rule)}" for rule in rules)


def _said_papers(rule: dict[str, object]) -> str:
    if "paper" in rule:
        return _named(rule)
    key, sign = ("any_of", "或") if "any_of" in rule else ("all_of", "＋")
    value = rule[key]
    ways = value if isinstance(value, list) else []
    return sign.join("＋".join(map(_named, way)) if isinstance(way, list) else _named(way) for way in ways)


def _named(demand: object) -> str:
    kinds = vocabulary().kinds
    if isinstance(demand, dict):
        kind = kinds[demand["paper"]]
        titles = {part.id: part.title for part in kind.parts}
        inside = "、".join(titles.get(part, part) for part in demand.get("parts", ()))
        return f"{kind.title}（含{inside}）" if inside else kind.title
    return kinds[str(demand)].title


_FLAGS = {
    "last_year": "须为上一年度",
    "same_month": "须为提交当月",
    "sealed": "须盖章",
    "optional": "可不交",
}


def _said_flags(rule: dict[str, object]) -> str:
    said = [words for flag, words in _FLAGS.items() if rule.get(flag)]
    return f"（{'，'.join(said)}）" if said else ""
