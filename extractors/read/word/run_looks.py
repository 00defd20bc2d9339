"""What does a run of text look like by its own word and by its styles: struck out, hidden, set off?

Source: ECMA-376 part 1, 17.7.2 (style hierarchy) and 17.7.3 (toggle properties: set in a paragraph's and in a
character's style at once, they cancel out; a run's own word stands above both).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from extractors.read.set_off import Look
from extractors.read.word.controls import W, is_on
from extractors.read.word.table_looks import Regions, Switches, table_styles
from extractors.read.word.type_colour import is_coloured, is_pale, is_unseen

_STRIKES = (W + "strike", W + "dstrike")
_VANISH = W + "vanish"
_SWITCHES = (*_STRIKES, _VANISH)
_SET_OFF = tuple(W + name for name in ("u", "bdr", "highlight", "em"))
_NOT_SET_OFF = ("none", "nil", None)
_DEEPEST = 12

_SILENT: Switches = (None, None, None)


def any_switch(styles: bytes) -> bool:
    """Whether a part of styles strikes or hides anything at all: it is not worth parsing otherwise."""
    return any(b"<w:" + tag.removeprefix(W).encode() in styles for tag in _SWITCHES)


@dataclass(frozen=True, slots=True)
class RunLooks:
    """The styles that strike or hide their text, and the style of paragraphs that name none."""

    switches: Mapping[str, Switches] = field(default_factory=dict)
    default_style: str = ""
    otherwise: Switches = _SILENT
    tables: Mapping[str, Regions] = field(default_factory=dict)
    """The styles of tables that strike or hide the text in them."""
    grounds: frozenset[str] | None = None
    """The styles of tables and paragraphs that lay a ground under their text; None where one may lie under any."""

    def within(self, table: Switches) -> RunLooks:
        """The looks inside a cell of which the style of its table says this."""
        laid = [said if said is not None else held for held, said in zip(self.otherwise, table, strict=True)]
        return replace(self, otherwise=(laid[0], laid[1], laid[2]))

    def of_paragraph(self, properties: Element | None) -> Switches:
        """What the paragraph's style says of its runs."""
        if not self.switches:
            return _SILENT
        named = None if properties is None else properties.find(W + "pStyle")
        return self.switches.get(self.default_style if named is None else named.get(W + "val") or "", _SILENT)

    def of_run(self, properties: Element | None, paragraph: Switches) -> tuple[Look, bool]:
        """How the run looks, and whether it is hidden."""
        if properties is None:
            struck, twice, hidden = self._shown(paragraph, _SILENT)
            return Look.STRUCK if struck or twice else Look.PLAIN, hidden
        by_style = self._shown(paragraph, self._style(properties))
        own = _own(properties)
        struck, twice, hidden = (
            said if said is not None else styled for said, styled in zip(own, by_style, strict=True)
        )
        hidden = hidden or is_unseen(properties, self.grounds)
        return (Look.STRUCK if struck or twice else _own_look(properties)), hidden

    def _style(self, properties: Element) -> Switches:
        """What the run's own style says."""
        named = properties.find(W + "rStyle")
        return _SILENT if named is None else self.switches.get(named.get(W + "val") or "", _SILENT)

    def _shown(self, paragraph: Switches, style: Switches) -> tuple[bool, bool, bool]:
        struck, twice, hidden = zip(paragraph, style, self.otherwise, strict=True)
        # Striking twice is no toggle: the nearer word stands.
        return _toggled(*struck), bool(twice[1] if twice[1] is not None else twice[0] or twice[2]), _toggled(*hidden)


def _toggled(paragraph: bool | None, style: bool | None, otherwise: bool | None) -> bool:
    if paragraph is None and style is None:
        return bool(otherwise)
    return bool(paragraph) != bool(style)


def _own(properties: Element) -> Switches:
    struck, twice, hidden = (None if (switch := properties.find(tag)) is None else is_on(switch) for tag in _SWITCHES)
    return struck, twice, hidden


def _own_look(properties: Element) -> Look:
    """How the run looks by its own word, strikes aside."""
    height = properties.find(W + "vertAlign")
    if height is not None and height.get(W + "val") == "superscript":
        return Look.RAISED
    if _is_set_off(properties):
        return Look.SET_OFF
    if is_on(properties.find(W + "b")) or is_coloured(properties):
        return Look.HEAVY
    return Look.PALE if is_pale(properties) else Look.PLAIN


def _is_set_off(properties: Element) -> bool:
    return any(
        mark.get(W + "val") not in _NOT_SET_OFF for tag in _SET_OFF if (mark := properties.find(tag)) is not None
    )


def run_looks(styles: Element, *, white_is_seen: bool = False) -> RunLooks:
    """The looks that a part of styles gives; ``white_is_seen`` where something dark may lie under any text."""
    nodes = {style.get(W + "styleId") or "": style for style in styles.iter(W + "style")}
    default = next(
        (
            key
            for key, style in nodes.items()
            if style.get(W + "type") == "paragraph" and style.get(W + "default") == "1"
        ),
        "",
    )
    resolved = {key: _resolved(key, nodes) for key in nodes}
    base = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    told = {key: switches for key, switches in resolved.items() if switches != _SILENT}
    grounds = frozenset(key for key, style in nodes.items() if next(style.iter(W + "shd"), None) is not None)
    otherwise = _SILENT if base is None else _own(base)
    tables = table_styles(styles.iter(W + "style"), _own)
    return RunLooks(told, default, otherwise, tables, None if white_is_seen else grounds)


def _resolved(key: str, nodes: Mapping[str, Element]) -> Switches:
    """What the style says, or the nearest of its ancestors that says anything."""
    found: list[bool | None] = [None, None, None]
    for _ in range(_DEEPEST):
        style = nodes.get(key)
        if style is None:
            break
        properties = style.find(W + "rPr")
        own = _SILENT if properties is None else _own(properties)
        found = [held if held is not None else said for held, said in zip(found, own, strict=True)]
        based = style.find(W + "basedOn")
        key = "" if based is None else based.get(W + "val") or ""
    return found[0], found[1], found[2]
