"""Every tolerance of tables without lines, one class for each question, each with unit, range and benchmark.

A share or a factor has no unit; an em is the size of the type beside which it is measured.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.layout.tolerance import BOTH, tolerance


@dataclass(frozen=True, slots=True)
class ColumnSettings:
    """Which columns stand in lines of text."""

    gap: float = tolerance(0.9, "em of nothing between two pieces of a line", (0.45, 1.12), BOTH)
    narrowest: float = tolerance(2.0, "pt: a gutter is at least this wide", (0.5, 8.0), BOTH)
    exactly: float = tolerance(
        0.12, "em by which text of one column begins, ends or is centred elsewhere", (0.03, 0.48), BOTH
    )
    off: float = tolerance(1.0, "pt that a piece may reach beyond what holds it", (0.25, 4.0), BOTH)
    spans: float = tolerance(
        0.3, "share of the lines over two pieces of which a heading of several columns lies", (0.075, 1.2), BOTH
    )
    many: int = tolerance(5, "lines from which a gutter may be crossed by some", (1, 20), BOTH)
    crossed: float = tolerance(0.1, "share of the lines that may cross a gutter", (0.025, 0.4), BOTH)
    touch: float = tolerance(0.01, "pt: gaps that touch are one", (0.0025, 0.04), BOTH)
    half: float = tolerance(0.5, "share of the lines that a gutter parts where a line crosses it", (0.125, 2.0), BOTH)
    together: int = tolerance(
        3, "lines that begin at one place where one label stands before several rows", (1, 12), BOTH
    )
    begins: float = tolerance(0.8, "share of the cells of a column that begin at one place", (0.2, 3.2), BOTH)
    inside: float = tolerance(
        0.5, "share of a piece or a column that overlaps where the piece stands in it", (0.125, 2.0), BOTH
    )
    word: float = tolerance(
        0.1, "em between letters of one word, which is not cut where a column begins", (0.025, 0.4), BOTH
    )
    cut_gap: float = tolerance(0.4, "em of blank at which a piece over a gutter is cut", (0.1, 1.6), BOTH)
    cut_before: float = tolerance(
        0.3, "em before the middle of the gutter where it is cut at the earliest", (0.075, 1.2), BOTH
    )
    cut_after: float = tolerance(0.5, "em after it at the latest", (0.125, 2.0), BOTH)


@dataclass(frozen=True, slots=True)
class SetApartSettings:
    """Which single hanzi are one word, set apart."""

    near: float = tolerance(0.35, "em by which they begin and end elsewhere than a word of another line")
    shortest: int = tolerance(3, "hanzi of such a word: of two, columns of single signs have as many")
    longest: int = tolerance(8, "hanzi of the longest label")


@dataclass(frozen=True, slots=True)
class ExtentSettings:
    """From which line to which a table reaches."""

    farthest: float = tolerance(
        3.4, "em of line pitch at which a table ends, unless a rule stands between", (3.4, 13.6), BOTH
    )
    alone: int = tolerance(8, "lines of one piece that follow each other in a long wrapped cell", (2, 32), BOTH)
    further: float = tolerance(1.2, "pitch of the rows so far beyond which another table stands", (1.2, 1.5), BOTH)
    wrapped: float = tolerance(1.75, "em of pitch of the lines of one cell", (1.4, 1.75), BOTH)
    upon: float = tolerance(0.95, "em: lines nearer than that are of one row", (0.237, 1.19), BOTH)
    larger: float = tolerance(
        1.15, "size of the rows: a line so much larger is no heading of theirs", (1.15, 1.15), BOTH
    )
    few: float = tolerance(0.4, "share of the table's width that what heads a group of rows is long", (0.1, 1.6), BOTH)
    prose: float = tolerance(0.7, "share of the table's width that a line of prose runs over", (0.175, 2.8), BOTH)
    left: float = tolerance(0.2, "em off the table's left edge", (0.05, 0.8), BOTH)
    as_far: float = tolerance(0.95, "pitch of the rows at least above a row that has but one cell", (0.237, 3.8), BOTH)
    rule: float = tolerance(0.7, "share of the table's width that a rule above it reaches over", (0.175, 2.8), BOTH)
    rule_near: float = tolerance(2.0, "pt that a rule reaches into a line", (0.5, 8.0), BOTH)
    heads: int = tolerance(4, "lines of one piece above the first line of several that may be its heads", (1, 16), BOTH)
    head_pitch: float = tolerance(2.2, "em between a head of one piece and what is below it", (1.76, 8.8), BOTH)
    head_wide: float = tolerance(0.85, "share of the table's width that such a head is wide", (0.425, 3.4), BOTH)
    head_close: float = tolerance(1.5, "em of pitch of a head in the middle", (1.2, 6.0), BOTH)
    head_in: float = tolerance(
        0.12, "share of the table's width that a head in the middle is off its left edge", (0.03, 0.24), BOTH
    )
    head_high: float = tolerance(6.0, "em from a rule to the first line below it", (1.5, 24.0), BOTH)
    upper: float = tolerance(0.1, "em that the upper line of a cell reaches into the row beside it", (0.025, 0.4), BOTH)


@dataclass(frozen=True, slots=True)
class TableSettings:
    """Whether columns and lines make a table."""

    few: float = tolerance(
        0.25, "share of the lines that have several pieces, unless rules part them", (0.0625, 0.5), BOTH
    )
    labels: float = tolerance(
        0.3, "share of the pieces that end as labels do: it is a form, not a table", (0.075, 1.2), BOTH
    )
    figures: float = tolerance(0.25, "share of the cells that are figures: prose has fewer", (0.0625, 1.0), BOTH)
    short_figures: float = tolerance(
        0.25, "share of the cells that are figures where a table has two lines", (0.0625, 1.0), BOTH
    )
    aligned: float = tolerance(
        0.6, "share of the pieces that stand in their column as most others do", (0.15, 0.75), BOTH
    )
    rules: int = tolerance(3, "rules across that make a table of whatever stands between", (1, 12), BOTH)
    two_figures: float = tolerance(0.6, "share of the lines of two columns that end in a figure", (0.15, 2.4), BOTH)
    two_lines: int = tolerance(3, "lines that a table of two columns has at least", (1, 12), BOTH)
    begins: float = tolerance(1.0, "pt that the line of a cell begins off its column", (0.25, 4.0), BOTH)
    prose_lines: int = tolerance(4, "lines that show whether a column is prose", (1, 16), BOTH)
    prose_wide: float = tolerance(12.0, "em that a column of prose is wide at least", (9.6, 48.0), BOTH)
    prose_end: float = tolerance(3.0, "em before its edge where a full line of prose ends", (0.75, 12.0), BOTH)
    prose_full: float = tolerance(0.6, "share of the lines of prose that are full", (0.15, 2.4), BOTH)
    across: float = tolerance(0.6, "share of the table's width that a rule reaches over", (0.48, 2.4), BOTH)
    about: float = tolerance(8.0, "pt above and below the lines within which a rule is theirs", (2.0, 32.0), BOTH)
    counting: int = tolerance(4, "numbers that go up by one are those of rows", (1, 16), BOTH)
    data: int = tolerance(3, "lines of figures that show where the head ends", (1, 6), BOTH)
    filled: float = tolerance(0.7, "share of the columns that a well filled line fills", (0.7, 0.875), BOTH)
    reaches: float = tolerance(0.3, "em before the next column where a cell may run into it", (0.075, 1.2), BOTH)


@dataclass(frozen=True, slots=True)
class HeadSettings:
    """Which columns only their head shows."""

    fine: float = tolerance(
        0.6, "em between two headings: less than in rows, more than in one of two hanzi set apart", (0.15, 2.4), BOTH
    )
    close: float = tolerance(0.3, "em between the letters of one heading", (0.075, 1.2), BOTH)
    off: float = tolerance(
        4.0, "em that a heading in the middle stands off what begins at the cell's left", (1.0, 16.0), BOTH
    )
    beside: float = tolerance(
        8.0, "em at most from a column without a heading to the one that is its own", (2.0, 32.0), BOTH
    )
    spread: float = tolerance(4.0, "em at most between single hanzi of one heading (姓    名)", (1.0, 16.0), BOTH)
    over: float = tolerance(0.3, "em that a heading may stand off its column", (0.075, 1.2), BOTH)
    wraps: float = tolerance(0.8, "share of the narrower of two lines of one heading that overlaps", (0.2, 3.2), BOTH)
    beneath: float = tolerance(0.6, "em below a common heading where those of its columns stand", (0.15, 1.2), BOTH)


@dataclass(frozen=True, slots=True)
class RowSettings:
    """Which lines make one row, and which rows are the head."""

    wider: float = tolerance(1.12, "pitch of the lines of one cell so far beyond which rows stand", (0.28, 4.48), BOTH)
    close: float = tolerance(1.75, "em of pitch of the lines of one cell", (1.4, 1.75), BOTH)
    upon: float = tolerance(0.95, "em: lines nearer than that, in other columns, are of one row", (0.475, 3.8), BOTH)
    serials: int = tolerance(4, "numbers that go up by one are serial numbers", (1, 16), BOTH)
    anchored: float = tolerance(0.85, "share of the rows by room that have one filled line", (0.212, 3.4), BOTH)
    filled: float = tolerance(0.6, "share of the fullest line that a filled line of a row has", (0.3, 0.75), BOTH)
    figure_column: float = tolerance(0.7, "share of a column's cells that are figures", (0.175, 0.875), BOTH)
    figure_lines: float = tolerance(1 / 3, "share of the lines that have a cell in such a column")
    rows: int = tolerance(3, "filled lines apart from each other are rows, no head", (3, 12), BOTH)
    row_filled: float = tolerance(0.8, "share of the fullest line that such a line has", (0.2, 3.2), BOTH)
    head_lines: int = tolerance(8, "lines of a head at most", (4, 32), BOTH)
    part_filled: float = tolerance(0.7, "share of the columns that a line between two rules fills", (0.175, 2.8), BOTH)
    part_several: float = tolerance(
        0.2, "share of the spaces between rules that may hold several rows", (0.05, 0.8), BOTH
    )
    underlined_above: float = tolerance(3.0, "pt that a rule below a heading reaches into it", (0.75, 12.0), BOTH)
    underlined_below: float = tolerance(0.8, "em below a heading where its rule is", (0.2, 3.2), BOTH)
    underlined_beside: float = tolerance(2.0, "pt that a column's middle may lie off the rule", (0.5, 8.0), BOTH)
    centred_off: float = tolerance(0.6, "em that a heading of one column stands off it", (0.15, 2.4), BOTH)
    centred_near: float = tolerance(
        1.2, "em off the common middle of the columns that a heading spans", (1.2, 4.8), BOTH
    )
    left: float = tolerance(0.15, "em that a heading and the one below it begin apart", (0.0375, 0.6), BOTH)
    headed: float = tolerance(
        0.6, "share of the columns that have a heading before one may span at its left", (0.15, 0.75), BOTH
    )
    pitch: float = tolerance(
        3.0, "em from the rest of a row at the head of a page to the row after it", (0.75, 12.0), BOTH
    )
    rest_size: float = tolerance(0.1, "share by which the size of such a rest may differ", (0.025, 0.4), BOTH)
    like: int = tolerance(3, "rows that show where a column begins", (1, 12), BOTH)


SET_APART = SetApartSettings()
COLUMN = ColumnSettings()
EXTENT = ExtentSettings()
TABLE = TableSettings()
HEAD = HeadSettings()
ROW = RowSettings()
