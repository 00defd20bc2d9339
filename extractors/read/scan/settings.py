"""Every tolerance of reading pictures of pages, one class for each question, each with unit, range and benchmark.

A share or a factor has no unit; pixels are those of the picture as it is read, of about 150 to the inch.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.layout.tolerance import tolerance

SCANS = "scan_tolerances"
"""Measured with ``benchmarks/scan_tolerances.py scan``: a list of each hand, forms, certificates; the others as they
stand."""


@dataclass(frozen=True, slots=True)
class ImageFileSettings:
    """How large a picture is on paper, and how finely it is read."""

    most_pixels: int = tolerance(120_000_000, "pixels of a picture at most; A3 at 600 dpi has 70 million")
    webp: float = tolerance(0.5, "share of these pixels that a WebP may have: it takes twice the memory")
    most_frames: int = tolerance(500, "pictures of one file that are read")
    longest: int = tolerance(2000, "pixels of the longer side beyond which nothing more is read (170 dpi of A4)")
    finest: float = tolerance(
        0.48, "pt a pixel (150 dpi): coarser pictures are made finer, so that rules part letters", (0.336, 0.96), SCANS
    )
    fine: float = tolerance(1.01, "factor of that within which a picture is left as it is", (1.01, 2.02), SCANS)
    most_larger: float = tolerance(2.5, "factor at most by which a coarse picture is made larger")
    paper: float = tolerance(842.0, "pt: longer side of a photograph, which says nothing of the size of what it shows")
    scanner_coarse: float = tolerance(90.0, "dpi at the least that a scanner says")
    scanner_fine: float = tolerance(1300.0, "dpi at the most that a scanner says")
    sheet_small: float = tolerance(240.0, "pt: longer side of the smallest sheet that is believed")
    sheet_large: float = tolerance(1300.0, "pt: longer side of the largest (A3)")
    rendered: float = tolerance(150.0, "dpi at which pages are rendered: finer reads no better", (150.0, 210.0), SCANS)
    page_small: float = tolerance(
        420.0, "pt: longer side of the smallest page that is believed (A6)", (210.0, 588.0), SCANS
    )
    page_large: float = tolerance(1300.0, "pt: longer side of the largest (A3)", (650.0, 2600.0), SCANS)


@dataclass(frozen=True, slots=True)
class OrientationSettings:
    """Which way up a page is, and by how little it is askew."""

    long: float = tolerance(1.5, "times longer than thick: such a box shows the direction of its line")
    reads: float = tolerance(
        0.88, "score of lines that stand upright; upside down they score less", (0.88, 1.76), SCANS
    )
    better: float = tolerance(0.05, "score by which lines must read better turned over")
    titles: int = tolerance(2, "of the largest lines that are read first", (1, 4), SCANS)
    title: float = tolerance(2.0, "times longer than high that such a line is")
    certain: float = tolerance(0.93, "score at which one line alone tells", (0.465, 1.86), SCANS)
    fewest: int = tolerance(3, "hanzi that it has")
    dense: float = tolerance(0.35, "share of its length, in heights, that has signs: upside down most of it stays bare")
    probes: int = tolerance(3, "lines that are read to tell")
    telling: float = tolerance(6.0, "times longer than high: such lines tell best")
    sloping: float = tolerance(
        4.0, "times longer than high: such lines say how much a page is askew", (2.0, 8.0), SCANS
    )
    steepest: float = tolerance(12.0, "degrees at most that a page is askew")
    level: float = tolerance(0.08, "degrees that are left as they are", (0.04, 0.16), SCANS)


@dataclass(frozen=True, slots=True)
class PageSettings:
    """Where text is looked for on a page, and what of it is doubtful."""

    glance: int = tolerance(640, "pixels of the longer side at which titles are found (55 dpi of A4)")
    look: int = tolerance(
        960, "pixels of the longer side at which text is looked for first (82 dpi of A4)", (960, 1920), SCANS
    )
    closer: int = tolerance(1760, "pixels of the longer side at which small type is looked for")
    small_type: float = tolerance(
        15.0, "pixels, at first look, of the height of boxes that hold small type", (7.5, 30.0), SCANS
    )
    small_share: float = tolerance(40.0, "percent of the boxes that are so low")
    few: int = tolerance(3, "boxes; of fewer nothing is concluded")
    card: int = tolerance(90, "lines at most of a card, whose halves run on their own lines")
    top: float = tolerance(0.45, "share of the height in which lines say what a page is")
    most_top: int = tolerance(5, "lines from the top that say it")
    largest: int = tolerance(2, "lines in the largest type that say it")
    cells: int = tolerance(40, "boxes of a page that is full of short lines")
    cell: float = tolerance(0.2, "share of the page's width that most of them have")
    title: float = tolerance(0.85, "share of the height of the largest line; lower lines are no titles of their own")
    doubt: float = tolerance(
        0.75, "score below which a character is doubtful; right ones score 0.97 and more", (0.525, 0.75), SCANS
    )
    telling: int = tolerance(120, "characters; of fewer it is not told how well the page reads")
    badly: float = tolerance(
        0.02, "lines with doubtful characters, for each character of a page whose strokes are broken"
    )
    surely: float = tolerance(0.99, "score of a character that is beyond doubt on such a page all the same")


@dataclass(frozen=True, slots=True)
class CharacterSettings:
    """Where the single characters of a line stand."""

    em_least: float = tolerance(0.5, "share of the height of its box that type has at least", (0.35, 0.7), SCANS)
    em_most: float = tolerance(1.05, "the same at most", (0.735, 1.47), SCANS)
    em: float = tolerance(0.72, "the same where the characters do not tell", (0.504, 0.72), SCANS)
    several: int = tolerance(3, "distances between characters that tell the size of the type")
    usual_least: float = tolerance(0.6, "share of the usual distance that counts", (0.42, 0.84), SCANS)
    usual_most: float = tolerance(1.5, "the same at most", (1.05, 2.1), SCANS)
    gap: float = tolerance(0.55, "em beyond their widths between two characters that is a blank", (0.385, 0.77), SCANS)
    blank: float = tolerance(0.25, "em that a blank has which the recogniser saw", (0.175, 0.35), SCANS)
    narrow: float = tolerance(0.3, "em of a narrow letter", (0.21, 0.42), SCANS)
    broad: float = tolerance(0.85, "em of a broad letter")
    letter: float = tolerance(0.55, "em of any other letter that is no hanzi", (0.385, 0.77), SCANS)
    junk: float = tolerance(
        0.55, "score below which a line is no writing: a pattern, the rim of a seal", (0.55, 0.55), SCANS
    )
    junk_tick: float = tolerance(0.4, "the same for a lone tick, which is read as many signs")


@dataclass(frozen=True, slots=True)
class BaselineSettings:
    """Which boxes stand on one line."""

    level: float = tolerance(0.3, "share of the lower box by which middles of one line differ")
    upon: float = tolerance(0.25, "share of the lower box by which boxes side by side reach over each other")
    lines: int = tolerance(4, "lines above that are looked at")
    about: int = tolerance(24, "lines about a glyph that are looked at for its own")


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Which straight runs of ink are rules."""

    window: float = tolerance(0.2, "inch about a pixel: the paper that ink is darker than", (0.2, 0.28), SCANS)
    darker: int = tolerance(12, "levels that ink is darker than the paper about it", (12, 17), SCANS)
    level: float = tolerance(0.26, "inch of the shortest level rule; no stroke is so long", (0.182, 0.364), SCANS)
    upright: float = tolerance(
        0.13, "inch of the shortest upright rule, as high as the lowest row", (0.091, 0.182), SCANS
    )
    thickest: float = tolerance(0.06, "inch of the thickest rule")
    steep: float = tolerance(0.03, "share of its length by which a rule may rise")
    longer: int = tolerance(4, "times the shortest: such runs are looked for first, alone", (3, 6), SCANS)
    thick: int = tolerance(3, "pixels on either side of the middle of a rule, and at its ends, that are its own")
    thicker: float = tolerance(2.0, "times the thickness of long upright rules: a short run that is thicker is none")
    letters: float = tolerance(0.033, "inch beside it where the rest of a letter stands")
    lettered: float = tolerance(0.15, "share of a short upright run with ink on both sides that is no rule")
    long: float = tolerance(0.6, "inch: longer upright runs are no strokes of letters")
    underline: float = tolerance(0.035, "inch of the thickest underline")
    stair: int = tolerance(14, "pixels, of the picture at half size, of each stair of a rule that slopes")
    slope_long: float = tolerance(0.2, "share of the width of a rule that says how much the page is askew")
    slope_thick: float = tolerance(6.0, "pixels, at half size, of the thickest of these")
    slope_steep: float = tolerance(0.12, "share of its length by which it may rise")
    slope_fewest: int = tolerance(3, "such rules that are believed")
    stroke: float = tolerance(1.25, "heights of a line of text: no higher run in its midst is a stroke")
    stroke_inside: float = tolerance(0.3, "heights from the ends of the line that are its midst")
    stroke_beyond: float = tolerance(0.2, "heights that a stroke reaches above or below its box")
    dash: float = tolerance(1.6, "heights of a line of text of the longest dash")
    beside: float = tolerance(0.1, "heights of a line that what underlines it reaches beyond its ends")
    within: float = tolerance(0.1, "share of the height, from the top, below which a run is the line's own")
    foot: float = tolerance(0.68, "share of the height, from the top, below which an underline lies")
    below: float = tolerance(0.05, "heights below the box that are still its own")
    underlined: float = tolerance(1.4, "heights that an underline is long at least")
    frame: float = tolerance(0.07, "inch before a thick frame at which a faint rule may end")
    row: float = tolerance(0.85, "share of the last row through which it must have gone")
    hidden: float = tolerance(0.6, "inch of a rule that a seal may hide")
    touches: float = tolerance(0.025, "inch that a rule comes near another which it meets; strokes stay off")


