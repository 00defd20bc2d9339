"""How do the papers that one item of a checklist names belong together: all of them, or one of several?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.rulebook.checks.named_papers import ItemText, NamedPaper
from pipeline.rulebook.checks.vocabulary import rule_words

_REPORT = "application_report"

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


def drafted_materials(told: ItemText) -> list[DraftedMaterial]:
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
    for paper in each_once(told.named):
        how = joined.get((before.kind, paper.kind), "and") if before else "and"
        if out and (how in ("or", "list") or _one_of_those(out[-1], paper)):
            out[-1].append(paper)
        else:
            out.append([paper])
        before = paper
    return [_with_later(one, told) for one in (material_of(group, told) for group in out)]


def _with_later(material: DraftedMaterial, told: ItemText) -> DraftedMaterial:
    """The item as far as its papers are named again before others are: 学历证书、职称证书, both of one kind."""
    others = (one.start for one in told.named if one.start >= material.end and one.kind not in material.kinds)
    limit = next(others, len(told.text))
    own = (one.end for one in told.named if one.kind in material.kinds and one.start < limit)
    return replace(material, end=max(own, default=material.end))


def each_once(named: Sequence[NamedPaper]) -> list[NamedPaper]:
    """The first mention of each kind."""
    first: dict[str, NamedPaper] = {}
    for one in named:
        first.setdefault(one.kind, one)
    return list(first.values())


def _one_of_those(group: Sequence[NamedPaper], paper: NamedPaper) -> bool:
    """Papers that one has only where they apply are never wanted together."""
    return {paper.kind, *(one.kind for one in group)} <= rule_words().where_they_apply


def material_of(group: Sequence[NamedPaper], told: ItemText) -> DraftedMaterial:
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
