"""Which lists a document holds, row by row: staff, equipment, enterprises, the tables inside the form.

In:     the grids of one document.
Out:    one ``Listing`` per list found, its rows as schemas.tables.Row; a blank stays blank.
Raises: nothing. An odd cell keeps its text: judging it is a validator's work.
Source: annexes of the five regulations; heads in data/vocabulary/headings.yaml.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.cells import convert
from extractors.grids import Grid, Line, Positions, Spot, distinct, squeezed
from extractors.headings import Column, Match, best, known, plain, unit_of
from extractors.listing import Listing, near_unit
from extractors.years_across import years_across
from schemas.locator import Locator
from schemas.tables import LISTS, Row

FITTING = 0.7
"""A row with at least this share of the list's columns in cells of their own is cut like the list."""
BESIDE = ("investors", "partners")
"""Tables of the form that stand to the right of a label cell."""
STATED = 40
"""A line that states the list's total is no longer than this."""
HEAD_ROWS = 3
"""A head has at most this many rows."""


def listings(grids: Sequence[Grid]) -> list[Listing]:
    """Every list in these grids, in the order of the document."""
    found: list[Listing] = []
    carried: tuple[Match, Grid] | None = None
    for grid in grids:
        parts = list(_lists_of(grid))
        if not parts and carried is not None and _goes_on(carried[1], grid):
            more = _body(carried[0], grid, range(len(grid.rows)), "")
            found[-1] = _extended(found[-1], more, grid)
            carried = (carried[0], grid)
            continue
        carried = None
        for match, listing, at_end in parts:
            found.append(listing)
            carried = (match, grid) if at_end else None
    return found


def _goes_on(upper: Grid, lower: Grid) -> bool:
    """Whether a table without a head carries on the list above it, on the same sheet or the next page."""
    if lower.rows and _opens_sub_table([spot for spot in distinct(lower.rows[0]) if spot.text.strip()]):
        return False
    near = upper.sheet == lower.sheet and lower.pages[0] - upper.pages[1] <= 1
    return near and upper.width == lower.width and not any(line.text.strip() for line in lower.above)


def _extended(listing: Listing, more: tuple[list[Row], list[Line]], grid: Grid) -> Listing:
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
            yield Match("operations", {}, 0), replace(listing, title=squeezed(section)), False
            first = False
            continue
        head = _head_at(grid, row)
        if head is None:
            words = distinct(grid.rows[row])
            if len(words) == 1 and words[0].text.strip():
                section = words[0].text
            row += 1
            continue
        matches, depth = head
        end = _end_of(grid, row + depth, matches)
        for match in matches:
            listing = _listing(match, grid, range(row + depth, end), section, row)
            yield match, listing, end == len(grid.rows) and first
        row = end
        first = False


def _head_at(grid: Grid, row: int) -> tuple[list[Match], int] | None:
    """The list whose head starts in this row (each of them, where lists stand side by side), and its depth."""
    cells = [spot for spot in distinct(grid.rows[row]) if spot.text.strip()]
    if len(cells) < 2 and not _is_single_head(cells):
        return None
    for depth in _depths(grid, row):
        ranked = [_ranked(group) for group in _side_by_side(_columns(grid, row, depth))]
        if ranked and all(ranked):
            return [matches[0] for matches in ranked], depth
    return None


def _ranked(columns: Sequence[Column]) -> list[Match]:
    """The lists that these heads may be of, the best first."""
    matches = [match for table in LISTS if (match := best(table, columns)) is not None]
    return sorted(matches, key=lambda match: (-match.score, -len(match.columns)))


def _is_single_head(cells: Sequence[Spot]) -> bool:
    return bool(cells) and best("partners", [Column(0, 0, (cells[0].text,), "")]) is not None


def _depths(grid: Grid, row: int) -> Iterator[int]:
    """The head's possible heights, the one that the merged cells suggest first."""
    cells = distinct(grid.rows[row])
    tall = max((min(spot.row + spot.rowspan - row, HEAD_ROWS) for spot in cells if spot.colspan == 1), default=1)
    wide = any(spot.colspan > 1 for spot in cells)
    suggested = max(1, tall if wide else 1)
    if wide and tall == 1 and row + 1 < len(grid.rows) and _all_words(grid.rows[row + 1]):
        suggested = 2
    yield from dict.fromkeys([min(suggested, len(grid.rows) - row), 1])


def _all_words(row: Positions) -> bool:
    """Whether every cell of a row is a short word or blank: the second row of a head, not data."""
    texts = [squeezed(spot.text) for spot in distinct(row)]
    filled = [text for text in texts if text]
    return (
        bool(filled)
        and all(len(text) <= 8 and not re.search(r"\d|[√✓☑]", text) for text in filled)
        and len(filled) <= 4
    )