@dataclass(frozen=True, slots=True)
class SpeckSettings:
    """Which ink is dirt."""

    coarsest: float = tolerance(40.0, "dpi of the coarsest picture on which specks are told from writing")
    largest: float = tolerance(0.035, "inch of the largest speck", (0.0245, 0.049), SCANS)
    near: float = tolerance(0.1, "inch from writing within which it may be a point of it (：)", (0.07, 0.14), SCANS)
    far: float = tolerance(0.25, "inch from writing where it surely is dirt", (0.125, 0.5), SCANS)
    gap: float = tolerance(0.1, "inch between points in a row")
    row: float = tolerance(0.5, "inch of the shortest such row")
    fewest: int = tolerance(20, "such specks of a page that is cleaned")


@dataclass(frozen=True, slots=True)
class BendSettings:
    """Which runs of ink tell how a page is bent, and when it is flattened."""

    stretch: float = tolerance(0.1, "inch of the shortest straight stretch of a rule that bends", (0.07, 0.14), SCANS)
    shortest: float = tolerance(0.6, "inch of the shortest run that tells anything")
    thickest: float = tolerance(0.06, "inch of the thickest rule", (0.042, 0.084), SCANS)
    every: int = tolerance(6, "pixels between the points of a rule that are looked at", (4, 8), SCANS)
    told: float = tolerance(0.5, "share of a run where nothing touches it")
    fewest: int = tolerance(3, "runs that are believed")
    rounds: int = tolerance(4, "times that a surface is fitted, outliers counting less each time", (3, 6), SCANS)
    outlier: float = tolerance(
        3.0, "times the usual distance from the surface: such points count half", (2.1, 4.2), SCANS
    )
    finest: float = tolerance(0.3, "pixels of that distance at the least", (0.21, 0.42), SCANS)
    stiff: float = tolerance(
        1e-5, "of the squares of the factors that counts as distance: few rules make no waves", (7e-06, 1.4e-05), SCANS
    )
    most: float = tolerance(90.0, "percentile of the runs, and of the points, that are asked", (63.0, 90.0), SCANS)
    rest: float = tolerance(
        0.02, "inch from the surface at most of so many points; else it is none", (0.01, 0.04), SCANS
    )
    bent: float = tolerance(
        0.013, "inch that rules run off a straight line, from which a page is flattened", (0.0065, 0.026), SCANS
    )
    steps: int = tolerance(12, "steps that lead back from the flat page to the picture")
    mesh: int = tolerance(24, "pixels of the mesh by which a picture is flattened", (17, 34), SCANS)


