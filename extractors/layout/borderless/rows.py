"""Which lines of a borderless table make one row: wrapped cells healed, heads of several lines joined.

In:     the lines of the table, each piece in its column.
Out:    rows of cells; how many of them are the head.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.layout.borderless.columns import LayoutColumn, Placed
from extractors.layout.borderless.numbers import is_data
from extractors.layout.borderless.row_groups import bands
from extractors.layout.geometry import Edge
from extractors.layout.lines import TextLine, joined

_ROWS = 3
"""So many filled lines apart from each other are rows, not a head."""


@dataclass(slots=True)
class Item:
    """One cell in the making: its pieces from the top, the columns it covers."""

    first: int
    last: int
    pieces: list[TextLine] = field(default_factory=list)
    level: int = 0
    levels: int = 1

    @property
    def text(self) -> str:
        """The words of the cell."""
        return joined([piece.text for piece in self.pieces])


Row = list[Item]


def rows(
    lines: Sequence[Sequence[Placed]], found: Sequence[LayoutColumn], ruled: Sequence[int], short: Sequence[Edge] = ()
) -> tuple[list[Row], int]:
    """The rows of the table and how many lead it as its head.

    ``ruled`` numbers the stretch between two level rules in which each line stands; ``short`` are the rules that
    reach over some columns only, as under a heading that spans them.
    """
    groups = bands(lines, found)
    count = _head_lines(lines, ruled, groups)
    spread = [_spread(line, found, short, lines[:number]) for number, line in enumerate(lines[:count])]
    head = _head(_over_new(spread, len(found)))
    if _rules_part_rows(lines[count:], ruled[count:], len(found)):
        numbers = range(count, len(lines))
        groups = [[n for n in numbers if ruled[n] == stretch] for stretch in sorted(set(ruled[count:]))]
    body: list[Row] = []
    for group in groups:
        row: Row = []
        for number in group:
            if number >= count:
                _add(row, lines[number])
        if row:
            body.append(row)
    return [*head, *body], len(head)


def _head_lines(lines: Sequence[Sequence[Placed]], ruled: Sequence[int], groups: Sequence[Sequence[int]]) -> int:
    """How many lines at the top are headings: those above the first row of figures, or above the first rule."""
    data = next((group[0] for group in groups if any(_is_data(lines[number]) for number in group)), 0)
    first = next((i for i in range(1, len(lines)) if ruled[i] != ruled[0]), 0)
    # The lines of the body that follow the last rule of the head.
    if len(set(ruled)) in (2, 3) and first and (not data or first <= data):
        last = next((i for i in range(1, min(data or len(lines), 6)) if ruled[i] != ruled[i - 1]), first)
        while last < data and any(ruled[i] != ruled[i - 1] for i in range(last + 1, data + 1)):
            last = next(i for i in range(last + 1, data + 1) if ruled[i] != ruled[i - 1])
        return last
    if data and _are_rows(lines, groups, data):
        data = 0
    if data:
        while data > 1 and _is_label(lines[data - 1]):
            data -= 1
        return min(data, 8)
    bold = 0
    while bold < len(lines) and all(glyph.bold for item in lines[bold] for glyph in item.piece.glyphs):
        bold += 1
    return bold if 0 < bold < len(lines) else 0


def _are_rows(lines: Sequence[Sequence[Placed]], groups: Sequence[Sequence[int]], data: int) -> bool:
    """Whether the lines above the first figures are rows themselves: three or more, each filled, apart from each other.

    So are the lines of a page of labels and values, of which one value has a number in it.
    """
    most = max(len({item.first for item in line}) for line in lines)
    above = [group for group in groups if group[-1] < data]
    return sum(any(len(lines[n]) * 10 >= 8 * most for n in group) for group in above) >= _ROWS


def _is_data(line: Sequence[Placed]) -> bool:
    return is_data([item.piece.text for item in line])


def _is_label(line: Sequence[Placed]) -> bool:
    """Whether a line holds nothing but words at the very left: a group's heading or the start of a wrapped label."""
    return len(line) == 1 and line[0].first == 0


def _head(lines: Sequence[Sequence[Placed]]) -> list[Row]:
    """The rows of the head: what spans columns above, what stands below it stacked column by column."""
    spans = [i for i, line in enumerate(lines) if any(item.last > item.first for item in line)]
    levels = _levels(lines, spans)
    if not lines:
        return []
    count = max(levels) + 1
    made: list[Row] = [[] for _ in range(count)]
    stacks: dict[tuple[int, int], Item] = {}
    for level, line in zip(levels, lines, strict=True):
        for piece, first, last in line:
            key = (first, last)
            old = stacks.get(key)
            covered = any(
                f <= first and last <= t and (f, t) != key and item.level < level for (f, t), item in stacks.items()
            )
            if old is not None and (old.level == level or not covered or last > first):
                old.pieces.append(piece)
                old.levels = max(old.levels, level - old.level + 1)
            else:
                stacks[key] = item = Item(first, last, [piece], level)
                made[level].append(item)
    for (first, last), item in stacks.items():
        under = any(f <= last and first <= t and other.level > item.level for (f, t), other in stacks.items())
        if first == last and not under:
            above = any(f <= first <= t and other.level < item.level for (f, t), other in stacks.items())
            item.levels = count - item.level
            if not above and item.level:
                made[item.level].remove(item)
                item.levels, item.level = count, 0
                made[0].append(item)
    return [sorted(row, key=lambda item: item.first) for row in made if row]


