"""Which elements does a rule of a page's style choose, and which words does it add to them?

Tags and classes alone are looked up (extractors.read.html.looks); here is what else may choose: .gone td, #list > tr,
tr:nth-child(2). What only a pointer or a click brings about (:hover) shows nothing by itself, and is left out.
Source: Selectors Level 3; CSS 2.1, 12.1 and 12.2 (::before, ::after, content).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from cssselect import HTMLTranslator, parse
from cssselect.parser import Selector, SelectorError
from lxml.etree import XPathError
from lxml.html import HtmlElement

StyleRule: TypeAlias = tuple[str, str]
"""The selectors of a rule and its declarations."""

UNFOLLOWED = "网页样式中的一部分规则未采用"
COUNTED = "网页样式添加的编号未读取"
_LONGEST = 500
"""Signs of the selectors of a rule."""
_MOST_WORK = 3_000_000
"""Elements looked at for all rules together, those below one again for each step of a rule: about two seconds."""
_CONTENT = re.compile(r"(?:^|[;\s])content\s*:\s*(?P<said>(?:\"[^\"]{0,500}\"|'[^']{0,500}'|[^;\"'])*)", re.IGNORECASE)
_PART = re.compile(r"\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|attr\(\s*(?P<attribute>[\w-]{1,40})\s*\)")
_COUNTER = re.compile(r"counters?\(", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_NAMED = re.compile(r"[.#]([A-Za-z_][\w-]*)")
_STEPS = re.compile(r"[\s>+~]+")
_PSEUDO = ("before", "after")


@dataclass(frozen=True, slots=True)
class ChosenStyles:
    """What such rules say: declarations by element, words by element and side, and in Chinese what was left out."""

    said: Mapping[HtmlElement, str] = field(default_factory=dict)
    added: Mapping[tuple[HtmlElement, str], str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def adds_words(said: str) -> bool:
    """Whether the declarations are of an element that has words of its own only (content)."""
    return _CONTENT.search(said) is not None


def chosen_by_selectors(root: HtmlElement, rules: Sequence[StyleRule]) -> ChosenStyles:
    """What the rules choose, one after the other; those that ask too much of this page are left out, and told."""
    if not rules:
        return ChosenStyles()
    followed, all_of_them = _followed(root, rules)
    chosen: dict[HtmlElement, str] = {}
    added: dict[tuple[HtmlElement, str], str] = {}
    remarks = [] if all_of_them else [UNFOLLOWED]
    for selector, said in followed:
        side = selector.pseudo_element
        for element in _elements(root, selector):
            if side is None:
                chosen[element] = f"{chosen.get(element, '')};{said}"
            elif side in _PSEUDO and adds_words(said):
                added[element, str(side)] = _words(element, said)
                remarks += [COUNTED] if _COUNTER.search(said) else []
    return ChosenStyles(chosen, added, tuple(dict.fromkeys(remarks)))


def _followed(root: HtmlElement, rules: Sequence[StyleRule]) -> tuple[list[tuple[Selector, str]], bool]:
    """The selectors with their declarations that there is room for, and whether these are all that may choose."""
    names, elements, below = _measured(root)
    followed: list[tuple[Selector, str]] = []
    room, all_of_them = _MOST_WORK, True
    for selectors, said in rules:
        if _chooses_nothing(selectors, names):
            continue
        room -= elements + below * (len(_STEPS.split(selectors.strip())) - 1)
        fits = room >= 0 and len(selectors) <= _LONGEST
        all_of_them &= fits
        followed += [(one, said) for one in _parsed(selectors)] if fits else []
    return followed, all_of_them


def _measured(root: HtmlElement) -> tuple[set[str], int, int]:
    """The classes and ids of the page; how many elements it has; how many all elements together have below them."""
    names: set[str] = set()
    depths: dict[HtmlElement, int] = {}
    for element in root.iter():
        depths[element] = depths.get(element.getparent(), 0) + 1
        names.update((element.get("class") or "").lower().split(), (element.get("id") or "").lower().split())
    return names, len(depths), sum(depths.values())


def _chooses_nothing(selectors: str, names: set[str]) -> bool:
    """Whether each of the selectors names a class or an id that no element of the page has."""
    each = [] if ":not" in selectors else [_NAMED.findall(one.lower()) for one in selectors.split(",")]
    return bool(each) and all(any(name not in names for name in one) for one in each)


def _parsed(selectors: str) -> Sequence[Selector]:
    try:
        return parse(selectors)
    except SelectorError:
        return ()


def _elements(root: HtmlElement, selector: Selector) -> Sequence[HtmlElement]:
    try:
        found = root.xpath(HTMLTranslator().selector_to_xpath(selector, translate_pseudo_elements=False))
    except (SelectorError, XPathError):
        return ()
    return [one for one in found if isinstance(one, HtmlElement)]


def _words(element: HtmlElement, said: str) -> str:
    """What the declaration of content shows: words between quotes, and attributes of the element."""
    match = _CONTENT.search(said)
    words = ""
    for part in _PART.finditer(match["said"] if match and not _NOT_SHOWN.search(said) else ""):
        attribute = part["attribute"]
        words += (element.get(attribute) or "") if attribute else _unescaped(part["double"] or part["single"] or "")
    return words


def _unescaped(text: str) -> str:
    """The text, signs that stand by their number (a backslash and 201C) as themselves."""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)) if int(code[1], 16) < 0x110000 else "", text)
