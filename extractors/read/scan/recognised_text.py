"""How are the blocks of a recognised page shown: which doubts have they, where do they stand on the page as scanned?

In:     blocks laid out on the straightened page, the places of doubtful characters, and the way back.
Out:    the blocks with lone marks told, their doubts, and their places on the picture.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.read.scan.amounts import with_commas
from extractors.read.scan.checkboxes import is_sign, sign
from extractors.read.scan.columns import with_columns_agreed
from extractors.read.scan.doubtful.places import Places
from extractors.read.scan.doubtful.words import doubted
from extractors.read.scan.misreadings import with_strokes
from extractors.read.scan.straightening import WayBack
from schemas.document import Block, Cell, Paragraph
from schemas.locator import Box
from schemas.trust import Doubt, Doubts

_ORNAMENTS = set("★☆●○◆◇▲■*· ")


@dataclass(frozen=True, slots=True)
class RecognisedText:
    """How the blocks of a recognised page are shown: lone marks told, doubtful parts marked, boxes turned back.

    ``doubtful``: each doubt with the middles of the characters that have it; ``back`` undoes the straightening.
    """

    doubtful: Sequence[tuple[Doubt, Places]]
    back: WayBack
    scale: float

    def __call__(self, blocks: Sequence[Block], /) -> tuple[Block, ...]:
        """The blocks as the page shows them, without ornaments."""
        judged = [self._judged(block) for block in blocks if not _is_ornament(block)]
        return tuple(doubted(_put_back(block, self.back, self.scale)) for block in judged)

    def _judged(self, block: Block) -> Block:
        """The block with lone marks told and its doubtful parts marked."""
        if isinstance(block, Paragraph):
            return replace(block, doubts=block.doubts | self.doubts_at(block.bbox))
        judged = replace(block, cells=tuple(self._judged_cell(cell) for cell in block.cells))
        return with_columns_agreed(with_strokes(judged))

    def _judged_cell(self, cell: Cell) -> Cell:
        if is_sign(cell.text):
            return replace(cell, text=sign(cell.text))
        text = with_commas(cell.text) if "." in cell.text else cell.text
        return replace(cell, text=text, doubts=cell.doubts | self.doubts_at(cell.bbox))

    def doubts_at(self, box: Box | None) -> Doubts:
        """The doubts of the characters within a box of the straightened page."""
        return frozenset(doubt for doubt, places in self.doubtful if _holds(box, places))


def _is_ornament(block: Block) -> bool:
    """Whether a paragraph is the star of a seal or an emblem."""
    return isinstance(block, Paragraph) and not set(block.text) - _ORNAMENTS


def _holds(box: Box | None, places: Places) -> bool:
    return box is not None and any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in places)


def _put_back(block: Block, back: WayBack, scale: float) -> Block:
    """The block with its boxes where they stand on the page as it was scanned."""
    if isinstance(block, Paragraph):
        return replace(block, bbox=back.box(block.bbox, scale))
    cells = tuple(replace(cell, bbox=back.box(cell.bbox, scale)) for cell in block.cells)
    return replace(block, cells=cells, bbox=back.box(block.bbox, scale))
