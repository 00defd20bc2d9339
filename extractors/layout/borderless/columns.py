"""Which columns stand in lines of text that nothing rules.

In:     lines cut into pieces at their wide gaps.
Out:    where the columns lie, and which column or columns each piece belongs to.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.layout.lines import TextLine, line_of

GAP = 0.9
"""Ems of nothing between two pieces of a line."""

_NARROWEST = 2.0
"""A gutter between columns is at least this wide (points)."""

EXACTLY = 0.12
"""Text that begins at one place is this exact, in ems."""

_ATTACHED = re.compile(r"[$€£¥￥%％*†‡()（）]+")
"""Signs that belong to the number beside them, however far off they are set."""

_FORWARD = re.compile(r"[$€£¥￥(（]+")


class LayoutColumn(NamedTuple):
    """From where to where the text of a column reaches."""

    x0: float
    x1: float


class Placed(NamedTuple):
    """A piece and the columns it stands in, the last one included."""

    piece: TextLine
    first: int
    last: int


def columns(rows: Sequence[Sequence[TextLine]]) -> list[LayoutColumn]:
    """The columns of these lines; fewer than two where there are none."""
    multi = [row for row in rows if len(row) >= 2]
    if not multi:
        return []
    usable = [[piece for piece in row if not _spans(piece, row, multi)] for row in rows]
    found = _gutters(usable, len(multi))
    pieces = [piece for row in usable for piece in row]
    edges = [min(p.x0 for p in pieces), *found, max(p.x1 for p in pieces)]
    raw = []
    for left, right in pairwise(edges):
        inside = [p for p in pieces if left <= (p.x0 + p.x1) / 2 <= right]
        if inside:
            own = [p for p in inside if p.x0 >= left - 1 and p.x1 <= right + 1] or inside
            raw.append((LayoutColumn(min(p.x0 for p in own), max(p.x1 for p in own)), {p.text for p in inside}))
    return _attached(raw)


def starts(rows: Sequence[Sequence[TextLine]], found: Sequence[LayoutColumn]) -> list[float | None]:
    """Where the text of each column begins, for those whose text mostly begins at one place."""
    begins: list[list[float]] = [[] for _ in found]
    size = 0.0
    for row in rows:
        for piece in row if len(row) > 1 else ():
            first, last = _reach(piece, found)
            if first == last:
                begins[first].append(piece.x0)
                size = max(size, piece.size)
    result: list[float | None] = []
    for places in begins:
        least = min(places, default=0.0)
        near = sum(place - least <= EXACTLY * size for place in places)
        result.append(least if len(places) >= 2 and near * 10 >= len(places) * 8 else None)
    return result


def placed(
    row: Sequence[TextLine], found: Sequence[LayoutColumn], begins: Sequence[float | None] | None = None
) -> list[Placed]:
    """The pieces of one line in their columns.

    A piece that runs over a gutter is cut there at a blank, or, in a line of several, where a column begins.
    """
    result: list[Placed] = []
    known = begins if begins and len(row) > 1 else [None] * len(found)
    for piece in row:
        first, last = _reach(piece, found)
        if first == last:
            result.append(Placed(piece, first, last))
            continue
        result.extend(_cut(piece, found, known, first, last))
    return result


def _spans(piece: TextLine, row: Sequence[TextLine], multi: Sequence[Sequence[TextLine]]) -> bool:
    """Whether a piece lies over two or more pieces of many other lines."""
    over = sum(
        other is not row and sum(piece.x0 - 1 <= (p.x0 + p.x1) / 2 <= piece.x1 + 1 for p in other) >= 2
        for other in multi
    )
    return over >= max(1, min(2, len(multi) - 1), 0.3 * len(multi))


def _gutters(rows: Sequence[Sequence[TextLine]], multi: int) -> list[float]:
    """The middles of the stretches that (almost) no line crosses and that part the pieces of enough lines."""
    events: list[tuple[float, int]] = []
    for row in rows:
        for piece in row:
            events += [(piece.x0, 1), (piece.x1, -1)]
    events.sort()
    tolerated = 0 if multi < 5 else max(1, multi // 10)
    found: list[tuple[float, float, int]] = []
    cover = 0
    for (x, step), (after, _) in pairwise(events):
        cover += step
        if cover <= tolerated and after - x > 0:
            found.append((x, after, cover))
    return [(a + b) / 2 for a, b in _kept(_merged(found), rows, multi)]


def _merged(found: Sequence[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    """Stretches that touch, of which the one least covered counts; the widest of these where several do."""
    groups: list[list[tuple[float, float, int]]] = []
    for stretch in found:
        if groups and stretch[0] - groups[-1][-1][1] < 0.01:
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    best = []
    for group in groups:
        least = min(cover for _, _, cover in group)
        runs = [s for s in group if s[2] == least]
        # Two empty stretches with a column seldom filled between them are two gutters.
        empty = [s for s in runs if least == 0 and s[1] - s[0] >= _NARROWEST]
        best.extend(empty or [max(runs, key=lambda s: s[1] - s[0])])
    return best


def _kept(
    found: Sequence[tuple[float, float, int]], rows: Sequence[Sequence[TextLine]], multi: int
) -> list[tuple[float, float]]:
    kept = []
    for left, right, cover in found:
        if right - left < _NARROWEST:
            continue
        parted = sum(
            any(p.x1 <= left + 1 for p in row)
            and any(p.x0 >= right - 1 for p in row)
            and not any(p.x0 < left and p.x1 > right for p in row)
            for row in rows
        )
        if parted >= (min(2, multi) if cover == 0 else max(2, multi / 2)) or (
            parted and cover == 0 and _begin_together(right, rows)
        ):
            kept.append((left, right))
    return kept


def _begin_together(edge: float, rows: Sequence[Sequence[TextLine]]) -> bool:
    """Whether most lines begin exactly at the right side of a gutter: one label stands before several rows."""
    return sum(bool(row) and abs(row[0].x0 - edge) <= 1.0 for row in rows) >= max(3, len(rows) / 2)


def _attached(raw: Sequence[tuple[LayoutColumn, set[str]]]) -> list[LayoutColumn]:
    """The columns, those of mere currency or percent signs joined to their numbers."""
    result: list[LayoutColumn] = []
    pending: LayoutColumn | None = None
    for column, texts in raw:
        mere = all(_ATTACHED.fullmatch(text) for text in texts)
        if mere and any(_FORWARD.fullmatch(text) for text in texts):
            pending = column if pending is None else LayoutColumn(pending.x0, column.x1)
        elif mere and result:
            result[-1] = LayoutColumn(result[-1].x0, column.x1)
        else:
            result.append(LayoutColumn(pending.x0, column.x1) if pending else column)
            pending = None
    return result


def _reach(piece: TextLine, found: Sequence[LayoutColumn]) -> tuple[int, int]:
    """The first and last column that a piece really stands in."""
    shares = [min(piece.x1, column.x1) - max(piece.x0, column.x0) for column in found]
    best = max(range(len(found)), key=lambda index: shares[index])
    if shares[best] <= 0:
        middle = (piece.x0 + piece.x1) / 2
        best = min(range(len(found)), key=lambda index: abs((found[index].x0 + found[index].x1) / 2 - middle))
        return best, best
    wide = [
        index
        for index, share in enumerate(shares)
        if index == best or share > 0.5 * min(piece.x1 - piece.x0, found[index].x1 - found[index].x0)
    ]
    return wide[0], wide[-1]


def _cut(
    piece: TextLine, found: Sequence[LayoutColumn], begins: Sequence[float | None], first: int, last: int
) -> list[Placed]:
    """A piece over several columns, cut where the next one begins or at a blank in the gutter; else whole."""
    parts: list[tuple[int, int, int]] = []
    begin, column = 0, first
    for following in range(first + 1, last + 1):
        at = _cut_at(piece, begin, found, begins, following)
        if at is not None:
            parts.append((begin, at, column))
            begin, column = at, following
    parts.append((begin, len(piece.glyphs), column))
    ends = [column - 1 for _, _, column in parts[1:]] + [last]
    return [
        Placed(line_of(piece.glyphs[start:stop]), column, end)
        for (start, stop, column), end in zip(parts, ends, strict=True)
    ]


def _cut_at(
    piece: TextLine, begin: int, found: Sequence[LayoutColumn], begins: Sequence[float | None], column: int
) -> int | None:
    """The glyph of a piece at which a column's own text begins."""
    bound, edge = (found[column - 1].x1 + found[column].x0) / 2, begins[column]
    for index in range(begin + 1, len(piece.glyphs)):
        glyph, before = piece.glyphs[index], piece.glyphs[index - 1]
        gap = glyph.x0 - before.x1
        if (
            edge is not None
            and abs(glyph.x0 - edge) <= EXACTLY * piece.size
            and not (gap < 0.1 * piece.size and is_latin(glyph.text) and is_latin(before.text))
        ):
            return index
        near = glyph.x0 >= bound - 0.3 * piece.size and before.x1 <= bound + 0.5 * piece.size
        if near and gap >= 0.4 * piece.size:
            return index
    return None


def is_latin(text: str) -> bool:
    """Whether a glyph is a letter or digit of words that are not cut within."""
    return text.isascii() and text.isalnum()
