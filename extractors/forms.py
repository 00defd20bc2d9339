"""What stands in the blanks of an application form.

In:     a document and its grids; the blank forms (data/forms/).
Out:    the entries of the form, in the order of the paper; titles of forms that the document bears.
Raises: nothing. A blank left blank is an entry without value; an altered label is reported as missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.answers import Piece, entry_of
from extractors.grids import Grid, distinct, squeezed
from extractors.labels import Hit, Labels, hits, labels_for
from extractors.list_bounds import head_at
from schemas.application import BLANKS, Entry
from schemas.document import Document, Paragraph
from schemas.forms import FormSpec
from schemas.locator import Locator

ENOUGH = 6
"""This many different blanks in one document make it a form, title or no title."""
NEAR = 3
"""A table with this many labels belongs to the form."""
REACH = 4
"""A table with a blank not seen before belongs to the form where it stands this near behind another table of it."""
TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class FilledForm:
    """One form as filled in: its spec ("" where no title tells), entries, and the blanks whose label is gone."""

    form: str
    entries: tuple[Entry, ...]
    missing_labels: tuple[str, ...]
    place: Locator
    pages: tuple[int, int] | None
    grids: frozenset[int]
    coverage: int


def titles_in(document: Document, forms: Mapping[str, FormSpec]) -> dict[str, tuple[Locator, ...]]:
    """Which forms' titles the document bears, form id → places. A title may run over two lines."""
    found: dict[str, list[Locator]] = {}
    titles = [(squeezed(title), form.id) for form in forms.values() for title in form.titles]
    for text, place in _title_lines(document):
        for form in dict.fromkeys(form for title, form in titles if title in text):
            found.setdefault(form, []).append(place)
    return {form: tuple(places) for form, places in found.items()}


def _title_lines(document: Document) -> Iterator[tuple[str, Locator]]:
    """Short lines, and two short lines in a row as one, without white space."""
    before = ""
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Paragraph):
                items = [(block.text, document.place(page, block))]
            else:
                items = [(cell.text, document.place(page, cell)) for cell in block.cells if cell.row < 3]
            for text, place in items:
                line = squeezed(text)
                if not line:
                    continue
                if len(line) <= TITLE_LENGTH:
                    yield line, place
                    if before and len(before) + len(line) <= TITLE_LENGTH:
                        yield before + line, place
                before = line if isinstance(block, Paragraph) else ""


def read_form(document: Document, grids: Sequence[Grid], forms: Mapping[str, FormSpec]) -> FilledForm | None:
    """The application form in this document, None where it holds none."""
    bearing = [forms[form] for form in titles_in(document, forms)]
    candidates: list[FormSpec | None] = [*bearing] if bearing else [None]
    filled = [made for form in candidates if (made := _filled(document, grids, form)) is not None]
    return max(filled, key=lambda form: (form.coverage, -len(form.missing_labels)), default=None)


def _filled(document: Document, grids: Sequence[Grid], form: FormSpec | None) -> FilledForm | None:
    known = labels_for(form)
    pieces = list(_pieces(document, grids))
    for piece in pieces:
        piece.found = hits(piece.text, known)
        if piece.found and piece.grid is not None and _heads_the_years(grids[piece.grid], piece.row):
            piece.found = []
    ours = _form_grids(pieces, grids)
    near = _pages_near([grids[index] for index in ours])
    kept = [piece for piece in pieces if piece.found and _of_form(piece, ours) and _close(piece, near)]
    chosen = list(_in_context(kept))
    keys = {hit.key for _, hit, _ in chosen}
    if len(keys) < ENOUGH:
        return None
    entries = _entries(chosen, known)
    blanks = [key for key in (form.blanks() if form else ()) if key not in keys]
    places = [entry.evidence for entry in entries]
    paged = [place.page for place in places if place.page is not None]
    return FilledForm(
        form=form.id if form else "",
        entries=tuple(entries),
        missing_labels=tuple(blanks),
        place=next((entry.evidence for entry in entries if entry.key != "applicant_name"), places[0]),
        pages=(min(paged), max(paged)) if paged else None,
        grids=frozenset(ours),
        coverage=len(keys),
    )


def _pieces(document: Document, grids: Sequence[Grid]) -> Iterator[Piece]:
    """Every paragraph and cell, paragraphs first: covers stand before forms."""
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Paragraph):
                yield Piece(block.text, document.place(page, block))
    for index, grid in enumerate(grids):
        yield from _cells(grid, index)


