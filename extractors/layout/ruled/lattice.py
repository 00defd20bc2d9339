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
from extractors.layout.settings import LATTICE


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

    @property
    def is_box(self) -> bool:
        """Whether it is a single cell: a frame about something, or the rest of a row of the page before."""
        return len(self.slots) < 2


def lattices(level: Iterable[Edge], upright: Iterable[Edge], glyphs: Sequence[Glyph] = ()) -> list[Lattice]:
    """Every set of cells that lines close, from the top of the page to its foot.

    By the ``glyphs``, a strip that the page edge left open is closed, and underlines are told from rules.
    """
    across, down = tidy(level), tidy(upright)
    if len(across) * len(down) > LATTICE.crossings:
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
        if index == len(ordered) or ordered[index].at - ordered[index - 1].at > LATTICE.snap:
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
        dashes = max(last, stop - start) <= LATTICE.dash
        if kept and start <= end + (LATTICE.dash_gap if dashes else LATTICE.join):
            end = max(end, stop)
            kept[-1] = Edge(at, begin, end)
        else:
            begin, end = start, stop
            kept.append(Edge(at, begin, end))
        last = stop - start
    return [edge for edge in kept if edge.end - edge.start >= LATTICE.shortest]


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
        for index in range(
            bisect_left(places, line.start - LATTICE.snap), bisect_right(places, line.end + LATTICE.snap)
        ):
            if across[index].start - LATTICE.snap <= line.at <= across[index].end + LATTICE.snap:
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
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > LATTICE.places:
        return []
    walls_down = _walls(down, xs, ys)
    walls_across = _walls(across, ys, xs)
    boxes = _regions(walls_down, walls_across, len(ys) - 1, len(xs) - 1)
    return _lattice(boxes, xs, ys)


def _open_sides(across: list[Edge], down: list[Edge]) -> list[Edge]:
    """The outer borders that an open table does not draw: where its level lines all begin or end."""
    top, bottom = min(edge.at for edge in across), max(edge.at for edge in across)
    left, right = min(edge.at for edge in down), max(edge.at for edge in down)
    sides = (_side([edge.start for edge in across], left, -1), _side([edge.end for edge in across], right, 1))
    return [Edge(at, top, bottom) for at in sides if at is not None]


def _side(ends: list[float], outermost: float, way: int) -> float | None:
    """Where most level lines end beyond the outermost upright one, all alike; ``way``: -1 is left, 1 right."""
    far = [end for end in ends if way * (end - outermost) > LATTICE.outer]
    if len(far) < 2 or len(far) / len(ends) < LATTICE.open_share or max(far) - min(far) > 2 * LATTICE.snap:
        return None
    return sum(far) / len(far)


def _walls(edges: list[Edge], places: list[float], stops: list[float]) -> list[list[bool]]:
    """For each place a line may have, which stretches between the stops it covers by half or more."""
    index_of = {place: index for index, place in enumerate(places)}
    walls = [[False] * (len(stops) - 1) for _ in places]
    for at, start, end in edges:
        line = walls[index_of[at]]
        first = max(bisect_right(stops, start) - 1, 0)
        for gap in range(first, min(bisect_left(stops, end), len(stops) - 1)):
            low, high = stops[gap], stops[gap + 1]
            if min(end, high) - max(start, low) >= LATTICE.wall * (high - low):
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
    seen[row][column] = True
    members, waiting, closed = [(row, column)], [(row, column)], True
    while waiting:
        for r, c in _open_beside(*waiting.pop(), down, across):
            if not (0 <= r < len(seen) and 0 <= c < len(seen[0])):
                closed = False
            elif not seen[r][c]:
                seen[r][c] = True
                members.append((r, c))
                waiting.append((r, c))
    return _rectangles(members) if closed else []


def _open_beside(row: int, column: int, down: list[list[bool]], across: list[list[bool]]) -> list[tuple[int, int]]:
    """The places that no wall parts from this one."""
    beside = (
        (down[column][row], row, column - 1),
        (down[column + 1][row], row, column + 1),
        (across[row][column], row - 1, column),
        (across[row + 1][column], row + 1, column),
    )
    return [(r, c) for wall, r, c in beside if not wall]


def _rectangles(members: list[tuple[int, int]]) -> list[tuple[int, ...]]:
    """The area as one rectangle where it is one, else in pieces."""
    if len(members) == 1:
        ((row, column),) = members
        return [(row, column, row + 1, column + 1)]
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
    rows, columns = _renumbered(boxes, 0, 2), _renumbered(boxes, 1, 3)
    slots = sorted(
        LatticeCell(
            rows[r0], columns[c0], rows[r1] - rows[r0], columns[c1] - columns[c0], (xs[c0], ys[r0], xs[c1], ys[r1])
        )
        for r0, c0, r1, c1 in boxes
    )
    return [Lattice(tuple(slots), tuple(xs[c] for c in columns), tuple(ys[r] for r in rows))]


def _renumbered(boxes: list[tuple[int, ...]], first: int, last: int) -> dict[int, int]:
    """The boundaries where boxes begin or end, in order, with their new numbers."""
    used = {side for box in boxes for side in (box[first], box[last])}
    return {place: index for index, place in enumerate(sorted(used))}
