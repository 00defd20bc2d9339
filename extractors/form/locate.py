"""Where in a document does the application form stand: in which of its tables, on which of its lines?

In:     the pieces of the document with the labels found in them; its grids.
Out:    the pieces of the form, and its tables; none where the form stands on lines only.
Raises: nothing. A licence, a list or a credit report has labels of the same words; they stand elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from extractors.content.tables import Grid
from extractors.form.answers import FormPiece
from extractors.form.blank_values import read_blank
from extractors.lists.bounds import columns_of, head_at
from extractors.lists.headings import Match, named
from schemas.application import BLANKS
from schemas.tables import LISTS

ENOUGH = 6
"""This many different blanks in one document make it a form, title or no title."""
NEAR = 3
"""A table with this many labels belongs to the form."""
REACH = 4
"""A table with a blank not seen before belongs to the form where it stands this near behind another table of it."""
APART = 8
"""Lines of a form, and its tables between them, stand no more blocks apart."""
SIDE_BY_SIDE = 3
"""So many heads of the yearly table next to each other, no cell between them, are heads."""
LIKE_BLANKS = frozenset({"name", "headcount", "is_micro", "contact", "phone"})
"""Columns of a list whose heads are labels of the form as well: without another one, a row is no head."""


def standing(pieces: Sequence[FormPiece], grids: Sequence[Grid]) -> tuple[list[FormPiece], frozenset[int]]:
    """The pieces of the form and its tables, by the table with the most labels, or by lines where these say more."""
    lines = _run_of_lines(pieces)
    ours = _form_grids(pieces, grids)
    in_tables = {hit.key for piece in pieces if piece.grid in ours for hit in piece.labels}
    on_lines = {hit.key for piece in lines for hit in piece.labels}
    if len(on_lines) >= ENOUGH and len(on_lines) > len(in_tables):
        return _around(lines, on_lines, pieces, grids), frozenset()
    near = _pages_near([grids[index] for index in ours])
    of_form = [piece for piece in pieces if piece.labels and _of_form(piece, ours) and _close(piece, near)]
    return of_form, frozenset(ours)


def heads_a_list(grid: Grid, row: int) -> bool:
    """Whether the row heads the yearly table or a list: 资产总额, 联系电话 there name columns, not blanks."""
    return _runs_of_heads(grid, row) or any(
        any(_is_list(match) for match in head[0]) and start + head[1] > row
        for start in (row, row - 1)
        if start >= 0 and (head := head_at(grid, start)) is not None
    )


def _runs_of_heads(grid: Grid, row: int) -> bool:
    """Whether columns of the yearly table stand side by side here, though a seal or a stain took the heads it needs."""
    columns = columns_of(grid, row, 1)
    heads = named("operations", columns)
    run, before = 0, -1
    for column in columns:
        run = 0 if column.index not in heads else run + 1 if column.index == before + 1 else 1
        if run >= SIDE_BY_SIDE:
            return True
        before = column.last
    return False


def _is_list(match: Match) -> bool:
    """Whether a head is surely one: a form that asks for name, contact and telephone in one row is none."""
    if LISTS[match.table].in_form:
        return match.table == "operations"
    return not LIKE_BLANKS.issuperset(match.columns)


def _run_of_lines(pieces: Iterable[FormPiece]) -> list[FormPiece]:
    """The lines of label and value that stand together, where there are the most different blanks."""
    runs: list[list[FormPiece]] = [[]]
    for piece in pieces:
        if piece.grid is not None or not piece.labels or not _is_answered(piece):
            continue
        if runs[-1] and not _follows(piece, runs[-1][-1]):
            runs.append([])
        runs[-1].append(piece)
    return max(runs, key=lambda run: len({hit.key for piece in run for hit in piece.labels}))


def _follows(piece: FormPiece, before: FormPiece) -> bool:
    here, there = piece.place, before.place
    if here.sheet != there.sheet or piece.order - before.order > APART:
        return False
    return here.page is None or there.page is None or here.page - there.page <= 1


def _around(
    lines: Sequence[FormPiece], keys: set[str], pieces: Sequence[FormPiece], grids: Sequence[Grid]
) -> list[FormPiece]:
    """The lines of a form, and the pieces near them that hold nothing but blanks not seen on them."""
    paged = [piece.place.page for piece in lines if piece.place.page is not None]
    near = range(min(paged) - 1, max(paged) + 2) if paged else None
    tables = set(_tables_around(lines, keys, pieces, grids, near))
    on_lines = {id(piece) for piece in lines}
    return [
        piece
        for piece in pieces
        if id(piece) in on_lines
        or (
            piece.labels
            and keys.isdisjoint(hit.key for hit in piece.labels)
            and _close(piece, near)
            and (_is_answered(piece) if piece.grid is None else piece.grid in tables)
        )
    ]


def _tables_around(
    lines: Sequence[FormPiece], keys: set[str], pieces: Sequence[FormPiece], grids: Sequence[Grid], near: range | None
) -> Iterator[int]:
    """The tables among and behind the lines of a form that go on with blanks not seen before."""
    keys, sheet = set(keys), lines[0].place.sheet
    first, last = lines[0].order - APART, lines[-1].order + APART
    new: dict[int, set[str]] = {}
    orders: dict[int, int] = {}
    for piece in pieces:
        if piece.grid is not None and piece.labels:
            new.setdefault(piece.grid, set()).update(hit.key for hit in piece.labels)
            orders[piece.grid] = piece.order
    for index in sorted(new):
        grid = grids[index]
        placed = grid.sheet == sheet and (near is None or grid.place.page is None or grid.pages[0] in near)
        if placed and first <= orders[index] <= last and new[index] - keys:
            keys |= new[index]
            last = max(last, orders[index] + APART)
            yield index


def _form_grids(pieces: Iterable[FormPiece], grids: Sequence[Grid]) -> set[int]:
    """The tables of the form: the one with the most labels, and those around it that go on with new ones."""
    keys: dict[int, set[str]] = {}
    for piece in pieces:
        if piece.grid is not None:
            keys.setdefault(piece.grid, set()).update(hit.key for hit in piece.labels)
    anchor = max(keys, key=lambda grid: len(keys[grid]), default=-1)
    if len(keys.get(anchor, ())) < NEAR:
        return set()
    behind = sorted(grid for grid in keys if grid > anchor)
    before = sorted((grid for grid in keys if grid < anchor), reverse=True)
    ours = {anchor}
    for walk in (behind, before):
        ours |= _going_on(walk, anchor, keys, grids, {key for grid in ours for key in keys[grid]})
    return ours


def _going_on(
    walk: Iterable[int], anchor: int, keys: Mapping[int, set[str]], grids: Sequence[Grid], seen: set[str]
) -> set[int]:
    """The tables on one side of the anchor that go on with labels not seen before, nearest first."""
    ours: set[int] = set()
    last = anchor
    for grid in walk:
        if keys[grid] - seen and abs(grid - last) <= REACH and _adjoining(grids[grid], grids[last]):
            ours.add(grid)
            seen = seen | keys[grid]
            last = grid
    return ours


def _adjoining(grid: Grid, other: Grid) -> bool:
    """Whether two tables stand on one page or sheet, or on pages next to each other."""
    if grid.place.page is None:
        return grid.sheet == other.sheet
    return max(grid.pages[0], other.pages[0]) - min(grid.pages[1], other.pages[1]) <= 1


def _pages_near(grids: Sequence[Grid]) -> range | None:
    """The pages of the form's tables and those around them; None where nothing tells pages."""
    paged = [grid for grid in grids if grid.place.page is not None]
    if not paged:
        return None
    return range(min(grid.pages[0] for grid in paged) - 1, max(grid.pages[1] for grid in paged) + 2)


