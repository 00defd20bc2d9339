"""What lies on top of a sheet: text boxes, pictures, ticks of form controls; and which pictures its cells hold?

Source: ECMA-376 part 1, 20.5 (spreadsheet drawing), 18.3.1.19 (controls); pictures in cells are WPS's cellimages part
and Excel's rich values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element
from PIL import Image, UnidentifiedImageError

from extractors.read import image_file
from extractors.read.office_package import RELATED, Package, Relation
from extractors.read.sheets.sheet import Area, Content, SheetCells, letters
from extractors.values.text import cleaned
from schemas.document import Paragraph
from schemas.errors import UnreadableDocument

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_X = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_CELL_IMAGES, _RICH_IMAGES = "cellimage", "richValueRel"
_LARGE = 90_000
"""Pixels from which a picture may hold writing: 300 × 300; icons and logos are smaller."""
_SMALL = 2
"""Rows and columns over which a picture reaches at most that stands for what would be written in one cell."""
_SHORT = 40
"""Characters of a value; a longer box is a text of its own."""
_EMPTY: Content = ("", None)
_METAFILES = (".emf", ".wmf", ".emz", ".wmz")


@dataclass(slots=True)
class OnSheet:
    """What lies on top of a sheet: texts of boxes with the cell they hang on, the parts of its pictures."""

    texts: list[Paragraph] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    controls: int = 0
    """Controls whose state could not be told."""
    charts: int = 0
    diagrams: int = 0
    """SmartArt: its words stand in parts of their own."""


def drawn(package: Package, sheet: SheetCells, related: Mapping[str, Relation], in_cells: Mapping[str, str]) -> OnSheet:
    """What lies on a sheet. ``in_cells``: pictures by the name that cells call them."""
    on_top = OnSheet()
    for identifier in sheet.related.get("drawing", ()):
        part = related.get(identifier)
        if part is None or part.target not in package:
            continue
        images = package.relations(part.target)
        for anchor in package.tree(part.target):
            pictures = list(_images(anchor, images))
            on_top.pictures.extend(pictures)
            if pictures:
                _cover(sheet, anchor)
            if _is_line(anchor):
                sheet.under_lines.extend(_reach(anchor))
            on_top.charts += next(anchor.iter("{*}chart"), None) is not None
            on_top.diagrams += next(anchor.iter("{*}relIds"), None) is not None
            text = "\n".join(_box_lines(anchor))
            if text and not _fills(sheet, anchor, text):
                on_top.texts.append(Paragraph(text, cell=_anchor_address(anchor)))
    unnamed = [target for name, target in in_cells.items() if name.startswith(_UNNAMED)]
    for name in sheet.cell_pictures:
        on_top.pictures.extend([in_cells[name]] if name in in_cells else [] if name else unnamed)
    _tick(package, sheet, related, on_top)
    return on_top


def _cover(sheet: SheetCells, anchor: Element) -> None:
    """An empty cell under a small picture (a tick, a signature) holds what nobody read."""
    ends = [[_number(anchor, f"{end}/{_X}{side}") for side in ("row", "col")] for end in ("from", "to")]
    top, left = ends[0]
    if top is None or left is None:
        return
    bottom, right = (other if other is not None else one for one, other in zip(ends[0], ends[1], strict=True))
    rows, columns = range(top, (bottom or top) + 1), range(left, (right or left) + 1)
    if max(len(rows), len(columns)) > _SMALL:
        return
    place = top + 1, left + 1
    if top + 1 in sheet.rows and not any(
        sheet.rows.get(row + 1, {}).get(at + 1, _EMPTY)[0] for row in rows for at in columns
    ):
        sheet.rows[top + 1].setdefault(left + 1, _EMPTY)
        sheet.not_read.add(place)


def _fills(sheet: SheetCells, anchor: Element, text: str) -> bool:
    """Write the words of a small box into the one empty cell of a row that it lies over; whether there is one.

    A small box over written cells hides their words, or is a remark beside them: a person sees which.
    """
    places = _under(anchor) if len(text) <= _SHORT and "\n" not in text else []
    written = [place for place in places if sheet.rows.get(place[0], {}).get(place[1], _EMPTY)[0]]
    free = [place for place in places if place not in written and place[0] in sheet.rows]
    sheet.drawn_over.update(written)
    if written or len(free) != 1:
        return False
    sheet.rows[free[0][0]][free[0][1]] = (text, None)
    return True


def _under(anchor: Element) -> list[tuple[int, int]]:
    """The cells under a small drawing that is no line; none under a large one."""
    if any(one.get("prst") in _LINES for one in anchor.iter(_A + "prstGeom")):
        return []
    return [
        (row, column)
        for top, left, bottom, right in _reach(anchor)
        if max(bottom - top, right - left) < _SMALL
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    ]


def _is_line(anchor: Element) -> bool:
    """Whether a line, a ring without words, or a stroke of the pen is all that is drawn here."""
    if next(anchor.iter("{*}contentPart"), None) is not None:
        return True
    shapes = {one.get("prst") for one in anchor.iter(_A + "prstGeom")}
    drawn = shapes & {*_LINES, *_RINGS} if next(anchor.iter(_A + "blip"), None) is None else shapes & {*_LINES}
    return bool(drawn) and not any(_box_lines(anchor))


def _reach(anchor: Element) -> Iterator[Area]:
    """The cells over which a drawing reaches: it may begin or end at their very edge, and then does not."""
    top, left, bottom, right = (
        _number(anchor, f"{end}/{_X}{side}") for end in ("from", "to") for side in ("row", "col")
    )
    if top is not None and left is not None and bottom is not None and right is not None:
        low, far = (_number(anchor, f"to/{_X}{side}Off") for side in ("row", "col"))
        yield top + 1, left + 1, max(bottom + bool(low), top + 1), max(right + bool(far), left + 1)


_LINES, _RINGS = ("line", "straightConnector1"), ("ellipse", "donut")


def _number(anchor: Element, path: str) -> int | None:
    said = anchor.findtext(_X + path) or ""
    return int(said) if said.isdecimal() else None


_UNNAMED = "\0"


def cell_pictures(package: Package, relations: Mapping[str, Relation]) -> dict[str, str]:
    """The parts of the pictures that cells hold, by name; those held by number alone under names of ours."""
    found: dict[str, str] = {}
    for relation in relations.values():
        if relation.target not in package:
            continue
        try:
            if relation.kind.lower() in (_CELL_IMAGES, "cellimages"):
                found.update(_named_images(package, relation.target))
            elif relation.kind == _RICH_IMAGES:
                images = (one for one in package.relations(relation.target).values() if one.kind == "image")
                found.update((f"{_UNNAMED}{number}", image.target) for number, image in enumerate(images))
        except UnreadableDocument:
            continue
    return found


def _named_images(package: Package, target: str) -> Iterator[tuple[str, str]]:
    images = package.relations(target)
    for picture in package.tree(target).iter(_X + "pic"):
        name = next((one.get("name") or "" for one in picture.iter(_X + "cNvPr")), "")
        for part in _images(picture, images):
            yield name, part


def large(package: Package, target: str) -> bytes | None:
    """The bytes of a picture that is large enough for writing; None for icons and what does not open."""
    if target not in package:
        return None
    try:
        content = package.raw(target)
    except UnreadableDocument:
        return None
    return content if target.lower().endswith(_METAFILES) or may_hold_writing(content) else None


def may_hold_writing(content: bytes) -> bool:
    """Whether a picture is large enough for writing, or does not open."""
    try:
        with image_file.opened(content) as image:
            return image.width * image.height >= _LARGE
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return True


def _images(anchor: Element, images: Mapping[str, Relation]) -> Iterator[str]:
    for blip in anchor.iter(_A + "blip"):
        image = images.get(blip.get(RELATED + "embed") or "")
        if image is not None:
            yield image.target


def _tick(package: Package, sheet: SheetCells, related: Mapping[str, Relation], on_top: OnSheet) -> None:
    """Write the state of each check box into the cell under it, where that cell is empty."""
    for key, relation in related.items():
        if relation.kind != "ctrlProp":
            continue
        place = sheet.controls.get(key)
        properties = package.tree(relation.target) if relation.target in package else None
        if place is None or properties is None or properties.get("objectType") not in ("CheckBox", "Radio"):
            on_top.controls += 1
            continue
        if properties.get("fmlaLink"):
            # The linked cell holds TRUE or FALSE, and is read as any cell.
            continue
        mark = "☑" if properties.get("checked") == "Checked" else "□"
        cells = sheet.rows.setdefault(place[0], {})
        held = cells.get(place[1])
        cells[place[1]] = (f"{mark}{held[0]}" if held else mark, None)


def _box_lines(anchor: Element) -> Iterator[str]:
    for paragraph in anchor.iter(_A + "p"):
        line = cleaned("".join(node.text or "" for node in paragraph.iter(_A + "t"))).strip()
        if line:
            yield line


def _anchor_address(anchor: Element) -> str | None:
    column, row = anchor.findtext(f"{_X}from/{_X}col"), anchor.findtext(f"{_X}from/{_X}row")
    return (
        f"{letters(int(column) + 1)}{int(row) + 1}"
        if column and row and column.isdecimal() and row.isdecimal()
        else None
    )
