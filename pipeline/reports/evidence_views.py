"""How is a place shown beside what is said of it: which part of which picture, with which marks?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline import wording
from pipeline.evidence.pictures import DrawnCell, Mark, PageImage, Pictures, TableImage, TextImage
from schemas.locator import Box, Locator

_AROUND = 34.0
_HIGHEST = 320.0
_ROWS = 4
_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place in words, and the number of its mark; 0 where it has no picture."""

    text: str
    mark: int


@dataclass(frozen=True, slots=True)
class PageShot:
    """A part of a page's picture: the source's number, the part in points, and the frames in it."""

    kind: str
    label: str
    source: int
    width: float
    top: float
    height: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """One row: its number in the table counted from 1, whether rows before it are left out, and its cells."""

    number: int
    gap: bool
    cells: tuple[tuple[DrawnCell, int], ...]


@dataclass(frozen=True, slots=True)
class TableShot:
    """Rows of a drawn table, each cell with the number of its mark, or 0."""

    kind: str
    label: str
    rows: tuple[DrawnRow, ...]


@dataclass(frozen=True, slots=True)
class TextShot:
    """Lines with the number of their mark, or 0."""

    kind: str
    label: str
    lines: tuple[tuple[str, int], ...]


Shot = PageShot | TableShot | TextShot


def links(
    pictures: Pictures, places: Sequence[Locator], most: int = 6, *, quoted: bool = False
) -> tuple[list[PlaceLink], int]:
    """Each place once in words, at most so many, and how many there are; ``quoted`` with what stands there."""
    named: dict[str, PlaceLink] = {}
    for place in places:
        mark = pictures.at(place)
        text = wording.visible(wording.found_at(place)) if quoted else wording.place(place)
        if text not in named or not named[text].mark:
            named[text] = PlaceLink(text, mark.number if mark else 0)
    return list(named.values())[:most], len(named)


def shots(pictures: Pictures, places: Sequence[Locator], most: int = _AT_ONCE) -> list[Shot]:
    """What to show beside a finding: of each of the first sources the part that is spoken of."""
    by_source: dict[int, list[Mark]] = {}
    for place in places:
        mark = pictures.at(place)
        if mark is not None and mark not in by_source.setdefault(mark.source, []):
            by_source[mark.source].append(mark)
    return [_shot(pictures, number, marks) for number, marks in list(by_source.items())[:most]]


def gallery(pictures: Pictures) -> list[Shot]:
    """Every source as a whole, with all of its marks."""
    by_source: dict[int, list[Mark]] = {number: [] for number in range(len(pictures.sources))}
    for mark in pictures.marks.values():
        by_source[mark.source].append(mark)
    return [_whole(pictures, number, marks) for number, marks in by_source.items()]


def _shot(pictures: Pictures, number: int, marks: Sequence[Mark]) -> Shot:
    source = pictures.sources[number]
    if isinstance(source, PageImage):
        return _strip(source, number, [mark.box for mark in marks if mark.box])
    if isinstance(source, TableImage):
        rows = dict.fromkeys(mark.row for mark in marks)
        heads = set(range(source.heads)).union(*(source.heads_of(row) for row in rows))
        return _table(source, marks, _with_neighbours(rows) | heads)
    spoken = {mark.address for mark in marks}
    return _text(
        source, marks, _with_neighbours(at for at, (address, _) in enumerate(source.lines) if address in spoken)
    )


def _strip(source: PageImage, number: int, boxes: Sequence[Box]) -> PageShot:
    """The part of a page around the first mark and those near it; the whole of it where nothing is marked."""
    near = [box for box in boxes if box[3] - boxes[0][1] <= _HIGHEST and box[1] >= boxes[0][1] - _HIGHEST / 2]
    if not near:
        return _page(source, number, source.top, source.bottom, ())
    top = max(source.top, min(box[1] for box in near) - _AROUND)
    bottom = min(source.bottom, max(box[3] for box in near) + _AROUND)
    return _page(source, number, top, bottom, near)


def _with_neighbours(lines: Iterable[int]) -> set[int]:
    """The first of these lines, each with the one above it and the one below."""
    return {line + step for line in list(lines)[:_ROWS] for step in (-1, 0, 1)}


def _whole(pictures: Pictures, number: int, marks: Sequence[Mark]) -> Shot:
    source = pictures.sources[number]
    if isinstance(source, PageImage):
        return _page(source, number, source.top, source.bottom, ())
    if isinstance(source, TableImage):
        return _table(source, marks, set(source.rows))
    return _text(source, marks, set(range(len(source.lines))))


def _page(source: PageImage, number: int, top: float, bottom: float, boxes: Sequence[Box]) -> PageShot:
    label = f"{source.file} 第{source.page}页"
    return PageShot("page", label, number, source.width, top, max(1.0, bottom - top), tuple(boxes))


def _table(source: TableImage, marks: Sequence[Mark], wanted: set[int]) -> TableShot:
    numbers = {mark.address: mark.number for mark in marks}
    rows, last = [], -1
    for row, cells in source.rows.items():
        if row in wanted:
            rows.append(
                DrawnRow(row + 1, row > last + 1, tuple((cell, numbers.get(cell.address, 0)) for cell in cells))
            )
            last = row
    return TableShot("table", _label(source), tuple(rows))


def _text(source: TextImage, marks: Sequence[Mark], wanted: set[int]) -> TextShot:
    numbers = {mark.address: mark.number for mark in marks}
    lines = [(text, numbers.get(address, 0)) for at, (address, text) in enumerate(source.lines) if at in wanted]
    return TextShot("text", _label(source), tuple(lines))


def _label(source: TableImage | TextImage) -> str:
    return f"{source.file} “{source.sheet}”" if source.sheet else source.file
