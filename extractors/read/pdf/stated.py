"""How does a page read with what its fields and notes state: values, ticked boxes, words struck out?

In:     the glyphs of a page into which everything drawn over it was laid, and its annotations.
Out:    the glyphs with the stated values where they stand; the places where a field shows something else than it holds.
Raises: nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.layout.characters import is_private
from extractors.layout.geometry import Drawing, Edge, Glyph, Upright
from extractors.layout.ticks import EMPTY, TICKED
from extractors.read.pdf.annotations import Annotations, StatedText
from extractors.read.pdf.glyphs import PageText
from extractors.read.pdf.typed import LARGEST, placed
from schemas.locator import Box

_BOXES = frozenset("□○◯〇☑")
_NEAR = 1.0
_LEVEL = 2.0
"""Points that the ends of a level line may differ in height."""

_FRAME = 2.5
"""Points that the frame of a box is drawn within its edge."""

_CROSSES = 0.6
"""Share of the height or width of a box through which a rule runs that parts it."""

_OVER = 0.3
"""Share of a letter that lies over another where both were written in one place."""

Point = tuple[float, float]


@dataclass(slots=True)
class StatedPage:
    """The glyphs of the page with what is stated; ``differs``: a field shows another text than it holds."""

    glyphs: list[Glyph]
    level: list[Edge] = field(default_factory=list)
    strokes: list[tuple[Point, ...]] = field(default_factory=list)
    covered: bool = False
    doubtful: list[Box] = field(default_factory=list)
    differs: bool = False


def stated(
    page: PageText, glyphs: Sequence[Glyph], added: frozenset[int], found: Annotations, drawn: Drawing
) -> StatedPage:
    """The page's glyphs (``added``: the text objects that came from annotations) and what is stated over them.

    A text is of the cell that it begins in, by the rules that are ``drawn``, however wide its box.
    """
    result, turn = StatedPage(list(glyphs)), page.glyphs.turn
    for text in found.texts:
        at = upright(text.box, turn)
        _text(result, text, (at, within_cell(at, text, drawn)), page.objects, added)
    for box in found.boxes:
        _box(result, upright(box.box, turn), ticked=box.ticked)
    for strike in found.strikes:
        x0, top, x1, bottom = upright(strike, turn)
        result.level.append(Edge((top + bottom) / 2, x0, x1))
    for line in found.lines:
        _line(result, [turn.point(*point) for point in line])
    result.strokes.extend(tuple(turn.point(*point) for point in stroke) for stroke in found.pen)
    return result


def within_cell(box: Box, text: StatedText, drawn: Drawing) -> Box:
    """The part of a box in the cell where its text begins; lines of their own stay in the rows they are for."""
    x0, top, x1, bottom = box
    size = text.size or min(LARGEST, bottom - top)
    x0, x1 = _before_rule((x0, x1), (top, bottom), size, drawn.upright)
    if "\n" not in text.text.strip() and "\r" not in text.text.strip():
        top, bottom = _before_rule((top, bottom), (x0, x1), size, drawn.level)
    return x0, top, x1, bottom


def _before_rule(
    span: tuple[float, float], across: tuple[float, float], first: float, rules: Sequence[Edge]
) -> tuple[float, float]:
    """The stretch up to the rule that ends its first part of any size; ``across``: how far it reaches along them."""
    begin, end = span
    crossing = (
        edge.at
        for edge in rules
        if begin < edge.at < end
        and min(edge.end, across[1]) - max(edge.start, across[0]) >= _CROSSES * (across[1] - across[0])
    )
    for at in sorted(crossing):
        if at - begin >= first:
            return begin, at
        begin = at
    return (begin, end) if end - begin >= first else span


def unframed(
    edges: Sequence[Edge], sides: Sequence[tuple[float, float]], spans: Sequence[tuple[float, float]]
) -> list[Edge]:
    """The edges without the frames of fields and notes: ``sides`` of each box across, and its span along the edges."""
    return [
        edge
        for edge in edges
        if not any(
            min(abs(edge.at - side[0]), abs(edge.at - side[1])) <= _FRAME
            and abs(edge.start - span[0]) <= _FRAME
            and abs(edge.end - span[1]) <= _FRAME
            for side, span in zip(sides, spans, strict=True)
        )
    ]


def _line(result: StatedPage, points: Sequence[Point]) -> None:
    """Take in a line that is stated, not drawn: a level one may strike out words, another may be a tick."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if max(ys) - min(ys) <= _LEVEL:
        result.level.append(Edge((min(ys) + max(ys)) / 2, min(xs), max(xs)))
    else:
        result.strokes.append(tuple(points))


