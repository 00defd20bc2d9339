"""Which of several options with a box each is chosen by its look: underlined, framed, or the only one not struck out?

Options that only strokes part (租用/自有) are chosen so too, and get their boxes.
Where nothing is set off so plainly: the one in heavy or coloured type, or the only one that is not greyed out.

In:     a line as its pieces, each plain, set off (underlined, framed, highlighted), in heavy or coloured type, pale, or
        struck out, raised.
Out:    the line as a person reads it: struck words and the raised marks of notes behind numbers left out, the box of a
        chosen option ticked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


class Look(Enum):
    """How a piece of a line looks."""

    PLAIN = 0
    SET_OFF = 1
    STRUCK = 2
    HEAVY = 3
    """Heavy or coloured type, a coloured ground: sets an option off where no other means does."""
    PALE = 4
    """Greyed out."""
    RAISED = 5
    """Set above the line, as the 2 of m² and the mark of a note are."""


Piece = tuple[str, Look]

NOTE_MARKS = "数字后的上标注释号未计入数字"

_BOX = "□"
_HANZI = re.compile("[\u4e00-\u9fff]+")
_STROKES = re.compile(
    "(?<![\u4e00-\u9fff/／])[\u4e00-\u9fff]{1,4}(?:[/／][\u4e00-\u9fff]{1,4}){1,3}(?![\u4e00-\u9fff/／])"
)
_REFERENCE = re.compile(r"[\d①-⑳*＊†‡\[\]()（）注,，、\s]+")
_NUMBERED = re.compile(r"(?<![×xX*]10)(?<=\d)\s*$")
_POWER = 8
"""So many signs in front tell a number, and a power of ten (×10) from it."""
_TICKED = re.compile("[☑☒■√✓✔●◉]")
_WORD = re.compile(r"[^\s□,，、;；/|：:。.()（）]")


@dataclass(frozen=True, slots=True)
class _Option:
    """An option: its box, and the places of the signs of its word in the line."""

    box: int
    word: tuple[int, ...]


def read_off(pieces: Sequence[Piece]) -> tuple[str, bool]:
    """The line without what is struck, and whether the look of an option ticked its box."""
    looks = [look for text, look in pieces for _ in text]
    line = "".join(text for text, _ in pieces)
    chosen, dropped = _chosen(line, looks)
    dropped.update(_references(pieces))
    boxed = {} if _BOX in line or _TICKED.search(line) else _parted_by_strokes(line, looks)
    kept = (
        ("☑" if at in chosen else sign) + boxed.get(at, "")
        for at, sign in enumerate(line)
        if looks[at] is not Look.STRUCK and at not in dropped
    )
    return "".join(kept), bool(chosen or boxed)


def _parted_by_strokes(line: str, looks: Sequence[Look]) -> dict[int, str]:
    """The boxes that options without any stand for (租用/自有, one of them underlined), by the last sign of each."""
    boxed: dict[int, str] = {}
    for found in _STROKES.finditer(line):
        words = [(found.start() + word.start(), found.start() + word.end()) for word in _HANZI.finditer(found[0])]
        set_off = [[look is Look.SET_OFF for look in looks[start:end]] for start, end in words]
        if sum(map(all, set_off)) == 1 and sum(map(any, set_off)) == 1:
            boxed.update((end - 1, "☑" if all(held) else _BOX) for (_, end), held in zip(words, set_off, strict=True))
    return boxed


def has_references(pieces: Sequence[Piece]) -> bool:
    """Whether a number of the line bears the raised mark of a note: 15¹人 is 15 and never 151."""
    return next(_references(pieces), None) is not None


def _references(pieces: Sequence[Piece]) -> Iterator[int]:
    """The places of the signs of raised marks of notes: they stand behind a number; behind ×10 it may be a power."""
    before, at = "", 0
    for text, look in pieces:
        if look is Look.RAISED and _REFERENCE.fullmatch(text) and _NUMBERED.search(before):
            yield from range(at, at + len(text))
        elif look is not Look.STRUCK:
            before = (before + text)[-_POWER:]
        at += len(text)


def _chosen(line: str, looks: Sequence[Look]) -> tuple[set[int], set[int]]:
    """The boxes that the looks tick, and those of the options that are struck out."""
    if line.count(_BOX) < 2 or _TICKED.search(line):
        return set(), set()
    options = _options(line)
    struck = [option for option in options if _all_are(option, looks, Look.STRUCK)]
    left = [option for option in options if option not in struck]
    chosen = left if struck and len(left) == 1 else _set_off(options, looks)
    return {option.box for option in chosen}, {option.box for option in struck}


def _set_off(options: Sequence[_Option], looks: Sequence[Look]) -> list[_Option]:
    """The options that are set off from the others by the plainest means; none where all of them are."""
    for look in (Look.SET_OFF, Look.HEAVY):
        found = [option for option in options if _all_are(option, looks, look)]
        if 0 < len(found) < len(options):
            return found
    left = [option for option in options if not _all_are(option, looks, Look.PALE)]
    return left if len(left) == 1 < len(options) else []


def _all_are(option: _Option, looks: Sequence[Look], look: Look) -> bool:
    return all(looks[at] is look for at in option.word)


def _options(line: str) -> list[_Option]:
    """Each box with its word; none where it cannot be told on which side of its box a word stands."""
    boxes = [at for at, sign in enumerate(line) if sign == _BOX]
    before = [_run(line, range(box - 1, -1, -1)) for box in boxes]
    behind = [_run(line, range(box + 1, len(line))) for box in boxes]
    words = before if all(before) and not _touching(line, boxes[-1]) else behind if all(behind) else ()
    return [_Option(box, word) for box, word in zip(boxes, words, strict=True)] if words else []


def _run(line: str, places: range) -> tuple[int, ...]:
    """The places of the signs of the word that begins here, blanks before it passed over."""
    run: list[int] = []
    for at in places:
        if _WORD.match(line[at]):
            run.append(at)
        elif run or not line[at].isspace():
            break
    return tuple(run)


def _touching(line: str, box: int) -> bool:
    """Whether a word stands right behind the box."""
    return box + 1 < len(line) and _WORD.match(line[box + 1]) is not None
