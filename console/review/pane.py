"""What stands in the middle of the review screen: a page with its boxes, or the tables and lines of a file?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from console.papers import shelf
from console.papers.shelf import ShownBlock, ShownFile
from console.results.read_back import ReadBack
from console.review.places import NumberedPlace, PointPlaces
from console.warm.process import NoAnswer
from schemas.dossier import FileRecord
from schemas.errors import UsageError

_AROUND = 40
"""Rows shown on either side of one that is spoken of, in a table too long to be shown whole."""

_WHOLE = 160
_SIDES = "甲乙丙丁戊己庚辛壬癸"


@dataclass(frozen=True, slots=True)
class PageBox:
    """One frame on the page, in its own units."""

    number: int
    left: float
    top: float
    width: float
    height: float
    current: bool
    words: str


@dataclass(frozen=True, slots=True)
class FilePane:
    """One file as it is shown. ``page`` and ``pages`` where it has pages; ``marks``: address → number of the place."""

    file: FileRecord
    number: int
    page: int = 0
    pages: int = 0
    width: float = 0.0
    height: float = 0.0
    boxes: Sequence[PageBox] = ()
    blocks: Sequence[ShownBlock] = ()
    marks: Mapping[tuple[str, str], NumberedPlace] | None = None
    current: int = 0
    note: str = ""
    side: str = ""
    """甲, 乙…: which of several sources that differ it shows, where it does."""

    @property
    def pictured(self) -> bool:
        """Whether a page of it is shown as it looks."""
        return self.page > 0


@dataclass(frozen=True, slots=True)
class Looked:
    """What somebody wants to see: a place of the point, or a page of a file."""

    place: int = 1
    file: int = 0
    page: int = 0


def pane(results: Path, read: ReadBack, places: Sequence[NumberedPlace], looked: Looked) -> FilePane | None:
    """The file that is looked at; None where the point names none and nobody has chosen one."""
    current = next((one for one in places if one.number == looked.place), places[0] if places else None)
    number = looked.file or (current.file if current else 0)
    file = shelf.file_of(read, number)
    if file is None:
        return None
    if looked.file and (current is None or current.file != looked.file):
        current = None
    try:
        shown = shelf.shown(results, read.screening.id, file)
    except (UsageError, NoAnswer) as error:
        return FilePane(file, number, note=f"{error}。" if isinstance(error, NoAnswer) else str(error))
    here = [one for one in places if one.file == number]
    if shown.pages:
        page = looked.page or (current.at.page if current else 1) or 1
        return replace(_page(file, shown, here, current, min(max(page, 1), len(shown.pages))), number=number)
    if not shown.blocks:
        return FilePane(file, number, note=file.note or "这种文件不能在这里显示，请下载原件查看。")
    marks = {(one.at.sheet or "", one.at.cell or ""): one for one in here if one.at.cell}
    blocks = _near(shown.blocks, set(marks))
    note = "" if len(blocks) == len(shown.blocks) else "表格较长，只显示相关行的前后。"
    return FilePane(file, number, blocks=blocks, marks=marks, current=current.number if current else 0, note=note)


def beside(results: Path, read: ReadBack, found: PointPlaces, shown: FilePane | None) -> FilePane | None:
    """What another source says, to be shown beside a page that one of several sources stands on; else None."""
    here = side_of(found, shown)
    if not here or shown is None:
        return None
    for side, one in zip(_SIDES, found.readings, strict=False):
        place = next((place for place in one.places if side != here and not _is_shown(place, shown)), None)
        other = pane(results, read, found.places, Looked(place.number)) if place else None
        if other is not None:
            return replace(other, side=side)
    return None


def side_of(found: PointPlaces, shown: FilePane | None) -> str:
    """Which of the sources the place belongs to that is looked at; empty for none."""
    named = zip(_SIDES, found.readings, strict=False)
    return next((side for side, one in named for place in one.places if shown and place.number == shown.current), "")


def _is_shown(place: NumberedPlace, shown: FilePane) -> bool:
    return place.file == shown.number and (not shown.pictured or place.at.page == shown.page)


def _page(
    file: FileRecord, shown: ShownFile, here: Sequence[NumberedPlace], current: NumberedPlace | None, page: int
) -> FilePane:
    size = shown.pages[page - 1]
    boxes = [
        PageBox(one.number, box[0], box[1], box[2] - box[0], box[3] - box[1], one is current, one.says)
        for one in here
        if one.at.page == page and (box := one.at.bbox) is not None
    ]
    note = "" if shown.as_read else "这份文件的识别结果已不在本机，扫描页上的方框可能有偏差。"
    if current is not None and current.at.page == page and current.at.bbox is None:
        note = note or "提示说的是整页，没有更确切的位置。"
    return FilePane(
        file,
        0,
        page,
        len(shown.pages),
        size.width,
        size.height,
        boxes,
        current=current.number if current else 0,
        note=note,
    )


def _near(blocks: Sequence[ShownBlock], marked: set[tuple[str, str]]) -> list[ShownBlock]:
    """The blocks, of long tables the rows around what is marked (their heads always)."""
    near: list[ShownBlock] = []
    for block in blocks:
        if len(block.rows) <= _WHOLE:
            near.append(block)
            continue
        at = [
            row for row, cells in enumerate(block.rows) if any((block.sheet, cell.address) in marked for cell in cells)
        ]
        kept = {one for row in at or [0] for one in range(row - _AROUND, row + _AROUND + 1)} | {0, 1}
        near.append(
            ShownBlock(block.sheet, tuple(row for one, row in enumerate(block.rows) if one in kept), block.table)
        )
    return near