def _close(piece: FormPiece, near: range | None) -> bool:
    """Whether a piece stands on the form's pages; what may stand on a cover stands further ahead."""
    if near is None or piece.place.page is None or piece.place.page in near:
        return True
    return BLANKS[piece.labels[0].key].on_cover and piece.place.page < near.start


def _of_form(piece: FormPiece, ours: set[int]) -> bool:
    """Whether a piece is part of the form: a cell of its tables, or a line that is label and value."""
    if piece.grid is not None:
        ahead = bool(ours) and piece.grid < min(ours)
        return piece.grid in ours or (ahead and BLANKS[piece.labels[0].key].on_cover)
    return _is_answered(piece)


def _is_answered(piece: FormPiece) -> bool:
    """Whether a line is label and value, not a sentence that holds the word."""
    first = piece.labels[0]
    rest = piece.text[first.end :]
    behind = rest.lstrip(" 　_）)")
    is_led = behind[:1] in ("：", ":", "（", "(", "") or "_" in piece.text
    # Two blanks part what stood in two columns of a table without rules.
    if first.start > 12 or is_led or len(piece.labels) > 1 or rest.startswith("  "):
        return first.start <= 12
    # 从业人数22人: nothing but the number and its unit.
    blank = BLANKS[first.key]
    return blank.kind == "number" and isinstance(read_blank(blank, rest.strip(" 　。；;"), "", None), Decimal)
