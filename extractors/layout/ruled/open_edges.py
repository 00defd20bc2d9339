"""Which rules does a table not draw where the page edge cuts a row, and which lines in its cells are no rules?

In:     the edges of one page, and the glyphs on it.
Out:    the level edge that would close a strip whose upright lines run on past the last level line; the level edges
        without those that underline words.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.layout.geometry import Edge, Glyph

_NEAR = 3.0
"""Lines that end so near each other end together (points)."""

_TOUCHES = 1.5
"""A rule reaches the upright line it ends at; an underline keeps the cell's padding off."""

_ABOVE, _BELOW = 0.35, 0.25
"""Ems above and below the foot of its words where an underline is drawn."""


def closing(across: Sequence[Edge], down: Sequence[Edge], glyphs: Sequence[Glyph]) -> list[Edge]:
    """The top and the foot that a table cut by the page edge does not draw, where words stand in the open strip."""
    upper = _closing(across, down, glyphs, min(edge.at for edge in across), 1)
    lower = _closing(across, down, glyphs, max(edge.at for edge in across), 2)
    return [edge for edge in (upper, lower) if edge is not None]


def _closing(
    across: Sequence[Edge], down: Sequence[Edge], glyphs: Sequence[Glyph], outer: float, side: int
) -> Edge | None:
    """The level edge where the upright lines end beyond ``outer``: the outermost of them do, and all alike."""
    far = [edge for edge in down if (outer - edge.start if side == 1 else edge.end - outer) > _NEAR]
    ends = [edge[side] for edge in far]
    # One rule and two uprights are an underlined corner as soon as a cell.
    if len(far) < (2 if len(across) > 1 else 3) or max(ends) - min(ends) > 2 * _NEAR:
        return None
    left, right = min(edge.at for edge in down), max(edge.at for edge in down)
    if min(edge.at for edge in far) > left + _NEAR or max(edge.at for edge in far) < right - _NEAR:
        return None
    at = min(ends) if side == 1 else max(ends)
    low, high = min(at, outer), max(at, outer)
    said = any(low < (g.top + g.bottom) / 2 < high and left < (g.x0 + g.x1) / 2 < right for g in glyphs)
    return (
        Edge(at, min(left, *(edge.start for edge in across)), max(right, *(edge.end for edge in across)))
        if said
        else None
    )


def without_underlines(level: Sequence[Edge], upright: Sequence[Edge], glyphs: Sequence[Glyph]) -> list[Edge]:
    """The level edges that do not underline words: a rule ends at upright lines or runs across them."""
    return [edge for edge in level if not (_is_free(edge, upright) and _is_under(edge, glyphs))]


def _is_free(edge: Edge, upright: Sequence[Edge]) -> bool:
    """Whether an edge stands within a cell: it meets no upright line, but is near one that would make it a rule."""
    beside = [line.at for line in upright if line.start - _NEAR <= edge.at <= line.end + _NEAR]
    return any(edge.start - _NEAR <= at <= edge.end + _NEAR for at in beside) and not any(
        edge.start - _TOUCHES <= at <= edge.end + _TOUCHES for at in beside
    )


def _is_under(edge: Edge, glyphs: Sequence[Glyph]) -> bool:
    """Whether words stand upon the edge, or beside the blank that it underlines."""
    return any(
        -_ABOVE * g.size <= edge.at - g.bottom <= _BELOW * g.size
        and g.x1 >= edge.start - g.size
        and g.x0 <= edge.end + g.size
        for g in glyphs
    )