def _spread(
    line: Sequence[Placed], found: Sequence[LayoutColumn], short: Sequence[Edge], above: Sequence[Sequence[Placed]] = ()
) -> list[Placed]:
    """The headings of one line, each over all the columns that it is centred on or underlined across.

    What goes on a heading of the lines ``above`` stays in its column.
    """
    result = list(line)
    # Where one heading of a line spans, its neighbours that merely happen to stand over a column span as well.
    for strictly in (True, False):
        for number, item in enumerate(result):
            before = result[number - 1].last if number else -1
            after = result[number + 1].first if number + 1 < len(result) else len(found)
            if item.first != item.last or _goes_on(item, above):
                continue
            spread = _underlined(item, found, short) or _centred(item, found, (before + 1, after - 1), strictly)
            first, last = max(spread[0], before + 1), min(spread[1], after - 1)
            if first < last:
                result[number] = Placed(item.piece, first, last)
        if not any(item.first < item.last for item in result):
            break
    return result


def _goes_on(item: Placed, above: Sequence[Sequence[Placed]]) -> bool:
    """Whether a piece is what a heading above it, of the same column and wider, had no room for: 是否小微企 over 业."""
    piece = item.piece
    return any(
        (other.first, other.last) == (item.first, item.last)
        and other.piece.x0 <= piece.x0 + 1
        and piece.x1 <= other.piece.x1 + 1
        and piece.top - other.piece.bottom <= piece.size
        for line in above
        for other in line
    )


def _over_new(lines: Sequence[Sequence[Placed]], columns: int) -> list[list[Placed]]:
    """The head's lines; a heading spans where the next line repeats its left edge and goes on into unheaded columns.

    Programs that set all cells to the left set spanning headings there too (满意度 over 满意 and 不满意).
    """
    result = [list(line) for line in lines]
    for number, upper in enumerate(result):
        for place, item in enumerate(upper):
            at = next((n for n in range(number + 1, len(lines)) if any(o.first == item.first for o in lines[n])), None)
            if item.first != item.last or at is None:
                continue
            headed = {column for line in lines[:at] for o in line for column in range(o.first, o.last + 1)}
            below = next(other for other in lines[at] if other.first == item.first)
            if len(headed) * 10 < columns * 6 or abs(below.piece.x0 - item.piece.x0) > 0.15 * item.piece.size:
                continue
            last = item.last
            while last + 1 < columns and last + 1 not in headed and any(o.first == last + 1 for o in lines[at]):
                last += 1
            upper[place] = Placed(item.piece, item.first, last)
    return result


def _underlined(item: Placed, found: Sequence[LayoutColumn], short: Sequence[Edge]) -> tuple[int, int] | None:
    """The columns that a short rule below the heading reaches over, where it is two or more."""
    piece = item.piece
    middle = (piece.x0 + piece.x1) / 2
    for rule in short:
        if piece.bottom - 3 <= rule.at <= piece.bottom + 0.8 * piece.size and rule.start <= middle <= rule.end:
            under = [i for i, c in enumerate(found) if rule.start - 2 <= (c.x0 + c.x1) / 2 <= rule.end + 2]
            if len(under) > 1:
                return under[0], under[-1]
    return None


def _centred(item: Placed, found: Sequence[LayoutColumn], free: tuple[int, int], strictly: bool) -> tuple[int, int]:
    """The free columns about whose common middle the heading stands; its own where it lines up with that."""
    piece, own = item.piece, found[item.first]
    size, middle = piece.size, (piece.x0 + piece.x1) / 2
    offsets = [piece.x0 - own.x0, piece.x1 - own.x1]
    if strictly:
        offsets.append(middle - (own.x0 + own.x1) / 2)
    if item.first == 0 or min(map(abs, offsets)) <= 0.6 * size:
        return item.first, item.last
    best, nearest = (item.first, item.last), 1.2 * size
    for first in range(max(free[0], 1), item.first + 1):
        for last in range(item.first, free[1] + 1):
            away = abs((found[first].x0 + found[last].x1) / 2 - middle)
            if last > first and away < nearest:
                best, nearest = (first, last), away
    return best


def _levels(lines: Sequence[Sequence[Placed]], spans: Sequence[int]) -> list[int]:
    """The row of the head that each line belongs to: a new one after every line with a spanning cell."""
    levels: list[int] = []
    level = 0
    for index, line in enumerate(lines):
        if index and (index - 1) in spans:
            above = {(item.first, item.last) for item in lines[index - 1] if item.last > item.first}
            wraps = any((item.first, item.last) in above for item in line)
            if not wraps:
                level += 1
        levels.append(level)
    return levels


def _rules_part_rows(lines: Sequence[Sequence[Placed]], bands: Sequence[int], columns: int) -> bool:
    """Whether each stretch between two rules is one row: no stretch holds two lines that are both well filled."""
    if len(set(bands)) < 3:
        return False
    full: dict[int, int] = {}
    for line, band in zip(lines, bands, strict=True):
        full[band] = full.get(band, 0) + (len(line) * 10 >= columns * 7 or (bool(line) and line[0].first == 0))
    return sum(count > 1 for count in full.values()) * 5 <= len(full)


def _add(row: Row, line: Sequence[Placed]) -> None:
    """Put the pieces of a line into the cells of the row."""
    for piece, first, last in line:
        old = next((cell for cell in row if cell.first <= last and first <= cell.last), None)
        if old is None:
            row.append(Item(first, last, [piece]))
        else:
            old.pieces.append(piece)
            old.first, old.last = min(old.first, first), max(old.last, last)
    row.sort(key=lambda cell: cell.first)
