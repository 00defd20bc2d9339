"""Which lists a document holds, row by row: staff, equipment, enterprises, the tables inside the form.

In:     the grids of one document.
Out:    one ``Listing`` per list found, its rows as schemas.tables.Row; a blank stays blank.
Raises: nothing. An odd cell keeps its text: judging it is a validator's work.
Source: annexes of the five regulations; heads in data/vocabulary/headings.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.content.tables import Grid, GridCell, ParagraphLine, Positions, distinct
from extractors.lists.bounds import columns_of, end_of, head_at, is_note, is_total, states_total
from extractors.lists.cell_values import convert
from extractors.lists.continued import continuation
from extractors.lists.headings import HeadedColumn, Match
from extractors.lists.listing import Listing, near_unit
from extractors.lists.names_in_cell import names_in
from extractors.lists.years_across import years_across
from extractors.values.amounts import money_unit
from extractors.values.numbering import Rank, numbering
from extractors.values.text import unspaced
from extractors.vocabulary.headings import known
from schemas.locator import Locator
from schemas.tables import LISTS, Row

_UNDER_HEADS = (("signed", {"agreement": True}), ("other", {"agreement": False}))
"""What it means of a unit that it is named under this head."""
_OF_GROUPS = (Rank.HANZI, Rank.HANZI_IN_BRACKETS)


def listings(grids: Sequence[Grid]) -> list[Listing]:
    """Every list in these grids, in the order of the document."""
    found: list[Listing] = []
    open_list: tuple[Match, Grid] | None = None
    for grid in grids:
        parts = list(_lists_of(grid))
        if not parts and open_list is not None and (lower := continuation(*open_list, grid)) is not None:
            rows = range(end_of(lower, 0, [open_list[0]]))
            if rows:
                found[-1] = _extended(found[-1], _body(open_list[0], lower, rows, found[-1].units), grid)
                open_list = (open_list[0], lower)
                continue
        open_list = None
        for match, listing, at_end in parts:
            found.append(listing)
            open_list = (match, grid) if at_end else None
    return found


def _extended(listing: Listing, more: tuple[list[Row], list[ParagraphLine]], grid: Grid) -> Listing:
    return replace(
        listing,
        rows=(*listing.rows, *more[0]),
        pages=(listing.pages[0], grid.pages[1]),
        stated_total=(*listing.stated_total, *more[1], *_totals_said(grid.below)),
    )


def _lists_of(grid: Grid) -> Iterator[tuple[Match, Listing, bool]]:
    """Every list inside one grid, and whether it ran to the grid's end."""
    row = 0
    section = ""
    first = True
    while row < len(grid.rows):
        across = years_across(grid, row)
        if across is not None:
            listing, row = across
            yield Match("operations", {}, 0), replace(listing, title=unspaced(section)), False
            first = False
            continue
        head = head_at(grid, row)
        if head is None:
            words = distinct(grid.rows[row])
            if len(words) == 1 and words[0].text.strip():
                section = words[0].text
            row += 1
            continue
        matches, depth = head
        end = end_of(grid, row + depth, matches)
        for match in matches:
            listing = _listing(match, grid, range(row + depth, end), section, row)
            yield match, listing, end == len(grid.rows) and first
        row = end
        first = False


def _listing(match: Match, grid: Grid, rows: range, section: str, head_row: int) -> Listing:
    """One list of the grid with everything its frame says."""
    title = _title(grid, head_row, section)
    units = _units(match, grid, head_row, section)
    body, totals = _body(match, grid, rows, units)
    used = {column.index for column in match.columns.values()}
    every = columns_of(grid, head_row, rows.start - head_row)
    unknown = tuple(unspaced("".join(column.path)) for column in every if column.index not in used)
    heads = {key: _head_place(grid, head_row, column) for key, column in match.columns.items()}
    whole = rows.stop == len(grid.rows)
    return Listing(
        table=match.table,
        title=title,
        rows=tuple(body),
        place=next(iter(heads.values())),
        heads=heads,
        units=units,
        pages=grid.pages,
        sheet=grid.sheet,
        stated_total=(*totals, *(_totals_said(grid.below) if whole else ())),
        partial=title.strip().startswith(known()[1].partial),
        hidden=grid.hidden,
        unknown=unknown,
        with_units=_with_units(match, grid, rows),
    )


def _head_place(grid: Grid, row: int, column: HeadedColumn) -> Locator:
    spot = grid.rows[row][column.index]
    return grid.place if spot is None else spot.place


def _title(grid: Grid, head_row: int, section: str) -> str:
    """The nearest words above the head that name the list."""
    inside = [
        cells[0].text for row in grid.rows[:head_row] if len(cells := distinct(row)) == 1 and cells[0].text.strip()
    ]
    candidates = [*(line.text for line in grid.above), *inside]
    named = [unspaced(text) for text in candidates if any(word in text for word in known()[1].titles)]
    return named[-1] if named else unspaced(section or (candidates[-1] if candidates else ""))


def _units(match: Match, grid: Grid, head_row: int, section: str) -> dict[str, str]:
    """The money unit of each column: its head's bracket, else (under ``*``) the unit line above it or its section."""
    units = {key: column.unit for key, column in match.columns.items() if column.unit}
    units["*"] = near_unit(grid, head_row, section)
    return units


