"""Which lines of text, ruled by nothing or by level rules alone, are a table.

In:     lines of one stretch of a page, and the level rules that enclose no cells.
Out:    tables, and the lines that stand in none.
Raises: nothing. Prose, label lines, contents and lists of clauses are no tables.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.layout.borderless.cells import built
from extractors.layout.borderless.columns import LayoutColumn, Placed, columns, placed, starts
from extractors.layout.borderless.extent import begin, end
from extractors.layout.borderless.head_columns import finely, with_headings
from extractors.layout.borderless.numbers import is_data
from extractors.layout.borderless.plausible import is_table
from extractors.layout.borderless.rows import rows
from extractors.layout.borderless.set_apart import with_words_whole
from extractors.layout.borderless.settings import COLUMN, TABLE
from extractors.layout.geometry import Edge
from extractors.layout.lines import TextLine, line_of, pieces
from schemas.document import Table

_LEADERS = re.compile(r"[.…·．]{4,}")


class CutLines(NamedTuple):
    """Lines from the top, each also cut into pieces at its wide gaps, and the level rules about them."""

    lines: Sequence[TextLine]
    cut: Sequence[Sequence[TextLine]]
    rules: Sequence[Edge]

    def part(self, rows: range) -> CutLines:
        """Some lines that follow each other."""
        within = slice(rows.start, rows.stop)
        return CutLines(self.lines[within], self.cut[within], self.rules)

    def cut_finely(self, count: int) -> CutLines:
        """The same with the first lines, which are headings, cut more finely."""
        return self._replace(cut=[*map(finely, self.cut[:count]), *self.cut[count:]])


class TableAt(NamedTuple):
    """A table, and which of the lines it is made of."""

    rows: range
    table: Table


ReadTable = Callable[[CutLines, range], TableAt | None]


def tables(lines: Sequence[TextLine], rules: Sequence[Edge]) -> tuple[list[Table], list[TextLine]]:
    """The tables among the lines, and the lines outside them."""
    text = cut_lines(lines, rules)
    return parted(text, tables_from(text, 0))


def parted(text: CutLines, found: Iterable[TableAt]) -> tuple[list[Table], list[TextLine]]:
    """The tables, and the lines outside them."""
    listed: list[Table] = []
    rest: list[TextLine] = []
    at = 0
    for rows_of_it, table in found:
        listed.append(table)
        rest.extend(text.lines[at : rows_of_it.start])
        at = rows_of_it.stop
    return listed, [*rest, *text.lines[at:]]


def tables_from(text: CutLines, floor: int) -> Iterator[TableAt]:
    """The tables from this line on."""
    while (hit := next_table(text, floor, _table_at)) is not None:
        yield hit
        floor = hit.rows.stop


def next_table(text: CutLines, floor: int, read: ReadTable) -> TableAt | None:
    """The first table from this line on, each line of several pieces tried as the first of a table."""
    lines, cut, rules = text
    for at in range(floor, len(lines)):
        if len(cut[at]) < 2:
            continue
        stop = end(cut, lines, at, rules)
        hit = read(text, range(begin(lines[:stop], cut, at, rules, floor), stop))
        if hit is not None:
            return hit
    return None


def _table_at(text: CutLines, rows_of_it: range) -> TableAt | None:
    part = text.part(rows_of_it)
    table = table_of(*part)
    return None if table is None else TableAt(rows_of_it, table)


def cut_lines(lines: Sequence[TextLine], rules: Sequence[Edge]) -> CutLines:
    """The lines cut into pieces."""
    return CutLines(lines, with_words_whole([_cut(line) for line in lines]), rules)


def _cut(line: TextLine) -> list[TextLine]:
    """The pieces of a line; dots that lead the eye from a label to its figure are a gap."""
    glyphs = line.glyphs
    text = "".join(glyph.text[0] for glyph in glyphs)
    runs = [match.span() for match in _LEADERS.finditer(text)]
    if not runs:
        return pieces(line, COLUMN.gap)
    parts: list[TextLine] = []
    begin = 0
    for start, stop in [*runs, (len(glyphs), len(glyphs))]:
        if start > begin:
            parts.extend(pieces(line_of(glyphs[begin:start]), COLUMN.gap))
        begin = stop
    return parts or [line]


def table_of(lines: Sequence[TextLine], cut: Sequence[Sequence[TextLine]], rules: Sequence[Edge]) -> Table | None:
    """The table of these lines, where they are one."""
    at = first_data(cut)
    text = CutLines(lines, cut, rules).cut_finely(at)
    return table_in(text, shown_columns(text, at))


def shown_columns(text: CutLines, at: int) -> list[LayoutColumn]:
    """The columns that the lines from ``at`` on show, with those that only the headings above do; none if too few."""
    found = columns(text.cut[at:])
    return with_headings(text.cut[:at], text.cut[at:], found) if len(found) > 1 else []


def table_in(text: CutLines, found: Sequence[LayoutColumn]) -> Table | None:
    """The table of these lines in these columns, where they are one."""
    if len(found) < 2:
        return None
    lines, cut, rules = text
    begins = starts(cut, found)
    laid = [placed(row, found, begins) for row in cut]
    found = _widened(found, laid)
    across = _rules_across(rules, found)
    within = [y for y in across if lines[0].top - TABLE.about < y < lines[-1].bottom + TABLE.about]
    if not is_table(laid, found, len(within)):
        return None
    groups = [bisect_right(across, (line.top + line.bottom) / 2) for line in lines]
    short = [rule for rule in rules if lines[0].top < rule.at < lines[-1].bottom and rule.at not in within]
    made, heads = rows(laid, found, groups, short)
    return built(made, heads, found) if len(made) >= 2 else None


def _rules_across(rules: Sequence[Edge], found: Sequence[LayoutColumn]) -> list[float]:
    """How high the rules lie that reach over most of the columns."""
    left, right = found[0].x0, found[-1].x1
    return sorted(
        rule.at for rule in rules if min(rule.end, right) - max(rule.start, left) >= TABLE.across * (right - left)
    )


def first_data(cut: Sequence[Sequence[TextLine]]) -> int:
    """From which line on the columns show: the first of figures where figures there are, else the first.

    Headings may reach over the gutters.
    """
    data = [index for index, row in enumerate(cut) if len(row) > 1 and is_data([piece.text for piece in row])]
    if len(data) < TABLE.data:
        return 0
    mostly = len(data) * 2 >= len(cut) - data[0]
    return data[0] if mostly or _counts([cut[index][0].text for index in data]) else 0


def _counts(firsts: Sequence[str]) -> bool:
    """Whether several words are numbers that go up by one: those of the rows, whose cells have several lines."""
    numbers = [int(text) for text in firsts if re.fullmatch(r"[0-9]{1,5}", text)]
    return len(numbers) == len(firsts) >= TABLE.counting and all(b == a + 1 for a, b in pairwise(numbers))


def _widened(columns: Sequence[LayoutColumn], laid: Sequence[Sequence[Placed]]) -> list[LayoutColumn]:
    """The columns with the headings of well filled lines, which may be wider than what stands below them."""
    wide = list(columns)
    for row in laid:
        if len(row) / len(columns) < TABLE.filled:
            continue
        for piece, first in _free(row):
            wide[first] = LayoutColumn(min(wide[first].x0, piece.x0), max(wide[first].x1, piece.x1))
    return wide if all(a.x1 <= b.x0 for a, b in pairwise(wide)) else list(columns)


def _free(row: Sequence[Placed]) -> Iterator[tuple[TextLine, int]]:
    """The pieces of a line in one column each that run into none beside them."""
    for number, (piece, first, last) in enumerate(row):
        low = row[number - 1].piece.x1 if number else piece.x0
        high = row[number + 1].piece.x0 if number + 1 < len(row) else piece.x1
        if first == last and low <= piece.x0 and piece.x1 <= high:
            yield piece, first
