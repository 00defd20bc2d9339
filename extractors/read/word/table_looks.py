"""What does the style of a table say of the text in one of its cells: struck out, hidden?

A style of tables speaks for the whole table, and apart from that for its first and last row and column, where the
table says that it wants them set off. What it says stands below the styles of paragraphs and characters.
Source: ECMA-376 part 1, 17.7.6 (table styles), 17.4.55 (tblLook), 17.18.89 (which region stands above which).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from extractors.read.word.controls import W

Switches = tuple[bool | None, bool | None, bool | None]
"""Struck, struck twice, hidden; None where nothing is said."""

Regions = Mapping[str, Switches]
"""What a style of tables says, by the region it says it of."""

_WHOLE = "wholeTable"
# Each region stands above those before it; the bit by which old tables ask for it.
_SET_OFF = (
    ("firstColumn", "firstCol", 0x80),
    ("lastColumn", "lastCol", 0x100),
    ("firstRow", "firstRow", 0x20),
    ("lastRow", "lastRow", 0x40),
)


def table_styles(styles: Iterable[Element], own: Callable[[Element], Switches]) -> dict[str, Regions]:
    """What each style of tables says of the text in its regions; those that say nothing are left out."""
    told = ((style.get(W + "styleId") or "", style) for style in styles if style.get(W + "type") == "table")
    return {key: regions for key, style in told if (regions := regions_of(style, own))}


def regions_of(style: Element, own: Callable[[Element], Switches]) -> Regions:
    """What a style of tables says of the text in its regions; ``own`` reads the properties of a run."""
    parts = [(_WHOLE, style), *((part.get(W + "type") or "", part) for part in style.iter(W + "tblStylePr"))]
    said = {name: own(found) for name, part in parts if (found := part.find(W + "rPr")) is not None}
    return {name: switches for name, switches in said.items() if switches != (None, None, None)}


@dataclass(frozen=True, slots=True)
class StyledTable:
    """A table whose style strikes or hides text somewhere."""

    regions: Regions
    wanted: frozenset[str]
    """The regions that the table wants set off."""
    rows: int

    def at(self, row: int, column: int, *, is_last: bool) -> Switches:
        """What the style says of the cell in this row and column, ``is_last`` where it ends its row."""
        here = {
            "firstCol": column == 0,
            "lastCol": is_last,
            "firstRow": row == 0,
            "lastRow": row == self.rows - 1,
        }
        laid = [self.regions.get(_WHOLE)]
        laid += [self.regions.get(name) for _, name, _ in _SET_OFF if name in self.wanted and here[name]]
        found: list[bool | None] = [None, None, None]
        for switches in laid:
            if switches is not None:
                found = [said if said is not None else held for held, said in zip(found, switches, strict=True)]
        return found[0], found[1], found[2]


def styled_table(table: Element, styles: Mapping[str, Regions]) -> StyledTable | None:
    """The table, where its style says anything of its text; None for all others."""
    properties = table.find(W + "tblPr")
    named = None if properties is None else properties.find(W + "tblStyle")
    regions = styles.get("" if named is None else named.get(W + "val") or "")
    if properties is None or not regions:
        return None
    return StyledTable(regions, _wanted(properties.find(W + "tblLook")), sum(1 for _ in table.iter(W + "tr")))


def _wanted(look: Element | None) -> frozenset[str]:
    if look is None:
        return frozenset()
    try:
        bits = int(look.get(W + "val") or "0", 16)
    except ValueError:
        bits = 0
    said = ((name, look.get(W + attribute), bits & bit) for attribute, name, bit in _SET_OFF)
    return frozenset(name for name, word, bit in said if (word in ("1", "true", "on") if word is not None else bit))
