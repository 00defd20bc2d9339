"""Which cells the ruling lines of a page enclose.

In:     level and upright edges of one page.
Out:    lattices: cells with rows, columns and spans, from the boxes that lines close.
Raises: nothing. Edges too many for a table give no lattice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.layout.geometry import Edge, Glyph
from extractors.layout.ruled.open_edges import closing, without_underlines

SNAP = 3.0
"""Lines closer than this are one line (double borders, borders drawn cell by cell); points."""

JOIN = 3.0
"""Gaps along a line up to this are closed."""

_DASH = 12.0
_DASH_GAP = 6.0
"""Strokes shorter than a dash may lie further apart and still be one dashed line."""

_SHORTEST = 5.0
_OUTER = 8.0
"""How far level lines must reach beyond the outermost upright line for an open side to be a column."""

_MOST_CROSSINGS = 4_000_000
_MOST_PLACES = 60_000


class LatticeCell(NamedTuple):
    """One cell: its place in the lattice and on the page."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Lattice:
    """The cells of one ruled table. ``xs`` and ``ys`` are where its columns and rows begin and end."""

    slots: tuple[LatticeCell, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The outline of the table."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


def lattices(level: Iterable[Edge], upright: Iterable[Edge], glyphs: Sequence[Glyph] = ()) -> list[Lattice]:
    """Every set of cells that lines close, from the top of the page to its foot.

    By the ``glyphs``, a strip that the page edge left open is closed, and underlines are told from rules.
    """
    across, down = tidy(level), tidy(upright)
    if len(across) * len(down) > _MOST_CROSSINGS:
        return []
    across = without_underlines(across, down, glyphs)
    groups = [([*across, *closing(across, down, glyphs)], down) for across, down in _components(across, down)]
    found = [lattice for across, down in groups if len(across) > 1 for lattice in _cells(across, down)]
    return sorted(found, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def tidy(edges: Iterable[Edge]) -> list[Edge]:
    """Edges snapped to common lines, and joined along them."""
    ordered = sorted(edges)
    joined: list[Edge] = []
    start = 0
    for index in range(1, len(ordered) + 1):
        if index == len(ordered) or ordered[index].at - ordered[index - 1].at > SNAP:
            group = ordered[start:index]
            at = sum(edge.at for edge in group) / len(group)
            joined.extend(_joined(at, group))
            start = index
    return joined


def _joined(at: float, group: Sequence[Edge]) -> list[Edge]:
    """The edges of one line, gaps closed."""
    kept: list[Edge] = []
    begin = end = last = 0.0
    for _, start, stop in sorted(group, key=lambda edge: edge.start):
        dashes = max(last, stop - start) <= _DASH
        if kept and start <= end + (_DASH_GAP if dashes else JOIN):
            end = max(end, stop)
            kept[-1] = Edge(at, begin, end)
        else:
            begin, end = start, stop
            kept.append(Edge(at, begin, end))
        last = stop - start
    return [edge for edge in kept if edge.end - edge.start >= _SHORTEST]


def _components(across: list[Edge], down: list[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """The edges that hang together, each group with its level and its upright lines."""
    parent = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    places = [edge.at for edge in across]
    for number, line in enumerate(down, start=len(across)):
        for index in range(bisect_left(places, line.start - SNAP), bisect_right(places, line.end + SNAP)):
            if across[index].start - SNAP <= line.at <= across[index].end + SNAP:
                parent[root(index)] = root(number)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = defaultdict(lambda: ([], []))
    for index, edge in enumerate(across):
        groups[root(index)][0].append(edge)
    for index, edge in enumerate(down, start=len(across)):
        groups[root(index)][1].append(edge)
    return [group for group in groups.values() if group[0] and group[1]]


def _cells(across: list[Edge], down: list[Edge]) -> list[Lattice]:
    """The closed cells of one group of lines."""
    down = [*down, *_open_sides(across, down)]
    xs, ys = sorted({edge.at for edge in down}), sorted({edge.at for edge in across})
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_PLACES:
        return []
    walls_down = _walls(down, xs, ys)
    walls_across = _walls(across, ys, xs)
    boxes = _regions(walls_down, walls_across, len(ys) - 1, len(xs) - 1)
    return _lattice(boxes, xs, ys)


def _open_sides(across: list[Edge], down: list[Edge]) -> list[Edge]:
    """The outer borders that an open table does not draw: where its level lines all begin or end."""
    added = []
    top, bottom = min(edge.at for edge in across), max(edge.at for edge in across)
    for side, outermost in ((1, min(edge.at for edge in down)), (2, max(edge.at for edge in down))):
        ends = [edge[side] for edge in across]
        far = [end for end in ends if (outermost - end if side == 1 else end - outermost) > _OUTER]
        if len(far) >= 2 and len(far) * 10 >= len(ends) * 6 and max(far) - min(far) <= 2 * SNAP:
            added.append(Edge(sum(far) / len(far), top, bottom))
    return added


def _walls(edges: list[Edge], places: list[float], stops: list[float]) -> list[list[bool]]:
    """For each place a line may have, which stretches between the stops it covers by half or more."""
    index_of = {place: index for index, place in enumerate(places)}
    walls = [[False] * (len(stops) - 1) for _ in places]
    for at, start, end in edges:
        line = walls[index_of[at]]
        first = max(bisect_right(stops, start) - 1, 0)
        for gap in range(first, min(bisect_left(stops, end), len(stops) - 1)):
            low, high = stops[gap], stops[gap + 1]
            if min(end, high) - max(start, low) >= (high - low) / 2:
                line[gap] = True
    return walls


def _regions(down: list[list[bool]], across: list[list[bool]], rows: int, columns: int) -> list[tuple[int, ...]]:
    """Rectangles of places (row, column, row after, column after) that walls close on all sides."""
    seen = [[False] * columns for _ in range(rows)]
    found: list[tuple[int, ...]] = []
    for row in range(rows):
        for column in range(columns):
            if not seen[row][column]:
                found.extend(_region(row, column, seen, down, across))
    return found


def _region(
    row: int, column: int, seen: list[list[bool]], down: list[list[bool]], across: list[list[bool]]
) -> list[tuple[int, ...]]:
    """The rectangle about one place, if what is not walled off from it is one and is closed."""
    rows, columns = len(seen), len(seen[0])
    seen[row][column] = True
    members, waiting, closed = [(row, column)], [(row, column)], True
    while waiting:
        r, c = waiting.pop()
        for wall, nr, nc in (
            (down[c][r], r, c - 1),
            (down[c + 1][r], r, c + 1),
            (across[r][c], r - 1, c),
            (across[r + 1][c], r + 1, c),
        ):
            if wall:
                continue
            if not (0 <= nr < rows and 0 <= nc < columns):
                closed = False
            elif not seen[nr][nc]:
                seen[nr][nc] = True
                members.append((nr, nc))
                waiting.append((nr, nc))
    if not closed:
        return []
    r0, r1 = min(r for r, _ in members), max(r for r, _ in members) + 1
    c0, c1 = min(c for _, c in members), max(c for _, c in members) + 1
    if len(members) == (r1 - r0) * (c1 - c0):
        return [(r0, c0, r1, c1)]
    return _pieces(members)


def _pieces(members: list[tuple[int, int]]) -> list[tuple[int, ...]]:
    """An area that is no rectangle, cut into the level stretches of its rows (equal ones below each other joined)."""
    by_row: dict[int, list[int]] = defaultdict(list)
    for row, column in members:
        by_row[row].append(column)
    pieces: list[tuple[int, ...]] = []
    for row in sorted(by_row):
        columns = sorted(by_row[row])
        start = columns[0]
        for here, after in zip(columns, [*columns[1:], -1], strict=True):
            if after == here + 1:
                continue
            above = next((p for p in pieces if (p[1], p[3], p[2]) == (start, here + 1, row)), None)
            if above is None:
                pieces.append((row, start, row + 1, here + 1))
            else:
                pieces[pieces.index(above)] = (above[0], start, row + 1, here + 1)
            start = after
    return pieces


def _lattice(boxes: list[tuple[int, ...]], xs: list[float], ys: list[float]) -> list[Lattice]:
    """The cells renumbered by the boundaries that they really use."""
    if not boxes:
        return []
    used_rows = sorted({box[0] for box in boxes} | {box[2] for box in boxes})
    used_columns = sorted({box[1] for box in boxes} | {box[3] for box in boxes})
    row_of = {place: index for index, place in enumerate(used_rows)}
    column_of = {place: index for index, place in enumerate(used_columns)}
    slots = sorted(
        LatticeCell(
            row_of[r0],
            column_of[c0],
            row_of[r1] - row_of[r0],
            column_of[c1] - column_of[c0],
            (xs[c0], ys[r0], xs[c1], ys[r1]),
        )
        for r0, c0, r1, c1 in boxes
    )
    return [Lattice(tuple(slots), tuple(xs[c] for c in used_columns), tuple(ys[r] for r in used_rows))]
