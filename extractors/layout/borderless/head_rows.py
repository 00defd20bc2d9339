"""Which rows and spans have the headings of a table without lines?

In:     the lines of its head, each piece in its column, and rules that reach over some columns only.
Out:    rows of cells, those that span columns above those of the columns.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.layout.borderless.columns import LayoutColumn, Placed
from extractors.layout.borderless.settings import ROW
from extractors.layout.geometry import Edge
from extractors.layout.lines import TextLine, joined

Line = Sequence[Placed]


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


def head_rows(lines: Sequence[Line], columns: Sequence[LayoutColumn], short: Sequence[Edge]) -> list[Row]:
    """The rows of the head."""
    spread = [_spread(line, columns, short, lines[:number]) for number, line in enumerate(lines)]
    return _stacked(
        [[_over_next(item, number, spread, len(columns)) for item in line] for number, line in enumerate(spread)]
    )


def _stacked(lines: Sequence[Line]) -> list[Row]:
    """What spans columns above, what stands below it stacked column by column."""
    levels = _levels(lines)
    made: list[Row] = [[] for _ in range(max(levels, default=-1) + 1)]
    stacks: dict[tuple[int, int], Item] = {}
    for level, line in zip(levels, lines, strict=True):
        for placed in line:
            new = _put(placed, level, stacks)
            made[level].extend(new)
    for item in stacks.values():
        _lengthen(item, stacks.values(), made)
    return [sorted(row, key=lambda item: item.first) for row in made if row]


def _put(placed: Placed, level: int, stacks: dict[tuple[int, int], Item]) -> list[Item]:
    """Put a piece below the heading of its columns; the new item that it begins, if it does."""
    piece, first, last = placed
    above = stacks.get((first, last))
    if above is not None and (above.level == level or last > first or not _is_covered(placed, level, stacks.values())):
        above.pieces.append(piece)
        above.levels = max(above.levels, level - above.level + 1)
        return []
    stacks[first, last] = Item(first, last, [piece], level)
    return [stacks[first, last]]


def _is_covered(placed: Placed, level: int, items: Iterable[Item]) -> bool:
    """Whether a heading over more columns stands above a piece."""
    _, first, last = placed
    return any(
        item.first <= first and last <= item.last and (item.first, item.last) != (first, last) and item.level < level
        for item in items
    )


def _lengthen(item: Item, items: Iterable[Item], made: Sequence[Row]) -> None:
    """Let the heading of one column reach down to the rows where nothing stands below it, and up to the top."""
    beside = [other for other in items if other.first <= item.last and item.first <= other.last]
    if item.first != item.last or any(other.level > item.level for other in beside):
        return
    item.levels = len(made) - item.level
    if item.level and not any(other.level < item.level for other in beside):
        made[item.level].remove(item)
        item.levels, item.level = len(made), 0
        made[0].append(item)


def _levels(lines: Sequence[Line]) -> list[int]:
    """The row of the head that each line belongs to: a new one after every line with a spanning cell."""
    levels: list[int] = []
    for index, line in enumerate(lines):
        spanning = {(item.first, item.last) for item in lines[index - 1] if item.last > item.first} if index else set()
        wraps = any((item.first, item.last) in spanning for item in line)
        levels.append((levels[-1] if levels else 0) + (bool(spanning) and not wraps))
    return levels


def _spread(line: Line, columns: Sequence[LayoutColumn], short: Sequence[Edge], above: Sequence[Line]) -> list[Placed]:
    """The headings of one line, each over all the columns that it is centred on or underlined across.

    What goes on a heading of the lines ``above`` stays in its column.
    """
    result = list(line)
    # Where one heading of a line spans, its neighbours that merely happen to stand over a column span as well.
    for strictly in (True, False):
        for number, item in enumerate(result):
            free = (
                result[number - 1].last + 1 if number else 0,
                result[number + 1].first - 1 if number + 1 < len(result) else len(columns) - 1,
            )
            if item.first == item.last and not _goes_on(item, above):
                result[number] = _over_free(item, columns, short, free, strictly=strictly)
        if not any(item.first < item.last for item in result):
            break
    return result


def _over_free(
    item: Placed, columns: Sequence[LayoutColumn], short: Sequence[Edge], free: tuple[int, int], *, strictly: bool
) -> Placed:
    """A heading over the free columns that it spans; as it is, where it spans none."""
    spread = _underlined(item, columns, short) or _centred(item, columns, free, strictly=strictly)
    first, last = max(spread[0], free[0]), min(spread[1], free[1])
    return Placed(item.piece, first, last) if first < last else item


def _goes_on(item: Placed, above: Sequence[Line]) -> bool:
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


def _over_next(item: Placed, number: int, lines: Sequence[Line], columns: int) -> Placed:
    """A heading over the unheaded columns into which the next line goes on, where that repeats its left edge.

    Programs that set all cells to the left set spanning headings there too (满意度 over 满意 and 不满意).
    """
    at = next((n for n in range(number + 1, len(lines)) if any(o.first == item.first for o in lines[n])), None)
    if item.first != item.last or at is None:
        return item
    headed = _headed(lines[:at])
    below = next(other for other in lines[at] if other.first == item.first)
    off = abs(below.piece.x0 - item.piece.x0)
    if len(headed) / columns < ROW.headed or off > ROW.left * item.piece.size:
        return item
    new = {other.first for other in lines[at]} - headed
    after = (column for column in range(item.first + 1, columns + 1) if column not in new)
    return Placed(item.piece, item.first, next(after) - 1)


def _headed(lines: Sequence[Line]) -> set[int]:
    """The columns over which a heading of these lines stands."""
    return {column for line in lines for item in line for column in range(item.first, item.last + 1)}


def _underlined(item: Placed, columns: Sequence[LayoutColumn], short: Sequence[Edge]) -> tuple[int, int] | None:
    """The columns that a short rule below the heading reaches over, where it is two or more."""
    near = ROW.underlined_beside
    for rule in short:
        if _is_under(rule, item.piece):
            over = [i for i, c in enumerate(columns) if rule.start - near <= (c.x0 + c.x1) / 2 <= rule.end + near]
            if len(over) > 1:
                return over[0], over[-1]
    return None


def _is_under(rule: Edge, piece: TextLine) -> bool:
    highest, lowest = piece.bottom - ROW.underlined_above, piece.bottom + ROW.underlined_below * piece.size
    return highest <= rule.at <= lowest and rule.start <= (piece.x0 + piece.x1) / 2 <= rule.end


def _centred(
    item: Placed, columns: Sequence[LayoutColumn], free: tuple[int, int], *, strictly: bool
) -> tuple[int, int]:
    """The free columns about whose common middle the heading stands; its own where it lines up with that."""
    piece, column = item.piece, columns[item.first]
    size, middle = piece.size, (piece.x0 + piece.x1) / 2
    offsets = [piece.x0 - column.x0, piece.x1 - column.x1]
    if strictly:
        offsets.append(middle - (column.x0 + column.x1) / 2)
    if item.first == 0 or min(map(abs, offsets)) <= ROW.centred_off * size:
        return item.first, item.last
    away = {
        (first, last): abs((columns[first].x0 + columns[last].x1) / 2 - middle)
        for first in range(max(free[0], 1), item.first + 1)
        for last in range(max(item.first, first + 1), free[1] + 1)
    }
    nearest = min(away, key=lambda span: away[span], default=None)
    if nearest is None or away[nearest] >= ROW.centred_near * size:
        return item.first, item.last
    return nearest
