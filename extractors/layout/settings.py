"""Every tolerance of the layout of a page, one class for each question, each with unit, range and benchmark.

A share or a factor has no unit; an em is the size of the type beside which it is measured.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.layout.tolerance import BOTH, tolerance


@dataclass(frozen=True, slots=True)
class LineSettings:
    """Which glyphs stand on one line, and where its blanks are."""

    level: float = tolerance(
        0.22, "em that middles of glyphs of one line may differ: fonts differ by a tenth or so", (0.055, 0.88), BOTH
    )
    raised: float = tolerance(
        0.4, "em that raised or lowered glyphs stand off their line (marks, exponents)", (0.1, 0.8), BOTH
    )
    beside: float = tolerance(1.2, "em at most between such glyphs and what is on the line", (0.3, 4.8), BOTH)
    overlap: float = tolerance(0.5, "em that glyphs side by side may overlap", (0.125, 2.0), BOTH)
    blank_wide: float = tolerance(
        0.5, "em beside a hanzi that are a blank: programs leave less beside digits", (0.125, 2.0), BOTH
    )
    blank_narrow: float = tolerance(0.15, "em between Latin letters that part words", (0.0375, 0.6), BOTH)
    blank_double: float = tolerance(2.0, "em from which a blank is written as two", (0.5, 8.0), BOTH)
    spread: float = tolerance(4.0, "em at most between single hanzi of a word spread out (日    期)", (1.0, 16.0), BOTH)
    spread_even: float = tolerance(
        0.3, "em, and share of the first gap, that gaps of a spread-out word may differ", (0.075, 1.2), BOTH
    )
    again_near: float = tolerance(0.35, "width of a glyph: drawn again so near it only looks bold", (0.0875, 1.4), BOTH)
    again_least: float = tolerance(1.1, "pt: the same for narrow glyphs", (0.275, 4.4), BOTH)
    again_most: float = tolerance(
        0.6, "width of a glyph: nearer than that the next one is looked at closely", (0.15, 2.4), BOTH
    )
    again_level: float = tolerance(0.25, "em that a glyph drawn again stands higher or lower", (0.0625, 1.0), BOTH)
    again_size: float = tolerance(0.1, "size of the type that a glyph drawn again differs by", (0.025, 0.4), BOTH)


@dataclass(frozen=True, slots=True)
class CellSettings:
    """Which lines of a cell are wrapped, and which were ended on purpose."""

    tight: float = tolerance(
        0.35, "em of room beyond the next word, before a short line was ended on purpose", (0.0875, 1.4), BOTH
    )
    moved: float = tolerance(
        1.2, "em: the same where no line begins with a stop or ends with a bracket", (0.3, 4.8), BOTH
    )
    figure: float = tolerance(0.6, "em short of the cell's width that a figure cut through may be", (0.15, 2.4), BOTH)
    within: float = tolerance(0.15, "em between the letters of one word", (0.0375, 0.6), BOTH)
    blank: float = tolerance(0.25, "em: the blank that the next word would have needed", (0.0625, 1.0), BOTH)


@dataclass(frozen=True, slots=True)
class OverflowSettings:
    """Which line of a cell is the rest of what its neighbour above or below had no room for."""

    crowded: float = tolerance(0.8, "em of line pitch: nearer to each other stand no two lines of one cell")
    across: float = tolerance(0.1, "em that such a line reaches over the edge of its cell")
    off: float = tolerance(0.35, "em that it stands higher or lower than the other cells of its row")
    pitch: float = tolerance(1.9, "em at most from the last line of the neighbour whose rest it is")
    left: float = tolerance(0.3, "em that both may begin apart")
    often: float = tolerance(0.2, "share of the cells whose lines reach over edges: then it says nothing")


@dataclass(frozen=True, slots=True)
class ParagraphSettings:
    """Which lines are one paragraph."""

    farthest: float = tolerance(
        2.7, "em of line pitch that end a paragraph (double spacing is 2.4)", (0.675, 10.8), BOTH
    )
    nearest: float = tolerance(0.3, "em of line pitch: what is nearer stands beside, not below", (0.075, 1.2), BOTH)
    wider: float = tolerance(
        1.35, "pitch of the lines so far beyond which another paragraph begins", (0.338, 5.4), BOTH
    )
    size: float = tolerance(0.12, "share by which the size of the type may differ", (0.03, 0.48), BOTH)
    margin: float = tolerance(
        0.84, "share of the page's width where prose ends at the earliest (margins of 3.2 cm)", (0.21, 3.36), BOTH
    )
    same_end: float = tolerance(0.6, "em that full lines may end apart", (0.15, 2.4), BOTH)
    same_ends: int = tolerance(3, "lines that end alike show the margin", (1, 12), BOTH)
    same_share: float = tolerance(0.25, "share of the lines that must end there", (0.0625, 1.0), BOTH)
    ragged: int = tolerance(5, "lines that show a ragged margin", (1, 20), BOTH)
    ragged_by: float = tolerance(6.0, "em that half of the lines may end before the longest", (1.5, 24.0), BOTH)
    indent: float = tolerance(0.7, "em of indent that begin a paragraph", (0.175, 2.8), BOTH)
    outdent: float = tolerance(
        -0.5, "em left of the line above at which a number still begins an item", (-2.0, -0.125), BOTH
    )
    centred: float = tolerance(
        -2.6, "em left of the line above: it stands under a centred title, not in its paragraph", (-10.4, -0.65), BOTH
    )
    apart: float = tolerance(2.0, "em that part a value from its label; sentences leave no such room", (0.5, 8.0), BOTH)


@dataclass(frozen=True, slots=True)
class FurnitureSettings:
    """Which lines stand at the head or the foot of a page."""

    zone: float = tolerance(
        0.085, "share of the page's height at its head and foot; body text begins below it", (0.0213, 0.34), BOTH
    )
    number_zone: float = tolerance(
        0.13, "share of the page's height: page numbers may stand nearer to the body", (0.0325, 0.52), BOTH
    )
    tallest: float = tolerance(20.0, "pt: a running head is small type, a higher line is a title", (5.0, 80.0), BOTH)
    same_place: float = tolerance(4.0, "pt: running heads stand at the same height on other pages", (1.0, 16.0), BOTH)
    over: float = tolerance(0.5, "em that a page number may reach into the line above it", (0.125, 2.0), BOTH)
    close: float = tolerance(
        0.8, "em below other lines within which a figure at the foot is the rest of a cell", (0.2, 3.2), BOTH
    )


@dataclass(frozen=True, slots=True)
class OrderSettings:
    """Whether a page is set in two columns of prose."""

    gutter: float = tolerance(1.0, "em of nothing between two columns of text", (0.25, 4.0), BOTH)
    fewest: int = tolerance(8, "lines on either side that make columns of text", (2, 32), BOTH)
    several: int = tolerance(3, "pieces side by side that are cells", (1, 12), BOTH)
    full: float = tolerance(0.6, "share of its column that a line of prose fills", (0.15, 2.4), BOTH)
    prose: float = tolerance(0.6, "share of the lines of a side that are full", (0.15, 2.4), BOTH)
    letters: int = tolerance(10, "glyphs that a line of prose has at least", (2, 40), BOTH)
    first: int = tolerance(20, "hundredths of the width at which the gutter lies at the earliest", (5, 80), BOTH)
    last: int = tolerance(80, "hundredths of the width at which it lies at the latest", (20, 320), BOTH)
    crossing: float = tolerance(0.4, "share of the lines that may cross the gutter", (0.1, 1.6), BOTH)
    level: float = tolerance(
        0.4, "share of the lines of a side bar that may stand level with a line of prose", (0.1, 1.6), BOTH
    )
    exactly: float = tolerance(0.08, "em that level lines differ in height", (0.02, 0.32), BOTH)


@dataclass(frozen=True, slots=True)
class StrikeoutSettings:
    """Which lines strike words out."""

    highest: float = tolerance(
        0.35, "share of the height of words, from the top, where a line through them lies", (0.0875, 1.4), BOTH
    )
    lowest: float = tolerance(0.72, "the same at the lowest: an underline lies lower", (0.18, 1.44), BOTH)
    thick: float = tolerance(0.12, "em between the edges of one thick line", (0.03, 0.48), BOTH)
    under: float = tolerance(0.25, "em above the foot of words: what lies so low is an underline", (0.0625, 1.0), BOTH)
    beyond: float = tolerance(0.6, "em that the line begins or ends off the words", (0.15, 2.4), BOTH)
    double: float = tolerance(0.22, "em between the two lines that strike words out twice")
    filled: float = tolerance(0.6, "share of the line that words fill", (0.15, 2.4), BOTH)
    like: float = tolerance(
        2.0, "width of the words: other lines so short make a box, or the outline of letters", (0.5, 8.0), BOTH
    )


@dataclass(frozen=True, slots=True)
class CrossedSettings:
    """Which words are crossed by strokes that are no rules."""

    edge: float = tolerance(0.2, "share of a letter's width and height on each side that a stroke may touch")
    most: int = tolerance(120, "leaning strokes of a page: more are an ornament, or letters drawn as outlines")
    row: int = tolerance(6, "glyphs that one level line crosses which is drawn through a whole row")
    steps: float = tolerance(4.0, "points that are looked at along the width of a letter")
    finest: int = tolerance(64, "points that are looked at along one part of a stroke")
    flat: float = tolerance(0.2, "height of a stroke, of its width, that runs along a row whatever its shape")
    over: float = tolerance(5.0, "em over which a straight or flat stroke reaches that means more than a word")


@dataclass(frozen=True, slots=True)
class NameSealSettings:
    """Which coloured outlines with a name in them are small seals."""

    least: float = tolerance(12.0, "pt that such a seal is wide and high at least")
    largest: float = tolerance(100.0, "pt that it is at most")
    sides: float = tolerance(2.2, "times as long as high, or as high as long, that it is at most")
    colour: int = tolerance(0x50, "apart are the parts of a colour that is no grey, of 255")
    ink: int = tolerance(0x30, "that the colour of its words may differ in a part, of 255")
    fewest: int = tolerance(2, "signs of a name")
    most: int = tolerance(10, "signs of a name and what is said of it (专用章)")
    near: float = tolerance(2.0, "pt off the outline where its edges lie")


@dataclass(frozen=True, slots=True)
class MarkedSettings:
    """Which options are marked by other means than a tick."""

    beneath: float = tolerance(0.45, "em off the foot of a line where a line beneath its words lies")
    filled: float = tolerance(0.7, "share of such a line that words fill: the blank of a form is empty above")
    longest: float = tolerance(8.0, "em: a longer line or marker is not one option's")
    beside: float = tolerance(0.6, "em between an option's word and its box")
    ring: float = tolerance(3.0, "em that a ring round words is high at most: a seal is larger")


@dataclass(frozen=True, slots=True)
class OverlaySettings:
    """Which words lie over a finished page."""

    pale: float = tolerance(0.6, "lightness (0 black, 1 white) from which words are pale: a watermark's grey is 0.7")
    paler: float = tolerance(0.2, "lightness by which the words beneath are darker")
    larger: float = tolerance(1.8, "times larger than the type of the page, and than the words beneath, is set across")
    beneath: int = tolerance(4, "glyphs under large words that show that these lie over the page")
    looked_at: int = tolerance(400, "glyphs of one style that are looked at")
    tiles: int = tolerance(6, "times that the same pale words are set over a page which are a watermark in tiles")
    tiles_share: float = tolerance(0.8, "share of the strings of their style that they are at least")
    tiles_across: int = tolerance(2, "places across, and rows, at which they stand at least")
    tiles_most: int = tolerance(6000, "glyphs of one style: more are the text of the page")
    cut_across: float = tolerance(0.5, "share of a glyph's width within its clip from which it is seen")
    cut_down: float = tolerance(0.35, "share of its height")
    covered: float = tolerance(0.25, "share of a glyph's ink that is left where it counts as covered")
    tiny: float = tolerance(1.2, "pt: type that nobody can read")
    white: float = tolerance(0.9, "lightness from which words may be white on white")
    contrast: int = tolerance(16, "levels of grey (of 255) between the darkest and the lightest spot where ink shows")


@dataclass(frozen=True, slots=True)
class TickSettings:
    """Which boxes are ticked by what lies over them."""

    fills: float = tolerance(1.3, "times as large as its box is a dark area at most that fills it")
    ink: float = tolerance(0.06, "share of a box's inside that is inked where it is ticked")
    core: float = tolerance(0.3, "share of a box on each side that is its own line, not what stands in it")
    over: float = tolerance(0.5, "share of the narrower of both that lies over the other where a sign stands on a box")
    beside: float = tolerance(0.3, "em above or below its box where the middle of a stroke lies that was meant for it")
    clearer: float = tolerance(2.0, "times farther that the next box is from such a stroke")
    tallest: float = tolerance(40.0, "pt: a larger stroke is a signature or a line through a page")
    least: float = tolerance(4.0, "pt: a smaller tick nobody sees")
    foot: float = tolerance(0.6, "share of a tick's width, from the left, where its foot is")
    end: float = tolerance(0.25, "share of its height, from the top, where it ends")
    down: float = tolerance(0.15, "share of its height that it goes down first")
    right: float = tolerance(0.2, "share of its width, from the right, where it ends")
    meets: float = tolerance(0.2, "share of a letter that a tick lies over which is no tick by itself")
    smallest: float = tolerance(8.0, "pt that the sign of a drawn tick is high at least, as the type beside it is")
    largest: float = tolerance(12.0, "pt that it is at most")


@dataclass(frozen=True, slots=True)
class KindSettings:
    """Whether a page has text, and whether that can be believed."""

    some_text: int = tolerance(8, "visible characters: fewer are a page number or a stamp", (2, 32), BOTH)
    picture: float = tolerance(
        0.06, "share of the page that pictures with words of their own cover; a seal is smaller", (0.015, 0.24), BOTH
    )
    page: float = tolerance(0.8, "share of the page that pictures cover which are the page", (0.2, 3.2), BOTH)
    shown: float = tolerance(0.02, "share of the page that pictures cover on a page without text", (0.005, 0.08), BOTH)
    margin: float = tolerance(0.09, "share of the height where headers and source lines stand", (0.0225, 0.36), BOTH)
    stamped: int = tolerance(
        160, "characters that headers, page numbers and source lines have together", (40, 640), BOTH
    )
    outlines: int = tolerance(150, "curves without text that are letters drawn as outlines", (38, 600), BOTH)
    unmapped: float = tolerance(0.04, "share of characters without Unicode", (0.01, 0.16), BOTH)
    unmapped_least: int = tolerance(10, "characters without Unicode", (2, 40), BOTH)
    doubtful: float = tolerance(0.15, "share of characters in fonts that read like no language", (0.0375, 0.6), BOTH)
    hanzi: int = tolerance(12, "hanzi of one font that show what it is", (3, 48), BOTH)
    strange: float = tolerance(
        0.15, "share of hanzi that neither mainland nor Taiwan counts as common", (0.0375, 0.6), BOTH
    )
    rare: float = tolerance(0.45, "share of hanzi that are not of everyday", (0.113, 1.8), BOTH)
    letters: int = tolerance(40, "letters of one font that show what it is", (10, 160), BOTH)
    scripts: int = tolerance(3, "scripts in one font", (1, 12), BOTH)
    script_share: float = tolerance(0.05, "share of letters that are of these scripts", (0.0125, 0.2), BOTH)
    accented: float = tolerance(0.3, "share of letters between U+0080 and U+00FF", (0.075, 1.2), BOTH)
    latin: int = tolerance(100, "Latin letters that show how many vowels they have", (25, 400), BOTH)
    vowels: float = tolerance(0.2, "share of vowels", (0.05, 0.25), BOTH)


@dataclass(frozen=True, slots=True)
class LatticeSettings:
    """Which drawn lines close cells."""

    snap: float = tolerance(
        3.0, "pt: lines closer than this are one (double borders, borders drawn cell by cell)", (0.75, 12.0), BOTH
    )
    join: float = tolerance(3.0, "pt: gaps along a line up to this are closed", (0.75, 12.0), BOTH)
    dash: float = tolerance(12.0, "pt: a stroke no longer may be a dash", (3.0, 48.0), BOTH)
    dash_gap: float = tolerance(6.0, "pt between the dashes of one line", (1.5, 7.5), BOTH)
    shortest: float = tolerance(5.0, "pt: a shorter stroke is no rule", (1.25, 20.0), BOTH)
    outer: float = tolerance(
        8.0, "pt that level lines reach beyond the outermost upright one where a side is open", (2.0, 32.0), BOTH
    )
    open_share: float = tolerance(0.6, "share of the level lines that do", (0.15, 2.4), BOTH)
    wall: float = tolerance(0.5, "share of a cell's side that a line covers to close it", (0.125, 2.0), BOTH)
    touches: float = tolerance(
        1.5, "pt: a rule reaches the upright line it ends at, an underline does not", (0.375, 6.0), BOTH
    )
    above: float = tolerance(0.35, "em above the foot of its words where an underline is drawn", (0.0875, 1.4), BOTH)
    below: float = tolerance(0.25, "em below it", (0.0625, 1.0), BOTH)
    crossings: int = tolerance(4_000_000, "pairs of lines; more are no table")
    places: int = tolerance(60_000, "places of a lattice; more are no table")


@dataclass(frozen=True, slots=True)
class RuledSettings:
    """Which lattices are tables."""

    tight_side: float = tolerance(
        0.4, "em of room beside a word that fills its box: it is coloured, not in a cell", (0.1, 1.6), BOTH
    )
    tight_high: float = tolerance(1.6, "em that such a box is high", (0.4, 6.4), BOTH)
    frame: float = tolerance(
        0.85, "share of its width and height that the box within an ornamental frame has", (0.212, 3.4), BOTH
    )
    several: int = tolerance(3, "lines, each ended on purpose, that are rows which no line parts", (1, 4), BOTH)
    several_share: float = tolerance(0.6, "share of the lines that were ended on purpose", (0.15, 0.75), BOTH)
    parted_columns: int = tolerance(3, "columns that a row reaches over which may be parted as the head above it is")
    parted_rows: int = tolerance(3, "such rows whose words stand apart by these columns")
    parted_share: float = tolerance(0.8, "share of the rows over the same columns that they are")
    parted_gap: float = tolerance(0.3, "em between words on both sides of a boundary")
    coloured: float = tolerance(0.8, "share of the cells that are coloured areas where a lattice may be shading alone")
    between: float = tolerance(0.1, "share of the text within such a lattice that stands in none of its cells")
    uneven: float = tolerance(0.15, "share of the usual height by which the rows of such a list differ")
    regular: float = tolerance(0.7, "share of them that do not")
    rows_between: int = tolerance(3, "lines of several cells that stand in none")
    area: float = tolerance(3.5, "pt that a cell may reach out of its coloured area, as lines near each other are one")


@dataclass(frozen=True, slots=True)
class ContinuedSettings:
    """Whether a table goes on from the page before."""

    near: float = tolerance(
        0.02, "share of the page's width that edges and columns of one table differ on two pages", (0.005, 0.08), BOTH
    )
    low: float = tolerance(
        0.6, "share of the page's height below which a table ends that goes on overleaf", (0.15, 2.4), BOTH
    )
    foot: float = tolerance(
        0.87, "share of the page's height below which is its foot, not what follows a table", (0.217, 3.48), BOTH
    )
    page: float = tolerance(595.0, "pt: how wide a page is that does not say it (A4)", (149.0, 2380.0), BOTH)


LINE = LineSettings()
CELL = CellSettings()
OVERFLOW = OverflowSettings()
PARAGRAPH = ParagraphSettings()
FURNITURE = FurnitureSettings()
ORDER = OrderSettings()
STRIKEOUT = StrikeoutSettings()
CROSSED = CrossedSettings()
NAME_SEAL = NameSealSettings()
MARKED = MarkedSettings()
OVERLAY = OverlaySettings()
TICK = TickSettings()
KIND = KindSettings()
LATTICE = LatticeSettings()
RULED = RuledSettings()
CONTINUED = ContinuedSettings()
