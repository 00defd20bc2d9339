"""Which lines of a borderless table make one row: wrapped cells healed, heads of several lines joined.

In:     the lines of the table, each piece in its column.
Out:    rows of cells; how many of them are the head.
Raises: nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.readers.pdf_cells import first_word, slack
from extractors.readers.pdf_columns import Column, Placed
from extractors.readers.pdf_lines import Line, joined
from extractors.readers.pdf_rules import Edge

_NUMBER = re.compile(r"[\s$€£¥￥(（<>≤≥~±+\-–—−]*[\d.,:/ ]*\d[\d.,:/ ]*\s*[%％)）*a-z万亿元]{0,3}")
_NOTHING = re.compile(r"[-–—−.…/*]+|n/?a|N/?A|无")


@dataclass(slots=True)
class Item:
    """One cell in the making: its pieces from the top, the columns it covers."""

    first: int
    last: int
    pieces: list[Line] = field(default_factory=list)
    level: int = 0
    levels: int = 1

    @property
    def text(self) -> str:
        """The words of the cell."""
        return joined([piece.text for piece in self.pieces])


Row = list[Item]


def is_number(text: str) -> bool:
    """Whether a cell says a figure, or that there is none."""
    said = text.strip()
    mostly = 2 * sum(char.isdigit() for char in said) >= len(said) > 0
    return mostly or bool(_NUMBER.fullmatch(said) or _NOTHING.fullmatch(said))


def rows(
    lines: Sequence[Sequence[Placed]], found: Sequence[Column], bands: Sequence[int], short: Sequence[Edge] = ()
) -> tuple[list[Row], int]:
    """The rows of the table and how many lead it as its head.

    ``bands`` numbers the stretch between two level rules in which each line stands; ``short`` are the rules that
    reach over some columns only, as under a heading that spans them.
    """
    count = _head_lines(lines, bands)
    head = _head([_spread(line, found, short) for line in lines[:count]])
    body: list[Row] = []
    by_rules = _rules_part_rows(lines[count:], bands[count:], len(found))
    for index in range(count, len(lines)):
        line = lines[index]
        if (
            body
            and index > count
            and (bands[index] == bands[index - 1] if by_rules else _goes_on(body[-1], line, lines, index, found))
        ):
            _add(body[-1], line)
        else:
            body.append([])
            _add(body[-1], line)
    return [*head, *body], len(head)


def _head_lines(lines: Sequence[Sequence[Placed]], bands: Sequence[int]) -> int:
    """How many lines at the top are headings: those above the first line of figures, or above the first rule."""
    data = next((i for i, line in enumerate(lines) if _is_data(line)), 0)
    ruled = next((i for i in range(1, len(lines)) if bands[i] != bands[0]), 0)
    # The lines of the body that follow the last rule of the head.
    if len(set(bands)) in (2, 3) and ruled and (not data or ruled <= data):
        last = next((i for i in range(1, min(data or len(lines), 6)) if bands[i] != bands[i - 1]), ruled)
        while last < data and any(bands[i] != bands[i - 1] for i in range(last + 1, data + 1)):
            last = next(i for i in range(last + 1, data + 1) if bands[i] != bands[i - 1])
        return last
    if data:
        while data > 1 and _is_label(lines[data - 1]):
            data -= 1
        return min(data, 8)
    bold = 0
    while bold < len(lines) and all(glyph.bold for item in lines[bold] for glyph in item.piece.glyphs):
        bold += 1
    return bold if 0 < bold < len(lines) else 0


def _is_data(line: Sequence[Placed]) -> bool:
    return is_data([item.piece.text for item in line])


def is_data(texts: Sequence[str]) -> bool:
    """Whether a line holds figures: in two cells or in most, not counting bare years, which head columns."""
    figures = [text for text in texts if is_number(text)]
    if len(texts) >= 3 and all(re.fullmatch(r"(19|20)\d\d", text) for text in figures):
        return False
    return bool(figures) and len(texts) >= 2 and len(figures) * 3 >= len(texts)


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


def _spread(line: Sequence[Placed], found: Sequence[Column], short: Sequence[Edge]) -> list[Placed]:
    """The headings of one line, each over all the columns that it is centred on or underlined across."""
    result = list(line)
    # Where one heading of a line spans, its neighbours that merely happen to stand over a column span as well.
    for strictly in (True, False):
        for number, item in enumerate(result):
            before = result[number - 1].last if number else -1
            after = result[number + 1].first if number + 1 < len(result) else len(found)
            if item.first != item.last:
                continue
            spread = _underlined(item, found, short) or _centred(item, found, (before + 1, after - 1), strictly)
            first, last = max(spread[0], before + 1), min(spread[1], after - 1)
            if first < last:
                result[number] = Placed(item.piece, first, last)
        if not any(item.first < item.last for item in result):
            break
    return result


def _underlined(item: Placed, found: Sequence[Column], short: Sequence[Edge]) -> tuple[int, int] | None:
    """The columns that a short rule below the heading reaches over, where it is two or more."""
    piece = item.piece
    middle = (piece.x0 + piece.x1) / 2
    for rule in short:
        if piece.bottom - 3 <= rule.at <= piece.bottom + 0.8 * piece.size and rule.start <= middle <= rule.end:
            under = [i for i, c in enumerate(found) if rule.start - 2 <= (c.x0 + c.x1) / 2 <= rule.end + 2]
            if len(under) > 1:
                return under[0], under[-1]
    return None


def _centred(item: Placed, found: Sequence[Column], free: tuple[int, int], strictly: bool) -> tuple[int, int]:
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


def _goes_on(
    row: Row, line: Sequence[Placed], lines: Sequence[Sequence[Placed]], at: int, found: Sequence[Column]
) -> bool:
    """Whether a line carries on the row above it: wrapped cells, or cells set between the lines of a wrapped one."""
    above, here = lines[at - 1], line
    top, bottom = min(item.piece.top for item in here), max(item.piece.bottom for item in above)
    size = max(item.piece.size for item in here)
    filled = {item.first for item in row}
    if top < bottom - 0.35 * size and not filled & {item.first for item in here if item.first == 0}:
        return True
    if top - bottom > 0.8 * size or any(is_number(item.piece.text) and item.first for item in here if _new(item, row)):
        return False
    if any(item.first == 0 for item in here):
        return _label_goes_on(row, here, found)
    return all(_wraps(row, item, found) for item in here)


def _new(item: Placed, row: Row) -> bool:
    """Whether the row has nothing yet in the piece's column, or a figure, which does not wrap."""
    old = next((cell for cell in row if cell.first <= item.first <= cell.last), None)
    return old is None or is_number(item.piece.text)


def _label_goes_on(row: Row, line: Sequence[Placed], found: Sequence[Column]) -> bool:
    """Whether the words at the left of a line carry on those of the row above.

    Either the row has its figures and only its label wraps, or it was all label so far and the figures come now.
    """
    label = next((item for item in line if item.first == 0), None)
    if label is None or is_number(label.piece.text) or not _wraps(row, label, found):
        return False
    if len(line) == 1:
        return True
    return len(row) == 1 and row[0].first == 0 and row[0].last == 0


def _wraps(row: Row, item: Placed, found: Sequence[Column]) -> bool:
    """Whether the cell above was full, so that the first word of this piece had to go below."""
    old = next((cell for cell in row if cell.first <= item.first <= cell.last), None)
    if old is None or not old.pieces:
        return False
    last = old.pieces[-1]
    width = found[old.last].x1 - found[old.first].x0
    room = slack(item.piece) * item.piece.size
    return (last.x1 - last.x0) + first_word(item.piece) + room >= width


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
