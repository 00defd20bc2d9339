"""Which blocks of a page hold a place that is to be doubted?

In:     blocks of a page, and points on it.
Out:    the blocks, those that hold a point marked with a doubt.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.layout.continued import Shown
from schemas.document import Block, Cell, Paragraph
from schemas.locator import Box
from schemas.trust import Doubt

_UNSURE = frozenset({Doubt.RECOGNISED})


@dataclass(frozen=True, slots=True)
class Doubted:
    """Shows the blocks of a layout with a doubt on those that hold one of these points."""

    points: tuple[tuple[float, float], ...]

    def __call__(self, blocks: Sequence[Block], /) -> tuple[Block, ...]:
        """The blocks, doubted where they hold a point; a point that none holds is of the paragraph beside it."""
        shown = [self._block(block) for block in blocks]
        for point in self.points:
            if any(block.bbox and _holds(block.bbox, point) for block in blocks):
                continue
            beside = _beside(shown, point)
            shown = [
                replace(block, doubts=block.doubts | _UNSURE)
                if isinstance(block, Paragraph) and block is beside
                else block
                for block in shown
            ]
        return tuple(shown)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return replace(block, doubts=block.doubts | _UNSURE) if self._holds(block.bbox) else block
        return replace(block, cells=tuple(map(self._cell, block.cells))) if self._holds(block.bbox) else block

    def _cell(self, cell: Cell) -> Cell:
        return replace(cell, doubts=cell.doubts | _UNSURE) if self._holds(cell.bbox) else cell

    def _holds(self, box: Box | None) -> bool:
        return box is not None and any(_holds(box, point) for point in self.points)


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _beside(blocks: Sequence[Block], point: tuple[float, float]) -> Paragraph | None:
    """The nearest paragraph on the line of a point."""
    x, y = point
    on_line = [
        (min(abs(x - block.bbox[0]), abs(x - block.bbox[2])), at, block)
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.bbox and block.bbox[1] <= y <= block.bbox[3]
    ]
    return min(on_line, key=lambda one: one[:2])[2] if on_line else None


def doubted_at(boxes: Iterable[Box]) -> Shown:
    """Shows blocks with a doubt on those that hold the middle of one of these boxes."""
    points = tuple(((x0 + x1) / 2, (top + bottom) / 2) for x0, top, x1, bottom in boxes)
    return Doubted(points) if points else tuple
