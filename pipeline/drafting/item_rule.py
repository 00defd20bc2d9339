"""What does the file say of one lettered item: its papers, their parts, its year, its seal, and that in a sentence?"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.vocabulary.papers import vocabulary
from pipeline.drafting.item_papers import DraftedMaterial, Way
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import plain
from pipeline.rulebook.checks.demands import demanded
from pipeline.rulebook.checks.named_papers import ItemText
from pipeline.rulebook.checks.vocabulary import rule_words

OTHER_MATERIAL = "other_material"


def item_rule(
    item: str, drafted: DraftedMaterial, told: ItemText, sealed_forms: frozenset[str], title: str
) -> dict[str, object]:
    """The rule of one lettered item, as it stands in the file."""
    rule: dict[str, object] = {"item": item, "title": title, **_papers(drafted, told)}
    kinds = drafted.kinds
    words = rule_words()
    flags = {
        "last_year": bool(kinds & words.yearly) and told.says("last_year", kinds),
        "same_month": told.says("same_month", kinds) and kinds != {OTHER_MATERIAL},
        "optional": OTHER_MATERIAL in kinds or told.says("optional", kinds),
    }
    sealed = told.says("sealed", kinds) and not flags["optional"]
    flags |= {"sealed": sealed or bool(kinds & sealed_forms), "seal_decides": sealed}
    rule |= {flag: True for flag, holds in flags.items() if holds}
    rule |= {} if flags["optional"] else demanded(_own_words(drafted, told), yearly=bool(kinds & words.yearly))
    hints = tuple(dict.fromkeys(hint for kind in drafted.kinds for hint in draft_words().hints.get(kind, ())))
    if hints and not kinds & set(hints):
        rule["hinted_by"] = list(hints)
    if "superior_recognition" in kinds and len(kinds) == 1:
        levels = [name for name, pattern in words.seen.levels.items() if pattern.search(told.text)]
        rule |= {"levels": levels} if levels else {}
    return rule


def _own_words(drafted: DraftedMaterial, told: ItemText) -> str:
    """What is said of these papers of the item: all of it, but for the years of which its others are.

    上两个年度的审计报告，上年度专项审计报告: the two years are of the first alone.
    """
    before = max((one.end for one in told.named if one.end <= drafted.start), default=0)
    own = plain(told.text[before : drafted.end])
    return own if before and rule_words().flags["last_year"].search(own) else plain(told.text)


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


def said_rules(rules: Sequence[dict[str, object]]) -> str:
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
