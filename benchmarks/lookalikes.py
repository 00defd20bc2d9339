"""Which hanzi does the recogniser take for others, surely, in small soft type, and did it think of the right one?

    python benchmarks/lookalikes.py

Every sign of GB 2312 in lines of signs in no order, so that no word helps: small, soft, its picture pressed hard.
Prints each pair as what was read, what stood there, how often, and the least chance that the recogniser left for what
stood there. What is in data/vocabulary/look_alikes.yaml was chosen from this with both fonts that were at hand.
Needs a Chinese font (see chinese_font.py). Processor time of about a minute, one thread.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Iterator

import cv2
import numpy as np
from chinese_font import font_file
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from extractors.read.ocr import engine

_IN_A_LINE = 20
_EM = 40
_SOFT = ((0.52, 0.8, 45), (0.42, 0.7, 60))
"""By how much the type is made smaller, how soft, and how hard its picture is pressed."""
_SURE = 0.75


def main() -> int:
    os.environ[engine.THREADS] = "1"
    cv2.setNumThreads(1)
    signs = np.array(list(_signs()))
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for seed, (small, soft, quality) in enumerate(_SOFT):
        order = np.random.default_rng(seed).permutation(signs)
        for start in range(0, len(order), _IN_A_LINE):
            text = "".join(order[start : start + _IN_A_LINE])
            for read, meant, chance in _taken_for_others(text, small, soft, quality):
                found[read, meant].append(chance)
    for (read, meant), chances in sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        print(read, meant, len(chances), round(min(chances), 4))
    return 0


def _signs() -> Iterator[str]:
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield bytes((high, low)).decode("gb2312")
            except UnicodeDecodeError:
                continue


def _taken_for_others(text: str, small: float, soft: float, quality: int) -> Iterator[tuple[str, str, float]]:
    """What was read for what, and the chance of what stood there; lines that lost a sign tell nothing."""
    models = engine._models()  # noqa: SLF001  the chances of all signs are nobody else's business
    strip = _fitted(_drawn(text, small, soft, quality))
    chances = models.session((strip.transpose(2, 0, 1)[None].astype(np.float32) / 255 - 0.5) / 0.5)[0]
    steps = [step for step, sign in _signs_of(chances.argmax(axis=1))]
    alphabet = list(models.alphabet)
    if len(steps) != len(text):
        return
    for step, meant in zip(steps, text, strict=True):
        best = int(chances[step].argmax())
        if alphabet[best] != meant and chances[step, best] >= _SURE and meant in alphabet:
            yield alphabet[best], meant, float(chances[step, alphabet.index(meant)])


def _signs_of(best: NDArray[np.intp]) -> Iterator[tuple[int, int]]:
    before = 0
    for step, sign in enumerate(best.tolist()):
        if sign and sign != before:
            yield step, sign
        before = sign


def _drawn(text: str, small: float, soft: float, quality: int) -> NDArray[np.uint8]:
    page = Image.new("RGB", (_EM * len(text) + _EM, 2 * _EM), "white")
    ImageDraw.Draw(page).text((_EM / 2, _EM / 4), text, "black", ImageFont.truetype(font_file(), _EM))
    less = cv2.resize(np.asarray(page), None, fx=small, fy=small, interpolation=cv2.INTER_AREA)
    pressed = cv2.imencode(".jpg", cv2.GaussianBlur(less, (0, 0), soft), [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(pressed, cv2.IMREAD_COLOR), np.uint8)


def _fitted(strip: NDArray[np.uint8]) -> NDArray[np.uint8]:
    high, wide = strip.shape[:2]
    return np.asarray(cv2.resize(strip, (round(wide * 48 / high / 8) * 8, 48)), np.uint8)


if __name__ == "__main__":
    sys.exit(main())