@dataclass(frozen=True, slots=True)
class TextBoxSettings:
    """Which boxes hold one line of text each, and what they passed over."""

    rule: float = tolerance(0.02, "inch about a rule within which ink is the rule's")
    cut_side: float = tolerance(1.5, "pixels on either side of a rule that are cut away with it")
    rule_side: float = tolerance(2.5, "pixels on the inner side of a rule at its end that are cut away with it")
    cut_margin: float = tolerance(
        0.35, "heights from the ends of a box within which no rule cuts it", (0.245, 0.49), SCANS
    )
    cut_through: float = tolerance(
        0.3, "heights above and below the middle that a rule must go through; also what is kept"
    )
    speck: float = tolerance(0.05, "inch: ink lower and narrower is a speck", (0.035, 0.07), SCANS)
    mark: float = tolerance(
        1.6, "times that: what is smaller in both directions is nothing to read", (1.12, 2.24), SCANS
    )
    thin: float = tolerance(0.6, "times that: what is thinner is left of a rule", (0.42, 0.84), SCANS)
    usual: float = tolerance(0.19, "inch of the height of boxes of usual type: where they are lower, so are its signs")
    line: float = tolerance(0.03, "inch between bodies of ink above each other that stand on one line")
    flat: float = tolerance(0.5, "share of its width that a lone stroke is high at most")
    off: float = tolerance(0.04, "inch from the rules of its cell that it keeps")
    stacked: int = tolerance(3, "strokes above each other that are one sign (三)")
    stack_high: float = tolerance(1.2, "times its width that such a sign is high at most")
    stack_even: float = tolerance(2.0, "times its shortest stroke that it is wide at most")
    apart: float = tolerance(0.15, "inch between bodies of ink on one line that are read apart", (0.105, 0.15), SCANS)
    slack: float = tolerance(0.13, "share of its height by which a box reaches beyond its line", (0.091, 0.182), SCANS)
    covered: float = tolerance(0.5, "share of its ink by which a body lies in the boxes that were found")
    inside: float = tolerance(2.0, "pixels that the middle of a box lies within another to be a part of it")
    most: int = tolerance(120, "boxes that were passed over; more are a pattern")
    tall: float = tolerance(1.1, "times the usual height: such a box may hold two lines")
    upright: float = tolerance(1.5, "times its width: such a box may hold hanzi below each other")
    part: float = tolerance(0.4, "share of the usual height that a line of such a box has at least")
    pad: float = tolerance(2.0, "pixels left about a line that was cut out")
    slant: float = tolerance(3.0, "pixels by which a box slopes whose rows are looked at", (2.1, 4.2), SCANS)
    intruder: float = tolerance(
        0.3, "share of its height of what reaches into a box from another line", (0.15, 0.6), SCANS
    )
    bare_rows: int = tolerance(2, "pixels from one row of ink to the next that part nothing")
    pad_sign: float = tolerance(0.012, "inch left about ink that was passed over", (0.0084, 0.0168), SCANS)


