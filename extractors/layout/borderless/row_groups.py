"""Which lines of a borderless table stand in one row: by the room between them, else by how cells wrap.

In:     the lines of a table from the top, each piece in its column.
Out:    groups of line numbers, one per row.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.layout.borderless.columns import LayoutColumn, Placed
from extractors.layout.borderless.numbers import is_number
from extractors.layout.cell_text import first_word, slack
from extractors.layout.lines import TextLine

Laid = Sequence[Placed]

_WIDER = 1.12
"""Rows are at least this much further apart than the lines of one cell, where the room between lines tells them."""

_CLOSE = 1.75
"""Lines of one cell are at most this many ems apart."""

_UPON = 0.95
"""Lines nearer than so many ems, in different columns, are of one row: its cells have not the same number of lines."""

_SERIAL = re.compile(r"[0-9]{1,5}")
_MANY = 4
"""So many numbers that go up by one are serial numbers."""

_ANCHORED = 0.85
"""Of the rows that the room between lines shows, so many must have one line that is filled, for it to be believed."""


def bands(lines: Sequence[Laid], found: Sequence[LayoutColumn]) -> list[list[int]]:
    """The lines of each row, from the top."""
    if not lines:
        return []
    anchors = _anchors(lines, found)
    return _by_room(lines, anchors) or _by_wrapping(lines, _extents(lines, found), anchors)


def _extents(lines: Sequence[Laid], found: Sequence[LayoutColumn]) -> list[LayoutColumn]:
    """The columns as wide as anything that stands in them alone, their headings too."""
    result = list(found)
    for line in lines:
        for piece, first, last in line:
            if first == last:
                result[first] = LayoutColumn(min(result[first].x0, piece.x0), max(result[first].x1, piece.x1))
    return result


def _anchors(lines: Sequence[Laid], found: Sequence[LayoutColumn]) -> list[bool]:
    """For each line, whether it is the filled line of a row: most cells of a row have one line, and share it.

    A second line of wrapped cells stands in few columns, and never says the figure of a column of figures; where
    the rows are numbered, theirs are the lines with the numbers.
    """
    figures = set(_figure_columns(lines, found))
    most = max(len({item.first for item in line}) for line in lines)
    numbered = _numbered(lines)
    if numbered:
        first = min(numbered)
        rows = numbered | _after_the_last(lines, numbered)
        return [number in rows or (number < first and len(line) * 10 >= 6 * most) for number, line in enumerate(lines)]
    return [
        len(line) * 10 >= 6 * most
        or (len(line) > 1 and any(item.first in figures and is_number(item.piece.text) for item in line))
        for line in lines
    ]


def _after_the_last(lines: Sequence[Laid], numbered: set[int]) -> set[int]:
    """The lines below the last numbered row that begin rows of their own (a total): as far off as rows are."""
    feet = [max(item.piece.bottom for item in line) for line in lines]
    pitches = sorted(feet[below] - feet[above] for above, below in pairwise(sorted(numbered)))
    usual, last = pitches[len(pitches) // 2], feet[max(numbered)]
    found = set()
    for number in range(max(numbered) + 1, len(lines)):
        if feet[number] - last >= _UPON * usual:
            found.add(number)
            last = feet[number]
    return found


def _numbered(lines: Sequence[Laid]) -> set[int]:
    """The lines that begin with the serial number of a row, each one more than the last; none where rows have none."""
    said = [
        (number, int(line[0].piece.text))
        for number, line in enumerate(lines)
        if line and line[0].first == line[0].last == 0 and _SERIAL.fullmatch(line[0].piece.text)
    ]
    counted = all(after == before + 1 for (_, before), (_, after) in pairwise(said))
    return {number for number, _ in said} if len(said) >= _MANY and counted else set()


def _figure_columns(lines: Sequence[Laid], found: Sequence[LayoutColumn]) -> list[int]:
    """The columns that mostly hold figures."""
    result = []
    for column in range(len(found)):
        said = [item.piece.text for line in lines for item in line if item.first == item.last == column]
        if len(said) * 3 >= len(lines) and sum(map(is_number, said)) * 10 >= len(said) * 7:
            result.append(column)
    return result


def _by_room(lines: Sequence[Laid], anchors: Sequence[bool]) -> list[list[int]]:
    """The rows as the room between lines shows them; none where it does not tell."""
    if all(anchors):
        return []
    feet = [max(item.piece.bottom for item in line) for line in lines]
    pitches = [below - above for above, below in pairwise(feet)]
    ordered = sorted(set(pitches))
    best: tuple[float, list[list[int]]] = (0.0, [])
    for low, high in pairwise(ordered):
        if low <= 0 or high < _WIDER * low:
            continue
        groups = _parted(pitches, (low + high) / 2)
        held = [sum(anchors[number] for number in group) for group in groups]
        below = held[next((at for at, count in enumerate(held) if count), 0) :]
        share = sum(count == 1 for count in below) / len(below)
        if max(held) == 1 and share >= _ANCHORED and share > best[0]:
            best = (share, groups)
    return best[1]


def _parted(pitches: Sequence[float], widest: float) -> list[list[int]]:
    groups = [[0]]
    for number, pitch in enumerate(pitches, start=1):
        if pitch <= widest:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _by_wrapping(lines: Sequence[Laid], found: Sequence[LayoutColumn], anchors: Sequence[bool]) -> list[list[int]]:
    """The rows as full lines of cells show them: what had no room goes on below."""
    groups: list[list[int]] = [[0]]
    for number in range(1, len(lines)):
        if _belongs(lines, groups[-1], number, found, anchors):
            groups[-1].append(number)
        else:
            groups.append([number])
    top = _is_top(groups, anchors)
    feet = [max(item.piece.bottom for item in line) for line in lines]
    return [part for group in groups for part in _one_anchor_each(group, anchors, feet, top=top)]


def _belongs(
    lines: Sequence[Laid], group: Sequence[int], number: int, found: Sequence[LayoutColumn], anchors: Sequence[bool]
) -> bool:
    """Whether a line carries on the row above it."""
    here, above = lines[number], lines[number - 1]
    pitch = max(item.piece.bottom for item in here) - max(item.piece.bottom for item in above)
    size = max(item.piece.size for item in here)
    if pitch < _UPON * size and not {item.first for item in above} & {item.first for item in here}:
        return True
    if pitch > _CLOSE * size or (anchors[number] and anchors[number - 1]):
        return False
    held = {item.first: item.piece for other in group for item in lines[other]}
    common = [item for item in here if item.first in held]
    if not common or (len(common) < len(here) and not anchors[number]):
        return False
    return all(_wraps(held[item.first], item, found) for item in common)


def _wraps(above: TextLine, item: Placed, found: Sequence[LayoutColumn]) -> bool:
    """Whether the line of the cell above was full, so that the first word of this piece had to go below."""
    if is_number(item.piece.text) and not is_number(above.text):
        return False
    width = found[item.last].x1 - found[item.first].x0
    room = slack(item.piece) * item.piece.size
    return (above.x1 - above.x0) + first_word(item.piece) + room >= width


def _is_top(groups: Sequence[Sequence[int]], anchors: Sequence[bool]) -> bool:
    """Whether rows begin with their filled line more often than they end with it."""
    sure = [g for g in groups if len(g) > 1 and sum(anchors[n] for n in g) == 1]
    return sum(anchors[g[0]] for g in sure) >= sum(anchors[g[-1]] for g in sure)


def _one_anchor_each(
    group: Sequence[int], anchors: Sequence[bool], feet: Sequence[float], *, top: bool
) -> list[list[int]]:
    """The group cut so that no part has two filled lines: where there is most room between them, else as rows stand."""
    filled = [place for place, number in enumerate(group) if anchors[number]]
    if len(filled) < 2:
        return [list(group)]
    one, other = filled[:2]
    pitches = [feet[group[place]] - feet[group[place - 1]] for place in range(one + 1, other + 1)]
    widest = max(pitches)
    standing = other if top else one + 1
    cut = one + 1 + pitches.index(widest) if widest >= _WIDER * min(pitches) else standing
    return [list(group[:cut]), *_one_anchor_each(group[cut:], anchors, feet, top=top)]
