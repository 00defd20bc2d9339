"""In which stretches the lines of a page read: down the page, or down one column of text and then the next.

In:     lines of a page, from the top, and the boxes of the ruled tables between them.
Out:    stretches of lines in reading order.
Raises: nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.layout.lines import TextLine, pieces
from schemas.locator import Box

_GUTTER = 1.0
"""Ems of nothing between two columns of text."""

_FEWEST = 8
"""So many lines on either side make columns of text."""

_SEVERAL = 3
"""So many pieces side by side are cells."""

_FULL = 0.6
"""A line of prose fills this share of its column."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines that follow each other; ``column`` says that they are one of several columns of the page."""

    lines: tuple[TextLine, ...]
    column: bool = False


def stretches(lines: Sequence[TextLine], boxes: Sequence[Box]) -> list[Segment]:
    """The lines in reading order: one stretch unless the page is set in two columns of prose."""
    if len(lines) < _FEWEST:
        return [Segment(tuple(lines))] if lines else []
    cut = [pieces(line, _GUTTER) for line in lines]
    middle = _middle(cut)
    if middle is None:
        return [Segment(tuple(lines))]
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    across = [_crosses(row, middle) or _is_row(row, middle, (left, right)) for row in cut]
    result: list[Segment] = []
    start = 0
    for index in range(1, len(lines) + 1):
        ended = index == len(lines) or across[index] != across[start]
        if ended or _parted(lines[index - 1], lines[index], boxes, middle):
            result += _in_order(lines[start:index], cut[start:index], None if across[start] else middle)
            start = index
    return result


def _middle(cut: Sequence[Sequence[TextLine]]) -> float | None:
    """Where the gutter between two columns of prose lies, if there is one."""
    every = [piece for row in cut for piece in row]
    left, right = min(piece.x0 for piece in every), max(piece.x1 for piece in every)
    best: tuple[int, float] | None = None
    for step in range(20, 81):
        x = left + (right - left) * step / 100
        crossing = sum(piece.x0 < x < piece.x1 for piece in every)
        before = [piece for piece in every if piece.x1 <= x]
        after = [piece for piece in every if piece.x0 >= x]
        if crossing * 5 > 2 * len(cut) or not _are_columns((before, x - left), (after, right - x)):
            continue
        if _holds_rows(cut, x, left, right):
            continue
        if best is None or crossing < best[0]:
            best = (crossing, x)
    return best[1] if best else None


def _holds_rows(cut: Sequence[Sequence[TextLine]], middle: float, left: float, right: float) -> bool:
    """Whether what stands beside the prose is no side bar but the other columns of a table, several to a line."""
    for before in (True, False):
        sides = [[piece for piece in row if (piece.x1 <= middle) == before] for row in cut]
        held = [side for side in sides if side]
        width = middle - left if before else right - middle
        if sum(len(side) >= _SEVERAL for side in held) * 2 >= len(held) and not _is_prose(
            [piece for side in held for piece in side], width
        ):
            return True
    return False


def _are_columns(one: tuple[Sequence[TextLine], float], other: tuple[Sequence[TextLine], float]) -> bool:
    """Whether both sides are prose, or one is and the other stands beside it on lines of its own (a side bar)."""
    prose = [_is_prose(*one), _is_prose(*other)]
    if not any(prose) or min(len(one[0]), len(other[0])) < _FEWEST:
        return False
    return all(prose) or _level(one[0], other[0]) <= 0.4


def _level(one: Sequence[TextLine], other: Sequence[TextLine]) -> float:
    """The share of lines of the shorter side that stand exactly level with one of the other, as rows of a table do."""
    few, many = sorted((one, other), key=len)
    feet = sorted(line.bottom for line in many)
    near = 0.08 * few[0].size
    return sum(bisect_right(feet, line.bottom + near) > bisect_left(feet, line.bottom - near) for line in few) / len(
        few
    )


def _is_prose(side: Sequence[TextLine], width: float) -> bool:
    """Whether most lines of one side fill it."""
    full = sum(piece.x1 - piece.x0 >= _FULL * width and len(piece.glyphs) >= 10 for piece in side)
    return len(side) >= _FEWEST and full >= _FEWEST and full * 10 >= len(side) * 6


def _crosses(row: Sequence[TextLine], middle: float) -> bool:
    return any(piece.x0 < middle < piece.x1 for piece in row)


def _is_row(row: Sequence[TextLine], middle: float, sides: tuple[float, float]) -> bool:
    """Whether a line is the row of a table across both columns: many pieces, none of them prose."""
    left, right = sides
    return (
        len(row) >= 3
        and any(piece.x1 <= middle for piece in row)
        and any(piece.x0 >= middle for piece in row)
        and not any(
            piece.x1 - piece.x0 >= _FULL * ((middle - left) if piece.x1 <= middle else (right - middle))
            for piece in row
        )
    )


def _parted(above: TextLine, below: TextLine, boxes: Sequence[Box], middle: float) -> bool:
    """Whether a ruled table across both columns stands between two lines."""
    return any(x0 < middle < x1 and above.top < y0 and y1 < below.bottom for x0, y0, x1, y1 in boxes)


def _in_order(lines: Sequence[TextLine], cut: Sequence[Sequence[TextLine]], middle: float | None) -> list[Segment]:
    """One stretch across the page, or its left and then its right column."""
    if middle is None:
        return [Segment(tuple(lines))]
    left = tuple(line for row in cut for line in _side(row, middle, before=True))
    right = tuple(line for row in cut for line in _side(row, middle, before=False))
    return [Segment(side, column=True) for side in (left, right) if side]


def _side(row: Sequence[TextLine], middle: float, *, before: bool) -> list[TextLine]:
    """What of one line stands on one side, as one line again."""
    own = [piece for piece in row if (piece.x0 < middle) == before]
    if len(own) < 2:
        return own
    glyphs = tuple(glyph for piece in own for glyph in piece.glyphs)
    return [
        TextLine(
            glyphs,
            own[0].x0,
            min(piece.top for piece in own),
            own[-1].x1,
            max(piece.bottom for piece in own),
            own[0].size,
        )
    ]