@dataclass(frozen=True, slots=True)
class SecondLookSettings:
    """Which cells are cut anew from their ink, and which look is believed."""

    type: float = tolerance(0.72, "share of the height of boxes that type is high")
    doubt: float = tolerance(0.75, "score of a character below which a cell is looked at again", (0.75, 1.05), SCANS)
    over: float = tolerance(
        0.6,
        "share of the lower box by which boxes lie over each other that hold one line twice",
        (0.42, 0.84),
        SCANS,
    )
    beside: float = tolerance(0.3, "share of the narrower box: boxes that share less stand side by side")
    better: float = tolerance(0.002, "score by which a cell must read better where its boxes were in order")
    lost: float = tolerance(0.01, "score that a second look may have less which reads more signs")
    inset: int = tolerance(2, "pixels from its sides within which the ink of a cell is left aside")
    pad: float = tolerance(
        0.3, "em of paper left beside a line that was cut anew; half of it above and below", (0.21, 0.42), SCANS
    )
    line: float = tolerance(1.15, "em: ink that reaches no further down belongs to one line", (0.805, 1.15), SCANS)
    low: float = tolerance(0.35, "em of the lowest line")
    passed_over: float = tolerance(0.12, "square em of ink beside all boxes of a cell that is a sign")
    tall: float = tolerance(
        1.6, "em: rows of ink so high are two lines that touch, parted where least ink is", (1.12, 3.2), SCANS
    )
    middle: float = tolerance(0.3, "share of their height, from top and foot, within which they do")


