"""How many cells of made-up lists are read right, hand by hand, and how fast?

    python benchmarks/scan_lists.py [COUNT] [--ranges]

A wrong cell that is not doubted is counted apart: it is what a wrong accusation would rest on. With ``--ranges`` the
tolerances named in ``RANGED`` are moved, one at a time, and the range is printed in which no hand gets worse.
Needs a Chinese font (see chinese_font.py). COUNT pages of each hand (2); processor time, one thread.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import cv2
from scan_lists_made import HANDS, drawn, rows
from scans_made import Picture, as_pdf

from extractors import read as extractors_read
from extractors.read.ocr import cache as ocr_cache
from extractors.read.ocr import engine as ocr_engine
from extractors.read.scan import bend, columns, marks, page, second_look, specks, text_boxes, unread_ink
from schemas.document import Table

FACTORS = (0.5, 0.7, 0.85, 1.2, 1.4, 2.0)
RANGED: tuple[tuple[ModuleType, str, str], ...] = (
    (bend, "BEND", "stretch"),
    (bend, "BEND", "bent"),
    (bend, "BEND", "rest"),
    (specks, "SPECK", "near"),
    (specks, "SPECK", "largest"),
    (specks, "SPECK", "far"),
    (second_look, "SECOND_LOOK", "over"),
    (second_look, "SECOND_LOOK", "doubt"),
    (second_look, "SECOND_LOOK", "tall"),
    (unread_ink, "UNREAD_INK", "slack"),
    (unread_ink, "UNREAD_INK", "hanzi"),
    (unread_ink, "UNREAD_INK", "high"),
    (marks, "MARK", "stroke"),
    (marks, "MARK", "top"),
    (columns, "COLUMN", "most"),
    (text_boxes, "TEXT_BOX", "intruder"),
    (page, "PAGE", "doubt"),
)


def main() -> int:
    os.environ[ocr_engine.THREADS] = "1"
    cv2.setNumThreads(1)
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    count = numbers[0] if numbers else 2
    made = {hand: [_page(hand, seed) for seed in range(count)] for hand in HANDS}
    for hand, pages in made.items():
        ocr_cache.forget()
        start = time.process_time()
        right, cells, sure = _counted(pages)
        spent = (time.process_time() - start) / len(pages)
        print(
            f"{hand:14} cells {right} of {cells} ({right / cells:.1%}),"
            f" wrong and not doubted {sure}; {spent:.1f} s a page"
        )
    if "--ranges" in sys.argv:
        for line in _ranges(made):
            print(line, flush=True)
    return 0


def _page(hand: str, seed: int) -> tuple[list[list[str]], bytes]:
    cells = rows(seed)
    picture: Picture = HANDS[hand](drawn(cells), seed)
    return cells, as_pdf([picture])


def _counted(pages: list[tuple[list[list[str]], bytes]]) -> tuple[int, int, int]:
    """Cells read right, all cells, and wrong ones that nobody doubts."""
    right = total = sure = 0
    for truth, data in pages:
        blocks = [block for one in extractors_read.read(data, "名单.pdf", None).pages for block in one.blocks]
        found = [block for block in blocks if isinstance(block, Table)]
        table = max(found, key=lambda one: len(one.cells), default=None)
        read = {(cell.row, cell.column): cell for cell in table.cells} if table else {}
        for row, cells in enumerate(truth, start=1):
            for column, text in enumerate(cells):
                cell = read.get((row, column))
                same = cell is not None and "".join(cell.text.split()) == text
                right, total = right + same, total + 1
                sure += cell is not None and not same and not cell.doubts
    return right, total, sure


def _ranges(made: dict[str, list[tuple[list[list[str]], bytes]]]) -> Iterator[str]:
    """The range of each tolerance within which no hand is read worse, nor more is wrong without doubt."""
    before = {hand: _counted(pages) for hand, pages in made.items()}

    def holds(module: ModuleType, group: str, name: str, factor: float) -> bool:
        old = getattr(module, group)
        setattr(module, group, replace(old, **{name: getattr(old, name) * factor}))
        try:
            now = {hand: _counted(pages) for hand, pages in made.items()}
        finally:
            setattr(module, group, old)
        return all(now[hand][0] >= before[hand][0] and now[hand][2] <= before[hand][2] for hand in made)

    for module, group, name in RANGED:
        value = getattr(getattr(module, group), name)
        low = high = 1.0
        for factor in sorted((one for one in FACTORS if one < 1), reverse=True):
            if not holds(module, group, name, factor):
                break
            low = factor
        for factor in sorted(one for one in FACTORS if one > 1):
            if not holds(module, group, name, factor):
                break
            high = factor
        yield f"{group}.{name}: {value} holds from {value * low:.4g} to {value * high:.4g}"


if __name__ == "__main__":
    sys.exit(main())