def _cells(grid: Grid, index: int) -> Iterator[Piece]:
    """The cells of one grid, each with its right neighbour and the cell under it."""
    seen: set[int] = set()
    for number, row in enumerate(grid.rows):
        spots = distinct(row)
        for order, spot in enumerate(spots):
            if id(spot) in seen:
                continue
            seen.add(id(spot))
            right = spots[order + 1] if order + 1 < len(spots) else None
            below = number + spot.rowspan
            under = (
                grid.rows[below][spot.column]
                if below < len(grid.rows) and spot.column < len(grid.rows[below])
                else None
            )
            yield Piece(spot.text, spot.place, right, under, index, number)


def _form_grids(pieces: Iterable[Piece], grids: Sequence[Grid]) -> set[int]:
    """The tables of the form: the one with the most labels, and those around it that go on with new ones.

    A licence or a credit report has labels of the same words; it stands pages away.
    """
    keys: dict[int, set[str]] = {}
    for piece in pieces:
        if piece.grid is not None:
            keys.setdefault(piece.grid, set()).update(hit.key for hit in piece.found)
    anchor = max(keys, key=lambda grid: len(keys[grid]), default=-1)
    if len(keys.get(anchor, ())) < NEAR:
        return set()
    ours = {anchor}
    for step in (1, -1):
        last = anchor
        for grid in sorted((one for one in keys if (one - anchor) * step > 0), key=lambda one: (one - anchor) * step):
            told = {key for one in ours for key in keys[one]}
            if keys[grid] - told and abs(grid - last) <= REACH and _adjoining(grids[grid], grids[last]):
                ours.add(grid)
                last = grid
    return ours


def _adjoining(one: Grid, other: Grid) -> bool:
    """Whether two tables stand on one page or sheet, or on pages next to each other."""
    if one.place.page is None:
        return one.sheet == other.sheet
    return max(one.pages[0], other.pages[0]) - min(one.pages[1], other.pages[1]) <= 1


def _pages_near(grids: Sequence[Grid]) -> range | None:
    """The pages of the form's tables and those around them; None where nothing tells pages."""
    paged = [grid for grid in grids if grid.place.page is not None]
    if not paged:
        return None
    return range(min(grid.pages[0] for grid in paged) - 1, max(grid.pages[1] for grid in paged) + 2)


def _close(piece: Piece, near: range | None) -> bool:
    """Whether a piece stands on the form's pages; the applicant's name may stand on a cover further ahead."""
    if near is None or piece.place.page is None or piece.place.page in near:
        return True
    return piece.found[0].key == "applicant_name" and piece.place.page < near.start


def _heads_the_years(grid: Grid, row: int) -> bool:
    """Whether the row heads the yearly table: 资产总额 there names a column, not the blank of the form."""
    return any(
        any(match.table == "operations" for match in found[0]) and start + found[1] > row
        for start in (row, row - 1)
        if start >= 0 and (found := head_at(grid, start)) is not None
    )


def _of_form(piece: Piece, ours: set[int]) -> bool:
    """Whether a piece is part of the form: a cell of its tables, or a line that is label and value."""
    if piece.grid is not None:
        on_cover = piece.found[0].key == "applicant_name" and bool(ours) and piece.grid < min(ours)
        return piece.grid in ours or on_cover
    first = piece.found[0]
    rest = piece.text[first.end :]
    behind = rest.lstrip(" 　_）)")
    told = behind[:1] in ("：", ":", "（", "(", "") or "_" in piece.text
    # Two blanks part what stood in two columns of a table without rules.
    return first.start <= 12 and (told or len(piece.found) > 1 or rest.startswith("  "))


def _in_context(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Hit, int]]:
    """The hits that count, each with the end of its value; one that needs another blank needs it near."""
    open_keys: list[str] = []
    for piece in pieces:
        kept = []
        for hit in piece.found:
            if hit.within and not set(hit.within) & set(open_keys[-4:]):
                continue
            kept.append(hit)
            open_keys.append(hit.key)
        for order, hit in enumerate(kept):
            yield piece, hit, kept[order + 1].start if order + 1 < len(kept) else len(piece.text)


def _entries(chosen: Sequence[tuple[Piece, Hit, int]], known: Labels) -> list[Entry]:
    """One entry per blank: the first that holds a value, else the first place where its label stands."""
    best: dict[str, Entry] = {}
    for piece, hit, end in chosen:
        entry = entry_of(piece, hit, end, known)
        held = best.get(hit.key)
        if held is None or (held.value is None and not held.text and (entry.value is not None or entry.text)):
            best[hit.key] = entry
    order = list(BLANKS)
    return sorted(best.values(), key=lambda entry: order.index(entry.key))
