"""How many cells of made-up lists are read right, hand by hand, and how fast?

    python benchmarks/scan_lists.py [COUNT] [--harder]

A wrong cell that is not doubted is counted apart: it is what a wrong accusation would rest on. Which tolerances bear
how much is measured by scan_tolerances.py, with a page of each hand.
--harder: the hands of which no tolerance was measured.
Needs a Chinese font (see chinese_font.py). COUNT pages of each hand (2); processor time, one thread.
"""

from __future__ import annotations

import os
import sys
import time

import cv2
from scan_lists_made import HANDS, HARDER, drawn, rows
from scans_made import Picture, as_pdf

from extractors import read as extractors_read
from extractors.read.ocr import cache as ocr_cache
from extractors.read.ocr import engine as ocr_engine
from schemas.document import Document, Table


def main() -> int:
    os.environ[ocr_engine.THREADS] = "1"
    cv2.setNumThreads(1)
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    count = numbers[0] if numbers else 2
    hands = HARDER if "--harder" in sys.argv[1:] else HANDS
    made = {hand: [page(hand, seed) for seed in range(count)] for hand in hands}
    for hand, pages in made.items():
        ocr_cache.forget()
        start = time.process_time()
        read = [(truth, extractors_read.read(data, "名单.pdf", None)) for truth, data in pages]
        right, cells, sure = counted(read)
        spent = (time.process_time() - start) / len(pages)
        print(
            f"{hand:14} cells {right} of {cells} ({right / cells:.1%}),"
            f" wrong and not doubted {sure}; {spent:.1f} s a page"
        )
    return 0


def page(hand: str, seed: int) -> tuple[list[list[str]], bytes]:
    cells = rows(seed)
    picture: Picture = {**HANDS, **HARDER}[hand](drawn(cells), seed)
    return cells, as_pdf([picture])


def counted(pages: list[tuple[list[list[str]], Document]]) -> tuple[int, int, int]:
    """Cells read right, all cells, and wrong ones that nobody doubts."""
    right = total = sure = 0
    for truth, document in pages:
        blocks = [block for one in document.pages for block in one.blocks]
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


if __name__ == "__main__":
    sys.exit(main())
