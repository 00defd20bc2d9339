"""Which ink of a line does no recognised character stand for, and what does it say read by itself?

In:     the picture and its ink without rules, boxes of lines and what was read of them.
Out:    the same lines; words in which signs were passed over read anew, or doubted where that did not help.
Raises: nothing.

A recogniser loses a sign now and then (680 becomes 80) and is sure of what is left: only the ink shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from extractors.layout.lines import is_wide
from extractors.read.ocr.engine import Picture, Quads, RecognisedLine, recognise
from extractors.read.scan.orientation import strip
from extractors.read.scan.settings import PAGE, UNREAD_INK
from extractors.read.scan.type_size import ReadLine, middles, type_sizes
from extractors.read.scan.words import rescored, with_word

Ink = NDArray[np.uint8]
Run = tuple[float, float]
"""Columns of ink that follow each other: from where to where, in pixels."""


_BROAD = frozenset("mwMW@%&—")


class _LostWord(NamedTuple):
    """A word of a line in which ink was passed over: which line, which characters, from where to where."""

    line: int
    first: int
    last: int
    """Its characters; the last one is not among them."""
    quad: Quads


def completed(picture: Picture, bare: Ink, lines: Sequence[ReadLine]) -> list[ReadLine]:
    """The lines with what was passed over; ``bare`` is the ink without that of the rules."""
    ems = type_sizes(lines)
    gaps = [gap for index, line in enumerate(lines) if (gap := _gap(index, line, ems[index], bare))]
    found = recognise([strip(picture, gap.quad) for gap in gaps])
    result = list(lines)
    for gap, word in zip(gaps, found, strict=True):
        result[gap.line] = (lines[gap.line][0], _filled(lines[gap.line], gap, word))
    return result


def _gap(index: int, line: ReadLine, em: float, bare: Ink) -> _LostWord | None:
    """The word of a line about the first ink that no character stands for; None where there is none."""
    quad, text = line
    places = middles(line)
    if not text.chars or not _is_level(quad):
        return None
    runs = _runs(quad, bare, em)
    standing = [(char, x) for char, x in zip(text.chars, places, strict=True) if char.strip()]
    missed = next((run for run in runs if _is_missed(run, runs, standing, em)), None)
    if missed is None:
        return None
    start, end = _word_about(missed, runs, em)
    first, last = _characters([_nearest(x, runs) for x in places], start, end)
    (x0, top), (_, bottom) = quad.min(axis=0), quad.max(axis=0)
    pad = UNREAD_INK.pad * em
    left, right = max(start - pad, float(x0)), end + pad
    box = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)
    return _LostWord(index, first, last, box)


def _characters(own: Sequence[Run], start: float, end: float) -> tuple[int, int]:
    """From which character to which (it is not among them) a word reaches; ``own``: the ink of each character."""
    inside = [place for place, run in enumerate(own) if start <= run[0] and run[1] <= end]
    before = sum(run[0] < start for run in own)
    return (inside[0], inside[-1] + 1) if inside else (before, before)


def _filled(line: ReadLine, gap: _LostWord, word: RecognisedLine) -> RecognisedLine:
    """The line with the word as it reads by itself where that has more signs; doubtful unless it reads the same."""
    _, text = line
    known = "".join(text.chars[gap.first : gap.last]).strip()
    if word.text.strip() == known and word.score >= UNREAD_INK.confirmed:
        return text
    span = (gap.first, gap.last)
    if len(word.text.strip()) > len(known) and word.score >= UNREAD_INK.believed:
        text = with_word(line, span, word, gap.quad)
        span = (gap.first, gap.first + len(word.chars))
    return rescored(text, span, PAGE.doubt - UNREAD_INK.less)


def _is_level(quad: Quads) -> bool:
    """Whether a box stands straight, and holds a line of writing."""
    slope = abs(float(quad[1, 1] - quad[0, 1]))
    return slope <= UNREAD_INK.slant and float(np.ptp(quad[:, 0])) >= float(np.ptp(quad[:, 1])) / 2


def _runs(quad: Quads, bare: Ink, em: float) -> list[Run]:
    """The runs of ink of a line; specks and strokes at the rim of the box are none."""
    x0, top = (max(round(float(value)), 0) for value in quad.min(axis=0))
    x1, bottom = (round(float(value)) for value in quad.max(axis=0))
    part = bare[top:bottom, x0:x1]
    rim = round(UNREAD_INK.rim * (bottom - top))
    rows = part[rim : len(part) - rim]
    filled = np.flatnonzero(rows.any(axis=0))
    if not len(filled):
        return []
    breaks = np.flatnonzero(np.diff(filled) > max(UNREAD_INK.close * em, 1))
    starts, ends = filled[[0, *(breaks + 1)]], filled[[*breaks, len(filled) - 1]]
    runs = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        depth = np.flatnonzero(rows[:, start : end + 1].any(axis=1))
        if depth[-1] - depth[0] >= UNREAD_INK.high * em:
            runs.append((float(x0 + start), float(x0 + end + 1)))
    return runs


def _is_missed(run: Run, runs: Sequence[Run], standing: Sequence[tuple[str, float]], em: float) -> bool:
    """Whether there is more ink in a run than its characters have.

    None is nearest to it, and it is no part of a hanzi beside it; or it is far wider than those that are.
    """
    wide = run[1] - run[0]
    own = [char for char, x in standing if _nearest(x, runs) == run]
    if own:
        room = sum(UNREAD_INK.wide if is_wide(char) or char in _BROAD else UNREAD_INK.narrow for char in own)
        return wide > (room + UNREAD_INK.slack) * em
    if wide > UNREAD_INK.widest * em:
        return False
    return not any(
        max(run[1] - x, x - run[0]) <= (UNREAD_INK.hanzi if is_wide(char) else UNREAD_INK.letter) * em
        for char, x in standing
    )


def _nearest(x: float, runs: Sequence[Run]) -> Run:
    """The run that is nearest to a place, or holds it."""
    return min(runs, key=lambda run: max(run[0] - x, x - run[1], 0.0))


def _word_about(run: Run, runs: Sequence[Run], em: float) -> Run:
    """From where to where the word reaches that a run of ink stands in."""
    start, end = run
    for other in reversed(runs[: runs.index(run)]):
        if start - other[1] > UNREAD_INK.blank * em:
            break
        start = other[0]
    for other in runs[runs.index(run) + 1 :]:
        if other[0] - end > UNREAD_INK.blank * em:
            break
        end = other[1]
    return start, end
