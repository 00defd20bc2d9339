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

from extractors.readers.pdf_carried import as_before, head_again, is_rest
from extractors.readers.pdf_cells import rounded
from extractors.readers.pdf_columns import GAP, Column, Placed, columns, placed, starts
from extractors.readers.pdf_figures import is_data, is_number
from extractors.readers.pdf_head_columns import finely, with_headings
from extractors.readers.pdf_lines import Line, line_of, pieces, starts_item
from extractors.readers.pdf_rows import Item, Row, rows
from extractors.readers.pdf_rules import Edge
from schemas.document import Cell, Table

_FARTHEST = 3.4
"""Line pitch in ems at which a table ends, unless a rule stands between."""

_MOST_ALONE = 8
"""So many lines of one piece may follow each other inside a table (a long wrapped cell)."""

_FURTHER = 1.2
"""Another table stands at least this much further off than the rows of the one above it are from each other."""

_WRAPPED = 1.75
"""Lines of one cell are at most this many ems apart."""

_UPON = 0.95
"""Lines nearer than so many ems are of one row."""

_LARGER = 1.15
"""A line so many times larger than the rows is no heading of theirs."""

_FEW = 0.4
"""What heads a group of rows is no longer than this share of the table's width."""

_LEADERS = re.compile(r"[.…·．]{4,}")


def tables(lines: Sequence[Line], rules: Sequence[Edge], before: Table | None = None) -> tuple[list[Table], list[Line]]:
    """The tables among the lines, and the lines outside them; ``before`` ended the page before."""
    cut = [_cut(line) for line in lines]
    found: list[Table] = []
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        stop = _end(cut, lines, at, rules) if len(cut[at]) > 1 else at
        start = _begin(lines[:stop], cut, at, rules, len(rest)) if stop > at else at
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


def _cut(line: Line) -> list[Line]:
    """The pieces of a line; dots that lead the eye from a label to its figure are a gap."""
    glyphs = line.glyphs
    text = "".join(glyph.text[0] for glyph in glyphs)
    runs = [match.span() for match in _LEADERS.finditer(text)]
    if not runs:
        return pieces(line, GAP)
    parts: list[Line] = []
    begin = 0
    for start, stop in [*runs, (len(glyphs), len(glyphs))]:
        if start > begin:
            parts.extend(pieces(line_of(glyphs[begin:start]), GAP))
        begin = stop
    return parts or [line]


def _end(cut: Sequence[Sequence[Line]], lines: Sequence[Line], at: int, rules: Sequence[Edge]) -> int:
    """The line after the last that may belong to a table beginning here."""
    last, alone = at, 0
    extents = [Column(piece.x0, piece.x1) for piece in cut[at]]
    for index in range(at + 1, len(lines)):
        above, line = lines[index - 1], lines[index]
        pitch = line.bottom - above.bottom
        if pitch > _FARTHEST * max(line.size, above.size) and not _between(rules, above, line):
            break
        if len(cut[index]) > 1:
            if _begins_another(lines, cut, at, index):
                break
            last, alone = index, 0
            extents = _grown(extents, cut[index])
            continue
        alone += 1
        if (
            _is_heading(line, lines[at])
            or alone > _MOST_ALONE
            or (not _fits(line, extents) and not _is_group(line, extents) and (alone > 1 or _is_prose(line, extents)))
        ):
            break
    while last + 1 < len(lines) and (
        _is_tail(cut, lines, last + 1, extents)
        or _is_label_tail(cut, lines, last + 1, extents)
        or _is_cell_alone(cut[at : last + 1], lines[at : last + 2])
    ):
        last += 1
    return last + 1


def _begins_another(lines: Sequence[Line], cut: Sequence[Sequence[Line]], at: int, index: int) -> bool:
    """Whether a line further off than the rows so far is the head of another table.

    It stands in other columns, or says words where the rows above say figures.
    """
    feet = [line.bottom for line in lines[at:index]]
    size = lines[index].size
    # Lines less than their height apart are of one row: a heading of two lines beside one of one.
    pitches = [pitch for pitch in _pitches(feet) if pitch >= _UPON * size]
    if not pitches:
        after = _pitches([line.bottom for line in lines[index : index + _MOST_ALONE]])
        pitches = [pitch for pitch in after if pitch >= _UPON * size][:1]
    if not pitches or lines[index].bottom - feet[-1] < max(_FURTHER * max(pitches), _WRAPPED * size):
        return False
    told = worded = 0
    for piece in cut[index][1:]:
        over = [p for row in cut[at:index] if len(row) > 1 for p in row[1:] if _is_in_line(piece, p, size)]
        told += bool(over)
        figures = sum(is_number(other.text) for other in over)
        worded += bool(figures) and figures * 2 >= len(over) - 1 and not is_number(piece.text)
    return not told or worded * 2 >= len(cut[index]) - 1


