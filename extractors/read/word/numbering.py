"""Which number does Word print in front of a paragraph that is numbered automatically?

Chinese reports number their headings this way (一、 （一） 1.), and their lists number the 序号 column.
Source: ECMA-376 part 1, 17.9 (numbering).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from extractors.read.symbol_fonts import MARKS, shown
from extractors.read.word.controls import W
from extractors.read.word.number_formats import FORMATS

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: first number, kind of numeral, pattern (``（%1）``)."""

    start: int
    numeral: str
    pattern: str
    suffix: str
    style: str
    legal: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbering instance: the list it counts in, its levels, levels that start anew."""

    counted_in: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


@dataclass(slots=True)
class Lists:
    """The numberings of a document, and how far each has counted."""

    numberings: Mapping[str, Numbering] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, int | None]] = field(default_factory=dict)
    default_style: str = ""
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[str] = field(default_factory=set)

    def label(self, properties: Element | None) -> str:
        """The number of the paragraph with these properties, ready to stand before its text."""
        if not self.numberings:
            return ""
        numbering_id, depth = self._membership(properties)
        numbering = self.numberings.get(numbering_id)
        level = None if numbering is None else numbering.levels.get(depth)
        if numbering is None or level is None:
            return ""
        counts = self._advance(numbering_id, numbering, depth)
        return _printed(level, numbering, counts)

    def _membership(self, properties: Element | None) -> tuple[str, int]:
        """The numbering and level: the paragraph's own, else those of its style."""
        own = None if properties is None else properties.find(W + "numPr")
        named = None if properties is None else properties.find(W + "pStyle")
        style = self.default_style if named is None else named.get(W + "val") or ""
        inherited, inherited_depth = self.styles.get(style, ("", None))
        own_id = _value(own, "numId")
        own_depth = _value(own, "ilvl")
        numbering_id = inherited if own_id is None else own_id
        if own_depth is not None and own_depth.isdecimal():
            return numbering_id, int(own_depth)
        if own_id is None:
            return numbering_id, inherited_depth or self._depth_of(numbering_id, style)
        return numbering_id, 0

    def _depth_of(self, numbering_id: str, style: str) -> int:
        numbering = self.numberings.get(numbering_id)
        levels = {} if numbering is None else numbering.levels
        return next((depth for depth, level in levels.items() if style and level.style == style), 0)

    def _advance(self, numbering_id: str, numbering: Numbering, depth: int) -> list[int | None]:
        counts = self._counts.setdefault(numbering.counted_in, [None] * _LEVELS)
        if numbering_id not in self._started:
            self._started.add(numbering_id)
            for restarted in numbering.restarts:
                counts[restarted] = None
        so_far = counts[depth]
        first = numbering.restarts.get(depth, numbering.levels[depth].start)
        counts[depth] = first if so_far is None else so_far + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return counts


def _printed(level: Level, numbering: Numbering, counts: list[int | None]) -> str:
    if level.numeral == "bullet":
        mark = shown(level.pattern)
        return mark if mark in MARKS else ""

    def numeral(match: re.Match[str]) -> str:
        depth = int(match.group(1)) - 1
        of_depth = numbering.levels.get(depth)
        if of_depth is None:
            return ""
        count = counts[depth]
        if count is None:
            counts[depth] = count = of_depth.start
        write = FORMATS.get("decimal" if level.legal else of_depth.numeral, str)
        return write(count)

    text = _PLACE.sub(numeral, level.pattern)
    spaced = text and level.suffix != "nothing" and text[-1].isascii()
    return f"{text} " if spaced else text


def read_lists(numbering: Element | None, styles: Element | None) -> Lists:
    """The lists of a document from its numbering and styles parts."""
    if numbering is None:
        return Lists()
    by_style, default = _style_lists(styles)
    abstracts = {_own(each, "abstractNumId"): each for each in numbering.findall(W + "abstractNum")}
    instances = {_own(each, "numId"): each for each in numbering.findall(W + "num")}
    numberings = {}
    for name, instance in instances.items():
        abstract = _definition(_value(instance, "abstractNumId") or "", abstracts, instances, by_style)
        if abstract is not None:
            numberings[name] = _instance(instance, abstract)
    return Lists(numberings, by_style, default)


def _definition(
    name: str,
    abstracts: Mapping[str, Element],
    instances: Mapping[str, Element],
    by_style: Mapping[str, tuple[str, int | None]],
) -> Element | None:
    """The abstract numbering of this name; where it only points to a style's list, that list."""
    abstract = abstracts.get(name)
    link = None if abstract is None else _value(abstract, "numStyleLink")
    if not link:
        return abstract
    linked = instances.get(by_style.get(link, ("", None))[0])
    return abstracts.get(_value(linked, "abstractNumId") or "") if linked is not None else None


def _instance(instance: Element, abstract: Element) -> Numbering:
    levels = {_depth(each): _level(each) for each in abstract.findall(W + "lvl")}
    restarts = {}
    for override in instance.findall(W + "lvlOverride"):
        depth = _depth(override)
        replaced = override.find(W + "lvl")
        if replaced is not None:
            levels[depth] = _level(replaced)
        start = _value(override, "startOverride")
        if start and start.isdecimal():
            restarts[depth] = int(start)
    return Numbering(_own(abstract, "abstractNumId"), {k: v for k, v in levels.items() if 0 <= k < _LEVELS}, restarts)


def _level(level: Element) -> Level:
    start = _value(level, "start") or "1"
    legal = level.find(W + "isLgl") is not None
    return Level(
        start=int(start) if start.isdecimal() else 1,
        numeral=_value(level, "numFmt") or "decimal",
        pattern=_value(level, "lvlText") or "",
        suffix=_value(level, "suff") or "tab",
        style=_value(level, "pStyle") or "",
        legal=legal,
    )


def _style_lists(styles: Element | None) -> tuple[dict[str, tuple[str, int | None]], str]:
    """The list of each paragraph style, its ancestors' where it has none of its own; the default style."""
    if styles is None:
        return {}, ""
    nodes = {_own(each, "styleId"): each for each in styles.findall(W + "style")}
    defaults = (
        name for name, node in nodes.items() if _own(node, "type") == "paragraph" and _own(node, "default") == "1"
    )
    found = {}
    for name in nodes:
        own, seen = name, set[str]()
        while own in nodes and own not in seen:
            seen.add(own)
            listed = nodes[own].find(f"{W}pPr/{W}numPr")
            number = _value(listed, "numId")
            if number is not None:
                depth = _value(listed, "ilvl")
                found[name] = (number, int(depth) if depth and depth.isdecimal() else None)
                break
            own = _value(nodes[own], "basedOn") or ""
    return found, next(defaults, "")


def _value(parent: Element | None, name: str) -> str | None:
    node = None if parent is None else parent.find(W + name)
    return None if node is None else node.get(W + "val")


def _own(node: Element, name: str) -> str:
    return node.get(W + name) or ""


def _depth(node: Element) -> int:
    depth = _own(node, "ilvl")
    return int(depth) if depth.isdecimal() else 0
