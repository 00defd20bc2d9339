"""Are these tables cards, each of one person or device: every head of the list beside its value?

In:     the grids of one document.
Out:    the same; cards that follow one another are one grid, their heads in its first row, a row for each. A card alone
        is no list, and what is on it stays as it is.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.content.tables import Grid, GridCell, distinct
from extractors.vocabulary.headings import known, plain
from schemas.tables import LISTS

_CARDED = ("staff", "equipment", "enterprises")
"""Lists that people also hand in as cards. A card has more than half of the list's heads."""
SHARE = 2
"""Of so many cells that could be a head, one at least has to be one: other cards ask for more than a list does."""


@dataclass(frozen=True, slots=True)
class _Card:
    """One card: the list that its heads are of, each head's cell and value."""

    table: str
    held: Mapping[str, tuple[GridCell, GridCell | None]]


def laid_together(grids: Sequence[Grid]) -> list[Grid]:
    """The grids, runs of cards as one."""
    done: list[Grid] = []
    run: list[tuple[Grid, list[_Card]]] = []
    for grid in grids:
        cards = _cards_of(grid)
        if run and (not cards or not _alike(run[0][1][0], cards[0])):
            done.extend(_settled(run))
            run = []
        if cards:
            run.append((grid, cards))
        else:
            done.append(grid)
    return [*done, *_settled(run)] if run else done


def _settled(run: Sequence[tuple[Grid, Sequence[_Card]]]) -> list[Grid]:
    """The cards as one upright list; a card alone as it was."""
    cards = [card for _, held in run for card in held]
    if len(cards) < 2:
        return [grid for grid, _ in run]
    first, last = run[0][0], run[-1][0]
    heads = list(cards[0].held)
    rows = [tuple(_laid(cards[0].held[head][0], 0, at) for at, head in enumerate(heads))]
    for number, card in enumerate(cards, 1):
        values = (card.held.get(head, (None, None))[1] for head in heads)
        rows.append(tuple(_laid(spot, number, at) for at, spot in enumerate(values)))
    left_out = sum(grid.rows_left_out for grid, _ in run)
    pages = (first.pages[0], last.pages[1])
    return [replace(first, rows=tuple(rows), below=last.below, pages=pages, rows_left_out=left_out)]


def _laid(spot: GridCell | None, row: int, column: int) -> GridCell | None:
    return None if spot is None else replace(spot, row=row, column=column, rowspan=1, colspan=1)


def _alike(one: _Card, other: _Card) -> bool:
    """Whether two cards are of one kind: most of the heads of either are those of the other."""
    common = one.held.keys() & other.held.keys()
    return one.table == other.table and 2 * len(common) > max(len(one.held), len(other.held))


def _cards_of(grid: Grid) -> list[_Card]:
    """The cards of a grid, one below the other; none where it is no card."""
    for table in _CARDED:
        spec = LISTS[table]
        heads = {word: head.column for head in known()[0][table].heads if not head.under for word in head.heads}
        pairs = list(_pairs(grid, heads))
        cards = _cut(table, pairs, spec.key)
        whole = all(2 * len(card.held) > len(spec.columns) for card in cards)
        if cards and whole and SHARE * len(pairs) >= _askable(grid):
            return cards
    return []


def _pairs(grid: Grid, heads: Mapping[str, str]) -> Iterator[tuple[str, GridCell, GridCell | None]]:
    """Each head with the cell on its right; nothing where two heads stand side by side, as those of a list do."""
    found: list[tuple[str, GridCell, GridCell | None]] = []
    for at, row in enumerate(grid.rows):
        cells = [spot for spot in distinct(row) if spot.row == at]
        named = [heads.get(plain(spot.text)) for spot in cells]
        if any(one and other for one, other in pairwise(named)):
            return
        right = [*cells[1:], None]
        found.extend((key, spot, value) for key, spot, value in zip(named, cells, right, strict=False) if key)
    yield from found


def _cut(table: str, pairs: Sequence[tuple[str, GridCell, GridCell | None]], name: str) -> list[_Card]:
    """The cards, each begun by the head that names its person or device."""
    cards: list[dict[str, tuple[GridCell, GridCell | None]]] = []
    for key, spot, value in pairs:
        if key == name:
            cards.append({})
        if not cards:
            return []
        cards[-1].setdefault(key, (spot, value))
    return [_Card(table, held) for held in cards]


def _askable(grid: Grid) -> int:
    """How many heads the grid could hold: half of its written and unwritten cells."""
    return sum(len([spot for spot in distinct(row) if spot.row == at]) for at, row in enumerate(grid.rows)) // 2
