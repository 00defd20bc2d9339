"""Does each item ask for the papers that the checklist names: these kinds, these parts, all of them or one of them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.vocabulary.papers import vocabulary
from pipeline.rulebook.articles import Regulation, normal, plain
from pipeline.rulebook.checks.likeness import held
from pipeline.rulebook.checks.named_papers import ItemText, NamedPaper, item_text, named_papers
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.known_words import Problem
from pipeline.rulebook.parse import Parsed
from schemas.regulation.own_words import spoken_words
from schemas.rulebook import Material, Procedure

_AT_LEAST_HELD = 0.3
_OTHER = "other_material"


def papers(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """Item by item of every checklist."""
    for procedure in parsed.rulebook.procedures.values():
        yield from _items(parsed, regulation, procedure)
        for article, materials in by_item(procedure).items():
            told = item_text(regulation, article)
            if told is None:
                continue
            for material in materials:
                yield from (Problem(parsed.lines[material], message) for message in _material(material, told))
            last = parsed.lines[materials[-1]]
            yield from (Problem(last, message) for message in _item(article, materials, told))


def by_item(procedure: Procedure) -> dict[str, list[Material]]:
    """The materials of each item of the regulation, in the order of the file."""
    found: dict[str, list[Material]] = {}
    for material in procedure.materials:
        found.setdefault(normal(material.article), []).append(material)
    return found


def _items(parsed: Parsed, regulation: Regulation, procedure: Procedure) -> Iterator[Problem]:
    used, own = by_item(procedure), normal(procedure.article)
    for citation in regulation.items(procedure.article):
        if citation not in used:
            yield Problem(parsed.lines[procedure], f"{citation}没有对应的材料，请补上这一项")
    for article, materials in used.items():
        if not article.startswith(own):
            yield Problem(parsed.lines[materials[0]], f"{article}不在{own}的材料清单里，请改正编号或条款号")


def _material(material: Material, told: ItemText) -> Iterator[str]:
    """What is wrong with one material by itself."""
    for kind in _kinds(material):
        if not _asked_for(kind, material, told):
            yield f"{material.article}没有提到“{_title(kind)}”，请核对材料种类"
    yield from _titled(material, told)
    yield from _optional(material, told)
    for way in material.alternatives:
        apart = [demand.kind for demand in way if demand.kind in rule_words().where_they_apply]
        if len(apart) > 1:
            yield f"{'、'.join(map(_title, apart))}是有什么交什么，不能要求都有（应写 any_of）"


def _titled(material: Material, told: ItemText) -> Iterator[str]:
    """The title names the papers that prove the item, or at least speaks of them."""
    wanted, named = _kinds(material), named_papers(plain(material.title))
    known = set(wanted) | {other for kind in wanted for other in rule_words().stand_for.get(kind, ())}
    titles = "".join(plain(_title(kind)) for kind in wanted)
    if not named and held(material.title, [told.inside, *map(_title, wanted)]) < _AT_LEAST_HELD:
        yield f"题名“{material.title}”不是{material.article}的要求"
    if named and not any(one.kind in known or one.text in titles for one in named):
        yield f"题名“{material.title}”与所要的文件（{'、'.join(map(_title, wanted))}）不一致"


def _optional(material: Material, told: ItemText) -> Iterator[str]:
    other = _OTHER in _kinds(material)
    if material.optional and not other and not told.says("optional", frozenset(_kinds(material))):
        yield f"{material.article}没有说这项可以不交，请删去 optional"
    if other and not material.optional:
        yield f"{material.article}的“其他材料”是可不交的，请写 optional: true"


def _kinds(material: Material) -> tuple[str, ...]:
    return tuple(dict.fromkeys(demand.kind for way in material.alternatives for demand in way))


def _title(kind: str) -> str:
    kinds = vocabulary().kinds
    return kinds[kind].title if kind in kinds else kind


def _asked_for(kind: str, material: Material, told: ItemText) -> bool:
    """Whether the item may mean this kind: it names it, or one that it stands for, or leaves its list open."""
    own = next((one for one in spoken_words().papers if one.kind.id == kind), None)
    if own is not None:
        words = (*own.said, own.kind.title, *own.kind.titles)
        return told.elsewhere or any(plain(word) in plain(told.text) for word in words)
    known = kind in rule_words().papers
    return not known or kind in told.kinds or told.elsewhere or _by_another(kind, material, told)


def _by_another(kind: str, material: Material, told: ItemText) -> bool:
    """Whether a kind that the item does name makes this one a sound reading of it."""
    words, others = rule_words(), told.kinds & set(_kinds(material))
    wider = kind in words.also and bool(words.also[kind].search(told.text) and told.kinds & set(material.hinted_by))
    instead = any(kind in words.stand_for.get(one, ()) and _instead(kind, one, material) for one in others)
    return wider or instead or ("等" in told.text and any(kind in family and family & others for family in words.alike))


def _instead(kind: str, other: str, material: Material) -> bool:
    """Whether the one kind is asked in a way in which the other is not."""
    ways = [{demand.kind for demand in way} for way in material.alternatives]
    return any(kind in way and other not in way for way in ways)


def _item(article: str, materials: Sequence[Material], told: ItemText) -> Iterator[str]:
    """What the whole item wants of its materials together."""
    wanted = {kind for material in materials for kind in _kinds(material)}
    for one in {one.kind: one for one in (*told.named, *told.contents)}.values():
        if one.kind not in wanted:
            yield f"{article}还要求“{one.text}”，没有对应的材料"
    for one, other, joined in told.relations():
        yield from _related(article, materials, (one, other), joined)
    yield from _parts(article, materials, told)
    yield from _letters(materials, told)


def _related(
    article: str, materials: Sequence[Material], pair: tuple[NamedPaper, NamedPaper], joined: str
) -> Iterator[str]:
    """Two neighbouring papers that the item wants both of, or one of, and how the rules take them."""
    mine, theirs = (_ways(materials, one.kind) for one in pair)
    both = f"{article}的“{pair[0].text}”和“{pair[1].text}”"
    if not mine or not theirs:
        return
    if joined == "and" and not mine & theirs and _items_of(mine) & _items_of(theirs):
        yield f"{both}都要有，应写 all_of 或分为两项"
    elif joined in ("or", "list") and not _alternative(mine, theirs):
        how = "都要有" if mine & theirs else "各为一项"
        yield f"{both}有一样即可，规则写成了{how}（应写 any_of）"


def _items_of(ways: set[tuple[int, int]]) -> set[int]:
    return {at for at, _ in ways}


def _alternative(mine: set[tuple[int, int]], theirs: set[tuple[int, int]]) -> bool:
    """Whether the two stand in different ways of one item."""
    return any(at == place and way != path for at, way in mine for place, path in theirs)


def _ways(materials: Sequence[Material], kind: str) -> set[tuple[int, int]]:
    return {
        (at, way)
        for at, material in enumerate(materials)
        for way, demands in enumerate(material.alternatives)
        if any(demand.kind == kind for demand in demands)
    }


def _parts(article: str, materials: Sequence[Material], told: ItemText) -> Iterator[str]:
    given: dict[str, set[str]] = {}
    for demand in (demand for one in materials for way in one.alternatives for demand in way):
        given.setdefault(demand.kind, set()).update(demand.parts)
    for kind, parts in given.items():
        wanted = told.parts(kind)
        for part in sorted(wanted - parts):
            yield f"{article}要求{_title(kind)}里有“{_part(kind, part)}”，parts 里没有列出（{part}）"
        for part in sorted(parts - wanted if not told.elsewhere else ()):
            if part in rule_words().parts.get(kind, {}):
                yield f"{article}没有要求{_title(kind)}里有“{_part(kind, part)}”，请从 parts 中删去（{part}）"


def _part(kind: str, part: str) -> str:
    kinds = vocabulary().kinds
    titles = {one.id: one.title for one in kinds[kind].parts} if kind in kinds else {}
    return titles.get(part, part)


def _letters(materials: Sequence[Material], told: ItemText) -> Iterator[str]:
    """The letters follow the order in which the item names its papers."""
    places = []
    for material in materials:
        starts = [one.start for one in told.named if one.kind in _kinds(material)]
        if material.item[-1].isalpha() and starts:
            places.append((min(starts), material.item))
    if [item for _, item in sorted(places)] != sorted(item for _, item in places):
        yield f"{'、'.join(item for _, item in places)}的字母应按办法里写的先后"
