"""Which columns stand in lines of text that nothing rules.

In:     lines cut into pieces at their wide gaps.
Out:    where the columns lie, and which column or columns each piece belongs to.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.layout.borderless.settings import COLUMN
from extractors.layout.geometry import Glyph
from extractors.layout.lines import TextLine, line_of

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
    return _attached(list(_parted(usable, len(multi))))


def _parted(usable: Sequence[Sequence[TextLine]], several: int) -> Iterator[tuple[LayoutColumn, set[str]]]:
    """The columns between the gutters of these pieces; ``several``: how many lines have more than one."""
    pieces = [piece for row in usable for piece in row]
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    for start, end in pairwise([left, *_gutters(usable, several), right]):
        part = _between(pieces, start, end)
        if part is not None:
            yield part


def _between(pieces: Sequence[TextLine], left: float, right: float) -> tuple[LayoutColumn, set[str]] | None:
    """The column between two gutters, and what stands in it."""
    inside = [p for p in pieces if left <= (p.x0 + p.x1) / 2 <= right]
    if not inside:
        return None
    whole = [p for p in inside if p.x0 >= left - COLUMN.off and p.x1 <= right + COLUMN.off] or inside
    return LayoutColumn(min(p.x0 for p in whole), max(p.x1 for p in whole)), {p.text for p in inside}


def starts(rows: Sequence[Sequence[TextLine]], columns: Sequence[LayoutColumn]) -> list[float | None]:
    """Where the text of each column begins, for those whose text mostly begins at one place."""
    begins: list[list[float]] = [[] for _ in columns]
    size = 0.0
    for row in rows:
        for piece in row if len(row) > 1 else ():
            first, last = _extent(piece, columns)
            if first == last:
                begins[first].append(piece.x0)
                size = max(size, piece.size)
    return [_common(places, COLUMN.exactly * size) for places in begins]


def _common(places: Sequence[float], near: float) -> float | None:
    """The least of these places, if most others are as good as there."""
    if len(places) < 2:
        return None
    least = min(places)
    return least if sum(place - least <= near for place in places) / len(places) >= COLUMN.begins else None


def placed(
    row: Sequence[TextLine], columns: Sequence[LayoutColumn], begins: Sequence[float | None] | None = None
) -> list[Placed]:
    """The pieces of one line in their columns.

    A piece that runs over a gutter is cut there at a blank, or, in a line of several, where a column begins.
    """
    result: list[Placed] = []
    known = begins if begins and len(row) > 1 else [None] * len(columns)
    for piece in row:
        first, last = _extent(piece, columns)
        if first == last:
            result.append(Placed(piece, first, last))
            continue
        result.extend(_cut(piece, columns, known, first, last))
    return result


def _spans(piece: TextLine, row: Sequence[TextLine], multi: Sequence[Sequence[TextLine]]) -> bool:
    """Whether a piece lies over two or more pieces of many other lines."""
    left, right = piece.x0 - COLUMN.off, piece.x1 + COLUMN.off
    over = sum(other is not row and sum(left <= (p.x0 + p.x1) / 2 <= right for p in other) >= 2 for other in multi)
    return over >= max(1, min(2, len(multi) - 1), COLUMN.spans * len(multi))


class _Gap(NamedTuple):
    """From where to where hardly any line has text, and how many have."""

    left: float
    right: float
    crossing: int


def _gutters(rows: Sequence[Sequence[TextLine]], multi: int) -> list[float]:
    """The middles of the gaps that (almost) no line crosses and that part the pieces of enough lines."""
    gaps = _merged(_gaps(rows, 0 if multi < COLUMN.many else max(1, int(COLUMN.crossed * multi))))
    return [(gap.left + gap.right) / 2 for gap in gaps if _is_gutter(gap, rows, multi)]


def _gaps(rows: Sequence[Sequence[TextLine]], tolerated: int) -> list[_Gap]:
    """Every gap that no more lines cross than are tolerated."""
    events = sorted(event for row in rows for piece in row for event in ((piece.x0, 1), (piece.x1, -1)))
    gaps: list[_Gap] = []
    crossing = 0
    for (x, step), (after, _) in pairwise(events):
        crossing += step
        if crossing <= tolerated and after - x > 0:
            gaps.append(_Gap(x, after, crossing))
    return gaps


def _merged(gaps: Sequence[_Gap]) -> list[_Gap]:
    """Gaps that touch, of which the one least crossed counts; the widest of these where several do."""
    groups: list[list[_Gap]] = []
    for gap in gaps:
        if groups and gap.left - groups[-1][-1].right < COLUMN.touch:
            groups[-1].append(gap)
        else:
            groups.append([gap])
    return [gap for group in groups for gap in _least_crossed(group)]


def _least_crossed(group: Sequence[_Gap]) -> list[_Gap]:
    least = min(gap.crossing for gap in group)
    gaps = [gap for gap in group if gap.crossing == least]
    # Two empty gaps with a column seldom filled between them are two gutters.
    empty = [gap for gap in gaps if least == 0 and gap.right - gap.left >= COLUMN.narrowest]
    return empty or [max(gaps, key=lambda gap: gap.right - gap.left)]


def _is_gutter(gap: _Gap, rows: Sequence[Sequence[TextLine]], multi: int) -> bool:
    """Whether a gap is wide enough, and parts the pieces of enough lines."""
    if gap.right - gap.left < COLUMN.narrowest:
        return False
    parted = sum(_is_parted(row, gap) for row in rows)
    enough = min(2, multi) if gap.crossing == 0 else max(2, COLUMN.half * multi)
    return parted >= enough or (parted > 0 and gap.crossing == 0 and _begin_together(gap.right, rows))


def _is_parted(row: Sequence[TextLine], gap: _Gap) -> bool:
    """Whether a line has text on both sides of a gap, and none across it."""
    return (
        any(p.x1 <= gap.left + COLUMN.off for p in row)
        and any(p.x0 >= gap.right - COLUMN.off for p in row)
        and not any(p.x0 < gap.left and p.x1 > gap.right for p in row)
    )


def _begin_together(edge: float, rows: Sequence[Sequence[TextLine]]) -> bool:
    """Whether most lines begin exactly at the right side of a gutter: one label stands before several rows."""
    near = sum(bool(row) and abs(row[0].x0 - edge) <= COLUMN.off for row in rows)
    return near >= max(COLUMN.together, len(rows) / 2)


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


def _extent(piece: TextLine, columns: Sequence[LayoutColumn]) -> tuple[int, int]:
    """The first and last column that a piece really stands in."""
    shares = [min(piece.x1, column.x1) - max(piece.x0, column.x0) for column in columns]
    best = max(range(len(columns)), key=lambda index: shares[index])
    if shares[best] <= 0:
        middle = (piece.x0 + piece.x1) / 2
        best = min(range(len(columns)), key=lambda index: abs((columns[index].x0 + columns[index].x1) / 2 - middle))
        return best, best
    wide = piece.x1 - piece.x0
    held = [
        index
        for index, (share, column) in enumerate(zip(shares, columns, strict=True))
        if index == best or share > COLUMN.inside * min(wide, column.x1 - column.x0)
    ]
    return held[0], held[-1]


def _cut(
    piece: TextLine, columns: Sequence[LayoutColumn], begins: Sequence[float | None], first: int, last: int
) -> list[Placed]:
    """A piece over several columns, cut where the next one begins or at a blank in the gutter; else whole."""
    parts: list[tuple[int, int, int]] = []
    begin, column = 0, first
    for following in range(first + 1, last + 1):
        at = _cut_at(piece, begin, columns, begins, following)
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
    piece: TextLine, begin: int, columns: Sequence[LayoutColumn], begins: Sequence[float | None], column: int
) -> int | None:
    """The glyph of a piece at which a column's own text begins."""
    bound, edge = (columns[column - 1].x1 + columns[column].x0) / 2, begins[column]
    for index in range(begin + 1, len(piece.glyphs)):
        before, glyph = piece.glyphs[index - 1], piece.glyphs[index]
        if edge is not None and _begins_at(edge, before, glyph, piece.size):
            return index
        if _is_blank_at(bound, before, glyph, piece.size):
            return index
    return None


def _begins_at(edge: float, before: Glyph, glyph: Glyph, size: float) -> bool:
    """Whether a word begins exactly where the text of a column does."""
    in_word = glyph.x0 - before.x1 < COLUMN.word * size and is_latin(glyph.text) and is_latin(before.text)
    return abs(glyph.x0 - edge) <= COLUMN.exactly * size and not in_word


def _is_blank_at(bound: float, before: Glyph, glyph: Glyph, size: float) -> bool:
    """Whether a blank stands at the middle of a gutter."""
    near = glyph.x0 >= bound - COLUMN.cut_before * size and before.x1 <= bound + COLUMN.cut_after * size
    return near and glyph.x0 - before.x1 >= COLUMN.cut_gap * size


def is_latin(text: str) -> bool:
    """Whether a glyph is a letter or digit of words that are not cut within."""
    return text.isascii() and text.isalnum()