def _columns(grid: Grid, row: int, depth: int) -> list[Column]:
    """Every column of the head with its words from the top down."""
    columns: list[Column] = []
    for index in range(grid.width):
        path: list[str] = []
        last: Spot | None = None
        for level in range(row, row + depth):
            positions = grid.rows[level]
            spot = positions[index] if index < len(positions) else None
            if spot is None or spot is last:
                continue
            last = spot
            if spot.text.strip():
                path.append(spot.text)
        if last is None or not path:
            continue
        if columns and _same_head(grid, row, depth, columns[-1].last, index):
            before = columns.pop()
            columns.append(Column(before.index, index, before.path, before.unit))
            continue
        unit = next((unit for text in reversed(path) if (unit := unit_of(text))), "")
        columns.append(Column(index, index, tuple(path), unit))
    return columns


def _same_head(grid: Grid, row: int, depth: int, left: int, right: int) -> bool:
    """Whether two neighbouring columns stand under one and the same head cell, all the way down."""
    return left == right - 1 and all(
        left < len(grid.rows[level])
        and right < len(grid.rows[level])
        and grid.rows[level][left] is grid.rows[level][right]
        for level in range(row, row + depth)
    )


def _side_by_side(columns: Sequence[Column]) -> list[list[Column]]:
    """The head cut where it begins anew (姓名 年龄 … 姓名 年龄 …)."""
    heads = [plain("".join(column.path)) for column in columns]
    if not heads or heads.count(heads[0]) < 2:
        return [list(columns)]
    starts = [index for index, head in enumerate(heads) if head == heads[0]]
    ends = [*starts[1:], len(columns)]
    return [list(columns[start:end]) for start, end in zip(starts, ends, strict=True)]


def _end_of(grid: Grid, start: int, matches: Sequence[Match]) -> int:
    """Where the list that begins here ends: at the next head, at a row of another make, or with the grid."""
    limit = _limit(grid, start, matches)
    for row in range(start, limit):
        cells = [spot for spot in distinct(grid.rows[row]) if spot.text.strip()]
        lone = len(cells) == 1 and len(matches[0].columns) > 2
        if cells and _labelled(matches, grid.rows[row], row):
            return row
        if not cells or (_fits(matches, grid.rows[row]) and not lone and not _is_note(cells)):
            if cells and not _data_like(cells) and _head_at(grid, row) is not None:
                return row
            continue
        if _is_total(grid.rows[row]) or _states_total(cells[0].text):
            continue
        if _is_note(cells):
            if _opens_sub_table(cells):
                return row
            continue
        group = len(cells) == 1 and any(_fits(matches, later) for later in grid.rows[row + 1 : row + 2])
        if not group or _head_at(grid, row + 1) is not None:
            return row
    return limit


def _labelled(matches: Sequence[Match], row: Positions, index: int) -> bool:
    """Whether a row of a table that stands beside a label (合作资源, 注册资本) has a label of its own."""
    first = min(column.index for match in matches for column in match.columns.values())
    beside = [spot for spot in row[:first] if spot is not None and spot.row == index and spot.text.strip()]
    return matches[0].table in BESIDE and bool(beside)


def _limit(grid: Grid, start: int, matches: Sequence[Match]) -> int:
    """The last row that a label cell beside the list (注册资本, 合作资源) reaches down to; else the grid's end."""
    head = grid.rows[start - 1]
    first = min(column.index for match in matches for column in match.columns.values())
    beside = head[first - 1] if first else None
    if beside is None or beside.rowspan < 2 or beside.row + beside.rowspan <= start:
        return len(grid.rows)
    return min(len(grid.rows), beside.row + beside.rowspan)


def _fits(matches: Sequence[Match], row: Positions) -> bool:
    """Whether a row is cut like the list: its columns lie in cells of their own."""
    for match in matches:
        indices = [column.index for column in match.columns.values()]
        spots = {id(row[index]) for index in indices if index < len(row) and row[index] is not None}
        if len(spots) < math.ceil(len(indices) * FITTING):
            return False
    return True


def _opens_sub_table(cells: Sequence[Spot]) -> bool:
    """Whether the row begins what is broken out of the list (其中：公益性服务规模 …), with heads of its own."""
    return bool(cells) and squeezed(cells[0].text).strip("：:") == "其中"


def _states_total(text: str) -> bool:
    """Whether a short line states how many enterprises were served (not: 公共服务)."""
    line = squeezed(text).replace("公共服务", "")
    return len(line) <= STATED and any(word in line for word in known()[1].stated_total)


def _data_like(cells: Sequence[Spot]) -> bool:
    return any(re.search(r"\d", spot.text) for spot in cells)


def _listing(match: Match, grid: Grid, rows: range, section: str, head_row: int) -> Listing:
    """One list of the grid with everything its frame says."""
    title = _title(grid, head_row, section)
    units = _units(match, grid, head_row, section)
    body, totals = _body(match, grid, rows, units.get("*", ""), units)
    used = {column.index for column in match.columns.values()}
    every = _columns(grid, head_row, rows.start - head_row)
    unknown = tuple(squeezed("".join(column.path)) for column in every if column.index not in used)
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
    )


def _head_place(grid: Grid, row: int, column: Column) -> Locator:
    spot = grid.rows[row][column.index]
    return grid.place if spot is None else spot.place


