"""Which boxes of a page are ticked by what lies over them: a drawn tick, a stroke of the pen, a picture, a sign?

In:     the glyphs and the drawing of one page, and who tells whether ink shows in a box, where anybody can.
Out:    the glyphs with □ and √ made one, and √ where a tick is drawn beside no box.
Raises: nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain

from extractors.layout.geometry import Drawing, Glyph
from extractors.layout.settings import TICK
from schemas.locator import Box

EMPTY, TICKED = "□", "☑"
_BOXES = frozenset("□○◯〇")
_SIGNS = frozenset("√✓✔☑■●×✗✘╳Vv")
Point = tuple[float, float]


def ticked(
    glyphs: Sequence[Glyph], drawn: Drawing, inked: Callable[[Box], bool] = lambda _: True
) -> tuple[list[Glyph], list[Box]]:
    """The glyphs with their boxes told; the boxes that something else than text decided."""
    glyphs = [*glyphs, *_drawn_boxes(glyphs, drawn)]
    boxes = {number: glyph for number, glyph in enumerate(glyphs) if glyph.text in _BOXES}
    signs = {number: over for number, box in boxes.items() if (over := _signs_on(box, glyphs))}
    marked = _marked(boxes, signs, drawn, inked) if boxes else []
    gone, chosen = set(chain.from_iterable(signs.values())), {*signs, *marked}
    left = [
        glyph._replace(text=TICKED) if number in chosen else glyph
        for number, glyph in enumerate(glyphs)
        if number not in gone
    ]
    alone = list(_alone(drawn.strokes, left))
    return [*left, *alone], [*(_box_of(boxes[number]) for number in marked), *map(_box_of, alone)]


def _signs_on(box: Glyph, glyphs: Sequence[Glyph]) -> list[int]:
    """The signs of a tick that are printed over the box."""
    return [other for other in _over(box, glyphs) if glyphs[other].text in _SIGNS]


def _marked(
    boxes: Mapping[int, Glyph], signs: Collection[int], drawn: Drawing, inked: Callable[[Box], bool]
) -> list[int]:
    """The boxes without a sign that are ticked by drawing: those drawn upon, then those nearest to a stroke beside."""
    strokes = [_around(stroke) for stroke in drawn.strokes]
    marks = [*strokes, *(box for box in drawn.images if _is_small(box))]
    bare = [number for number in boxes if number not in signs]
    upon = [
        number
        for number in bare
        if (_is_upon(marks, boxes[number]) or _is_filled(boxes[number], drawn)) and inked(inside(boxes[number]))
    ]
    beside = dict.fromkeys(_beside(strokes, boxes))
    return [*upon, *(number for number in beside if number in bare and number not in upon)]


def _beside(strokes: Sequence[Box], boxes: Mapping[int, Glyph]) -> Iterator[int]:
    """The box that each stroke is nearest to which lies on none."""
    for stroke in strokes:
        nearest = None if any(_lies_on(stroke, box) for box in boxes.values()) else _nearest(stroke, boxes)
        if nearest is not None:
            yield nearest


def _is_upon(marks: Sequence[Box], box: Glyph) -> bool:
    return any(_lies_on(mark, box) for mark in marks)


def _drawn_boxes(glyphs: Sequence[Glyph], drawn: Drawing) -> list[Glyph]:
    """A □ for each square that is drawn to be ticked, on a page where any of them is."""
    free = [
        box for box in drawn.squares if not any(glyph.text not in _SIGNS and _stands_in(glyph, box) for glyph in glyphs)
    ]
    marks = [
        *map(_around, drawn.strokes),
        *((one.x0, one.top, one.x1, one.bottom) for one in glyphs if one.text in _SIGNS),
    ]
    made = [_box_glyph(box) for box in free]
    return made if any(_lies_on(mark, box) for mark in marks for box in made) or _some_are_filled(made, drawn) else []


def _some_are_filled(boxes: Sequence[Glyph], drawn: Drawing) -> bool:
    """Whether some of the squares are filled and others are not: filled all alike they are an ornament."""
    filled = sum(_is_filled(box, drawn) for box in boxes)
    return 0 < filled < len(boxes)


def _is_filled(box: Glyph, drawn: Drawing) -> bool:
    """Whether a dark area no larger than the box lies in it."""
    most = TICK.fills * max(box.x1 - box.x0, box.bottom - box.top)
    return any(_lies_on(area, box) and max(area[2] - area[0], area[3] - area[1]) <= most for area in drawn.dark)


def _stands_in(glyph: Glyph, box: Box) -> bool:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _box_glyph(box: Box) -> Glyph:
    return Glyph(EMPTY, *box, box[3] - box[1], 0, False, False, 0, -1)


def _nearest(mark: Box, boxes: Mapping[int, Glyph]) -> int | None:
    """The box that a stroke beside boxes was meant for: the nearest on its line, where no other is nearly as near."""
    middle = (mark[1] + mark[3]) / 2
    if not _is_small(mark):
        return None
    away = sorted(
        (max(mark[0] - box.x1, box.x0 - mark[2], 0.0), number)
        for number, box in boxes.items()
        if box.top - TICK.beside * box.size <= middle <= box.bottom + TICK.beside * box.size
    )
    if not away or away[0][0] > boxes[away[0][1]].size:
        return None
    clear = len(away) == 1 or away[1][0] >= TICK.clearer * away[0][0]
    return away[0][1] if clear else None


def _box_of(glyph: Glyph) -> Box:
    return glyph.x0, glyph.top, glyph.x1, glyph.bottom


def _is_small(box: Box) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) <= TICK.tallest


def _over(box: Glyph, glyphs: Sequence[Glyph]) -> Iterator[int]:
    """The glyphs that stand on a box, not beside it."""
    for number, other in enumerate(glyphs):
        least = min(box.x1 - box.x0, other.x1 - other.x0)
        overlaps = min(other.x1, box.x1) - max(other.x0, box.x0) > TICK.over * least
        if overlaps and other is not box and _stands_in(other, _box_of(box)):
            yield number


def _around(points: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _lies_on(mark: Box, box: Glyph) -> bool:
    """Whether a mark reaches over the middle of a box, and is no larger than a tick."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return _is_small(mark) and mark[0] <= x <= mark[2] and mark[1] <= y <= mark[3]


