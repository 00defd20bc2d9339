"""Which paragraphs of a page are its furniture: running heads, running feet, page numbers.

In:     pages as read so far, every line still in the body.
Out:    the same pages, their furniture apart.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.layout.settings import FURNITURE
from schemas.document import Block, Page, Paragraph
from schemas.locator import Box

_PAGE_NUMBER = re.compile(
    r"\A[-–—－~·\s]*+(第\s*+[\d一二三四五六七八九十百]+\s*+页([\s,，/／、]*+共\s*+[\d一二三四五六七八九十百]+\s*+页)?"
    r"|共\s*+\d+\s*+页[\s,，/／、]*+第\s*+\d+\s*+页"
    r"|\d{1,4}(\s*+[/／]\s*+(共\s*+)?\d{1,4}(\s*+页)?)?"
    r"|[Pp]age\s*+\d+(\s*+(of|/)\s*+\d+)?|[ivxlcIVXLC]{1,6})[-–—－~·\s]*+",
)


def is_page_number(text: str) -> bool:
    """Whether a line says nothing but which page this is."""
    return _PAGE_NUMBER.fullmatch(text.strip()) is not None


_PAGING_MARK = re.compile(r"\A[（(]?\s*+(续表?|接上页|接上表|承上页).*")


def is_paging_mark(text: str) -> bool:
    """Whether a line only says that what follows carries on the page before (续表, 接上页)."""
    return _PAGING_MARK.fullmatch(text.strip()) is not None


def apart(pages: Sequence[Page]) -> list[Page]:
    """The pages with running heads, feet and page numbers moved to their furniture."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_mark(block) for block in page.blocks if _at_edge(page, block, FURNITURE.zone)})
    return [_parted(page, seen) for page in pages]


def at_edge(box: Box, height: float, zone: float = FURNITURE.number_zone) -> bool:
    """Whether a line of small type stands at the very head or foot of the page."""
    _, top, _, bottom = box
    return bottom - top <= FURNITURE.tallest and (bottom <= zone * height or top >= (1 - zone) * height)


def _parted(page: Page, seen: Counter[tuple[str, int]]) -> Page:
    """The page with the blocks that are furniture set apart."""
    body: list[Block] = []
    furniture = list(page.furniture)
    for block in page.blocks:
        if isinstance(block, Paragraph) and (
            (is_page_number(block.text) and _at_edge(page, block, FURNITURE.number_zone))
            or (_at_edge(page, block, FURNITURE.zone) and _repeated(block, seen))
        ):
            furniture.append(block)
        else:
            body.append(block)
    return replace(page, blocks=tuple(body), furniture=tuple(furniture)) if len(body) < len(page.blocks) else page


def _repeated(block: Paragraph, seen: Counter[tuple[str, int]]) -> bool:
    """Whether other pages have the same words, digits aside, at the same height."""
    text, place = _mark(block)
    return sum(seen[text, near] for near in (place - 1, place, place + 1)) >= 2


def _mark(block: Block) -> tuple[str, int]:
    text = block.text if isinstance(block, Paragraph) else ""
    return re.sub(r"\d+|\s+", "", text), round((block.bbox or (0.0, 0.0))[1] / FURNITURE.same_place)


def _at_edge(page: Page, block: Block, zone: float) -> bool:
    if not isinstance(block, Paragraph) or block.bbox is None or not page.height:
        return False
    return at_edge(block.bbox, page.height, zone)