@dataclass(frozen=True, slots=True)
class UnreadInkSettings:
    """Which ink of a line no character stands for."""

    em: float = tolerance(0.72, "share of the height of its box that type is high", (0.504, 1.01), SCANS)
    rim: float = tolerance(0.12, "share of the height of its box, at top and foot, that is other lines'")
    close: float = tolerance(0.06, "em of paper that part no runs of ink", (0.042, 0.084), SCANS)
    high: float = tolerance(0.45, "em of the lowest run that is a sign, not a speck or a point", (0.225, 0.9), SCANS)
    widest: float = tolerance(
        1.2, "em of the widest run that is one sign; more is an underline, or signs that touch", (0.84, 1.68), SCANS
    )
    hanzi: float = tolerance(0.75, "em from the middle of a hanzi to the far end of its parts", (0.375, 1.5), SCANS)
    wide: float = tolerance(1.15, "em that a hanzi takes up at most", (0.805, 1.61), SCANS)
    narrow: float = tolerance(0.75, "em that a letter takes up at most")
    slack: float = tolerance(0.35, "em more than that which a run of ink may be wide", (0.175, 0.7), SCANS)
    steps: int = tolerance(3, "steps from hanzi to hanzi that tell the size of the type")
    letter: float = tolerance(0.45, "em from the middle of a letter to its far end", (0.315, 0.63), SCANS)
    blank: float = tolerance(0.5, "em of paper that part words", (0.35, 0.7), SCANS)
    pad: float = tolerance(0.25, "em of paper left beside a word that is read by itself", (0.175, 0.25), SCANS)
    slant: float = tolerance(4.0, "pixels by which a box slopes whose columns are looked at")
    believed: float = tolerance(0.5, "score of a word read by itself that is believed")
    confirmed: float = tolerance(
        0.98, "score at which a word that reads the same by itself is out of doubt", (0.63, 1.26), SCANS
    )
    less: float = tolerance(0.01, "score below that of doubt which such a word keeps")


@dataclass(frozen=True, slots=True)
class ColumnKindSettings:
    """Which columns are of one kind."""

    fewest: int = tolerance(5, "cells of a column that tell of each other")
    most: float = tolerance(0.7, "share of its cells that are of the kind", (0.49, 0.7), SCANS)
    usual: int = tolerance(3, "cells that say the same: such a word is usual in its column")
    word: int = tolerance(3, "hanzi of such a word")
    oftener: int = tolerance(2, "times as often as another word, of which it may be a misreading")
    of_two: int = tolerance(2, "digits of a month and of a day where nothing parts them")


@dataclass(frozen=True, slots=True)
class MarkSettings:
    """Which lone bodies of ink are ticks, crosses, rings."""

    speck: float = tolerance(0.035, "inch of the largest speck", (0.035, 0.049), SCANS)
    smallest: float = tolerance(0.06, "inch of the smallest mark", (0.042, 0.06), SCANS)
    largest: float = tolerance(0.35, "inch of the largest mark")
    thin: float = tolerance(0.04, "inch that a mark is wide and high at least; less is a stroke")
    low_from: float = tolerance(0.08, "share of its width at which the low point of a tick lies at the earliest")
    low_to: float = tolerance(0.6, "the same at the latest")
    steps: int = tolerance(4, "stretches of its long arm, each of which rises", (3, 4), SCANS)
    top: float = tolerance(0.3, "share of its height, from the top, that the arm reaches", (0.21, 0.6), SCANS)
    stroke: float = tolerance(0.5, "share of its height that the arm is deep at most", (0.5, 0.7), SCANS)
    even: float = tolerance(1.6, "times wider than high, or higher than wide, that crosses and rings are at most")
    inked: float = tolerance(0.12, "share inked of the corners and the middle of a cross")
    bare: float = tolerance(0.12, "share inked of the middles of its sides")
    hole: float = tolerance(0.35, "share of its box that a ring encloses")
    read: float = tolerance(0.9, "score at which a recognised sign is no mark")


@dataclass(frozen=True, slots=True)
class CheckedSettings:
    """Which words have a check of their own, and how they are looked at again."""

    widths: tuple[float, ...] = tolerance((0.85, 1.2), "times as wide as a word stands, at another look")
    code: int = tolerance(18, "signs of a credit code")
    region: int = tolerance(5, "digits at the least among the six of a code that name the region")
    less: float = tolerance(0.01, "score below that of doubt which a word keeps that passes its check at no look")


