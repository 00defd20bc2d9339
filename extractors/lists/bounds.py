"""Where in a grid a list begins and where it ends.

In:     a grid and a row.
Out:    the lists whose head starts there, its depth; the row behind the last one of the list.
Raises: nothing.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.content.tables import Grid, GridCell, Positions, distinct
from extractors.lists.headings import HeadedColumn, Match, best
from extractors.values.money_units import unit_of_head
from extractors.values.text import unspaced
from extractors.vocabulary.headings import known, plain
from extractors.vocabulary.labels import WHOLE_LABEL, hits, labels_for
from schemas.tables import LISTS

FITTING = 0.7
"""A row with at least this share of the list's columns in cells of their own is cut like the list."""
STATED = 40
"""A line that states the list's total is no longer than this."""
HEAD_ROWS = 3
"""A head has at most this many rows."""


def head_at(grid: Grid, row: int) -> tuple[list[Match], int] | None:
    """The list whose head starts in this row (each of them, where lists stand side by side), and its depth."""
    cells = [spot for spot in distinct(grid.rows[row]) if spot.text.strip()]
    if len(cells) < 2 and not _is_single_head(cells):
        return None
    for depth in _depths(grid, row):
        ranked = [_ranked(group) for group in _side_by_side(columns_of(grid, row, depth))]
        if ranked and all(ranked):
            return [matches[0] for matches in ranked], depth
    return None


def _ranked(columns: Sequence[HeadedColumn]) -> list[Match]:
    """The lists that these heads may be of, the best first."""
    matches = [match for table in LISTS if (match := best(table, columns)) is not None]
    return sorted(matches, key=lambda match: (-match.score, -len(match.columns)))


def _is_single_head(cells: Sequence[GridCell]) -> bool:
    return bool(cells) and any(
        best(spec.name, [HeadedColumn(0, 0, (cells[0].text,), "")]) is not None
        for spec in LISTS.values()
        if spec.several_in_a_cell
    )


def _depths(grid: Grid, row: int) -> Iterator[int]:
    """The head's possible heights, the one that the merged cells suggest first."""
    cells = distinct(grid.rows[row])
    tall = max((min(spot.row + spot.rowspan - row, HEAD_ROWS) for spot in cells if spot.colspan == 1), default=1)
    wide = any(spot.colspan > 1 for spot in cells)
    suggested = max(1, tall if wide else 1)
    if tall == 1 and row + 1 < len(grid.rows) and _all_words(grid.rows[row + 1]):
        suggested = 2 if wide or _parts_unmerged(cells, distinct(grid.rows[row + 1])) else 1
    yield from dict.fromkeys([min(suggested, len(grid.rows) - row), 1])


def _parts_unmerged(upper: Sequence[GridCell], lower: Sequence[GridCell]) -> bool:
    """Whether the lower row names parts of a head whose cells nobody merged: 企业满意度 | blank over 满意 | 不满意."""
    above = {spot.column: spot.text.strip() for spot in upper}
    below = {spot.column: spot.text.strip() for spot in lower}
    filled = [column for column, text in below.items() if text]
    if not filled or 2 * len(filled) > len(below) or min(filled) == min(below):
        return False
    return any(not above.get(column, "") for column in filled) and all(
        below.get(column) or above[column] for column in above
    )


def _all_words(row: Positions) -> bool:
    """Whether every cell of a row is a short word or blank: the second row of a head, not data."""
    texts = [unspaced(spot.text) for spot in distinct(row)]
    filled = [text for text in texts if text]
    return (
        bool(filled)
        and all(len(text) <= 8 and not re.search(r"\d|[√✓☑]", text) for text in filled)
        and len(filled) <= 4
    )


def columns_of(grid: Grid, row: int, depth: int) -> list[HeadedColumn]:
    """Every column of the head with its words from the top down."""
    columns: list[HeadedColumn] = []
    for index in range(max(map(len, grid.rows[row : row + depth]), default=0)):
        path = _path(grid, index, range(row, row + depth))
        if not path:
            continue
        if columns and _same_head(grid, row, depth, columns[-1].last, index):
            columns[-1] = replace(columns[-1], last=index)
            continue
        unit = next((unit for text in reversed(path) if (unit := unit_of_head(text))), "")
        columns.append(HeadedColumn(index, index, path, unit))
    return columns


def _path(grid: Grid, index: int, levels: range) -> tuple[str, ...]:
    """The words above one another in one column of the head; a cell that reaches down counts once."""
    cells = [grid.rows[level][index] if index < len(grid.rows[level]) else None for level in levels]
    return tuple(cell.text for cell in distinct(tuple(cells)) if cell.text.strip())


def _same_head(grid: Grid, row: int, depth: int, left: int, right: int) -> bool:
    """Whether two neighbouring columns stand under one and the same head cell, all the way down."""
    return left == right - 1 and all(
        left < len(grid.rows[level])
        and right < len(grid.rows[level])
        and grid.rows[level][left] is grid.rows[level][right]
        for level in range(row, row + depth)
    )


