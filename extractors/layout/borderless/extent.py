"""From which line to which does a table reach that no lines part, among the lines of a page?

In:     lines of one stretch of a page, each cut into pieces at its gaps, and the level rules.
Out:    the first line of a table and the line after its last.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.layout.borderless.columns import LayoutColumn
from extractors.layout.borderless.numbers import is_number
from extractors.layout.borderless.settings import EXTENT
from extractors.layout.geometry import Edge
from extractors.layout.lines import TextLine


def end(cut: Sequence[Sequence[TextLine]], lines: Sequence[TextLine], at: int, rules: Sequence[Edge]) -> int:
    """The line after the last that may belong to a table beginning here."""
    last, alone = at, 0
    extents = [LayoutColumn(piece.x0, piece.x1) for piece in cut[at]]
    for index in range(at + 1, len(lines)):
        if _is_far(lines[index - 1], lines[index], rules):
            break
        if len(cut[index]) > 1:
            if _begins_another(lines, cut, at, index):
                break
            last, alone = index, 0
            extents = _grown(extents, cut[index])
            continue
        alone += 1
        if alone > EXTENT.alone or _ends_rows(lines[index], lines[at], extents, first=alone == 1):
            break
    while last + 1 < len(lines) and _goes_on(cut, lines, at, last + 1, extents):
        last += 1
    return last + 1


def _is_far(above: TextLine, line: TextLine, rules: Sequence[Edge]) -> bool:
    """Whether a line stands too far below another for one table, and no rule between them."""
    pitch = line.bottom - above.bottom
    return pitch > EXTENT.farthest * max(line.size, above.size) and not _between(rules, above, line)


def _ends_rows(line: TextLine, row: TextLine, extents: Sequence[LayoutColumn], *, first: bool) -> bool:
    """Whether a line of one piece is none of the table: the heading of what follows, or words across its columns."""
    if _is_heading(line, row):
        return True
    return not _fits(line, extents) and not _is_group(line, extents) and (not first or _is_prose(line, extents))


def _goes_on(
    cut: Sequence[Sequence[TextLine]],
    lines: Sequence[TextLine],
    at: int,
    index: int,
    extents: Sequence[LayoutColumn],
) -> bool:
    """Whether a line after the last row of several pieces belongs to the table still."""
    return (
        _is_tail(cut, lines, index, extents)
        or _is_label_tail(cut, lines, index, extents)
        or _is_cell_alone(cut[at:index], lines[at : index + 1])
    )


def _begins_another(lines: Sequence[TextLine], cut: Sequence[Sequence[TextLine]], at: int, index: int) -> bool:
    """Whether a line further off than the rows so far is the head of another table.

    It stands in other columns, or says words where the rows above say figures.
    """
    if not _is_further(lines, at, index):
        return False
    size = lines[index].size
    above = [piece for row in cut[at:index] if len(row) > 1 for piece in row[1:]]
    # Below headings alone comes what they head; in the middle of cells set to the left they share no edge with it.
    headed = not _has_number(above) and _has_number(cut[index])
    over = [_standing_over(piece, above, size, headed=headed) for piece in cut[index][1:]]
    worded = sum(map(_says_words, cut[index][1:], over))
    return not any(over) or worded * 2 >= len(over)


def _has_number(pieces: Sequence[TextLine]) -> bool:
    return any(is_number(piece.text) for piece in pieces)


def _standing_over(piece: TextLine, above: Sequence[TextLine], size: float, *, headed: bool) -> list[TextLine]:
    """The pieces above that stand in one column with a piece, headings within its width if they are such."""
    return [other for other in above if _is_in_line(piece, other, size) or (headed and _is_within(other, piece))]


def _is_further(lines: Sequence[TextLine], at: int, index: int) -> bool:
    """Whether a line stands further below the rows so far than these from each other."""
    size = lines[index].size
    # Lines less than their height apart are of one row: a heading of two lines beside one of one.
    pitches = _row_pitches(lines[at:index], size)
    if not pitches:
        pitches = _row_pitches(lines[index : index + EXTENT.alone], size)[:1]
    if not pitches:
        return False
    return lines[index].bottom - lines[index - 1].bottom >= max(EXTENT.further * max(pitches), EXTENT.wrapped * size)


def _row_pitches(lines: Sequence[TextLine], size: float) -> list[float]:
    """How far the lines stand below each other, those beside each other left out."""
    pitches = (below.bottom - above.bottom for above, below in pairwise(lines))
    return [pitch for pitch in pitches if pitch >= EXTENT.upon * size]


def _says_words(piece: TextLine, above: Sequence[TextLine]) -> bool:
    """Whether a piece says words where what stands above it mostly says figures (a head of one line aside)."""
    figures = sum(is_number(other.text) for other in above)
    return figures > 0 and figures * 2 >= len(above) - 1 and not is_number(piece.text)


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
    return line.size > EXTENT.larger * row.size


def _is_tail(
    cut: Sequence[Sequence[TextLine]], lines: Sequence[TextLine], at: int, extents: Sequence[LayoutColumn]
) -> bool:
    """Whether a line after the last row is the end of a wrapped cell of it, right of the first column."""
    line, above = lines[at], lines[at - 1]
    pitch = line.bottom - above.bottom
    return (
        len(cut[at]) == 1
        and pitch <= EXTENT.wrapped * line.size
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
        and line.bottom - first.bottom <= EXTENT.wrapped * line.size
        and abs(line.x0 - first.x0) <= EXTENT.left * line.size
        and line.x1 < first.x1
        and first.x1 + line.size >= extents[0].x1
        and line.size <= EXTENT.larger * first.size
    )


def _is_cell_alone(cut: Sequence[Sequence[TextLine]], lines: Sequence[TextLine]) -> bool:
    """Whether the last line, below the rows, is a row that has but one cell: at a column's edge, as far off as rows."""
    *rows, above, line = lines
    if not rows or above.bottom - rows[-1].bottom < EXTENT.as_far * (line.bottom - above.bottom):
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
    return abs(line.x0 - left) <= EXTENT.left * line.size and line.x1 - left < EXTENT.few * (right - left)