def _with_units(match: Match, grid: Grid, rows: range) -> frozenset[str]:
    """The columns whose cells all have their own unit of money; blank ones and totals say nothing."""
    body = [grid.rows[index] for index in rows if not is_total(grid.rows[index])]
    texts = {key: [_text_at(row, column)[1] for row in body] for key, column in match.columns.items()}
    filled = {key: [text for text in said if text.strip()] for key, said in texts.items()}
    return frozenset(key for key, said in filled.items() if said and all(money_unit(text) for text in said))


def _totals_said(lines: Sequence[ParagraphLine]) -> tuple[ParagraphLine, ...]:
    return tuple(line for line in lines if states_total(line.text))


def _body(match: Match, grid: Grid, rows: range, units: Mapping[str, str]) -> tuple[list[Row], list[ParagraphLine]]:
    """The rows of the list, and the lines among them that state its total."""
    body: list[Row] = []
    totals: list[ParagraphLine] = []
    for index in rows:
        cells = [spot for spot in distinct(grid.rows[index]) if spot.text.strip()]
        if not cells:
            continue
        lead = unspaced(cells[0].text)
        if states_total(lead):
            text = "".join(spot.text for spot in cells)
            totals.append(ParagraphLine(text, cells[0].place.quoting(text)))
            continue
        if is_total(grid.rows[index]) or is_note(cells) or _heads_a_group(match, cells):
            continue
        if LISTS[match.table].several_in_a_cell:
            body.extend(_each_named(match, grid.rows[index]))
            continue
        row = _row(match, grid.rows[index], body[-1] if body else None, units, index)
        if row is not None:
            body.append(row)
    return body, totals


def _heads_a_group(match: Match, cells: Sequence[GridCell]) -> bool:
    """Whether the row heads the rows below (（一）服务业企业): one cell over several columns, or numbered so."""
    if len(cells) != 1 or len(match.columns) < 3:
        return False
    spot = cells[0]
    over = [c for c in match.columns.values() if spot.column <= c.index < spot.column + spot.colspan]
    number = numbering(spot.text)
    return len(over) > 1 or (number is not None and number.rank in _OF_GROUPS)


def _row(match: Match, positions: Positions, above: Row | None, units: Mapping[str, str], index: int) -> Row | None:
    """One row of the list; None for an empty template row."""
    spec = LISTS[match.table]
    values: dict[str, object] = {}
    places: dict[str, Locator] = {}
    for column in spec.columns:
        parts = {
            key: _text_at(positions, found)
            for key, found in match.columns.items()
            if key.split(".", maxsplit=1)[0] == column.key
        }
        if not parts:
            continue
        place = next((spot.place for spot, _ in parts.values() if spot is not None), None)
        unit = units.get(column.key, units.get("*", ""))
        values[column.key] = convert(column, {key: (spot, text) for key, (spot, text) in parts.items()}, unit, above)
        if place is not None:
            places[column.key] = place
    told = [key for key, value in values.items() if value is not None and key != "no"]
    if not told or (values.get(spec.key) is None and len(told) < 2):
        return None
    if _only_carried(match, positions, index) or _ends_the_head(match, told, values.get(spec.key)):
        return None
    lead = places.get(spec.key) or next(iter(places.values()))
    return Row(values, lead, places)


def _only_carried(match: Match, positions: Positions, index: int) -> bool:
    """Whether everything in the row hangs down from merged cells above."""
    spots = [positions[column.index] for column in match.columns.values() if column.index < len(positions)]
    return all(
        spot is None or (spot.row < index and spot.rowspan > 1) or not spot.text.strip() for spot in spots
    ) and any(spot is not None and spot.rowspan > 1 and spot.row < index for spot in spots)


def _ends_the_head(match: Match, told: Sequence[str], name: object) -> bool:
    """Whether the row holds only the rest of a head cut in two: …（服务规模或服务 over 收入占30%以上）."""
    if len(told) != 1 or not isinstance(name, str):
        return False
    heads = unspaced("".join("".join(column.path) for column in match.columns.values())).replace("（", "(")
    rest = unspaced(name).replace("（", "(").replace("）", ")")
    return heads.count("(") > heads.replace("）", ")").count(")") and rest.count(")") > rest.count("(")


def _text_at(positions: Positions, column: HeadedColumn) -> tuple[GridCell | None, str]:
    """What stands under a head: its cell, or its cells joined where the data are cut finer than the head."""
    spots: list[GridCell] = []
    for index in range(column.index, column.last + 1):
        spot = positions[index] if index < len(positions) else None
        if spot is not None and (not spots or spots[-1] is not spot):
            spots.append(spot)
    if not spots:
        return None, ""
    filled = [spot for spot in spots if spot.text.strip()]
    if len(filled) <= 1:
        chosen = filled[0] if filled else spots[0]
        return chosen, chosen.text
    return filled[0], "".join(spot.text for spot in filled)


def _each_named(match: Match, positions: Positions) -> Iterator[Row]:
    """A row for each unit that the cells name; of 合作资源, those under 签订合作协议 have an agreement."""
    key = LISTS[match.table].key
    for head, more in ((key, {}), *_UNDER_HEADS):
        spot, text = _text_at(positions, match.columns[head]) if head in match.columns else (None, "")
        if spot is None:
            continue
        for name in names_in(text):
            place = spot.place.quoting(name)
            yield Row({key: name, **more}, place, dict.fromkeys((key, *more), place))
