"""Which value stands beside each label of a card: a licence, a certificate, whose two halves run on their own lines?

In:     the pieces of text of the card's pages, each with its box; labels.
Out:    what stands behind a label, line by line, with its place.
Raises: nothing. A label beside which nothing stands has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.values.text import unspaced
from extractors.vocabulary.facts import as_label, words
from schemas.locator import Box, Locator

Piece = tuple[str, Locator]

_LEVEL = 0.4
"""Pieces whose heights overlap by this share of the lower one stand side by side."""

_WIDE = 5.0
"""Ems between the parts of a label that is set wide (名　　　称)."""

_FAR = 16.0
"""Ems at most between a label and its value."""

_BELOW = (-0.5, 0.9)
_EDGE = 0.7
"""What goes on a value stands this many ems below it, and begins as near to where the value does."""


@dataclass(frozen=True, slots=True)
class _CardText:
    """A piece of text: the label it begins with ("" where none), what else it says, and where."""

    label: str
    text: str
    place: Locator
    box: Box

    @property
    def em(self) -> float:
        return self.box[3] - self.box[1]


def beside(pieces: Sequence[Piece], labels: Sequence[str]) -> Iterator[tuple[list[str], Locator]]:
    """What stands beside these labels, and the lines that may go on it below; the labels in the order of trust."""
    spots = _joined([_spot(text, place) for text, place in pieces if place.bbox is not None and unspaced(text)])
    for label in labels:
        for spot in spots:
            if spot.label != unspaced(label):
                continue
            value = spot if spot.text else _right_of(spot, spots)
            if value is not None:
                yield _whole(value, spot, spots)


def _spot(text: str, place: Locator) -> _CardText:
    bare = as_label(text)
    label = next((one for one in _by_length() if bare.startswith(one) and _ends(bare[len(one) :])), "")
    rest = bare[len(label) :].lstrip("：:、·．.") if label else text
    return _CardText(label, rest, place, place.bbox or (0.0, 0.0, 0.0, 0.0))


def _by_length() -> list[str]:
    return sorted(words().every, key=len, reverse=True)


def _ends(rest: str) -> bool:
    """Whether a label ends here: 名称 is none in 名称变更; of two hanzi it stands alone or before a name or a colon."""
    return not rest or not re.match(r"[的和及与变更登记证书]", rest)


def _joined(spots: Sequence[_CardText]) -> list[_CardText]:
    """The spots, the parts of a label that is set wide made one."""
    left = sorted(spots, key=lambda spot: spot.box[0])
    gone: set[int] = set()
    made: list[_CardText] = []
    for index, spot in enumerate(left):
        if index in gone:
            continue
        for number in range(index + 1, len(left)):
            other = left[number]
            both = unspaced(spot.label + spot.text + other.label + other.text)
            if other.box[0] - spot.box[2] > _WIDE * spot.em or both not in words().every or not _level(spot, other):
                continue
            box = (spot.box[0], min(spot.box[1], other.box[1]), other.box[2], max(spot.box[3], other.box[3]))
            gone.add(number)
            spot = _CardText(both, "", spot.place, box)  # noqa: PLW2901  what was joined may be joined again
        made.append(spot)
    return made


def _level(one: _CardText, other: _CardText) -> bool:
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return shared >= _LEVEL * min(one.em, other.em)


def _right_of(label: _CardText, spots: Sequence[_CardText]) -> _CardText | None:
    """The nearest piece to the right on the label's line; None where that is another label."""
    near = 0.5 * label.em
    after = [spot for spot in spots if spot is not label and spot.box[0] >= label.box[2] - near and _level(label, spot)]
    nearest = min(after, key=lambda spot: spot.box[0], default=None)
    if nearest is None or nearest.label or nearest.box[0] - label.box[2] > _FAR * label.em:
        return None
    return nearest


def _whole(value: _CardText, label: _CardText, spots: Sequence[_CardText]) -> tuple[list[str], Locator]:
    """The value and the lines that go on below it, up to the next line that has a label under this one."""
    told, last = [value.text], value
    ours = [spot for spot in spots if spot.label and label.box[0] - label.em <= spot.box[0] <= value.box[0]]
    while (below := _below(value, last, spots, ours)) is not None:
        told.append(below.text)
        last = below
    return told, value.place


def _below(
    value: _CardText, last: _CardText, spots: Sequence[_CardText], labels: Sequence[_CardText]
) -> _CardText | None:
    left = value.box[0]
    for spot in spots:
        down = (spot.box[1] - last.box[3]) / last.em
        if spot is last or spot.label or not _BELOW[0] <= down <= _BELOW[1] or spot.box[1] <= last.box[1]:
            continue
        if abs(spot.box[0] - left) > _EDGE * last.em:
            continue
        return None if any(_level(spot, label) for label in labels) else spot
    return None