def _pitches(feet: Sequence[float]) -> list[float]:
    return [below - above for above, below in pairwise(feet)]


def _is_in_line(one: Line, other: Line, size: float) -> bool:
    """Whether two pieces share their left edge, their right edge or their middle."""
    near = 0.5 * size
    left, right = one.x0 - other.x0, one.x1 - other.x1
    return abs(left) <= near or abs(right) <= near or abs(left + right) <= near


def _is_heading(line: Line, row: Line) -> bool:
    """Whether a line of one piece is set larger than the rows: the heading of what follows."""
    return line.size > _LARGER * row.size


def _is_tail(cut: Sequence[Sequence[Line]], lines: Sequence[Line], at: int, extents: Sequence[Column]) -> bool:
    """Whether a line after the last row is the end of a wrapped cell of it, right of the first column."""
    line, above = lines[at], lines[at - 1]
    pitch = line.bottom - above.bottom
    return (
        len(cut[at]) == 1
        and pitch <= _WRAPPED * line.size
        and _fits(line, extents)
        and len(extents) > 1
        and line.x0 >= extents[1].x0 - 2
    )


def _is_label_tail(cut: Sequence[Sequence[Line]], lines: Sequence[Line], at: int, extents: Sequence[Column]) -> bool:
    """Whether a line after the last row is the end of what the first cell of that row had no room for."""
    line, first = lines[at], cut[at - 1][0]
    return (
        len(cut[at]) == 1
        and len(cut[at - 1]) > 1
        and line.bottom - first.bottom <= _WRAPPED * line.size
        and abs(line.x0 - first.x0) <= 0.2 * line.size
        and line.x1 < first.x1
        and first.x1 + line.size >= extents[0].x1
        and line.size <= _LARGER * first.size
    )


def _is_cell_alone(cut: Sequence[Sequence[Line]], lines: Sequence[Line]) -> bool:
    """Whether the last line, below the rows, is a row that has but one cell: at a column's edge, as far off as rows."""
    *rows, above, line = lines
    if not rows or above.bottom - rows[-1].bottom < 0.95 * (line.bottom - above.bottom):
        return False
    left = min(row[0].x0 for row in cut) + line.size
    return any(
        left < piece.x0 <= line.x0 + 1 <= piece.x0 + 2 and piece.x1 >= line.x1 - 1 for row in cut for piece in row
    )


def _grown(extents: Sequence[Column], row: Sequence[Line]) -> list[Column]:
    """The stretches that hold text so far, with those of one more line."""
    merged: list[Column] = []
    for x0, x1 in sorted([*extents, *((piece.x0, piece.x1) for piece in row)]):
        if merged and x0 <= merged[-1].x1 + 1:
            merged[-1] = Column(merged[-1].x0, max(merged[-1].x1, x1))
        else:
            merged.append(Column(x0, x1))
    # A line that spans everything must not make one column of all.
    return merged if len(merged) > 1 else list(extents)


def _fits(line: Line, extents: Sequence[Column]) -> bool:
    """Whether a line lies within one column as far as they are known."""
    touched = [c for c in extents if min(c.x1, line.x1) - max(c.x0, line.x0) > 1]
    return len(touched) <= 1


def _is_group(line: Line, extents: Sequence[Column]) -> bool:
    """Whether a line that fits no column may head a group of rows: few words from the table's left edge on."""
    left, right = extents[0].x0, extents[-1].x1
    return abs(line.x0 - left) <= 0.2 * line.size and line.x1 - left < _FEW * (right - left)


def _is_prose(line: Line, extents: Sequence[Column]) -> bool:
    """Whether a line runs over most of the table's width."""
    return line.x1 - line.x0 > 0.7 * (extents[-1].x1 - extents[0].x0)


def _between(rules: Sequence[Edge], above: Line, line: Line) -> bool:
    return any(
        above.bottom - 2 <= rule.at <= line.top + 2 and rule.start < line.x1 and rule.end > line.x0 for rule in rules
    )


