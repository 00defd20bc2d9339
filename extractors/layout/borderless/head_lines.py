"""How many lines at the top of a table without lines are its head?

In:     the lines of the table, each piece in its column, between which rules they stand, and which make one row.
Out:    the number of lines.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extractors.layout.borderless.columns import Placed
from extractors.layout.borderless.numbers import is_data
from extractors.layout.borderless.settings import ROW


def head_lines(lines: Sequence[Sequence[Placed]], ruled: Sequence[int], groups: Sequence[Sequence[int]]) -> int:
    """The lines that are headings: those above the first row of figures or the first rule, else those in bold."""
    data = next((group[0] for group in groups if any(_is_data(lines[number]) for number in group)), 0)
    first = next((number for number in range(1, len(lines)) if ruled[number] != ruled[0]), 0)
    if len(set(ruled)) in (2, 3) and first and (not data or first <= data):
        return _under_rules(ruled, first, data)
    if data and not _are_rows(lines, groups, data):
        return _above_figures(lines, data)
    return _in_bold(lines)


def _under_rules(ruled: Sequence[int], first: int, data: int) -> int:
    """The line below the last rule above the first figures; below the first rule, where there are no figures."""
    return max((number for number in range(first, data + 1) if ruled[number] != ruled[number - 1]), default=first)


def _above_figures(lines: Sequence[Sequence[Placed]], data: int) -> int:
    """The lines above the first figures, without labels that belong to these."""
    while data > 1 and _is_label(lines[data - 1]):
        data -= 1
    return min(data, ROW.head_lines)


def _in_bold(lines: Sequence[Sequence[Placed]]) -> int:
    bold = len(list(takewhile(_is_bold, lines)))
    return bold if bold < len(lines) else 0


def _is_bold(line: Sequence[Placed]) -> bool:
    return all(glyph.bold for item in line for glyph in item.piece.glyphs)


def _are_rows(lines: Sequence[Sequence[Placed]], groups: Sequence[Sequence[int]], data: int) -> bool:
    """Whether the lines above the first figures are rows themselves: three or more, each filled, apart from each other.

    So are the lines of a page of labels and values, of which one value has a number in it.
    """
    most = max(len({item.first for item in line}) for line in lines)
    above = [group for group in groups if group[-1] < data]
    return sum(any(len(lines[n]) / most >= ROW.row_filled for n in group) for group in above) >= ROW.rows


def _is_data(line: Sequence[Placed]) -> bool:
    return is_data([item.piece.text for item in line])


def _is_label(line: Sequence[Placed]) -> bool:
    """Whether a line holds nothing but words at the very left: a group's heading or the start of a wrapped label."""
    return len(line) == 1 and line[0].first == 0
