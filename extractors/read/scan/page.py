"""What one picture of a page says: its lines recognised, its tables ruled, its text in reading order.

In:     a picture, its size in points, and who says whether to read it in full.
Out:    its layout, and how its blocks stand, in points from the top left of the page as it reads.
Raises: nothing of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.layout.continued import Shown
from extractors.layout.geometry import Drawing, Edge, Glyph, Glyphs, Upright
from extractors.layout.page import Layout, laid_out
from extractors.read.ocr.engine import Picture, Quads, RecognisedLine, detect, recognise
from extractors.read.ocr.scope import OcrScope
from extractors.read.scan import baselines
from extractors.read.scan import glyphs as scan_glyphs
from extractors.read.scan import rules as scan_rules
from extractors.read.scan.checkboxes import with_checkboxes
from extractors.read.scan.dirt.folds import without_folds
from extractors.read.scan.dirt.specks import without_specks
from extractors.read.scan.doubtful.checked import checked
from extractors.read.scan.doubtful.pen_colour import in_colour
from extractors.read.scan.doubtful.pen_strokes import crossed_out
from extractors.read.scan.doubtful.places import UNTOLD, Places, doubtful_places, reads_badly
from extractors.read.scan.glyphs import Scored
from extractors.read.scan.images import finer
from extractors.read.scan.known import with_known
from extractors.read.scan.marks import with_marks
from extractors.read.scan.misreadings import DASH
from extractors.read.scan.orientation import TurnedPicture, strip, upright
from extractors.read.scan.recognised_text import RecognisedText
from extractors.read.scan.second_look import looked_at_again
from extractors.read.scan.settings import PAGE
from extractors.read.scan.straightening import STRAIGHT, grey, straightened
from extractors.read.scan.text_boxes import Ink, cells_of, single_lines, uncovered, without_rules
from extractors.read.scan.type_size import ReadLine
from extractors.read.scan.unread_ink import completed
from extractors.read.seals.in_black import beneath, black_seals
from extractors.read.seals.removal import without_seals
from schemas.document import Block, Paragraph, Recognised
from schemas.locator import Box
from schemas.trust import NONE, Doubt

_STROKE = RecognisedLine((DASH,), (0.5,), (1.0,))
"""What a lone level stroke says until its column tells whether it is 一."""

_RECOGNISED = frozenset({Doubt.RECOGNISED})


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What was read of one picture. ``turn`` is clockwise; the size is that of the page as it reads."""

    layout: Layout | None
    shown: Shown
    width: float
    height: float
    turn: int
    recognised: Recognised
    lines: tuple[Paragraph, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The page as it reads by itself."""
        return self.shown(self.layout.blocks) if self.layout else ()


def read_picture(
    picture: Picture, scale: float, scope: OcrScope | None, number: int = 1, known: Sequence[Glyph] = ()
) -> ReadPage:
    """What is read of a picture of ``scale`` points per pixel, page ``number`` of its file.

    ``known``: glyphs in points that stand over the picture and need no recognising; they count where it stands upright.
    """
    if scope is None or scope.likely():
        picture, scale = finer(picture, scale)
        clean = without_specks(without_seals(picture), 72 / scale)
        turned = upright(clean, _found(clean))
        enough = None if scope is None else _enough(turned, scope, number)
    else:
        clean = without_seals(picture)
        lines = detect(clean, PAGE.glance)
        # A page on which nothing shows from afar may still be one of small type.
        turned = upright(clean, lines if len(lines) else _found(clean))
        enough = _enough(turned, scope, number)
        if enough is None:
            picture, finest = finer(picture, scale)
            clean = without_seals(picture) if finest < scale else clean
            scale, turn = finest, turned.turn
            clean = without_specks(clean, 72 / scale)
            turned = upright(clean, _found(clean), turn)
    page = _page(turned, scale)
    if enough is not None:
        return ReadPage(*_in_part(turned, enough, page, scale), page.width, page.height, turned.turn, "top")
    if not len(turned.quads):
        return ReadPage(None, tuple, page.width, page.height, turned.turn, "all")
    layout, shown, single = _whole(turned, page, scale, () if turned.turn else known)
    return ReadPage(layout, shown, page.width, page.height, turned.turn, "all", single)


def _enough(turned: TurnedPicture, scope: OcrScope, number: int) -> list[int] | None:
    """The lines that say all that is needed of a page; None where it is to be read in full."""
    top = _top(turned)
    titles = _titles(turned, top)
    _recognise(turned, titles)
    if titles and scope.settled(tuple(turned.recognised[index].text for index in titles)):
        return titles
    _recognise(turned, top)
    lines = tuple(turned.recognised[index].text for index in top)
    if top and scope.whole(number, lines, tabular=_is_tabular(turned)):
        return None
    return top


def _is_tabular(turned: TurnedPicture) -> bool:
    """Whether a page is full of short lines, as a list is."""
    widths = np.ptp(turned.quads[:, :, 0], axis=1)
    return len(widths) >= PAGE.cells and float(np.median(widths)) <= PAGE.cell * turned.picture.shape[1]


def _page(turned: TurnedPicture, scale: float) -> Upright:
    high, wide = turned.picture.shape[:2]
    return Upright(0, 0.0, 0.0, wide * scale, high * scale)


def _found(picture: Picture) -> Quads:
    quads = detect(picture, PAGE.look)
    longer = max(picture.shape[:2])
    if len(quads) < PAGE.few or longer <= PAGE.look:
        return quads
    across = np.hypot(*(quads[:, 1] - quads[:, 0]).T)
    down = np.hypot(*(quads[:, 3] - quads[:, 0]).T)
    lines = np.minimum(across, down) * PAGE.look / longer
    return detect(picture, PAGE.closer) if float(np.percentile(lines, PAGE.small_share)) < PAGE.small_type else quads


def _top(turned: TurnedPicture) -> list[int]:
    """The lines that say what the page is, from the top."""
    high = turned.picture.shape[0]
    tops = turned.quads[:, 0, 1]
    heights = turned.quads[:, 3, 1] - turned.quads[:, 0, 1]
    first = [index for index in range(len(tops)) if tops[index] <= PAGE.top * high]
    largest = sorted(first or range(len(tops)), key=lambda index: -heights[index])[: PAGE.largest]
    return sorted({*first[: PAGE.most_top], *largest})


def _titles(turned: TurnedPicture, top: Sequence[int]) -> list[int]:
    """Those of the top lines that stand in the largest type."""
    heights = turned.quads[:, 3, 1] - turned.quads[:, 0, 1]
    largest = max((float(heights[index]) for index in top), default=0.0)
    return [index for index in top if heights[index] >= PAGE.title * largest]


def _recognise(turned: TurnedPicture, indexes: Sequence[int]) -> None:
    """Recognise these lines, unless they were."""
    missing = [index for index in indexes if index not in turned.recognised]
    strips = [strip(turned.picture, turned.quads[index]) for index in missing]
    turned.recognised.update(zip(missing, recognise(strips), strict=True))


def _in_part(turned: TurnedPicture, lines: Sequence[int], page: Upright, scale: float) -> tuple[Layout, RecognisedText]:
    """The layout of some lines only."""
    read = ((turned.quads[index], turned.recognised[index]) for index in lines)
    scored = [one for quad, line in read for one in scan_glyphs.glyphs(quad, line, scale)]
    doubts = ((Doubt.RECOGNISED, doubtful_places(scored)),)
    return _laid(scored, Drawing(), page), RecognisedText(doubts, STRAIGHT, scale)


def _whole(
    turned: TurnedPicture, page: Upright, scale: float, known: Sequence[Glyph]
) -> tuple[Layout, RecognisedText, tuple[Paragraph, ...]]:
    """The layout of the whole page, and its single lines where it is short.

    The page is straightened, its rules found, its lines cut where they cross them.
    """
    picture, quads, back = straightened(turned, 72 / scale)
    ink = scan_rules.ink(grey(picture), 72 / scale)
    (level, down), folded = scan_rules.rules_and_folds(ink, quads, 72 / scale)
    if any(folded):
        picture = without_folds(picture, folded, 72 / scale)
        ink = scan_rules.ink(grey(picture), 72 / scale)
        level, down = scan_rules.rules(ink, quads, 72 / scale)
    picture = scan_rules.without_underlines(picture, ink, quads, 72 / scale)
    bare = without_rules(ink, (level, down), 72 / scale)
    cells = cells_of((level, down), scale)
    pieces, texts = _pieces(turned, quads, (down, cells), bare)
    lines, strokes = uncovered(bare, cells, pieces, 72 / scale)
    pieces.extend(lines)
    missing = [number for number in range(len(pieces)) if number not in texts]
    texts.update(zip(missing, recognise([strip(picture, pieces[number]) for number in missing]), strict=True))
    read = looked_at_again(picture, bare, cells, [(quad, texts[number]) for number, quad in enumerate(pieces)])
    read, mended = checked(picture, completed(picture, bare, read))
    read = with_marks(read, bare, cells, 72 / scale)
    read.extend((quad, _STROKE) for quad in strokes)
    pieces = [quad for quad, _ in read]
    scored = [one for quad, line in read for one in scan_glyphs.glyphs(quad, line, scale)]
    drawn = Drawing(level=_points(level, scale), upright=_points(down, scale))
    level_glyphs = baselines.level(with_checkboxes(scored, ink, scale), pieces, scale, drawn.upright)
    level_glyphs = with_known(level_glyphs, known, back.straight, scale)
    doubts = (
        (Doubt.RECOGNISED, doubtful_places(level_glyphs, badly=reads_badly(line for _, line in read))),
        (Doubt.OVERLAID, _in_points(crossed_out(read, ink), scale)),
        (Doubt.OVERLAID, beneath(black_seals(picture, 72 / scale))),
        (Doubt.HANDWRITTEN, _in_points(in_colour(read, picture, bare), scale)),
        (Doubt.MENDED, _in_points(mended, scale)),
    )
    shown = RecognisedText(doubts, back, scale)
    single = _lines(read, scale, shown) if len(read) <= PAGE.card else ()
    return _laid(level_glyphs, drawn, page), shown, single


def _in_points(places: Sequence[tuple[float, float]], scale: float) -> Places:
    return tuple((x * scale, y * scale) for x, y in places)


def _lines(read: Sequence[ReadLine], scale: float, shown: RecognisedText) -> tuple[Paragraph, ...]:
    """The single lines of a card, as they stand on the page."""
    found = []
    for quad, one in read:
        (x0, top), (x1, bottom) = quad.min(axis=0) * scale, quad.max(axis=0) * scale
        scores = [score for char, score in zip(one.chars, one.scores, strict=True) if char not in UNTOLD]
        text = "".join(one.chars).strip()
        if text:
            box = (round(float(x0), 2), round(float(top), 2), round(float(x1), 2), round(float(bottom), 2))
            doubts = _RECOGNISED if min(scores, default=1.0) < PAGE.doubt else NONE
            more = shown.doubts_at(box) - _RECOGNISED
            found.append(Paragraph(text, shown.back.box(box, scale), doubts=doubts | more))
    return tuple(found)


def _pieces(
    turned: TurnedPicture, quads: Quads, ruled: tuple[Sequence[Edge], Sequence[Box]], ink: Ink
) -> tuple[list[Quads], dict[int, RecognisedLine]]:
    """The boxes of single lines, and what was read of those that had to be cut nowhere.

    ``ruled``: the upright rules, and the cells they close.
    """
    down, cells = ruled
    pieces: list[Quads] = []
    texts: dict[int, RecognisedLine] = {}
    usual = float(np.median(np.ptp(quads[:, :, 1], axis=1)))
    for index, quad in enumerate(quads):
        cut = single_lines(quad, down, ink, usual, cells)
        if cut[0] is quad and index in turned.recognised:
            texts[len(pieces)] = turned.recognised[index]
        pieces.extend(cut)
    return pieces, texts


def _points(edges: Sequence[Edge], scale: float) -> list[Edge]:
    return [Edge(edge.at * scale, edge.start * scale, edge.end * scale) for edge in edges]


def _laid(scored: Sequence[Scored], drawn: Drawing, page: Upright) -> Layout:
    """The glyphs laid out as those of a PDF page."""
    return laid_out(Glyphs(tuple(one.glyph for one in scored if not one.junk), page, (), 0, 0, ("",)), drawn)