def _begin(lines: Sequence[Line], cut: Sequence[Sequence[Line]], at: int, rules: Sequence[Edge], free: int) -> int:
    """The first line of the table: heads of one piece above the first line of several belong to it."""
    x0, x1 = min(line.x0 for line in lines[at:]), max(line.x1 for line in lines[at:])
    wide = [rule.at for rule in rules if rule.end - rule.start >= 0.7 * (x1 - x0) and rule.start < x1 and rule.end > x0]
    ceiling = max((y for y in wide if y <= lines[at].top + 2), default=None)
    start = at
    while start > 0 and at - start < min(4, free) and len(cut[start - 1]) == 1:
        line, below = lines[start - 1], lines[start]
        first = [Column(piece.x0, piece.x1) for piece in cut[at]]
        if line.bottom > below.top + 0.1 * line.size and line.x0 > first[1].x0 and _fits(line, first):
            # The upper line of a cell that is higher than its row, and set in the middle of it.
            start -= 1
            continue
        if below.bottom - line.bottom > 2.2 * line.size or line.x1 - line.x0 > 0.85 * (x1 - x0):
            break
        if _is_title(line, lines[at], (x0, x1)):
            break
        under_rule = ceiling is not None and line.top >= ceiling - 3 and lines[at].top - ceiling < 6 * line.size
        centred = line.x0 > x0 + 0.12 * (x1 - x0) and line.x0 > cut[at][0].x0 + 2 and line.x1 <= x1 + 2
        over = sum(line.x0 - 2 <= (p.x0 + p.x1) / 2 <= line.x1 + 2 for p in cut[at])
        if not under_rule and not (centred and over and below.bottom - line.bottom <= 1.5 * line.size):
            break
        start -= 1
    return start


def _is_title(line: Line, first: Line, extent: tuple[float, float]) -> bool:
    """Whether a line above a table is its title: set larger, or in the middle of the whole table."""
    if line.size > _LARGER * first.size:
        return True
    return abs((line.x0 + line.x1) - sum(extent)) <= line.size and first.x0 < line.x0 and line.x1 < first.x1


def table_of(
    lines: Sequence[Line], cut: Sequence[Sequence[Line]], rules: Sequence[Edge], before: Table | None = None
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


def _first_data(cut: Sequence[Sequence[Line]]) -> int:
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


def _widened(found: Sequence[Column], laid: Sequence[Sequence[Placed]]) -> list[Column]:
    """The columns with the headings of well filled lines, which may be wider than what stands below them."""
    wide = list(found)
    for row in laid:
        if len(row) * 10 < len(found) * 7:
            continue
        for number, (piece, first, last) in enumerate(row):
            low = row[number - 1].piece.x1 if number else piece.x0
            high = row[number + 1].piece.x0 if number + 1 < len(row) else piece.x1
            if first == last and low <= piece.x0 and piece.x1 <= high:
                wide[first] = Column(min(wide[first].x0, piece.x0), max(wide[first].x1, piece.x1))
    apart = all(a.x1 <= b.x0 for a, b in pairwise(wide))
    return wide if apart else list(found)


def _is_table(laid: Sequence[Sequence[Placed]], found: Sequence[Column], ruled: int) -> bool:
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


def _is_filled(laid: Sequence[Sequence[Placed]], found: Sequence[Column]) -> bool:
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


def _is_prose_columns(laid: Sequence[Sequence[Placed]], found: Sequence[Column]) -> bool:
    """Whether wide columns are filled to their edge line after line, as in an article."""
    full = 0
    for index, column in enumerate(found):
        own = [item.piece for row in laid for item in row if item.first == item.last == index]
        size = own[0].size if own else 10.0
        if len(own) >= 4 and column.x1 - column.x0 >= 12 * size:
            reaching = sum(piece.x1 >= column.x1 - 3 * size for piece in own)
            full += reaching * 10 >= len(own) * 6
    return full >= 2 or (full == 1 and len(found) == 2)


def _aligned(multi: Sequence[Sequence[Placed]], found: Sequence[Column]) -> float:
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


def _reaches(item: Item, column: Column) -> bool:
    """Whether a cell runs up to the next column: what stands there may be part of it."""
    return any(piece.x1 >= column.x0 - 0.3 * piece.size for piece in item.pieces)


def _built(made: Sequence[Row], heads: int, found: Sequence[Column]) -> Table:
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
                    number, item.first, item.text, span, item.last - item.first + 1, rounded(box), header=number < heads
                )
            )
        for column, extent in enumerate(found):
            if (number, column) not in taken:
                taken.add((number, column))
                box = (extent.x0, tops[number], extent.x1, lows[number])
                sure = not any(item.last < column and _reaches(item, extent) for item in row)
                cells.append(Cell(number, column, "", bbox=rounded(box), header=number < heads, sure=sure))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    box = (found[0].x0, min(tops), found[-1].x1, max(lows))
    return Table(tuple(cells), len(made), len(found), rounded(box), ruled=False)