def collisions(glyphs: Sequence[Glyph], objects: Sequence[int], added: frozenset[int]) -> Iterator[Box]:
    """Where something was typed over other words, and both are seen."""
    typed = [glyph for glyph in glyphs if glyph.run < 0 or _is_of(glyph, objects, added)]
    others = [glyph for glyph in glyphs if glyph.run >= 0 and not _is_of(glyph, objects, added)]
    for glyph in typed:
        for other in others:
            if glyph.text != other.text and glyph.text.isalnum() and other.text.isalnum() and _meets(glyph, other):
                yield glyph.x0, glyph.top, glyph.x1, glyph.bottom


def _meets(glyph: Glyph, other: Glyph) -> bool:
    across = min(glyph.x1, other.x1) - max(glyph.x0, other.x0)
    down = min(glyph.bottom, other.bottom) - max(glyph.top, other.top)
    least = min(glyph.x1 - glyph.x0, other.x1 - other.x0)
    return across > _OVER * least and down > _OVER * min(glyph.bottom - glyph.top, other.bottom - other.top)


def upright(box: Box, turn: Upright) -> Box:
    """A box of PDF space, from the top left of the page as it reads."""
    (xa, ya), (xb, yb) = turn.point(box[0], box[1]), turn.point(box[2], box[3])
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _text(
    result: StatedPage, text: StatedText, boxes: tuple[Box, Box], objects: Sequence[int], added: frozenset[int]
) -> None:
    """Take in one text: as it is drawn, or as it is stated where it is not drawn or its drawing cannot be told.

    ``boxes`` are its own and the part of it in the cell where the text begins.
    """
    box, cell = boxes
    shown = [glyph for glyph in _inside(result.glyphs, box) if _is_of(glyph, objects, added)]
    said = placed(text.text, cell, text.size, lines=text.lines)
    reaches_over = any(glyph.x0 >= cell[2] for glyph in shown) and not _shows_else(shown, said)
    if shown and _counts_as_drawn(shown, text) and not reaches_over:
        return
    if _shows_else(shown, said):
        # The page shows something else than the field holds: what is seen counts, and a person must look.
        result.doubtful.extend((glyph.x0, glyph.top, glyph.x1, glyph.bottom) for glyph in shown)
        result.differs = True
        return
    beneath = _inside(result.glyphs, box) if text.opaque and not text.drawn else []
    result.covered |= bool(beneath)
    gone = set(map(id, (*shown, *beneath)))
    result.glyphs = [glyph for glyph in result.glyphs if id(glyph) not in gone]
    result.glyphs.extend(glyph._replace(run=-1) for glyph in said)


def _inside(glyphs: Sequence[Glyph], box: Box) -> list[Glyph]:
    return [glyph for glyph in glyphs if _within(glyph, box)]


def _counts_as_drawn(shown: Sequence[Glyph], text: StatedText) -> bool:
    """Whether the drawing of a text is read as it is: it is no short field, and all its letters can be told."""
    return (text.lines or not text.is_field) and not any(is_private(glyph.text) for glyph in shown)


def _shows_else(shown: Sequence[Glyph], said: Sequence[Glyph]) -> bool:
    """Whether the drawing has signs that the text does not have, all of which can be told."""
    drawn, stated = (Counter("".join(glyph.text for glyph in glyphs)) for glyphs in (shown, said))
    return bool(drawn - stated) and not any(is_private(sign) for sign in drawn)


def _is_of(glyph: Glyph, objects: Sequence[int], added: frozenset[int]) -> bool:
    return 0 <= glyph.run < len(objects) and objects[glyph.run] in added


def _within(glyph: Glyph, box: Box) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] - _NEAR <= x <= box[2] + _NEAR and box[1] - _NEAR <= y <= box[3] + _NEAR


def _box(result: StatedPage, box: Box, *, ticked: bool) -> None:
    """Put a tick box where it stands, in place of one that is printed there."""
    result.glyphs = [glyph for glyph in result.glyphs if glyph.text not in _BOXES or not _within(glyph, box)]
    size = min(box[2] - box[0], box[3] - box[1])
    middle = (box[1] + box[3]) / 2
    top, bottom = middle - size / 2, middle + size / 2
    text = TICKED if ticked else EMPTY
    result.glyphs.append(Glyph(text, box[0], top, box[0] + size, bottom, size, 0, False, False, 0, -1))
