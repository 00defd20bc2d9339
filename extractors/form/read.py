"""What stands in the blanks of an application form.

In:     a document and its grids; the blank forms (data/forms/).
Out:    the entries of the form, in the order of the paper; titles of forms that the document bears.
Raises: nothing. A blank left blank is an entry without value; an altered label is reported as missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors import values
from extractors.content.beginnings import beginnings
from extractors.content.tables import Grid, GridCell, distinct
from extractors.form.answers import FormPiece, entry_of
from extractors.form.copies_within import of_copies_within
from extractors.form.locate import ENOUGH, heads_a_list, standing
from extractors.form.unseen import unseen_pages, with_unread
from extractors.values.choices import mark
from extractors.values.text import unspaced
from extractors.vocabulary.labels import UNWANTED, Hit, Labels, hits, labels_for, plain, printed_labels, vocabulary
from schemas.application import BLANKS, Entry
from schemas.document import Cell, Document, Paragraph, Table
from schemas.forms import FormSpec
from schemas.locator import Locator
from schemas.trust import Doubt

_RUN_ON = frozenset({Doubt.RUN_ON})
TITLE_LENGTH = 60
TITLE_ROWS = 3
"""In so many rows at the top of a table a title may stand beside other cells."""


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
    borne: dict[str, list[Locator]] = {}
    titles = [(unspaced(title), form.id) for form in forms.values() for title in form.titles]
    for text, place in _title_lines(document):
        for form in dict.fromkeys(form for title, form in titles if title in text):
            borne.setdefault(form, []).append(place)
    return {form: tuple(places) for form, places in borne.items()}


def _title_lines(document: Document) -> Iterator[tuple[str, Locator]]:
    """Short lines, and two short lines in a row as one, without white space."""
    before = ""
    for text, place, alone in _pieces_of_titles(document):
        line = unspaced(text)
        if not line:
            continue
        if len(line) <= TITLE_LENGTH:
            yield line, place
            if before and len(before) + len(line) <= TITLE_LENGTH:
                yield before + line, place
        before = line if alone else ""


def _pieces_of_titles(document: Document) -> Iterator[tuple[str, Locator, bool]]:
    """Every paragraph and the cells that may be a title, and whether each stands alone in its line."""
    unseen = unseen_pages(document)
    for page in document.pages:
        for block in () if page.number in unseen else page.blocks:
            if isinstance(block, Paragraph):
                yield block.text, document.place(page, block), True
                continue
            for cell, alone in _title_cells(block):
                yield cell.text, document.place(page, cell), alone


def _title_cells(table: Table) -> Iterator[tuple[Cell, bool]]:
    """The cells that may be a title, and whether each stands alone in its row, as titles do above a workbook's form."""
    filled = Counter(cell.row for cell in table.cells if cell.text.strip())
    for cell in table.cells:
        if cell.row < TITLE_ROWS or filled[cell.row] == 1:
            yield cell, filled[cell.row] == 1


def read_form(document: Document, grids: Sequence[Grid], forms: Mapping[str, FormSpec]) -> FilledForm | None:
    """The application form in this document, None where it holds none."""
    bearing = [forms[form] for form in titles_in(document, forms)]
    candidates: list[FormSpec | None] = [*bearing] if bearing else [None]
    filled = [read for form in candidates if (read := _filled(document, grids, form)) is not None]
    return max(filled, key=lambda form: (form.coverage, -len(form.missing_labels)), default=None)


def _filled(document: Document, grids: Sequence[Grid], form: FormSpec | None) -> FilledForm | None:
    known = labels_for(form)
    labelled = _labelled(document, grids, known)
    of_form, ours = standing(labelled, grids)
    chosen = list(_in_context(of_form))
    keys = {hit.key for _, hit, _ in chosen}
    if len(keys) < ENOUGH:
        return None
    printed = frozenset((label.key, label.text) for label in printed_labels(form)) if form else frozenset()
    entries = of_copies_within(_entries(chosen, known, printed), _stated_elsewhere(labelled, ours, known))
    paged = [entry.evidence.page for entry in entries if entry.evidence.page is not None]
    return FilledForm(
        form=form.id if form else "",
        entries=tuple(entries),
        missing_labels=tuple(key for key in form.blanks() if key not in keys) if form else (),
        place=next((entry for entry in entries if not BLANKS[entry.key].on_cover), entries[0]).evidence,
        pages=(min(paged), max(paged)) if paged else None,
        grids=ours,
        coverage=len(keys),
    )


def _stated_elsewhere(labelled: Sequence[FormPiece], ours: frozenset[int], known: Labels) -> list[Entry]:
    """What stands in blanks of the same names in other tables of the document."""
    others = [piece for piece in labelled if ours and piece.grid is not None and piece.grid not in ours]
    return [entry_of(piece, hit, end, known) for piece, hit, end in _in_context(others)]


def _labelled(document: Document, grids: Sequence[Grid], known: Labels) -> list[FormPiece]:
    """Every piece of the document with the labels in it; a head of a list has none."""
    pieces = list(_pieces(document, grids))
    for piece in pieces:
        every = hits(piece.text, known)
        piece.labels = [hit for hit in every if hit.key != UNWANTED]
        piece.stops = tuple(hit.start for hit in every if hit.key == UNWANTED)
        if piece.labels and piece.grid is not None and heads_a_list(grids[piece.grid], piece.row):
            piece.labels = []
    return pieces