def _is_prose(line: TextLine, extents: Sequence[LayoutColumn]) -> bool:
    """Whether a line runs over most of the table's width."""
    return line.x1 - line.x0 > EXTENT.prose * (extents[-1].x1 - extents[0].x0)


def _between(rules: Sequence[Edge], above: TextLine, line: TextLine) -> bool:
    return any(
        above.bottom - 2 <= rule.at <= line.top + 2 and rule.start < line.x1 and rule.end > line.x0 for rule in rules
    )


def begin(
    lines: Sequence[TextLine], cut: Sequence[Sequence[TextLine]], at: int, rules: Sequence[Edge], floor: int
) -> int:
    """The first line of the table, not above ``floor``: heads of one piece above a line of several belong to it."""
    first = _first_row(lines, cut, at, rules)
    start = at
    while start > floor and at - start < EXTENT.heads and len(cut[start - 1]) == 1:
        line, below = lines[start - 1], lines[start]
        if not _is_upper_line(line, below, first) and not _is_head(line, below, first):
            break
        start -= 1
    return start


class _FirstRow(NamedTuple):
    """The first line of several pieces, how wide its table is, and how high the rule above it."""

    line: TextLine
    pieces: Sequence[TextLine]
    x0: float
    x1: float
    ceiling: float | None


def _first_row(
    lines: Sequence[TextLine], cut: Sequence[Sequence[TextLine]], at: int, rules: Sequence[Edge]
) -> _FirstRow:
    x0, x1 = min(line.x0 for line in lines[at:]), max(line.x1 for line in lines[at:])
    wide = [
        rule.at
        for rule in rules
        if rule.end - rule.start >= EXTENT.rule * (x1 - x0) and rule.start < x1 and rule.end > x0
    ]
    ceiling = max((y for y in wide if y <= lines[at].top + EXTENT.rule_near), default=None)
    return _FirstRow(lines[at], cut[at], x0, x1, ceiling)


def _is_upper_line(line: TextLine, below: TextLine, first: _FirstRow) -> bool:
    """Whether a line is the upper one of a cell that is higher than its row, and set in the middle of it."""
    columns = [LayoutColumn(piece.x0, piece.x1) for piece in first.pieces]
    return line.bottom > below.top + EXTENT.upper * line.size and line.x0 > columns[1].x0 and _fits(line, columns)


def _is_head(line: TextLine, below: TextLine, first: _FirstRow) -> bool:
    """Whether a line of one piece heads the table: under its rule, or in the middle above its columns."""
    pitch, wide = below.bottom - line.bottom, first.x1 - first.x0
    if pitch > EXTENT.head_pitch * line.size or line.x1 - line.x0 > EXTENT.head_wide * wide:
        return False
    if _is_title(line, first.line, (first.x0, first.x1)):
        return False
    return _is_under_rule(line, first) or (pitch <= EXTENT.head_close * line.size and _is_centred(line, first))


def _is_under_rule(line: TextLine, first: _FirstRow) -> bool:
    """Whether the rule above the table stands above a line too."""
    if first.ceiling is None:
        return False
    return line.top >= first.ceiling - 3 and first.line.top - first.ceiling < EXTENT.head_high * line.size


def _is_centred(line: TextLine, first: _FirstRow) -> bool:
    """Whether a line stands off the table's left edge, over the middle of some piece of the first row."""
    x0, x1, near = line.x0, line.x1, EXTENT.rule_near
    off = x0 > first.x0 + EXTENT.head_in * (first.x1 - first.x0) and x0 > first.pieces[0].x0 + near
    return off and x1 <= first.x1 + near and any(x0 - near <= (p.x0 + p.x1) / 2 <= x1 + near for p in first.pieces)


def _is_title(line: TextLine, first: TextLine, extent: tuple[float, float]) -> bool:
    """Whether a line above a table is its title: set larger, or in the middle of the whole table."""
    if line.size > EXTENT.larger * first.size:
        return True
    return abs((line.x0 + line.x1) - sum(extent)) <= line.size and first.x0 < line.x0 and line.x1 < first.x1