def _title(grid: Grid, head_row: int, section: str) -> str:
    """The nearest words above the head that name the list."""
    inside = [
        cells[0].text for row in grid.rows[:head_row] if len(cells := distinct(row)) == 1 and cells[0].text.strip()
    ]
    candidates = [*(line.text for line in grid.above), *inside]
    named = [
        squeezed(text)
        for text in candidates
        if re.search(r"名单|清单|一览表|情况表|评价表|统计表|明细表|台账|目录", text)
    ]
    return named[-1] if named else squeezed(section or (candidates[-1] if candidates else ""))


def _units(match: Match, grid: Grid, head_row: int, section: str) -> dict[str, str]:
    """The money unit of each column: its head's bracket, else (under ``*``) the unit line above it or its section."""
    units = {key: column.unit for key, column in match.columns.items() if column.unit}
    units["*"] = near_unit(grid, head_row, section)
    return units


def _totals_said(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if _states_total(line.text))


def _body(
    match: Match, grid: Grid, rows: range, stated: str, units: Mapping[str, str] | None = None
) -> tuple[list[Row], list[Line]]:
    """The rows of the list, and the lines among them that state its total."""
    body: list[Row] = []
    totals: list[Line] = []
    for index in rows:
        cells = [spot for spot in distinct(grid.rows[index]) if spot.text.strip()]
        if not cells:
            continue
        lead = squeezed(cells[0].text)
        if _states_total(lead):
            text = "".join(spot.text for spot in cells)
            totals.append(Line(text, cells[0].place.quoting(text)))
            continue
        if _is_total(grid.rows[index]) or _is_note(cells):
            continue
        if match.table == "partners":
            body.extend(_partners(match, grid.rows[index]))
            continue
        row = _row(match, grid.rows[index], body[-1] if body else None, units or {"*": stated}, index)
        if row is not None:
            body.append(row)
    return body, totals


def _is_total(row: Positions) -> bool:
    """Whether one of the first cells says 合计 and the like."""
    texts = [squeezed(spot.text).strip("：:") for spot in distinct(row) if spot.text.strip()][:2]
    return any(re.sub(r"[（(].*", "", text) in known()[1].totals for text in texts)


def _is_note(cells: Sequence[Spot]) -> bool:
    """Whether the row is a note below the list: it begins with a note's word, and no list row follows in it."""
    lead = squeezed(cells[0].text)
    word = next((word for word in known()[1].notes if lead.startswith(word)), "")
    return bool(word) and (len(cells) == 1 or lead == word or lead[len(word)] in "：:")


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
    if _only_carried(match, positions, index):
        return None
    lead = places.get(spec.key) or next(iter(places.values()))
    return Row(values, lead, places)


def _only_carried(match: Match, positions: Positions, index: int) -> bool:
    """Whether everything in the row hangs down from merged cells above."""
    spots = [positions[column.index] for column in match.columns.values() if column.index < len(positions)]
    return all(
        spot is None or (spot.row < index and spot.rowspan > 1) or not spot.text.strip() for spot in spots
    ) and any(spot is not None and spot.rowspan > 1 and spot.row < index for spot in spots)


def _text_at(positions: Positions, column: Column) -> tuple[Spot | None, str]:
    """What stands under a head: its cell, or its cells joined where the data are cut finer than the head."""
    spots: list[Spot] = []
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


# A unit's name ends with its legal form or kind of body; the next one begins right after it.
_NAME_END = re.compile(
    r"(?:有限责任公司|有限公司|事务所|研究院|研究所|促进中心|服务中心|商会|协会|联合会|大学|学院|分公司|银行|支行)"
    r"(?:[（(][^）)]{1,12}[）)])?",
)


def names_in(text: str) -> list[str]:
    """The names of units that one cell lists: by line, by punctuation, or run together."""
    pieces = [piece.strip() for piece in re.split(r"[\n\r、，,；;。/|]+|\s{2,}", text) if piece.strip()]
    names: list[str] = []
    for piece in pieces:
        bare = re.sub(r"^\s*(?:[（(]?\d{1,3}[）).．、]|[①-⑳]|[一二三四五六七八九十]{1,2}[、.])\s*", "", piece)
        names.extend(_run_together(re.sub(r"\s+", "", bare)))
    return [name for name in names if name not in ("无", "/", "—", "-", "暂无", "等")]


def _run_together(text: str) -> list[str]:
    """One name, or several that stand without anything between them."""
    names: list[str] = []
    start = 0
    for found in _NAME_END.finditer(text):
        rest = text[found.end() :]
        if rest and (re.match(r"^(有限|股份|[（(])", rest) or len(rest) < 4 or found.end() - start < 5):
            continue
        names.append(text[start : found.end()])
        start = found.end()
    if text[start:]:
        names.append(text[start:])
    return names


def _partners(match: Match, positions: Positions) -> Iterator[Row]:
    """The units that one row of 合作资源 names; those under 签订合作协议 have an agreement."""
    for key, agreement in (("signed", True), ("other", False)):
        column = match.columns.get(key)
        if column is None:
            continue
        spot, text = _text_at(positions, column)
        if spot is None:
            continue
        for name in names_in(text):
            place = spot.place.quoting(name)
            yield Row({"name": name, "agreement": agreement}, place, {"name": place, "agreement": place})
