"""Which tables and lone texts does a sheet show?

A table is a stretch of rows and columns set off by fully blank rows and columns. Bordered empty cells belong to
it, so that a list with empty template rows stays whole; titles, units and notes directly above or below are
rows of it. Side by side lists under one title are taken apart, the title by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.read.sheets.sheet import Area, Content, SheetCells, hidden_column_bits, letters
from extractors.read.sheets.xlsx_cells import WIDEST_GAP
from schemas.document import Block, Cell, Paragraph, Table
from schemas.trust import NONE, Doubt, Doubts

# Merged areas beyond this many cells in all are no honest work; the rest of them is left unmerged.
_MOST_MERGED = 500_000
# Empty cells are given their places unless the region is nearly all empty.
_FILL_FACTOR, _FILL_FREELY = 6, 20_000
_NARRATIVE = 40
_EMPTY: Content = ("", None)
_NOT_READ = frozenset({Doubt.NOT_READ})
_GONE = frozenset({Doubt.MARKED_AS_GONE, Doubt.CROSSED_OUT})
_OVERLAID = frozenset({Doubt.OVERLAID})


@dataclass(slots=True)
class _SheetPlan:
    """A sheet as seen: bits of the columns that hold something, row by row; hidden ones taken out."""

    sheet: SheetCells
    filled: dict[int, int]
    bordered: dict[int, int]
    hidden_rows: frozenset[int]
    hidden: int
    masters: dict[tuple[int, int], Area] = field(default_factory=dict)
    covered: set[tuple[int, int]] = field(default_factory=set)


def blocks(sheet: SheetCells, hidden_rows: frozenset[int]) -> tuple[Block, ...]:
    """The tables and texts of the sheet, from top to bottom, left to right."""
    plan = _plan(sheet, hidden_rows)
    if not plan.filled:
        return ()
    everything = 0
    for bits in plan.filled.values():
        everything |= bits
    rows = _alive_rows(plan)
    return tuple(block for part in _parts(plan, rows, everything) for block in _rendered(plan, *part))


def _plan(sheet: SheetCells, hidden_rows: frozenset[int]) -> _SheetPlan:
    hidden = hidden_column_bits(sheet)
    filled = {}
    for number, row in sheet.rows.items():
        if number not in hidden_rows:
            bits = 0
            for column in row:
                bits |= 1 << column
            if bits & ~hidden:
                filled[number] = bits & ~hidden
    plan = _SheetPlan(sheet, filled, sheet.bordered, hidden_rows, hidden)
    if filled:
        _lay_merges(plan, min(filled), max(filled))
    return plan


def _lay_merges(plan: _SheetPlan, first: int, last: int) -> None:
    """Mark what merged areas cover, as far as the sheet is written on."""
    width = max(bits.bit_length() for bits in plan.filled.values()) - 1
    room = _MOST_MERGED
    for top, left, bottom, right in plan.sheet.merges:
        room -= max(0, min(bottom, last) - top + 1) * max(0, min(right, width) - left + 1)
        if bottom < first or top > last or left > width or room < 0 or (top, left) in plan.covered:
            continue
        # Where the first row or column is hidden, the text shows in the first one that is not.
        rows = [row for row in range(top, min(bottom, last) + 1) if row not in plan.hidden_rows]
        columns = [column for column in range(left, min(right, width) + 1) if not plan.hidden >> column & 1]
        if not rows or not columns:
            continue
        text = plan.sheet.rows.get(top, {}).get(left)
        plan.masters[rows[0], columns[0]] = (top, left, len(rows), len(columns))
        plan.covered.update((row, column) for row in rows for column in columns)
        plan.covered.discard((rows[0], columns[0]))
        bits = sum(1 << column for column in columns)
        for row in rows:
            target = plan.filled if text is not None else plan.bordered
            target[row] = target.get(row, 0) | bits


def _alive_rows(plan: _SheetPlan) -> list[int]:
    """The rows with writing, and the bordered ones between them."""
    alive: list[int] = []
    for row in sorted(plan.filled):
        between = range(alive[-1] + 1, row) if alive and row - alive[-1] <= WIDEST_GAP else ()
        alive.extend(gap for gap in between if plan.bordered.get(gap, 0) and gap not in plan.hidden_rows)
        alive.append(row)
    return alive


def _parts(plan: _SheetPlan, rows: list[int], bits: int) -> Iterator[tuple[list[int], list[int]]]:
    """Cut at blank rows, then at blank columns, until nothing can be cut."""
    bands = _bands(plan, rows, bits)
    if len(bands) > 1:
        for band in bands:
            yield from _parts(plan, band, bits)
        return
    if not bands:
        return
    title, body = _title_rows(plan, bands[0], bits)
    sides = _sides(plan, body, bits)
    if len(sides) == 1 and title:
        title, body = [], bands[0]
        sides = _sides(plan, body, bits)
    if len(sides) == 1:
        yield body, _columns(sides[0], plan)
        return
    if title:
        for row in title:
            yield [row], _columns(plan.filled.get(row, 0) & bits, plan)
    for side in sides:
        yield from _parts(plan, body, side)


def _bands(plan: _SheetPlan, rows: list[int], bits: int) -> list[list[int]]:
    """The stretches of rows between blank ones; blank bordered rows at a stretch's end are dropped."""
    found: list[list[int]] = []
    before = None
    for row in rows:
        written, bordered = plan.filled.get(row, 0) & bits, plan.bordered.get(row, 0) & bits
        if not written and not bordered:
            continue
        joined = before is not None and all(gap in plan.hidden_rows for gap in range(before + 1, row))
        if not found or not joined:
            found.append([])
        found[-1].append(row)
        before = row
    trimmed = (_trimmed(plan, band, bits) for band in found)
    return [band for band in trimmed if band]