def inside(box: Glyph) -> Box:
    """What a box encloses, its own lines aside."""
    x, y = TICK.core * (box.x1 - box.x0), TICK.core * (box.bottom - box.top)
    return box.x0 + x, box.top + y, box.x1 - x, box.bottom - y


def _alone(strokes: Sequence[Sequence[Point]], glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """A √ for each drawn tick that stands where no text does."""
    for stroke in strokes:
        box = _around(stroke)
        if not is_tick(stroke) or any(_meets(box, glyph) for glyph in glyphs):
            continue
        middle, size = (box[1] + box[3]) / 2, min(max(box[3] - box[1], TICK.smallest), TICK.largest)
        yield Glyph("√", box[0], middle - size / 2, box[2], middle + size / 2, size, 0, False, False, 0, -1)


def is_tick(points: Sequence[Point]) -> bool:
    """Whether a stroke goes down a little and then up, to the right: ✓."""
    x0, top, x1, bottom = _around(points)
    wide, high = x1 - x0, bottom - top
    if points[0] == points[-1] or not (TICK.least <= wide <= TICK.tallest and TICK.least <= high <= TICK.tallest):
        return False
    ordered = list(points) if points[0][0] <= points[-1][0] else list(reversed(points))
    lowest = max(range(len(ordered)), key=lambda index: ordered[index][1])
    first, last, foot = ordered[0], ordered[-1], ordered[lowest]
    turns = 0 < lowest < len(ordered) - 1 and foot[0] - x0 <= TICK.foot * wide
    return (
        turns
        and last[1] <= top + TICK.end * high
        and foot[1] - first[1] >= TICK.down * high
        and last[0] >= x1 - TICK.right * wide
    )


def _meets(box: Box, glyph: Glyph) -> bool:
    across = min(box[2], glyph.x1) - max(box[0], glyph.x0)
    down = min(box[3], glyph.bottom) - max(box[1], glyph.top)
    return across > TICK.meets * (glyph.x1 - glyph.x0) and down > TICK.meets * (glyph.bottom - glyph.top)
