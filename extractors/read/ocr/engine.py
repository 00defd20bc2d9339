"""Where text stands in a picture, and what a strip of it says: the recogniser, one per process.

In:     pictures as arrays (rows, columns, blue-green-red).
Out:    boxes of text lines; the characters of each strip with their places and how sure they are.
Raises: nothing of its own. Nothing is loaded before the first picture, and nothing is ever downloaded.
Source: rapidocr, whose wheel holds the PP-OCR models. Its classifier of upside-down lines loses lines
        (measured), so it stays off: how a page is turned is found by ``read.scan.orientation``.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.read.ocr import cache as ocr_cache
from extractors.read.ocr.look_alikes import Other, doubt_look_alikes, look_alikes
from extractors.read.ocr.variants import rare_signs, take_common

Picture = NDArray[np.uint8]
Quads = NDArray[np.float32]
"""Text boxes: (n, 4, 2), corners clockwise from the top left, in pixels."""

THREADS = "DOSSIER_SCAN_THREADS"
"""Environment variable: threads of one recogniser. Without it a worker process takes one, a lone process all."""

_HEIGHT = 48
"""Height of a strip as the model reads it."""

_LOWEST = 4
"""Pictures lower or narrower than this (pixels, as they are looked at) hold no line of text: a rule, a border."""

_STEP = 8
_LEAST = 64
_LOOSEST = 1.04
"""Strips read together differ by no more than this factor in width: what is padded is read for nothing.

Narrow ones are padded all the same: a lone sign is read better with room about it (measured).
"""

_TEXT = "text, in common forms, look-alikes in doubt"
"""How what the models say is understood; another way gives other lines."""

_MOST_TOGETHER = 6
_WIDEST = 3200


class RecognisedLine(NamedTuple):
    """What one strip says: characters, the middle of each as a share of the strip's width, and its score."""

    chars: tuple[str, ...]
    at: tuple[float, ...]
    scores: tuple[float, ...]
    short: bool = False
    """Ink beside it was not read: there may be more than it says."""

    @property
    def text(self) -> str:
        """The characters as one string."""
        return "".join(self.chars)

    @property
    def score(self) -> float:
        """The mean score; 0 where nothing was read."""
        return sum(self.scores) / len(self.scores) if self.scores else 0.0


NOTHING = RecognisedLine((), (), ())


def detect(picture: Picture, long_side: int) -> Quads:
    """The boxes of text lines, found at this size and given in pixels of the picture."""
    high, wide = picture.shape[:2]
    scale = min(1.0, long_side / max(high, wide))
    if min(high, wide) * scale < _LOWEST:
        return np.zeros((0, 4, 2), np.float32)
    small = picture
    if scale < 1:
        small = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    name = ocr_cache.key(small, "lines")
    kept = ocr_cache.boxes(name)
    if kept is None:
        found = _models().detector(np.ascontiguousarray(small))
        flat = () if found.boxes is None else np.asarray(found.boxes, np.float32).round(2).ravel().tolist()
        kept = tuple(flat)
        ocr_cache.keep_boxes(name, kept)
    return np.asarray(kept, np.float32).reshape(-1, 4, 2) / np.float32(scale)


def recognise(strips: Sequence[Picture]) -> list[RecognisedLine]:
    """What each strip says. A strip is one line of text, upright."""
    names = [ocr_cache.key(strip, _TEXT) for strip in strips]
    kept = ocr_cache.lines(names)
    lines = [NOTHING if one is None else RecognisedLine(*one) for one in kept]
    missing = [index for index, one in enumerate(kept) if one is None]
    for index, line in _read_anew(strips, missing):
        lines[index] = line
    if missing:
        ocr_cache.keep_lines(names, [(one.chars, one.at, one.scores) for one in lines])
    return lines