def _side_by_side(columns: Sequence[HeadedColumn]) -> list[list[HeadedColumn]]:
    """The head cut where it begins anew (姓名 年龄 … 姓名 年龄 …)."""
    heads = [plain("".join(column.path)) for column in columns]
    if not heads or heads.count(heads[0]) < 2:
        return [list(columns)]
    starts = [index for index, head in enumerate(heads) if head == heads[0]]
    ends = [*starts[1:], len(columns)]
    return [list(columns[start:end]) for start, end in zip(starts, ends, strict=True)]


def end_of(grid: Grid, start: int, matches: Sequence[Match]) -> int:
    """Where the list that begins here ends: at the next head, at a row of another make, or with the grid."""
    limit = _limit(grid, start, matches)
    return next((row for row in range(start, limit) if _ends(grid, row, matches)), limit)


def _ends(grid: Grid, row: int, matches: Sequence[Match]) -> bool:
    """Whether this row is none of the list any more."""
    cells = [spot for spot in distinct(grid.rows[row]) if spot.text.strip()]
    if not cells:
        return False
    if _is_label(matches, grid.rows[row]) or _labelled(matches, grid.rows[row], row):
        return True
    lone = len(cells) == 1 and len(matches[0].columns) > 2
    if _fits(matches, grid.rows[row]) and not lone and not is_note(cells):
        return not _data_like(cells) and head_at(grid, row) is not None
    if is_total(grid.rows[row]) or states_total(cells[0].text):
        return False
    return opens_sub_table(cells) if is_note(cells) else not _heads_rows_below(grid, row, cells, matches)


def _heads_rows_below(grid: Grid, row: int, cells: Sequence[GridCell], matches: Sequence[Match]) -> bool:
    """Whether a row of one cell heads a group of the list's rows: the next one is cut like the list, and no head."""
    if len(cells) != 1 or row + 1 >= len(grid.rows):
        return False
    return _fits(matches, grid.rows[row + 1]) and head_at(grid, row + 1) is None


def _is_label(matches: Sequence[Match], row: Positions) -> bool:
    """Whether a row of a table of the form begins with one of the form's labels (上年末总资产): the form goes on."""
    if not LISTS[matches[0].table].in_form:
        return False
    first = min((column.index for match in matches for column in match.columns.values()), default=0)
    spot = row[first] if first < len(row) else None
    labels = hits(spot.text, labels_for(None)) if spot is not None else []
    return bool(labels) and labels[0].start == 0 and labels[0].length >= WHOLE_LABEL


def _labelled(matches: Sequence[Match], row: Positions, index: int) -> bool:
    """Whether a row of a table that stands beside a label (合作资源, 注册资本) has a label of its own."""
    first = min(column.index for match in matches for column in match.columns.values())
    beside = [spot for spot in row[:first] if spot is not None and spot.row == index and spot.text.strip()]
    return LISTS[matches[0].table].beside_label and bool(beside)


def _limit(grid: Grid, start: int, matches: Sequence[Match]) -> int:
    """The last row that a label cell beside the list (注册资本, 合作资源) reaches down to; else the grid's end."""
    if not start:
        return len(grid.rows)
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


def opens_sub_table(cells: Sequence[GridCell]) -> bool:
    """Whether the row begins what is broken out of the list (其中：公益性服务规模 …), with heads of its own."""
    return bool(cells) and unspaced(cells[0].text).strip("：:") == "其中"


def states_total(text: str) -> bool:
    """Whether a short line states how many enterprises were served (not: 公共服务)."""
    line = unspaced(text).replace("公共服务", "")
    return len(line) <= STATED and any(word in line for word in known()[1].stated_total)


def _data_like(cells: Sequence[GridCell]) -> bool:
    return any(re.search(r"\d", spot.text) for spot in cells)


def is_total(row: Positions) -> bool:
    """Whether one of the first cells says 合计 and the like."""
    texts = [unspaced(spot.text).strip("：:") for spot in distinct(row) if spot.text.strip()][:2]
    return any(_COUNT_BEHIND.sub("", re.sub(r"[（(].*", "", text)) in known()[1].totals for text in texts)


_COUNT_BEHIND = re.compile(r"[：:为]?\d[\d,.]{0,12}[^\d\W]{0,3}$")
"""What a total comes to, in the same cell: 共计46家."""


def is_note(cells: Sequence[GridCell]) -> bool:
    """Whether the row is a note below the list: it begins with a note's word, and no list row follows in it."""
    lead = unspaced(cells[0].text)
    word = next((word for word in known()[1].notes if lead.startswith(word)), "")
    return bool(word) and (len(cells) == 1 or lead == word or lead[len(word)] in "：:")