def _trimmed(plan: _SheetPlan, band: list[int], bits: int) -> list[int]:
    written = [index for index, row in enumerate(band) if plan.filled.get(row, 0) & bits]
    return band[written[0] : written[-1] + 1] if written else []


def _title_rows(plan: _SheetPlan, rows: list[int], bits: int) -> tuple[list[int], list[int]]:
    """The leading rows that hold one text only, and the rest."""
    count = 0
    while count < len(rows) - 1 and len(_texts(plan, rows[count], bits)) == 1:
        count += 1
    return rows[:count], rows[count:]


def _texts(plan: _SheetPlan, row: int, bits: int) -> list[str]:
    cells = plan.sheet.rows.get(row, {})
    return [text for column, (text, _) in sorted(cells.items()) if bits >> column & 1]


def _sides(plan: _SheetPlan, rows: list[int], bits: int) -> list[int]:
    """The stretches of columns between blank ones.

    A blank column whose cells have borders parts two lists only where the heading begins anew behind it.
    """
    written = bordered = 0
    for row in rows:
        written |= plan.filled.get(row, 0) & bits
        bordered |= plan.bordered.get(row, 0)
    found, at_hand, before = list[int](), 0, 0
    for column in _set_bits(written):
        bit = 1 << column
        gap = (bit - (2 << before)) & ~plan.hidden if at_hand else 0
        if gap and (gap & ~bordered or _begins_anew(plan, rows, at_hand, written & -bit)):
            found.append(at_hand)
            at_hand, gap = 0, 0
        at_hand |= bit | gap
        before = column
    return [*found, at_hand] if at_hand else found


def _set_bits(bits: int) -> list[int]:
    """The columns in these bits. Sparse ones are the rule: a sheet is wide, a row is not."""
    found = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found


def _begins_anew(plan: _SheetPlan, rows: list[int], left: int, right: int) -> bool:
    """Whether the first full row says the same on the right as on the left."""
    for row in rows[:5]:
        ours, theirs = _texts(plan, row, left), _texts(plan, row, right)
        if len(ours) > 1 and len(theirs) > 1:
            return len(set(ours) & set(theirs)) * 2 >= len(set(ours))
    return False


def _columns(bits: int, plan: _SheetPlan) -> list[int]:
    found = _set_bits(bits)
    return [column for column in range(found[0], found[-1] + 1) if not plan.hidden >> column & 1] if found else []


def _rendered(plan: _SheetPlan, rows: list[int], columns: list[int]) -> Iterator[Block]:
    cells = _cells(plan, rows, columns)
    texts = [cell for cell in cells if cell.text]
    across = {cell.column for cell in texts}
    if len(across) <= 1 and (len(texts) <= 3 or any(len(cell.text) > _NARRATIVE for cell in texts)):
        yield from (Paragraph(cell.text, cell=cell.address) for cell in texts or cells[:1])
        return
    left_out = sum(row in plan.sheet.rows for row in plan.hidden_rows) + len(_unseen_rows(plan.sheet))
    yield Table(cells=tuple(cells), rows=len(rows), columns=len(columns), rows_left_out=left_out)


def _unseen_rows(sheet: SheetCells) -> set[int]:
    """The rows that hold something of which nothing shows."""
    return {row for row, _ in sheet.unseen if row not in sheet.rows}


def _cells(plan: _SheetPlan, rows: list[int], columns: list[int]) -> list[Cell]:
    names = [letters(column) for column in columns]
    written = sum(len(plan.sheet.rows.get(row, ())) for row in rows)
    area = len(rows) * len(columns)
    fill = area <= _FILL_FREELY or area <= _FILL_FACTOR * written
    found, masters, covered = [], plan.masters, plan.covered
    at = {column: x for x, column in enumerate(columns)}
    for y, row in enumerate(rows):
        stored = plan.sheet.rows.get(row, {})
        present = columns if fill else sorted(column for column in stored if column in at)
        for column in present:
            x = at[column]
            place = (row, column)
            if place in masters:
                found.append(_merged(plan, place, (y, x), (len(rows) - y, len(columns) - x)))
            elif not covered or place not in covered:
                text, native = stored.get(column, _EMPTY)
                doubts = _doubts(plan.sheet, place)
                found.append(
                    Cell(y, x, text, 1, 1, None, f"{names[x]}{row}", False, native, doubts)
                )  # in order: by name takes twice as long
    return found


def _merged(plan: _SheetPlan, place: tuple[int, int], at: tuple[int, int], room: tuple[int, int]) -> Cell:
    top, left, height, width = plan.masters[place]
    text, native = plan.sheet.rows.get(top, {}).get(left, ("", None))
    return Cell(
        row=at[0],
        column=at[1],
        text=text,
        rowspan=min(height, room[0]),
        colspan=min(width, room[1]),
        address=f"{letters(left)}{top}",
        native=native,
        doubts=_doubts(plan.sheet, (top, left)),
    )


def _doubts(sheet: SheetCells, place: tuple[int, int]) -> Doubts:
    """Why what the cell shows may not be what it says."""
    doubts = _NOT_READ if place in sheet.not_read else NONE
    if place in sheet.crossed_out or _is_in(place, sheet.restyled):
        doubts |= _GONE
    return doubts | _OVERLAID if place in sheet.drawn_over or _is_in(place, sheet.under_lines) else doubts


def _is_in(place: tuple[int, int], areas: Sequence[Area]) -> bool:
    row, column = place
    return any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in areas)
