"""What does a page's own style say of an element: hidden, struck out, set off, as white as the page?

Only the few declarations that take something off the page or cross it out are understood, in the element's own
``style``, in the rules that choose it, and by its tag. Where a style sheet that is not there, or a rule that chooses by
more than a tag and a class, may lay a ground under white type, it is seen.
Source: CSS 2.1, 9.2.4, 11.2, 14.1, 14.2 and 16.3.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from extractors.read.html.selectors import ChosenStyles, StyleRule, adds_words, chosen_by_selectors
from extractors.read.paper_white import is_white
from extractors.read.set_off import Look

_RULE = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]*+)\}")
_COMMENT = re.compile(r"/\*(?:[^*]++|\*(?!/))*+(?:\*/)?|<!--|-->")
_DISPLAY = re.compile(r"(?:^|[;\s])display\s*:\s*([a-z-]{1,30})", re.IGNORECASE)
_HIDDEN = re.compile(r"visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[a-z-]{0,20}\s*:[^;]{0,200}line-through", re.IGNORECASE)
_SET_OFF = re.compile(r"text-decoration[a-z-]{0,20}\s*:[^;]{0,200}underline", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|[;\s])color\s*:\s*([^;!]{1,40})", re.IGNORECASE)
_GROUND = re.compile(r"(?:^|[;\s])background(?:-color|-image)?\s*:\s*([^;!]{1,200})", re.IGNORECASE)
_NO_SIZE = re.compile(
    r"font-size\s*:\s*(?:0++(?:\.0++)?|\.0++|0*+[12])(?:\.\d{1,4})?(?:pt|px)?\s*(?:;|!|$)", re.IGNORECASE
)
_FAINT = re.compile(r"(?:^|[;\s])opacity\s*:\s*(?:0++(?:\.0++)?|\.0++)\s*(?:;|!|$)", re.IGNORECASE)
_NO_GROUND = ("none", "inherit", "initial", "unset", "")
_STRUCK_TAGS, _SET_OFF_TAGS = ("s", "strike", "del"), ("u", "ins", "mark")
_MOST_RULES = 5000


@dataclass(frozen=True, slots=True)
class PageStyles:
    """The declarations of a page by selector: ``.xl65``, ``td``, ``td.xl65``."""

    rules: Mapping[str, str] = field(default_factory=dict)
    grounded: bool = False
    """What is not understood of the page's styles may lay grounds under its text."""
    chosen: ChosenStyles = field(default_factory=ChosenStyles)
    """What is said by more than a tag and a class: .gone td, tr:nth-child(2), ::before."""

    def is_blank(self, element: HtmlElement) -> bool:
        """Whether the element takes its room and shows nothing: white type on white, or too small to be seen."""
        said = list(self._said(element))
        if any(_NO_SIZE.search(one) or _FAINT.search(one) for one in said):
            return True
        if self.grounded or not self._is_white(element, said):
            return False
        if any(self._has_ground(around) for around in (element, *element.iterancestors())):
            return False
        within = (one for one in element.iterdescendants() if isinstance(one.tag, str) and (one.text or "").strip())
        return not any(self._is_set_off(one, element) for one in within)

    def _is_set_off(self, within: HtmlElement, element: HtmlElement) -> bool:
        """Whether something between the two gives the inner one a colour or a ground that is not white."""
        for one in (within, *within.iterancestors()):
            if one is element:
                return False
            colour = _last(_COLOUR, list(self._said(one))) or one.get("color") or ""
            if (colour and not is_white(colour)) or self._has_ground(one):
                return True
        return False

    def _is_white(self, element: HtmlElement, said: Sequence[str]) -> bool:
        colour = _last(_COLOUR, said) or element.get("color") or ""
        return bool(colour) and is_white(colour)

    def _has_ground(self, element: HtmlElement) -> bool:
        said = [*self._said(element), f";background:{element.get('bgcolor') or ''}"]
        grounds = [found[1].strip().lower() for one in said if (found := _GROUND.search(one))]
        laid = [ground for ground in grounds if ground not in _NO_GROUND and not is_white(ground)]
        return bool(laid) or element.get("background") is not None

    def is_hidden(self, element: HtmlElement) -> bool:
        """Whether nobody sees the element."""
        said = list(self._said(element))
        shown_as = [way for one in (*said[1:], said[0]) for way in _DISPLAY.findall(one)]
        return bool(
            (shown_as and shown_as[-1].lower() == "none")
            or element.get("hidden") is not None
            or any(_HIDDEN.search(one) for one in said)
        )

    def look(self, element: HtmlElement, around: Look) -> Look:
        """How the element's text looks, within what stands around it."""
        tag = str(element.tag).lower()
        said = list(self._said(element))
        if around is Look.STRUCK or tag in _STRUCK_TAGS or any(_STRUCK.search(one) for one in said):
            return Look.STRUCK
        if tag == "sup" or any(_RAISED.search(one) for one in said):
            return Look.RAISED
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
        # What chooses by more weighs more: the last word is its.
        yield self.chosen.said.get(element, "")

    def words_at(self, element: HtmlElement, side: str) -> str:
        """What the style shows ``before`` or ``after`` the words of the element."""
        return self.chosen.added.get((element, side), "")


def _last(pattern: re.Pattern[str], said: Sequence[str]) -> str:
    """What the element's own style says, else the last of the others."""
    found = [match[1].strip() for one in (*said[1:], *said[:1]) if (match := pattern.search(one))]
    return found[-1] if found else ""


def page_styles(root: HtmlElement) -> PageStyles:
    """The styles that the page defines."""
    rules: dict[str, str] = {}
    further: list[StyleRule] = []
    grounded = any("stylesheet" in (one.get("rel") or "").lower() for one in root.iter("link"))
    for sheet in root.iter("style"):
        text = _for_screens(_COMMENT.sub(" ", sheet.text_content()))
        for count, (selectors, said) in enumerate(_RULE.findall(text)):
            if count >= _MOST_RULES:
                break
            if any(pattern.search(said) for pattern in _UNDERSTOOD):
                for selector in selectors.split(","):
                    name = selector.strip().lower()
                    rules[name] = rules.get(name, "") + ";" + said
                    grounded |= not _SIMPLE.fullmatch(name) and _GROUND.search(said) is not None
                if not all(_SIMPLE.fullmatch(one.strip().lower()) for one in selectors.split(",")):
                    further.append((selectors, said))
            elif adds_words(said):
                further.append((selectors, said))
    return PageStyles(rules, grounded, chosen_by_selectors(root, further))


def _for_screens(text: str) -> str:
    """The styles without those that are for paper alone."""
    parts = text.split("@media")
    kept = [parts[0]]
    for part in parts[1:]:
        medium, _, rules = part.partition("{")
        kept.append(_behind(rules) if "print" in medium.lower() and "screen" not in medium.lower() else rules)
    return " ".join(kept)


def _behind(rules: str) -> str:
    """What stands behind the end of the block that these rules begin in."""
    depth = 1
    for at, sign in enumerate(rules):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return rules[at + 1 :]
    return ""


_UNDERSTOOD = (_RAISED, _DISPLAY, _HIDDEN, _STRUCK, _SET_OFF, _COLOUR, _GROUND, _NO_SIZE, _FAINT)
_SIMPLE = re.compile(r"[a-z0-9]*(?:\.[a-z0-9_-]+)?")
