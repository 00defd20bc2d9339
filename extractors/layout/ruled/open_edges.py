"""Which rules does a table not draw where the page edge cuts a row, and which lines in its cells are no rules?

In:     the edges of one page, and the glyphs on it.
Out:    the level edge that would close a strip whose upright lines run on past the last level line; the level edges
        without those that underline words.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.layout.geometry import Edge, Glyph
from extractors.layout.settings import LATTICE


def closing(across: Sequence[Edge], down: Sequence[Edge], glyphs: Sequence[Glyph]) -> list[Edge]:
    """The top and the foot that a table cut by the page edge does not draw, where words stand in the open strip."""
    strips = [*_open_top(across, down), *_open_foot(across, down)]
    return [_level(strip[0], across, down) for strip in strips if _holds_words(strip, down, glyphs)]


def _open_top(across: Sequence[Edge], down: Sequence[Edge]) -> Iterator[tuple[float, float]]:
    """From where its upright rules begin to the first level one, where the table is open above."""
    top = min(edge.at for edge in across)
    above = [edge for edge in down if top - edge.start > LATTICE.snap]
    if _are_open(across, down, above, [edge.start for edge in above]):
        yield min(edge.start for edge in above), top


def _open_foot(across: Sequence[Edge], down: Sequence[Edge]) -> Iterator[tuple[float, float]]:
    """From where its upright rules end to the last level one, where the table is open below."""
    foot = max(edge.at for edge in across)
    below = [edge for edge in down if edge.end - foot > LATTICE.snap]
    if _are_open(across, down, below, [edge.end for edge in below]):
        yield max(edge.end for edge in below), foot


def _are_open(across: Sequence[Edge], down: Sequence[Edge], beyond: Sequence[Edge], ends: Sequence[float]) -> bool:
    """Whether upright lines run on past the last level line: the outermost of them do, and all alike."""
    # One rule and two uprights are an underlined corner as soon as a cell.
    if len(beyond) < (2 if len(across) > 1 else 3) or max(ends) - min(ends) > 2 * LATTICE.snap:
        return False
    left, right = min(edge.at for edge in down), max(edge.at for edge in down)
    outermost = min(edge.at for edge in beyond), max(edge.at for edge in beyond)
    return outermost[0] <= left + LATTICE.snap and outermost[1] >= right - LATTICE.snap


def _holds_words(strip: tuple[float, float], down: Sequence[Edge], glyphs: Sequence[Glyph]) -> bool:
    """Whether words stand in an open strip."""
    low, high = sorted(strip)
    left, right = min(edge.at for edge in down), max(edge.at for edge in down)
    return any(low < (g.top + g.bottom) / 2 < high and left < (g.x0 + g.x1) / 2 < right for g in glyphs)


def _level(at: float, across: Sequence[Edge], down: Sequence[Edge]) -> Edge:
    """The level edge that would close a strip, as long as the table is wide."""
    left, right = min(edge.at for edge in down), max(edge.at for edge in down)
    return Edge(at, min(left, *(edge.start for edge in across)), max(right, *(edge.end for edge in across)))


def without_underlines(level: Sequence[Edge], upright: Sequence[Edge], glyphs: Sequence[Glyph]) -> list[Edge]:
    """The level edges that do not underline words: a rule ends at upright lines or runs across them."""
    return [edge for edge in level if not (_is_free(edge, upright) and _is_under(edge, glyphs))]


def _is_free(edge: Edge, upright: Sequence[Edge]) -> bool:
    """Whether an edge stands within a cell: it meets no upright line, but is near one that would make it a rule."""
    beside = [line.at for line in upright if line.start - LATTICE.snap <= edge.at <= line.end + LATTICE.snap]
    return any(edge.start - LATTICE.snap <= at <= edge.end + LATTICE.snap for at in beside) and not any(
        edge.start - LATTICE.touches <= at <= edge.end + LATTICE.touches for at in beside
    )


def _is_under(edge: Edge, glyphs: Sequence[Glyph]) -> bool:
    """Whether words stand upon the edge, or beside the blank that it underlines."""
    return any(
        -LATTICE.above * g.size <= edge.at - g.bottom <= LATTICE.below * g.size
        and g.x1 >= edge.start - g.size
        and g.x0 <= edge.end + g.size
        for g in glyphs
    )