@dataclass(frozen=True, slots=True)
class PenSettings:
    """Which ink of a printed page is a pen's."""

    long: float = tolerance(1.6, "em of the shortest stroke that crosses words out; no printed sign has so long a one")
    least: int = tolerance(12, "pixels that it is long at least: smaller type touches by itself")
    beyond: float = tolerance(1.5, "em beside its words to which such a stroke may reach")
    thick: float = tolerance(0.25, "em of the thickest stroke, with its slope")
    past: float = tolerance(0.15, "em that it runs past the words at either end")
    alone: float = tolerance(0.8, "em of it, in all, where nothing but the stroke is")
    top: float = tolerance(0.28, "share of the height of a line, from its top, where its body begins")
    foot: float = tolerance(0.74, "the same where it ends; what lies lower underlines")
    steep: float = tolerance(0.2, "share of its length by which a stroke rises or falls at most")
    steps: int = tolerance(4, "slopes up to that, each way, that are looked for")
    coloured: float = tolerance(0.4, "how much less of one primary colour coloured ink takes than of another")
    part: float = tolerance(0.15, "share of the ink of a line that is coloured where any of its signs is")
    most: float = tolerance(0.3, "share of the signs of a page beyond which it is printed in colour")
    broad: float = tolerance(0.28, "em that a stroke of a pen is broad at most, writing of that size")
    filled: float = tolerance(0.4, "share of the ink of a sign that is broader, where it is filled and no writing")
    title: float = tolerance(1.5, "times the usual type: larger is a title, printed in any colour")
    paper: float = tolerance(90.0, "percentile of the shades of a line that is its paper")
    faint: float = tolerance(60.0, "levels darker than paper at the least: the colour of fainter ink is not told")


@dataclass(frozen=True, slots=True)
class CheckboxSettings:
    """Which squares are boxes to tick, and which are ticked."""

    side_least: float = tolerance(0.08, "inch of the side of a box (2 mm)", (0.08, 0.112), SCANS)
    side_most: float = tolerance(0.24, "inch of the side of a box (6 mm)")
    smallest: float = tolerance(
        0.55, "share of the type beside it that a box is high which was passed over", (0.385, 0.55), SCANS
    )
    largest: float = tolerance(1.3, "the same at most", (1.3, 1.82), SCANS)
    beside_level: float = tolerance(0.35, "em that a box stands higher or lower than its words")
    beside: float = tolerance(1.2, "em between a box and its words")
    rim: float = tolerance(
        0.24, "share of the side of a box that is its rim, where a stroke may run out", (0.168, 0.24), SCANS
    )
    empty: float = tolerance(0.07, "share of its core that is inked in an empty box", (0.049, 0.07), SCANS)
    full: float = tolerance(0.85, "share of its core that is inked in a box filled in")
    square: float = tolerance(1.25, "times higher than wide, or wider than high, at most")
    unbroken: float = tolerance(0.9, "share of a side that is inked", (0.9, 0.9), SCANS)
    low: float = tolerance(0.84, "share of its width that a box is high at least", (0.84, 0.84), SCANS)
    high: float = tolerance(1.2, "share of its width that a box is high at most", (0.84, 1.68), SCANS)
    sure: float = tolerance(0.8, "score of a letter that surely is one, not a box", (0.8, 0.8), SCANS)
    sure_hanzi: float = tolerance(0.4, "the same of a hanzi: no box is taken for one of many strokes")
    over: float = tolerance(0.15, "share of its side by which a glyph may stand off the box it is")
    letter: float = tolerance(0.5, "share of its side between a square and the letters of a word it stands in")
    within: float = tolerance(0.1, "em beyond a hanzi within which a square is a part of it")


IMAGE_FILE = ImageFileSettings()
ORIENTATION = OrientationSettings()
PAGE = PageSettings()
CHARACTER = CharacterSettings()
BASELINE = BaselineSettings()
RULE = RuleSettings()
SPECK = SpeckSettings()
BEND = BendSettings()
TEXT_BOX = TextBoxSettings()
SECOND_LOOK = SecondLookSettings()
UNREAD_INK = UnreadInkSettings()
COLUMN = ColumnKindSettings()
MARK = MarkSettings()
CHECKED = CheckedSettings()
PEN = PenSettings()
CHECKBOX = CheckboxSettings()
