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
from extractors.lists.cards import laid_together
from extractors.lists.continued import continuation
from extractors.lists.gone import says_gone
from extractors.lists.headings import HeadedColumn, Match
from extractors.lists.lines_in_cells import entries_in
from extractors.lists.listing import Listing, near_unit
from extractors.lists.rest_of_columns import with_rest_of_columns
from extractors.lists.rows import rows_of_line, text_at
from extractors.lists.several_services import goes_on, together
from extractors.lists.sideways import turned
from extractors.lists.year_column import OF_A_YEAR, by_year
from extractors.lists.years_across import years_across
from extractors.values.amounts import money_unit
from extractors.values.numbering import Rank, numbering
from extractors.values.text import unspaced
from extractors.vocabulary.headings import known
from schemas.locator import Locator
from schemas.tables import LISTS, Row

_OF_GROUPS = (Rank.HANZI, Rank.HANZI_IN_BRACKETS)
_REMARK = 12
"""A remark that calls its row an example has no more characters than this. Range 8-20."""


def listings(grids: Sequence[Grid]) -> list[Listing]:
    """Every list in these grids, in the order of the document."""
    listed: list[Listing] = []
    open_list: tuple[Match, Grid] | None = None
    for each in laid_together(grids):
        grid = each
        parts = list(_lists_of(grid))
        if not parts and (upright := turned(grid)) is not None:
            grid, parts = upright, list(_lists_of(upright))
        if not parts and open_list is not None and (lower := continuation(*open_list, grid)) is not None:
            rows = range(end_of(lower, 0, [open_list[0]]))
            if rows:
                listed[-1] = _extended(listed[-1], _body(open_list[0], lower, rows, listed[-1].units), grid)
                open_list = (open_list[0], lower)
                continue
        open_list = None
        for match, listing, at_end in parts:
            listed.append(listing)
            open_list = (match, grid) if at_end else None
    return _without_examples(with_rest_of_columns(listed))


def _without_examples(listed: list[Listing]) -> list[Listing]:
    """The lists without those on a sheet that calls itself an example, where the same list stands on another."""
    shown = {listing.table for listing in listed if listing.rows and not _is_example_sheet(listing)}
    return [listing for listing in listed if listing.table not in shown or not _is_example_sheet(listing)]


def _is_example_sheet(listing: Listing) -> bool:
    return listing.sheet is not None and known()[1].example.search(unspaced(listing.sheet)) is not None


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
            at_end = end == len(grid.rows) and first
            for listing in _by_year(match, grid, range(row, row + depth), range(row + depth, end), section):
                yield match, listing, at_end
        row = end
        first = False


def _by_year(match: Match, grid: Grid, head: range, rows: range, section: str) -> Iterator[Listing]:
    """The list, or one for each year that a column of it names."""
    used = {column.index for column in match.columns.values()}
    unused = [column for column in columns_of(grid, head.start, len(head)) if column.index not in used]
    apart = by_year(grid, head, rows, unused) if match.table in OF_A_YEAR else []
    for year, part in apart:
        listing = _listing(match, part, range(head.stop, len(part.rows)), section, head.start)
        yield replace(listing, title=f"{year}年度{listing.title}", stated_total=())
    if not apart:
        yield _listing(match, grid, rows, section, head.start)


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
        left_out=grid.rows_left_out > 0,
        gone=any(says_gone(grid.rows[index]) for index in rows),
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
    texts = {key: [text_at(row, column)[1] for row in body] for key, column in match.columns.items()}
    filled = {key: [text for text in column if text.strip()] for key, column in texts.items()}
    return frozenset(key for key, column in filled.items() if column and all(map(money_unit, column)))


def _totals_said(lines: Sequence[ParagraphLine]) -> tuple[ParagraphLine, ...]:
    return tuple(line for line in lines if states_total(line.text))


def _body(match: Match, grid: Grid, rows: range, units: Mapping[str, str]) -> tuple[list[Row], list[ParagraphLine]]:
    """The rows of the list, and the lines among them that state its total."""
    body: list[Row] = []
    totals: list[ParagraphLine] = []
    for index in rows:
        cells = [spot for spot in distinct(grid.rows[index]) if spot.text.strip()]
        if cells and states_total(cells[0].text):
            text = "".join(spot.text for spot in cells)
            totals.append(ParagraphLine(text, cells[0].place.quoting(text)))
        elif cells and not _is_beside_the_list(match, grid.rows[index], cells):
            _add_line(body, match, grid.rows[index], index, units)
    return _without_placeholder(match, body), totals


def _add_line(body: list[Row], match: Match, positions: Positions, index: int, units: Mapping[str, str]) -> None:
    """Adds what one line of the list holds: rows of its own, or more of the row above."""
    above = body[-1] if body else None
    for entry in entries_in(match, positions):
        for row in rows_of_line(match, entry, index, units, above):
            if above is not None and goes_on(match, entry, index, row, above):
                body[-1] = above = together(match.table, above, row)
            else:
                body.append(row)


def _is_beside_the_list(match: Match, positions: Positions, cells: Sequence[GridCell]) -> bool:
    """Whether a row between those of the list is none of them: a total, a note, the head of a group."""
    return is_total(positions) or is_note(cells) or _heads_a_group(match, cells) or _is_example(match, positions, cells)


def _is_example(match: Match, positions: Positions, cells: Sequence[GridCell]) -> bool:
    """Whether the row only shows how to fill the list in: 例：张三, 示例, 张三（示例）."""
    headed = match.columns.get(LISTS[match.table].key)
    named = text_at(positions, headed)[1] if headed is not None else ""
    leads = [spot.text for spot in cells[:2]]
    told = known()[1].example
    return any(told.search(unspaced(text)) for text in (*leads, named)) or any(
        told.match(unspaced(spot.text)) for spot in cells[2:] if len(spot.text) <= _REMARK
    )


def _without_placeholder(match: Match, body: list[Row]) -> list[Row]:
    """The rows without a first one whose name is no one's (张某某, XX公司): it shows how to fill the list in.

    Where others are named so too, the list hides who they are, and all of them count.
    """
    nobody = known()[1].placeholder
    unnamed = [bool(nobody.search(unspaced(str(row.values.get(LISTS[match.table].key) or "")))) for row in body]
    return body[1:] if unnamed[:1] == [True] and len(body) > 1 and not any(unnamed[1:]) else body


def _heads_a_group(match: Match, cells: Sequence[GridCell]) -> bool:
    """Whether the row heads the rows below (（一）服务业企业): one cell over several columns, or numbered so."""
    if len(cells) != 1 or len(match.columns) < 3:
        return False
    spot = cells[0]
    over = [c for c in match.columns.values() if spot.column <= c.index < spot.column + spot.colspan]
    number = numbering(spot.text)
    return len(over) > 1 or (number is not None and number.rank in _OF_GROUPS)
