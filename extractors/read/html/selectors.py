"""Which elements does a rule of a page's style choose, and which words does it add to them?

Tags and classes alone are looked up (extractors.read.html.looks); here is what else may choose: .gone td, #list > tr,
tr:nth-child(2). What only a pointer or a click brings about (:hover) shows nothing by itself, and is left out.
Source: Selectors Level 3; CSS 2.1, 12.1 and 12.2 (::before, ::after, content).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from cssselect import HTMLTranslator, parse
from cssselect.parser import Selector, SelectorError
from lxml.etree import XPathError
from lxml.html import HtmlElement

StyleRule: TypeAlias = tuple[str, str]
"""The selectors of a rule and its declarations."""

_MOST_RULES, _LONGEST, _MOST_LOOKED_AT = 300, 500, 3_000_000
"""Rules, signs of one's selectors, and elements looked at for all of them together: a page may bring thousands."""
_CONTENT = re.compile(r"(?:^|[;\s])content\s*:\s*(?P<said>(?:\"[^\"]{0,500}\"|'[^']{0,500}'|[^;\"'])*)", re.IGNORECASE)
_PART = re.compile(r"\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|attr\(\s*(?P<attribute>[\w-]{1,40})\s*\)")
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_PSEUDO = ("before", "after")


def chosen_by_selectors(
    root: HtmlElement, rules: Sequence[StyleRule]
) -> tuple[Mapping[HtmlElement, str], Mapping[tuple[HtmlElement, str], str]]:
    """Element → its declarations; (element, before or after) → the words that are shown there."""
    chosen: dict[HtmlElement, str] = {}
    added: dict[tuple[HtmlElement, str], str] = {}
    elements = sum(1 for _ in root.iter()) if rules else 0
    for selectors, said in rules[: min(_MOST_RULES, _MOST_LOOKED_AT // max(elements, 1))]:
        for selector in _parsed(selectors):
            where = selector.pseudo_element
            for element in _elements(root, selector):
                if where is None:
                    chosen[element] = f"{chosen.get(element, '')};{said}"
                elif where in _PSEUDO and _CONTENT.search(said):
                    added[element, str(where)] = _words(element, said)
    return chosen, added


def _parsed(selectors: str) -> Sequence[Selector]:
    try:
        return parse(selectors) if len(selectors) <= _LONGEST else ()
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
    for part in _PART.finditer(match["said"] if match else ""):
        attribute = part["attribute"]
        words += (element.get(attribute) or "") if attribute else _unescaped(part["double"] or part["single"] or "")
    return words


def _unescaped(text: str) -> str:
    """The text, signs that stand by their number (a backslash and 201C) as themselves."""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)) if int(code[1], 16) < 0x110000 else "", text)
