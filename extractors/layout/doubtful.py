"""Which blocks of a page hold a place that is to be doubted?

In:     blocks of a page, and boxes on it, each with the doubt about what stands there.
Out:    the blocks, those that hold the middle of a box marked with its doubt.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.layout.continued import Shown
from schemas.document import Block, Cell, Paragraph
from schemas.locator import Box
from schemas.trust import NONE, Doubt, Doubts


@dataclass(frozen=True, slots=True)
class Doubted:
    """Shows the blocks of a layout with their doubts on those that hold one of these points."""

    points: tuple[tuple[float, float, Doubt], ...]

    def __call__(self, blocks: Sequence[Block], /) -> tuple[Block, ...]:
        """The blocks, doubted where they hold a point; a point that none holds is of the paragraph beside it."""
        shown = [self._block(block) for block in blocks]
        for x, y, doubt in self.points:
            if any(block.bbox and _holds(block.bbox, x, y) for block in blocks):
                continue
            beside = _beside(shown, x, y)
            shown = [
                replace(block, doubts=block.doubts | {doubt})
                if isinstance(block, Paragraph) and block is beside
                else block
                for block in shown
            ]
        return tuple(shown)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            held = self._held(block.bbox)
            return replace(block, doubts=block.doubts | held) if held else block
        return replace(block, cells=tuple(map(self._cell, block.cells))) if self._held(block.bbox) else block

    def _cell(self, cell: Cell) -> Cell:
        held = self._held(cell.bbox)
        return replace(cell, doubts=cell.doubts | held) if held else cell

    def _held(self, box: Box | None) -> Doubts:
        return NONE if box is None else frozenset(doubt for x, y, doubt in self.points if _holds(box, x, y))


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _beside(blocks: Sequence[Block], x: float, y: float) -> Paragraph | None:
    """The nearest paragraph on the line of a point."""
    on_line = [
        (min(abs(x - block.bbox[0]), abs(x - block.bbox[2])), at, block)
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.bbox and block.bbox[1] <= y <= block.bbox[3]
    ]
    return min(on_line, key=lambda one: one[:2])[2] if on_line else None


def doubted_at(boxes: Iterable[tuple[Box, Doubt]]) -> Shown:
    """Shows blocks with a doubt on those that hold the middle of the box that it is about."""
    points = tuple(((x0 + x1) / 2, (top + bottom) / 2, doubt) for (x0, top, x1, bottom), doubt in boxes)
    return Doubted(points) if points else tuple
