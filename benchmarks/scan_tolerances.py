"""In which range of each tolerance of reading pictures, and of seals, is as much read as with the value that stands?

    python benchmarks/scan_tolerances.py scan|seals [--only CLASS[.NAME]]…

``scan``: one made-up list of each hand (scan_lists), a form with boxes to tick scanned and photographed, a certificate
with a seal scanned, one lying on its side and one upside down. Cells, ticks and signs read right may not become fewer,
nor wrong cells without doubt more. ``seals``: what seals.py counts, on fewer pages. Prints one line of JSON a
tolerance (see ranges); where ``asked`` is false these pages say nothing about it, and nothing is noted in the settings.
Needs a Chinese font (see chinese_font.py). Recognised strips are remembered: a step costs what it reads differently.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import cv2
import numpy as np
import ranges
import scan_lists
import scans_made
import seals
import seals_made
from chinese_font import font_file
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.distance import Indel
from scan_lists_made import HANDS

import extractors.read.scan.settings as scan
import extractors.read.seals.settings as seal
from extractors import read as extractors_read
from extractors.read.ocr import engine as ocr_engine
from extractors.read.seals.detect import seal_state, seals_in
from schemas.document import Document, Table

WALK = ranges.Walk(below=(0.7,), above=(1.4,))
SEALED, UNSEALED, OTHERS = 16, 16, 4
_QUESTIONS = (
    ("单位性质：", ("企业", "事业单位", "社会团体")),
    ("注册资本500万元，是否独立法人", ("是", "否")),
    ("服务类别：", ("信息服务", "技术服务", "培训服务", "融资服务")),
    ("是否通过年度检查", ("是", "否")),
    ("联系电话0991-1234567，同意公开", ("同意", "不同意")),
)


def form(seed: int) -> tuple[str, scans_made.Picture]:
    """Questions with boxes, one of each ticked; the text as it should be read."""
    rng = np.random.default_rng(seed)
    page = Image.new("RGB", (1654, 1169), "white")
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(font_file(), 34)
    text = []
    for at, (asks, answers) in enumerate(_QUESTIONS):
        x, y = 120.0, 120 + 130 * at
        draw.text((x, y), asks, "black", font)
        x += draw.textlength(asks, font) + 20
        ticked = int(rng.integers(len(answers)))
        said = asks
        for number, answer in enumerate(answers):
            draw.rectangle((x, y + 8, x + 30, y + 38), outline="black", width=3)
            if number == ticked:
                draw.line([(x + 4, y + 22), (x + 13, y + 33), (x + 34, y)], "black", 4)
            draw.text((x + 42, y), answer, "black", font)
            said += ("☑" if number == ticked else "□") + answer
            x += 42 + draw.textlength(answer, font) + 30
        text.append(said)
    return "".join(text), np.asarray(page)


def scanned() -> Callable[[], ranges.Looked]:
    """Cells right by hand, minus the sure wrong ones; ticks and signs of forms and certificates read right."""
    lists = [scan_lists.page(hand, 0) for hand in HANDS]
    papers = [(text, scans_made.as_pdf([way(picture, 3)])) for way in _WAYS for text, picture in (form(5),)]
    shown = scans_made.scanned(scans_made.certificate("赵示例", 1), 1)
    said = "姓名：赵示例资格名称：工程师批准时间：2019年11月"
    papers += [(said, scans_made.as_pdf([np.ascontiguousarray(np.rot90(shown, turns))])) for turns in (0, 1, 2)]

    def look() -> ranges.Looked:
        listed = [(truth, extractors_read.read(data, "名单.pdf", None)) for truth, data in lists]
        counted = [scan_lists.counted([one]) for one in listed]
        read = [extractors_read.read(data, "件.pdf", None) for _, data in papers]
        right = [_alike(text, one) for (text, _), one in zip(papers, read, strict=True)]
        score = (*(float(one[0]) for one in counted), *(-float(one[2]) for one in counted), *right)
        return ranges.Looked(score, _print_of([*read, *(one for _, one in listed)]))

    return look


_WAYS = (scans_made.scanned, HANDS["photographed"])


def _alike(text: str, read: Document) -> float:
    """Share of the text's signs that were read, in order."""
    signs = "".join("".join(_words(read)).split())
    return round(Indel.normalized_similarity(text, signs[: 4 * len(text)]) if signs else 0.0, 3)


def _words(read: Document) -> list[str]:
    blocks = [block for page in read.pages for block in page.blocks]
    return [" ".join(cell.text for cell in one.cells) if isinstance(one, Table) else one.text for one in blocks]


def _print_of(read: list[Document]) -> str:
    """Anything that differs in what was read, places and doubts with it."""
    return hashlib.sha256(repr([one.pages for one in read]).encode()).hexdigest()


def sealed() -> Callable[[], ranges.Looked]:
    """Seals found, minus certain ones elsewhere; pages without, minus those where one is seen, and those unclear."""
    with_seals = [seals_made.sealed(seed) for seed in range(SEALED)]
    without = [seals_made.unsealed(seed) for seed in range(10_000, 10_000 + UNSEALED)]
    small = [seals_made.others(seed) for seed in range(OTHERS)]

    def look() -> ranges.Looked:
        all_found = [seals_in(made.picture, made.dpi) for made in with_seals]
        certain = [[one for one in found if one.certain] for found in all_found]
        right = sum(sum(seals.hits(made, found)) for made, found in zip(with_seals, certain, strict=True))
        extra = sum(
            all(seals.overlap(box, one.bbox) < 0.2 for _, box in made.truth)
            for made, found in zip(with_seals, certain, strict=True)
            for one in found
        )
        states = [seal_state(made.picture, made.dpi) for made in without]
        others = [seals_in(made.picture, made.dpi) for made in small]
        kinds = sum(
            any(one.kind == made.truth[0][0] for one in found) for made, found in zip(small, others, strict=True)
        )
        score = (right, -extra, -states.count("seen"), -states.count("unknown"), kinds)
        return ranges.Looked(tuple(map(float, score)), repr((all_found, states, others)))

    return look


def main() -> int:
    """Measure the one or the other."""
    os.environ[ocr_engine.THREADS] = "1"
    cv2.setNumThreads(1)
    what, *rest = sys.argv[1:] or ["scan"]
    only = [word for word in rest if word != "--only"]
    look, module = (sealed(), seal) if what == "seals" else (scanned(), scan)
    for line in ranges.lines((module,), look, only, WALK):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
