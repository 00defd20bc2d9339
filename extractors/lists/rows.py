"""What one line of a list's table says: one row of the list, several, or none.

In:     the positions of the line, the list's columns, the units that it names, the row above.
Out:    rows as schemas.tables.Row; none for an empty template row and for what is left of merged cells or of the head.
Raises: nothing. An odd cell keeps its text: judging it is a validator's work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.content.tables import GridCell, Positions, distinct
from extractors.lists.cell_values import Parts, convert, unsettled
from extractors.lists.headings import HeadedColumn, Match
from extractors.lists.names_in_cell import names_in
from extractors.lists.shared_column import part_for
from extractors.values import approximate
from extractors.values.text import unspaced
from schemas.locator import Locator
from schemas.tables import LISTS, Column, Row
from schemas.trust import NONE, Doubt, Doubts

_OWN_WORDS = frozenset({Doubt.OWN_WORDS})
_ABOUT = frozenset({Doubt.ABOUT})

_UNDER_HEADS = (("signed", {"agreement": True}), ("other", {"agreement": False}))
"""What it means of a unit that it is named under this head."""


def rows_of_line(
    match: Match, positions: Positions, index: int, units: Mapping[str, str], above: Row | None
) -> Iterator[Row]:
    """The rows of the list that one line of its table gives."""
    if LISTS[match.table].several_in_a_cell:
        yield from _each_named(match, positions)
        return
    row = _row(match, positions, units, above)
    if row is not None and not _hangs_down(match, positions, index):
        yield row


def _row(match: Match, positions: Positions, units: Mapping[str, str], above: Row | None) -> Row | None:
    """One row of the list; None for an empty template row."""
    spec = LISTS[match.table]
    values: dict[str, object] = {}
    places: dict[str, Locator] = {}
    for column in spec.columns:
        parts = _parts(match, positions, column)
        if not parts:
            continue
        unit = units.get(column.key, units.get("*", ""))
        values[column.key] = convert(column, parts, unit, above)
        cells = [cell for cell, _ in parts.values() if cell is not None]
        if cells:
            # What could not be read in the column 不满意 leaves 满意 open too.
            beside = NONE.union(*(cell.place.doubts for cell in cells[1:]))
            doubts = _OWN_WORDS if unsettled(column, values[column.key], parts) else _about(column, parts)
            places[column.key] = cells[0].place.doubted(doubts | beside)
    filled = [key for key, value in values.items() if value is not None and key != "no"]
    named = values.get(spec.key)
    if not filled or (named is None and len(filled) < 2) or _ends_the_head(match, filled, named):
        return None
    return Row(values, places.get(spec.key) or next(iter(places.values())), places)


def _about(column: Column, parts: Parts) -> Doubts:
    """Whether the cell says about how many, and not how many."""
    told = column.kind in ("number", "integer") and any(approximate(text) for _, text in parts.values())
    return _ABOUT if told else NONE


def _parts(match: Match, positions: Positions, column: Column) -> Parts:
    """The cells of one column: one, or those of its sub-columns (satisfied.yes, satisfied.no)."""
    return {
        key: _own_part(column, headed, text_at(positions, headed))
        for key, headed in match.columns.items()
        if key.split(".", maxsplit=1)[0] == column.key
    }


def _own_part(column: Column, headed: HeadedColumn, held: tuple[GridCell | None, str]) -> tuple[GridCell | None, str]:
    """What the cell holds, or the column's part of it where two columns of the list stand in one."""
    if not headed.shared:
        return held
    spot, text = held
    part = part_for(column, headed.shared, text)
    # A cell that does not fall into the parts that its head names is all there is of each.
    doubts = NONE if part is not None or spot is None or not text.strip() else _OWN_WORDS
    kept = None if spot is None else replace(spot, native=None, place=spot.place.doubted(doubts))
    return kept, text if part is None else part


def _hangs_down(match: Match, positions: Positions, index: int) -> bool:
    """Whether everything in the row hangs down from merged cells above."""
    cells = [positions[column.index] for column in match.columns.values() if column.index < len(positions)]
    filled = [cell for cell in cells if cell is not None and cell.text.strip()]
    hanging = [cell for cell in cells if cell is not None and cell.row < index and cell.rowspan > 1]
    return bool(hanging) and all(cell.row < index and cell.rowspan > 1 for cell in filled)


def _ends_the_head(match: Match, filled: Sequence[str], name: object) -> bool:
    """Whether the row holds only the rest of a head cut in two: …（服务规模或服务 over 收入占30%以上）."""
    if len(filled) != 1 or not isinstance(name, str):
        return False
    heads = unspaced("".join("".join(column.path) for column in match.columns.values())).replace("（", "(")
    rest = unspaced(name).replace("（", "(").replace("）", ")")
    return heads.count("(") > heads.replace("）", ")").count(")") and rest.count(")") > rest.count("(")


def text_at(positions: Positions, column: HeadedColumn) -> tuple[GridCell | None, str]:
    """What stands under a head: its cell, or its cells joined where the data are cut finer than the head."""
    cells = distinct(positions[column.index : column.last + 1])
    filled = [cell for cell in cells if cell.text.strip()]
    if len(filled) > 1:
        return filled[0], "".join(cell.text for cell in filled)
    first = next(iter([*filled, *cells]), None)
    return first, first.text if first else ""


def _each_named(match: Match, positions: Positions) -> Iterator[Row]:
    """A row for each unit that the cells name; of 合作资源, those under 签订合作协议 have an agreement."""
    key = LISTS[match.table].key
    for head, more in ((key, {}), *_UNDER_HEADS):
        cell, text = text_at(positions, match.columns[head]) if head in match.columns else (None, "")
        if cell is None:
            continue
        for name in names_in(text):
            place = cell.place.quoting(name)
            yield Row({key: name, **more}, place, dict.fromkeys((key, *more), place))