def _read_anew(strips: Sequence[Picture], missing: Sequence[int]) -> Iterator[tuple[int, RecognisedLine]]:
    """What those of the strips say that were not kept; strips of about one length are read together."""
    fitted = {index: _fitted(strips[index]) for index in missing}
    order = sorted(missing, key=lambda index: fitted[index].shape[1])
    for group in _groups([fitted[index].shape[1] for index in order]):
        members = [order[place] for place in group]
        yield from zip(members, _read([fitted[index] for index in members]), strict=True)


class _Models(NamedTuple):
    detector: Any
    session: Any
    alphabet: Sequence[str]


@cache
def _models() -> _Models:
    from onnxruntime import disable_telemetry_events  # noqa: PLC0415  as below
    from rapidocr import RapidOCR  # noqa: PLC0415  loading takes as long as reading half a page

    disable_telemetry_events()  # Windows asks no environment variable: schemas/process/telemetry.py
    engine: Any = RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "Det.limit_side_len": 32,
            "EngineConfig.onnxruntime.intra_op_num_threads": _threads(),
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            # The arena keeps what the largest page took, twice over, and is hardly faster (measured).
            "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
        }
    )
    # rapidocr's own loop pads every short strip to 320 pixels and keeps no places of characters.
    detector, reader = engine._load_det_model(), engine._load_rec_model()  # noqa: SLF001  pinned; no public way
    return _Models(detector, reader.session, reader.postprocess_op.character)


def _threads() -> int:
    asked = os.environ.get(THREADS, "")
    if asked.isdecimal() and int(asked):
        return int(asked)
    return 1 if multiprocessing.parent_process() else os.cpu_count() or 1


def _fitted(strip: Picture) -> Picture:
    """The strip at the height that the model reads."""
    high, wide = strip.shape[:2]
    width = min(max(round(_HEIGHT * wide / max(high, 1)), 16), _WIDEST)
    return np.asarray(cv2.resize(strip, (width, _HEIGHT)), np.uint8)


def _groups(widths: Sequence[int]) -> list[range]:
    """Which strips, in order of width, are read together."""
    groups: list[range] = []
    start = 0
    for index in range(1, len(widths) + 1):
        full = index - start >= _MOST_TOGETHER
        if index == len(widths) or full or widths[index] > max(_LOOSEST * widths[start], _LEAST):
            groups.append(range(start, index))
            start = index
    return groups


def _read(strips: Sequence[Picture]) -> list[RecognisedLine]:
    """Strips of nearly one width, read in one go."""
    widest = max(strip.shape[1] for strip in strips)
    width = max(-(-widest // _STEP) * _STEP, _LEAST)
    batch = np.zeros((len(strips), 3, _HEIGHT, width), np.float32)
    for place, strip in zip(batch, strips, strict=True):
        place[:, :, : strip.shape[1]] = (strip.transpose(2, 0, 1).astype(np.float32) / 255 - 0.5) / 0.5
    models = _models()
    chances = models.session(batch)
    best, sure = chances.argmax(axis=2), chances.max(axis=2)
    take_common(best, sure, chances, _rare())
    doubt_look_alikes(best, sure, chances, _alike())
    return [
        _decoded(best[index], sure[index], width / strip.shape[1], models.alphabet)
        for index, strip in enumerate(strips)
    ]


@cache
def _rare() -> NDArray[np.bool_]:
    return rare_signs(_models().alphabet)


@cache
def _alike() -> Mapping[int, tuple[Other, ...]]:
    return look_alikes(_models().alphabet)


def _decoded(best: NDArray[Any], sure: NDArray[Any], stretch: float, alphabet: Sequence[str]) -> RecognisedLine:
    """The characters of one strip: what is the same in neighbouring steps is one character, 0 is none."""
    chars, places, scores = [], [], []
    start, steps = 0, len(best)
    for step in range(1, steps + 1):
        if step < steps and best[step] == best[start]:
            continue
        if best[start]:
            chars.append(alphabet[best[start]])
            places.append(round(min((start + step) / 2 / steps * stretch, 1.0), 4))
            scores.append(round(float(sure[start:step].max()), 4))
        start = step
    return RecognisedLine(tuple(chars), tuple(places), tuple(scores))
