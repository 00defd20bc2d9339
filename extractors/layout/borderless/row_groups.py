"""Which lines of a borderless table stand in one row: by the room between them, else by how cells wrap.

In:     the lines of a table from the top, each piece in its column.
Out:    groups of line numbers, one per row.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from extractors.layout.borderless.columns import LayoutColumn, Placed
from extractors.layout.borderless.numbers import is_number
from extractors.layout.borderless.settings import ROW
from extractors.layout.cell_text import first_word, slack
from extractors.layout.lines import TextLine

Laid = Sequence[Placed]

_SERIAL = re.compile(r"[0-9]{1,5}")


def row_groups(lines: Sequence[Laid], columns: Sequence[LayoutColumn]) -> list[list[int]]:
    """The lines of each row, from the top."""
    if not lines:
        return []
    anchors = _anchors(lines, columns)
    return _by_room(lines, anchors) or _by_wrapping(lines, _extents(lines, columns), anchors)


def _extents(lines: Sequence[Laid], columns: Sequence[LayoutColumn]) -> list[LayoutColumn]:
    """The columns as wide as anything that stands in them alone, their headings too."""
    result = list(columns)
    for line in lines:
        for piece, first, last in line:
            if first == last:
                result[first] = LayoutColumn(min(result[first].x0, piece.x0), max(result[first].x1, piece.x1))
    return result


def _anchors(lines: Sequence[Laid], columns: Sequence[LayoutColumn]) -> list[bool]:
    """For each line, whether it is the filled line of a row: most cells of a row have one line, and share it.

    A second line of wrapped cells stands in few columns, and never says the figure of a column of figures; where
    the rows are numbered, theirs are the lines with the numbers.
    """
    most = max(len({item.first for item in line}) for line in lines)
    filled = [len(line) / most >= ROW.filled for line in lines]
    numbered = _numbered(lines)
    if numbered:
        rows = numbered | _after_the_last(lines, numbered)
        return [number in rows or (number < min(numbered) and filled[number]) for number in range(len(lines))]
    figures = _figure_columns(lines, columns)
    return [full or _says_figure(line, figures) for line, full in zip(lines, filled, strict=True)]


def _says_figure(line: Laid, figures: Collection[int]) -> bool:
    """Whether a line of several pieces has a figure in a column of figures."""
    return len(line) > 1 and any(item.first in figures and is_number(item.piece.text) for item in line)


def _after_the_last(lines: Sequence[Laid], numbered: set[int]) -> set[int]:
    """The lines below the last numbered row that begin rows of their own (a total): as far off as rows are."""
    feet = [max(item.piece.bottom for item in line) for line in lines]
    pitches = sorted(feet[below] - feet[above] for above, below in pairwise(sorted(numbered)))
    usual, last = pitches[len(pitches) // 2], feet[max(numbered)]
    after = set()
    for number in range(max(numbered) + 1, len(lines)):
        if feet[number] - last >= ROW.upon * usual:
            after.add(number)
            last = feet[number]
    return after


def _numbered(lines: Sequence[Laid]) -> set[int]:
    """The lines that begin with the serial number of a row, each one more than the last; none where rows have none."""
    serials = [
        (number, int(line[0].piece.text))
        for number, line in enumerate(lines)
        if line and line[0].first == line[0].last == 0 and _SERIAL.fullmatch(line[0].piece.text)
    ]
    counted = all(after == before + 1 for (_, before), (_, after) in pairwise(serials))
    return {number for number, _ in serials} if len(serials) >= ROW.serials and counted else set()


def _figure_columns(lines: Sequence[Laid], columns: Sequence[LayoutColumn]) -> frozenset[int]:
    """The columns that mostly hold figures."""
    cells: list[list[str]] = [[] for _ in columns]
    for line in lines:
        for item in line:
            if item.first == item.last:
                cells[item.first].append(item.piece.text)
    return frozenset(
        column
        for column, texts in enumerate(cells)
        if texts
        and len(texts) / len(lines) >= ROW.figure_lines
        and sum(map(is_number, texts)) / len(texts) >= ROW.figure_column
    )


def _by_room(lines: Sequence[Laid], anchors: Sequence[bool]) -> list[list[int]]:
    """The rows as the room between lines shows them; none where it does not tell."""
    if all(anchors):
        return []
    feet = [max(item.piece.bottom for item in line) for line in lines]
    pitches = [below - above for above, below in pairwise(feet)]
    bounds = [(low + high) / 2 for low, high in pairwise(sorted(set(pitches))) if low > 0 and high >= ROW.wider * low]
    ways = [_parted(pitches, bound) for bound in bounds]
    best = max(ways, key=lambda groups: _one_anchor_share(groups, anchors), default=[])
    return best if best and _one_anchor_share(best, anchors) >= ROW.anchored else []


def _one_anchor_share(groups: Sequence[Sequence[int]], anchors: Sequence[bool]) -> float:
    """The share of rows with one filled line, from the first that has any; 0 where some row has several."""
    filled = [sum(anchors[number] for number in group) for group in groups]
    below = filled[next((at for at, count in enumerate(filled) if count), 0) :]
    return below.count(1) / len(below) if max(filled) == 1 else 0.0


def _parted(pitches: Sequence[float], widest: float) -> list[list[int]]:
    groups = [[0]]
    for number, pitch in enumerate(pitches, start=1):
        if pitch <= widest:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _by_wrapping(lines: Sequence[Laid], columns: Sequence[LayoutColumn], anchors: Sequence[bool]) -> list[list[int]]:
    """The rows as full lines of cells show them: what had no room goes on below."""
    groups: list[list[int]] = [[0]]
    for number in range(1, len(lines)):
        if _belongs(lines, groups[-1], number, columns, anchors):
            groups[-1].append(number)
        else:
            groups.append([number])
    top = _is_top(groups, anchors)
    feet = [max(item.piece.bottom for item in line) for line in lines]
    return [part for group in groups for part in _one_anchor_each(group, anchors, feet, top=top)]


def _belongs(
    lines: Sequence[Laid], group: Sequence[int], number: int, columns: Sequence[LayoutColumn], anchors: Sequence[bool]
) -> bool:
    """Whether a line carries on the row above it."""
    here, above = lines[number], lines[number - 1]
    if _is_nearer(above, here, ROW.upon) and _are_apart(above, here):
        return True
    if not _is_nearer(above, here, ROW.close, also=True) or (anchors[number] and anchors[number - 1]):
        return False
    row = {item.first: item.piece for other in group for item in lines[other]}
    return _carries_on(here, row, columns, 1 if anchors[number] else len(here))


def _are_apart(above: Laid, here: Laid) -> bool:
    """Whether no column has a piece on both lines."""
    return {item.first for item in above}.isdisjoint(item.first for item in here)


def _carries_on(here: Laid, row: Mapping[int, TextLine], columns: Sequence[LayoutColumn], least: int) -> bool:
    """Whether enough of a line stands under pieces of the row, and all of that wraps from them."""
    common = [item for item in here if item.first in row]
    return len(common) >= least and all(_wraps(row[item.first], item, columns) for item in common)


def _is_nearer(above: Laid, below: Laid, ems: float, *, also: bool = False) -> bool:
    """Whether a line stands less than so many ems below another; ``also``: or just so many."""
    feet = [max(item.piece.bottom for item in line) for line in (above, below)]
    pitch, most = feet[1] - feet[0], ems * max(item.piece.size for item in below)
    return pitch < most or (also and pitch == most)


def _wraps(above: TextLine, item: Placed, columns: Sequence[LayoutColumn]) -> bool:
    """Whether the line of the cell above was full, so that the first word of this piece had to go below."""
    if is_number(item.piece.text) and not is_number(above.text):
        return False
    width = columns[item.last].x1 - columns[item.first].x0
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
    upper, lower = filled[:2]
    pitches = [feet[group[place]] - feet[group[place - 1]] for place in range(upper + 1, lower + 1)]
    widest = max(pitches)
    standing = lower if top else upper + 1
    cut = upper + 1 + pitches.index(widest) if widest >= ROW.wider * min(pitches) else standing
    return [list(group[:cut]), *_one_anchor_each(group[cut:], anchors, feet, top=top)]
