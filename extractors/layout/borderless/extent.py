"""From which line to which does a table reach that no lines part, among the lines of a page?

In:     lines of one stretch of a page, each cut into pieces at its gaps, and the level rules.
Out:    the first line of a table and the line after its last.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.layout.borderless.columns import LayoutColumn
from extractors.layout.borderless.numbers import is_number
from extractors.layout.geometry import Edge
from extractors.layout.lines import TextLine

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


def end(cut: Sequence[Sequence[TextLine]], lines: Sequence[TextLine], at: int, rules: Sequence[Edge]) -> int:
    """The line after the last that may belong to a table beginning here."""
    last, alone = at, 0
    extents = [LayoutColumn(piece.x0, piece.x1) for piece in cut[at]]
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


def _begins_another(lines: Sequence[TextLine], cut: Sequence[Sequence[TextLine]], at: int, index: int) -> bool:
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
    above = [piece for row in cut[at:index] if len(row) > 1 for piece in row[1:]]
    # Below headings alone comes what they head; in the middle of cells set to the left they share no edge with it.
    headed = not any(is_number(piece.text) for piece in above) and any(is_number(piece.text) for piece in cut[index])
    told = worded = 0
    for piece in cut[index][1:]:
        over = [p for p in above if _is_in_line(piece, p, size) or (headed and _is_within(p, piece))]
        told += bool(over)
        figures = sum(is_number(other.text) for other in over)
        worded += bool(figures) and figures * 2 >= len(over) - 1 and not is_number(piece.text)
    return not told or worded * 2 >= len(cut[index]) - 1


def _pitches(feet: Sequence[float]) -> list[float]:
    return [below - above for above, below in pairwise(feet)]


def _is_in_line(one: TextLine, other: TextLine, size: float) -> bool:
    """Whether two pieces share their left edge, their right edge or their middle."""
    near = 0.5 * size
    left, right = one.x0 - other.x0, one.x1 - other.x1
    return abs(left) <= near or abs(right) <= near or abs(left + right) <= near


def _is_within(one: TextLine, other: TextLine) -> bool:
    """Whether a piece reaches nowhere beyond another, above or below it."""
    return other.x0 <= one.x0 and one.x1 <= other.x1


def _is_heading(line: TextLine, row: TextLine) -> bool:
    """Whether a line of one piece is set larger than the rows: the heading of what follows."""
    return line.size > _LARGER * row.size


def _is_tail(
    cut: Sequence[Sequence[TextLine]], lines: Sequence[TextLine], at: int, extents: Sequence[LayoutColumn]
) -> bool:
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


def _is_label_tail(
    cut: Sequence[Sequence[TextLine]], lines: Sequence[TextLine], at: int, extents: Sequence[LayoutColumn]
) -> bool:
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


def _is_cell_alone(cut: Sequence[Sequence[TextLine]], lines: Sequence[TextLine]) -> bool:
    """Whether the last line, below the rows, is a row that has but one cell: at a column's edge, as far off as rows."""
    *rows, above, line = lines
    if not rows or above.bottom - rows[-1].bottom < 0.95 * (line.bottom - above.bottom):
        return False
    left = min(row[0].x0 for row in cut) + line.size
    return any(
        left < piece.x0 <= line.x0 + 1 <= piece.x0 + 2 and piece.x1 >= line.x1 - 1 for row in cut for piece in row
    )


def _grown(extents: Sequence[LayoutColumn], row: Sequence[TextLine]) -> list[LayoutColumn]:
    """The stretches that hold text so far, with those of one more line."""
    merged: list[LayoutColumn] = []
    for x0, x1 in sorted([*extents, *((piece.x0, piece.x1) for piece in row)]):
        if merged and x0 <= merged[-1].x1 + 1:
            merged[-1] = LayoutColumn(merged[-1].x0, max(merged[-1].x1, x1))
        else:
            merged.append(LayoutColumn(x0, x1))
    # A line that spans everything must not make one column of all.
    return merged if len(merged) > 1 else list(extents)


def _fits(line: TextLine, extents: Sequence[LayoutColumn]) -> bool:
    """Whether a line lies within one column as far as they are known."""
    touched = [c for c in extents if min(c.x1, line.x1) - max(c.x0, line.x0) > 1]
    return len(touched) <= 1


def _is_group(line: TextLine, extents: Sequence[LayoutColumn]) -> bool:
    """Whether a line that fits no column may head a group of rows: few words from the table's left edge on."""
    left, right = extents[0].x0, extents[-1].x1
    return abs(line.x0 - left) <= 0.2 * line.size and line.x1 - left < _FEW * (right - left)


def _is_prose(line: TextLine, extents: Sequence[LayoutColumn]) -> bool:
    """Whether a line runs over most of the table's width."""
    return line.x1 - line.x0 > 0.7 * (extents[-1].x1 - extents[0].x0)


def _between(rules: Sequence[Edge], above: TextLine, line: TextLine) -> bool:
    return any(
        above.bottom - 2 <= rule.at <= line.top + 2 and rule.start < line.x1 and rule.end > line.x0 for rule in rules
    )


def begin(
    lines: Sequence[TextLine], cut: Sequence[Sequence[TextLine]], at: int, rules: Sequence[Edge], floor: int
) -> int:
    """The first line of the table, not above ``floor``: heads of one piece above a line of several belong to it."""
    x0, x1 = min(line.x0 for line in lines[at:]), max(line.x1 for line in lines[at:])
    wide = [rule.at for rule in rules if rule.end - rule.start >= 0.7 * (x1 - x0) and rule.start < x1 and rule.end > x0]
    ceiling = max((y for y in wide if y <= lines[at].top + 2), default=None)
    start = at
    while start > floor and at - start < 4 and len(cut[start - 1]) == 1:
        line, below = lines[start - 1], lines[start]
        first = [LayoutColumn(piece.x0, piece.x1) for piece in cut[at]]
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


def _is_title(line: TextLine, first: TextLine, extent: tuple[float, float]) -> bool:
    """Whether a line above a table is its title: set larger, or in the middle of the whole table."""
    if line.size > _LARGER * first.size:
        return True
    return abs((line.x0 + line.x1) - sum(extent)) <= line.size and first.x0 < line.x0 and line.x1 < first.x1
