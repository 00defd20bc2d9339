"""Whom does a clause name: applicants of a region, of a kind, who state something, or all others?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.values.cities import divisions_of
from extractors.vocabulary.organisations import organisation_words
from schemas.regulation.bounds import OTHERS, Whom
from schemas.strict_yaml import Marked

_OTHERS = (OTHERS, "其他", "其他地区", "其他单位")


@dataclass(frozen=True, slots=True)
class Places:
    """The regions that have a name of their own: ours, and those that the rulebook lists under ``regions``."""

    sets: Mapping[str, tuple[str, ...]]

    def regions(self, marked: Marked) -> tuple[str, ...]:
        """A region by its name, or the places listed."""
        if marked.kind == "sequence":
            return tuple(place_of(text) or text for text in marked.texts())
        if marked.text() not in self.sets:
            known = "、".join(self.sets)
            message = f"不认识的区域“{marked.text()}”。已有的区域：{known}；也可以直接列出地名：[甲市, 乙市]"
            return marked.amiss(message, ())
        return tuple(place_of(text) or text for text in self.sets[marked.text()])

    def whom(self, marked: Marked) -> Whom:
        """``for:`` a region, a place, a list of them, a kind of applicant, a statement of its own, or others."""
        if marked.kind == "mapping":
            return _stating(marked)
        names = marked.texts() if marked.kind == "sequence" else (marked.text(),)
        words = "、".join(names)
        if len(names) == 1 and names[0] in _OTHERS:
            return Whom("其他", others=True)
        regions = [self._region(name) for name in names]
        if all(regions):
            return Whom(words, regions=tuple(place for one in regions for place in one))
        if all(map(_is_kind, names)):
            return Whom(words, kinds=names)
        known = "、".join([*self.sets, *organisation_words()["kinds"]])
        message = (
            f"不认识“{words}”。for 写地名（南京市、玄武区要写作 南京市玄武区）、区域或单位类型（{known}）、"
            "{度量: 值}，其余的写 others；自己的区域写在 regions 里"
        )
        return marked.amiss(message, Whom(words, others=True))

    def _region(self, name: str) -> tuple[str, ...]:
        if name in self.sets:
            return tuple(place_of(text) or text for text in self.sets[name])
        found = place_of(name)
        return (found,) if found else ()


def _stating(marked: Marked) -> Whom:
    pairs = marked.pairs()
    if len(pairs) != 1:
        return marked.amiss("这里只写一个条件，例如 {star: 五星}", Whom("", others=True))
    measure, value = pairs[0][0], pairs[0][1].text()
    return Whom(value, states=(measure, value))


def _is_kind(name: str) -> bool:
    kinds = organisation_words()["kinds"]
    return name in kinds or any(words.stated is not None and words.stated.search(name) for words in kinds.values())


def place_of(name: str) -> str:
    """The place from the province down; empty where the table has none, or several, of this name."""
    found = divisions_of(name)
    return str(found[0]) if len(found) == 1 else ""
