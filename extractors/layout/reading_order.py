"""In which order the lines of a page read: down the page, or down one column of text and then the next.

In:     lines of a page, from the top, and the boxes of the ruled tables between them.
Out:    segments of lines in reading order.
Raises: nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.layout.lines import TextLine, pieces
from extractors.layout.settings import ORDER
from schemas.locator import Box


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines that follow each other; ``column`` says that they are one of several columns of the page."""

    lines: tuple[TextLine, ...]
    column: bool = False


def segments(lines: Sequence[TextLine], boxes: Sequence[Box]) -> list[Segment]:
    """The lines in reading order: one segment unless the page is set in two columns of prose."""
    cut = [pieces(line, ORDER.gutter) for line in lines] if len(lines) >= ORDER.fewest else []
    middle = _middle(cut) if cut else None
    if middle is None:
        return [Segment(tuple(lines))] if lines else []
    across = _across(lines, cut, middle)
    result: list[Segment] = []
    for part in _runs(lines, across, boxes, middle):
        rows = slice(part.start, part.stop)
        result += _in_order(lines[rows], cut[rows], None if across[part.start] else middle)
    return result


def _across(lines: Sequence[TextLine], cut: Sequence[Sequence[TextLine]], middle: float) -> list[bool]:
    """Which lines run over both columns."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return [_crosses(row, middle) or _is_row(row, middle, (left, right)) for row in cut]


def _runs(lines: Sequence[TextLine], across: Sequence[bool], boxes: Sequence[Box], middle: float) -> Iterator[range]:
    """Lines that follow each other and are all across both columns, or none; a ruled table across ends a run."""
    start = 0
    for index in range(1, len(lines)):
        if across[index] != across[start] or _parted(lines[index - 1], lines[index], boxes, middle):
            yield range(start, index)
            start = index
    yield range(start, len(lines))


def _middle(cut: Sequence[Sequence[TextLine]]) -> float | None:
    """Where the gutter between two columns of prose lies, if there is one: where the fewest lines cross it."""
    every = [piece for row in cut for piece in row]
    left, right = min(piece.x0 for piece in every), max(piece.x1 for piece in every)
    places = [left + (right - left) * step / 100 for step in range(ORDER.first, ORDER.last + 1)]
    crossing = {x: sum(piece.x0 < x < piece.x1 for piece in every) for x in places}
    gutters = [x for x in places if crossing[x] / len(cut) <= ORDER.crossing and _is_gutter(cut, x, left, right)]
    return min(gutters, key=lambda x: crossing[x], default=None)


def _is_gutter(cut: Sequence[Sequence[TextLine]], x: float, left: float, right: float) -> bool:
    """Whether prose stands beside a place, and no columns of a table do."""
    every = [piece for row in cut for piece in row]
    return _are_beside(every, x, left, right) and not _holds_rows(cut, x, left, right)


def _are_beside(every: Sequence[TextLine], x: float, left: float, right: float) -> bool:
    """Whether columns of text stand on both sides of a place."""
    before = [piece for piece in every if piece.x1 <= x]
    after = [piece for piece in every if piece.x0 >= x]
    return _are_columns((before, x - left), (after, right - x))


def _holds_rows(cut: Sequence[Sequence[TextLine]], middle: float, left: float, right: float) -> bool:
    """Whether what stands beside the prose is no side bar but the other columns of a table, several to a line."""
    before = [[piece for piece in row if piece.x1 <= middle] for row in cut]
    after = [[piece for piece in row if piece.x1 > middle] for row in cut]
    return _are_cells(before, middle - left) or _are_cells(after, right - middle)


def _are_cells(side: Sequence[Sequence[TextLine]], width: float) -> bool:
    """Whether most lines of a side have several pieces, and these are no prose."""
    held = [row for row in side if row]
    several = sum(len(row) >= ORDER.several for row in held)
    return several * 2 >= len(held) and not _is_prose([piece for row in held for piece in row], width)


def _are_columns(one: tuple[Sequence[TextLine], float], other: tuple[Sequence[TextLine], float]) -> bool:
    """Whether both sides are prose, or one is and the other stands beside it on lines of its own (a side bar)."""
    prose = [_is_prose(*one), _is_prose(*other)]
    if not any(prose) or min(len(one[0]), len(other[0])) < ORDER.fewest:
        return False
    return all(prose) or _level(one[0], other[0]) <= ORDER.level


def _level(one: Sequence[TextLine], other: Sequence[TextLine]) -> float:
    """The share of lines of the shorter side that stand exactly level with one of the other, as rows of a table do."""
    few, many = sorted((one, other), key=len)
    feet = sorted(line.bottom for line in many)
    near = ORDER.exactly * few[0].size
    return sum(bisect_right(feet, line.bottom + near) > bisect_left(feet, line.bottom - near) for line in few) / len(
        few
    )


def _is_prose(side: Sequence[TextLine], width: float) -> bool:
    """Whether most lines of one side fill it."""
    full = sum(piece.x1 - piece.x0 >= ORDER.full * width and len(piece.glyphs) >= ORDER.letters for piece in side)
    return full >= ORDER.fewest and full / len(side) >= ORDER.prose


def _crosses(row: Sequence[TextLine], middle: float) -> bool:
    return any(piece.x0 < middle < piece.x1 for piece in row)


def _is_row(row: Sequence[TextLine], middle: float, sides: tuple[float, float]) -> bool:
    """Whether a line is the row of a table across both columns: many pieces, none of them prose."""
    left, right = sides
    return (
        len(row) >= ORDER.several
        and any(piece.x1 <= middle for piece in row)
        and any(piece.x0 >= middle for piece in row)
        and not any(
            piece.x1 - piece.x0 >= ORDER.full * ((middle - left) if piece.x1 <= middle else (right - middle))
            for piece in row
        )
    )


def _parted(above: TextLine, below: TextLine, boxes: Sequence[Box], middle: float) -> bool:
    """Whether a ruled table across both columns stands between two lines."""
    return any(x0 < middle < x1 and above.top < y0 and y1 < below.bottom for x0, y0, x1, y1 in boxes)


def _in_order(lines: Sequence[TextLine], cut: Sequence[Sequence[TextLine]], middle: float | None) -> list[Segment]:
    """One segment across the page, or its left and then its right column."""
    if middle is None:
        return [Segment(tuple(lines))]
    left = tuple(line for row in cut for line in _side(row, middle, before=True))
    right = tuple(line for row in cut for line in _side(row, middle, before=False))
    return [Segment(side, column=True) for side in (left, right) if side]


def _side(row: Sequence[TextLine], middle: float, *, before: bool) -> list[TextLine]:
    """What of one line stands on one side, as one line again."""
    side = [piece for piece in row if (piece.x0 < middle) == before]
    if len(side) < 2:
        return side
    glyphs = tuple(glyph for piece in side for glyph in piece.glyphs)
    return [
        TextLine(
            glyphs,
            side[0].x0,
            min(piece.top for piece in side),
            side[-1].x1,
            max(piece.bottom for piece in side),
            side[0].size,
        )
    ]
