"""What does a page's own style say of an element: hidden, struck out, set off?

Only the few declarations that take something off the page or cross it out are understood, in the element's own
``style``, in the style of its class or tag, and by its tag. Source: CSS 2.1, 9.2.4, 11.2 and 16.3.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from extractors.read.set_off import Look

_RULE = re.compile(r"([^{}]{1,500})\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_SET_OFF = re.compile(r"text-decoration[a-z-]*\s*:[^;]*underline", re.IGNORECASE)
_STRUCK_TAGS, _SET_OFF_TAGS = ("s", "strike", "del"), ("u", "ins", "mark")
_MOST_RULES = 5000


@dataclass(frozen=True, slots=True)
class PageStyles:
    """The declarations of a page by selector: ``.xl65``, ``td``, ``td.xl65``."""

    rules: Mapping[str, str] = field(default_factory=dict)

    def is_hidden(self, element: HtmlElement) -> bool:
        """Whether nobody sees the element."""
        return element.get("hidden") is not None or any(_HIDDEN.search(said) for said in self._said(element))

    def look(self, element: HtmlElement, around: Look) -> Look:
        """How the element's text looks, within what stands around it."""
        tag = str(element.tag).lower()
        said = list(self._said(element))
        if around is Look.STRUCK or tag in _STRUCK_TAGS or any(_STRUCK.search(one) for one in said):
            return Look.STRUCK
        set_off = tag in _SET_OFF_TAGS or any(_SET_OFF.search(one) for one in said)
        return Look.SET_OFF if set_off else around

    def _said(self, element: HtmlElement) -> Iterator[str]:
        yield element.get("style") or ""
        if not self.rules:
            return
        tag = str(element.tag).lower()
        yield self.rules.get(tag, "")
        for name in (element.get("class") or "").lower().split():
            yield self.rules.get(f".{name}", "")
            yield self.rules.get(f"{tag}.{name}", "")


def page_styles(root: HtmlElement) -> PageStyles:
    """The styles that the page defines."""
    rules: dict[str, str] = {}
    for sheet in root.iter("style"):
        text = _COMMENT.sub(" ", sheet.text_content())
        for count, (selectors, said) in enumerate(_RULE.findall(text)):
            if count >= _MOST_RULES:
                break
            if _HIDDEN.search(said) or _STRUCK.search(said) or _SET_OFF.search(said):
                for selector in selectors.split(","):
                    name = selector.strip().lower()
                    rules[name] = rules.get(name, "") + ";" + said
    return PageStyles(rules)