def _pieces(document: Document, grids: Sequence[Grid]) -> Iterator[FormPiece]:
    """Every paragraph and cell, paragraphs first: covers stand before forms."""
    blocks = ((page, block) for page in document.pages for block in page.blocks)
    unseen = unseen_pages(document)
    for order, (page, block) in enumerate(blocks):
        if isinstance(block, Paragraph) and page.number not in unseen:
            yield FormPiece(block.text, document.place(page, block), order=order)
    begun = {index: order for order, index in beginnings(document, grids).items()}
    for index, grid in enumerate(grids):
        if grid.pages[0] not in unseen:
            yield from _cells(grid, index, begun.get(index, 0))


def _cells(grid: Grid, index: int, begun: int) -> Iterator[FormPiece]:
    """The cells of one grid, each with its right neighbour and the cell under it."""
    seen: set[int] = set()
    units = _unit_columns(grid)
    for number, row in enumerate(grid.rows):
        spots = distinct(row)
        for order, spot in enumerate(spots):
            if id(spot) in seen:
                continue
            seen.add(id(spot))
            right = _right_of(spots, order, units)
            below = number + spot.rowspan
            under = (
                grid.rows[below][spot.column]
                if below < len(grid.rows) and spot.column < len(grid.rows[below])
                else None
            )
            yield FormPiece(spot.text, spot.place, right, under, index, number, begun)


def _unit_columns(grid: Grid) -> frozenset[int]:
    """The columns headed 单位: what stands in them is printed, and the answer stands in the cell behind."""
    heads = vocabulary().unit_heads
    return frozenset(cell.column for row in grid.rows for cell in distinct(row) if unspaced(cell.text) in heads)


def _right_of(spots: Sequence[GridCell], order: int, units: frozenset[int]) -> GridCell | None:
    """The cell to the right; past a printed unit, where one answer alone stands behind it (no year beside another)."""
    right = spots[order + 1] if order + 1 < len(spots) else None
    passes = right is not None and right.column in units and not any(map(str.isdecimal, right.text))
    return spots[order + 2] if passes and order + 3 == len(spots) else right


def _in_context(pieces: Sequence[FormPiece]) -> Iterator[tuple[FormPiece, Hit, int]]:
    """The hits that count, each with the end of its value; one that needs another blank needs it near."""
    open_keys: list[str] = []
    for piece in pieces:
        counting = []
        for hit in piece.labels:
            if hit.within and not set(hit.within) & set(open_keys[-4:]):
                continue
            if not _is_option(piece.text, hit):
                counting.append(hit)
            open_keys.append(hit.key)
        ends = [*(hit.start for hit in counting[1:]), len(piece.text)]
        for hit, end in zip(counting, ends, strict=False):
            yield piece, hit, min([end, *(stop for stop in piece.stops if stop >= hit.end)])


def _is_option(text: str, hit: Hit) -> bool:
    """Whether the word asks for no number, but is one of several with a box each: 租用☑ 自有□."""
    before, behind = text[: hit.start].rstrip()[-1:], text[hit.end :].lstrip()[:1]
    boxes = [char for char in (before, behind) if not char.isalnum() and mark(char) is not None]
    return BLANKS[hit.key].kind == "number" and bool(boxes)


def _nearest(piece: FormPiece, hit: Hit, begins: int) -> int:
    """Of 填报日期 the one nearest to the form counts: in one file a 推荐表 with a cover of its own may stand before."""
    return abs(piece.order - begins) if hit.key == "filed_on" else 0


def _entries(
    chosen: Sequence[tuple[FormPiece, Hit, int]], known: Labels, printed: frozenset[tuple[str, str]]
) -> list[Entry]:
    """One entry per blank: the first that holds a value, else the first place where its label stands.

    A label in the form's own words counts before one that others use for the same (办公面积 for 服务场地面积).
    """

    def rank(one: tuple[FormPiece, Hit, int]) -> tuple[int, bool]:
        piece, hit, _ = one
        own = (hit.key, plain(piece.text[hit.start : hit.end])) in printed
        return _nearest(piece, hit, begins), bool(printed) and not own

    best: dict[str, Entry] = {}
    begins = next((piece.order for piece, hit, _ in chosen if not BLANKS[hit.key].on_cover), 0)
    for piece, hit, end in sorted(chosen, key=rank):
        entry = with_unread(entry_of(piece, hit, end, known), piece)
        held = best.get(hit.key)
        if held is None or (held.value is None and not held.text and (entry.value is not None or entry.text)):
            best[hit.key] = entry
        elif held.value is None and values.is_blank(held.text) and entry.value is not None:
            # 法人代表/ in one place and a name in another: which of them answers, only a person can say.
            best[hit.key] = replace(entry, evidence=entry.evidence.doubted(_RUN_ON))
    order = list(BLANKS)
    return sorted(best.values(), key=lambda entry: order.index(entry.key))
