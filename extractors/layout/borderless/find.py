"""Which lines of text, ruled by nothing or by level rules alone, are a table.

In:     lines of one stretch of a page, and the level rules that enclose no cells.
Out:    tables, and the lines that stand in none.
Raises: nothing. Prose, label lines, contents and lists of clauses are no tables.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractors.layout.borderless.columns import GAP, LayoutColumn, Placed, columns, placed, starts
from extractors.layout.borderless.continued import as_before, head_again, is_rest
from extractors.layout.borderless.extent import begin, end
from extractors.layout.borderless.head_columns import finely, with_headings
from extractors.layout.borderless.numbers import is_data, is_number
from extractors.layout.borderless.rows import Item, Row, rows
from extractors.layout.cell_text import rounded
from extractors.layout.geometry import Edge
from extractors.layout.lines import TextLine, line_of, pieces, starts_item
from schemas.document import Cell, Table
from schemas.trust import Doubt

_LEADERS = re.compile(r"[.…·．]{4,}")

_BY_LAYOUT = frozenset({Doubt.BY_LAYOUT})


def tables(
    lines: Sequence[TextLine], rules: Sequence[Edge], before: Table | None = None
) -> tuple[list[Table], list[TextLine]]:
    """The tables among the lines, and the lines outside them; ``before`` ended the page before."""
    cut = [_cut(line) for line in lines]
    found: list[Table] = []
    rest: list[TextLine] = []
    at = 0
    while at < len(lines):
        stop = end(cut, lines, at, rules) if len(cut[at]) > 1 else at
        start = begin(lines[:stop], cut, at, rules, len(rest)) if stop > at else at
        if before is not None and not found and stop > start > 0 and is_rest(lines[: start + 1], before):
            start = 0
        table = table_of(lines[start:stop], cut[start:stop], rules, None if found else before) if stop > at else None
        if table is None:
            rest.append(lines[at])
            at += 1
            continue
        del rest[len(rest) - (at - start) :]
        found.append(table)
        at = stop
    return found, rest


def _cut(line: TextLine) -> list[TextLine]:
    """The pieces of a line; dots that lead the eye from a label to its figure are a gap."""
    glyphs = line.glyphs
    text = "".join(glyph.text[0] for glyph in glyphs)
    runs = [match.span() for match in _LEADERS.finditer(text)]
    if not runs:
        return pieces(line, GAP)
    parts: list[TextLine] = []
    begin = 0
    for start, stop in [*runs, (len(glyphs), len(glyphs))]:
        if start > begin:
            parts.extend(pieces(line_of(glyphs[begin:start]), GAP))
        begin = stop
    return parts or [line]


def table_of(
    lines: Sequence[TextLine], cut: Sequence[Sequence[TextLine]], rules: Sequence[Edge], before: Table | None = None
) -> Table | None:
    """The table of these lines, where they are one; it may carry on the one ``before``."""
    again = head_again(before, cut) if before is not None else 0
    at = again or _first_data(cut)
    cut = [finely(row) if number < at else row for number, row in enumerate(cut)]
    found = columns(cut[at:])
    if len(found) < 2:
        return None
    found = with_headings(cut[:at], cut[at:], found)
    if before is not None and all(len(row) == 1 for row in cut[:at]):
        found = as_before(found, before, cut)
    elif again and before is not None:
        found = as_before(found, before, cut[at:])
    begins = starts(cut, found)
    laid = [placed(row, found, begins) for row in cut]
    found = _widened(found, laid)
    left, right = found[0].x0, found[-1].x1
    wide = sorted(rule.at for rule in rules if min(rule.end, right) - max(rule.start, left) >= 0.6 * (right - left))
    within = [y for y in wide if lines[0].top - 8 < y < lines[-1].bottom + 8]
    bands = [bisect_right(wide, (line.top + line.bottom) / 2) for line in lines]
    if not _is_table(laid, found, len(within)):
        return None
    short = [rule for rule in rules if lines[0].top < rule.at < lines[-1].bottom and rule.at not in within]
    made, heads = rows(laid, found, bands, short)
    return _built(made, heads, found) if len(made) >= 2 else None


def _first_data(cut: Sequence[Sequence[TextLine]]) -> int:
    """From which line on the columns show: the first of figures where figures there are, else the first.

    Headings may reach over the gutters.
    """
    data = [index for index, row in enumerate(cut) if len(row) > 1 and is_data([piece.text for piece in row])]
    if len(data) >= 3 and (len(data) * 2 >= len(cut) - data[0] or _counts([cut[index][0].text for index in data])):
        return data[0]
    return 0


def _counts(firsts: Sequence[str]) -> bool:
    """Whether four words or more are numbers that go up by one: those of the rows, whose cells have several lines."""
    numbers = [int(text) for text in firsts if re.fullmatch(r"[0-9]{1,5}", text)]
    return len(numbers) == len(firsts) >= 4 and all(b == a + 1 for a, b in pairwise(numbers))


def _widened(found: Sequence[LayoutColumn], laid: Sequence[Sequence[Placed]]) -> list[LayoutColumn]:
    """The columns with the headings of well filled lines, which may be wider than what stands below them."""
    wide = list(found)
    for row in laid:
        if len(row) * 10 < len(found) * 7:
            continue
        for number, (piece, first, last) in enumerate(row):
            low = row[number - 1].piece.x1 if number else piece.x0
            high = row[number + 1].piece.x0 if number + 1 < len(row) else piece.x1
            if first == last and low <= piece.x0 and piece.x1 <= high:
                wide[first] = LayoutColumn(min(wide[first].x0, piece.x0), max(wide[first].x1, piece.x1))
    apart = all(a.x1 <= b.x0 for a, b in pairwise(wide))
    return wide if apart else list(found)


def _is_table(laid: Sequence[Sequence[Placed]], found: Sequence[LayoutColumn], ruled: int) -> bool:
    """Whether columns and lines make a table: enough of both, aligned, and neither prose nor labels nor contents."""
    multi = [row for row in laid if len(row) > 1]
    texts = [item.piece.text for row in laid for item in row]
    if len(multi) < 2 or (len(multi) * 4 < len(laid) and not ruled):
        return False
    if sum("：" in text or text.endswith(":") for text in texts) * 10 >= len(texts) * 3:
        return False
    figures = sum(is_number(item.piece.text) for row in multi for item in row if item.first)
    many = sum(len(row) - 1 for row in multi)
    if len(found) == 2 and not _two_will_do(multi, figures, ruled):
        return False
    if ruled < 2 and figures * 4 < many and _is_prose_columns(laid, found):
        return False
    if len(multi) < 3 and not (
        ruled >= 2 or (len(found) >= 3 and (figures * 2 >= many / 2 or _is_filled(laid, found)))
    ):
        return False
    return ruled >= 3 or _aligned(multi, found) >= 0.6


def _is_filled(laid: Sequence[Sequence[Placed]], found: Sequence[LayoutColumn]) -> bool:
    """Whether lines of one cell go on a table of few full lines: each begins exactly where its column does."""
    alone = [row[0] for row in laid if len(row) == 1]
    return len(alone) >= 2 and all(
        item.first and item.first == item.last and abs(item.piece.x0 - found[item.first].x0) <= 1.0 for item in alone
    )


def _two_will_do(multi: Sequence[Sequence[Placed]], figures: int, ruled: int) -> bool:
    """Whether two columns are a table: labels and figures, or rules; not numbered clauses, nor a table of contents."""
    firsts = [row[0].piece.text for row in multi]
    if sum(starts_item(text + " ") or len(text) <= 2 for text in firsts) * 2 > len(firsts):
        return False
    return len(multi) >= 3 and (ruled >= 3 or figures * 10 >= len(multi) * 6)


def _is_prose_columns(laid: Sequence[Sequence[Placed]], found: Sequence[LayoutColumn]) -> bool:
    """Whether wide columns are filled to their edge line after line, as in an article."""
    full = 0
    for index, column in enumerate(found):
        own = [item.piece for row in laid for item in row if item.first == item.last == index]
        size = own[0].size if own else 10.0
        if len(own) >= 4 and column.x1 - column.x0 >= 12 * size:
            reaching = sum(piece.x1 >= column.x1 - 3 * size for piece in own)
            full += reaching * 10 >= len(own) * 6
    return full >= 2 or (full == 1 and len(found) == 2)


def _aligned(multi: Sequence[Sequence[Placed]], found: Sequence[LayoutColumn]) -> float:
    """The share of pieces that stand at the left, at the right or in the middle of their column as most others do."""
    right = total = 0
    for index in range(len(found)):
        own = [item.piece for row in multi for item in row if item.first == item.last == index]
        if not own:
            continue
        near = 0.5 * own[0].size
        best = 0
        for place in (
            [piece.x0 for piece in own],
            [piece.x1 for piece in own],
            [(piece.x0 + piece.x1) / 2 for piece in own],
        ):
            best = max(best, *(sum(abs(a - b) <= near for b in place) for a in place))
        right += best
        total += len(own)
    return right / total if total else 0.0


def _reaches(item: Item, column: LayoutColumn) -> bool:
    """Whether a cell runs up to the next column: what stands there may be part of it."""
    return any(piece.x1 >= column.x0 - 0.3 * piece.size for piece in item.pieces)


def _built(made: Sequence[Row], heads: int, found: Sequence[LayoutColumn]) -> Table:
    """The table of these rows; places without text get no cell but the empty one their row needs."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    tops = [min(piece.top for item in row for piece in item.pieces) for row in made]
    lows = [max(piece.bottom for item in row for piece in item.pieces) for row in made]
    for number, row in enumerate(made):
        for item in row:
            span = min(item.levels, len(made) - number) if number < heads else 1
            box = (found[item.first].x0, tops[number], found[item.last].x1, max(lows[number : number + span]))
            places = {(r, c) for r in range(number, number + span) for c in range(item.first, item.last + 1)}
            if places & taken:
                span = 1
                places = {(number, c) for c in range(item.first, item.last + 1)}
            taken |= places
            cells.append(
                Cell(
                    number,
                    item.first,
                    item.text,
                    span,
                    item.last - item.first + 1,
                    rounded(box),
                    header=number < heads,
                    doubts=_BY_LAYOUT,
                )
            )
        for column, extent in enumerate(found):
            if (number, column) not in taken:
                taken.add((number, column))
                box = (extent.x0, tops[number], extent.x1, lows[number])
                run_into = any(item.last < column and _reaches(item, extent) for item in row)
                doubts = _BY_LAYOUT | {Doubt.RUN_INTO} if run_into else _BY_LAYOUT
                cells.append(Cell(number, column, "", bbox=rounded(box), header=number < heads, doubts=doubts))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    box = (found[0].x0, min(tops), found[-1].x1, max(lows))
    return Table(tuple(cells), len(made), len(found), rounded(box))
