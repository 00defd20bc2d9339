"""Every tolerance of tables without lines, one class for each question, each with unit, range and benchmark.

A share or a factor has no unit; an em is the size of the type beside which it is measured.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractors.layout.tolerance import tolerance


@dataclass(frozen=True, slots=True)
class ColumnSettings:
    """Which columns stand in lines of text."""

    gap: float = tolerance(0.9, "em of nothing between two pieces of a line")
    narrowest: float = tolerance(2.0, "pt: a gutter is at least this wide")
    exactly: float = tolerance(0.12, "em by which text of one column begins, ends or is centred elsewhere")
    off: float = tolerance(1.0, "pt that a piece may reach beyond what holds it")
    spans: float = tolerance(0.3, "share of the lines over two pieces of which a heading of several columns lies")
    many: int = tolerance(5, "lines from which a gutter may be crossed by some")
    crossed: float = tolerance(0.1, "share of the lines that may cross a gutter")
    touch: float = tolerance(0.01, "pt: gaps that touch are one")
    half: float = tolerance(0.5, "share of the lines that a gutter parts where a line crosses it")
    together: int = tolerance(3, "lines that begin at one place where one label stands before several rows")
    begins: float = tolerance(0.8, "share of the cells of a column that begin at one place")
    inside: float = tolerance(0.5, "share of a piece or a column that overlaps where the piece stands in it")
    word: float = tolerance(0.1, "em between letters of one word, which is not cut where a column begins")
    cut_gap: float = tolerance(0.4, "em of blank at which a piece over a gutter is cut")
    cut_before: float = tolerance(0.3, "em before the middle of the gutter where it is cut at the earliest")
    cut_after: float = tolerance(0.5, "em after it at the latest")


@dataclass(frozen=True, slots=True)
class ExtentSettings:
    """From which line to which a table reaches."""

    farthest: float = tolerance(3.4, "em of line pitch at which a table ends, unless a rule stands between")
    alone: int = tolerance(8, "lines of one piece that follow each other in a long wrapped cell")
    further: float = tolerance(1.2, "pitch of the rows so far beyond which another table stands")
    wrapped: float = tolerance(1.75, "em of pitch of the lines of one cell")
    upon: float = tolerance(0.95, "em: lines nearer than that are of one row")
    larger: float = tolerance(1.15, "size of the rows: a line so much larger is no heading of theirs")
    few: float = tolerance(0.4, "share of the table's width that what heads a group of rows is long")
    prose: float = tolerance(0.7, "share of the table's width that a line of prose runs over")
    left: float = tolerance(0.2, "em off the table's left edge")
    as_far: float = tolerance(0.95, "pitch of the rows at least above a row that has but one cell")
    rule: float = tolerance(0.7, "share of the table's width that a rule above it reaches over")
    rule_near: float = tolerance(2.0, "pt that a rule reaches into a line")
    heads: int = tolerance(4, "lines of one piece above the first line of several that may be its heads")
    head_pitch: float = tolerance(2.2, "em between a head of one piece and what is below it")
    head_wide: float = tolerance(0.85, "share of the table's width that such a head is wide")
    head_close: float = tolerance(1.5, "em of pitch of a head in the middle")
    head_in: float = tolerance(0.12, "share of the table's width that a head in the middle is off its left edge")
    head_high: float = tolerance(6.0, "em from a rule to the first line below it")
    upper: float = tolerance(0.1, "em that the upper line of a cell reaches into the row beside it")


@dataclass(frozen=True, slots=True)
class TableSettings:
    """Whether columns and lines make a table."""

    few: float = tolerance(0.25, "share of the lines that have several pieces, unless rules part them")
    labels: float = tolerance(0.3, "share of the pieces that end as labels do: it is a form, not a table")
    figures: float = tolerance(0.25, "share of the cells that are figures: prose has fewer")
    short_figures: float = tolerance(0.25, "share of the cells that are figures where a table has two lines")
    aligned: float = tolerance(0.6, "share of the pieces that stand in their column as most others do")
    rules: int = tolerance(3, "rules across that make a table of whatever stands between")
    two_figures: float = tolerance(0.6, "share of the lines of two columns that end in a figure")
    two_lines: int = tolerance(3, "lines that a table of two columns has at least")
    begins: float = tolerance(1.0, "pt that the line of a cell begins off its column")
    prose_lines: int = tolerance(4, "lines that show whether a column is prose")
    prose_wide: float = tolerance(12.0, "em that a column of prose is wide at least")
    prose_end: float = tolerance(3.0, "em before its edge where a full line of prose ends")
    prose_full: float = tolerance(0.6, "share of the lines of prose that are full")
    across: float = tolerance(0.6, "share of the table's width that a rule reaches over")
    about: float = tolerance(8.0, "pt above and below the lines within which a rule is theirs")
    counting: int = tolerance(4, "numbers that go up by one are those of rows")
    data: int = tolerance(3, "lines of figures that show where the head ends")
    filled: float = tolerance(0.7, "share of the columns that a well filled line fills")
    reaches: float = tolerance(0.3, "em before the next column where a cell may run into it")


@dataclass(frozen=True, slots=True)
class HeadSettings:
    """Which columns only their head shows."""

    fine: float = tolerance(0.6, "em between two headings: less than in rows, more than in one of two hanzi set apart")
    close: float = tolerance(0.3, "em between the letters of one heading")
    off: float = tolerance(4.0, "em that a heading in the middle stands off what begins at the cell's left")
    beside: float = tolerance(8.0, "em at most from a column without a heading to the one that is its own")
    spread: float = tolerance(4.0, "em at most between single hanzi of one heading (姓    名)")
    over: float = tolerance(0.3, "em that a heading may stand off its column")
    wraps: float = tolerance(0.8, "share of the narrower of two lines of one heading that overlaps")
    beneath: float = tolerance(0.6, "em below a common heading where those of its columns stand")


@dataclass(frozen=True, slots=True)
class RowSettings:
    """Which lines make one row, and which rows are the head."""

    wider: float = tolerance(1.12, "pitch of the lines of one cell so far beyond which rows stand")
    close: float = tolerance(1.75, "em of pitch of the lines of one cell")
    upon: float = tolerance(0.95, "em: lines nearer than that, in other columns, are of one row")
    serials: int = tolerance(4, "numbers that go up by one are serial numbers")
    anchored: float = tolerance(0.85, "share of the rows by room that have one filled line")
    filled: float = tolerance(0.6, "share of the fullest line that a filled line of a row has")
    figure_column: float = tolerance(0.7, "share of a column's cells that are figures")
    figure_lines: float = tolerance(1 / 3, "share of the lines that have a cell in such a column")
    rows: int = tolerance(3, "filled lines apart from each other are rows, no head")
    row_filled: float = tolerance(0.8, "share of the fullest line that such a line has")
    head_lines: int = tolerance(8, "lines of a head at most")
    part_filled: float = tolerance(0.7, "share of the columns that a line between two rules fills")
    part_several: float = tolerance(0.2, "share of the spaces between rules that may hold several rows")
    underlined_above: float = tolerance(3.0, "pt that a rule below a heading reaches into it")
    underlined_below: float = tolerance(0.8, "em below a heading where its rule is")
    underlined_beside: float = tolerance(2.0, "pt that a column's middle may lie off the rule")
    centred_off: float = tolerance(0.6, "em that a heading of one column stands off it")
    centred_near: float = tolerance(1.2, "em off the common middle of the columns that a heading spans")
    left: float = tolerance(0.15, "em that a heading and the one below it begin apart")
    headed: float = tolerance(0.6, "share of the columns that have a heading before one may span at its left")
    pitch: float = tolerance(3.0, "em from the rest of a row at the head of a page to the row after it")
    rest_size: float = tolerance(0.1, "share by which the size of such a rest may differ")
    like: int = tolerance(3, "rows that show where a column begins")


COLUMN = ColumnSettings()
EXTENT = ExtentSettings()
TABLE = TableSettings()
HEAD = HeadSettings()
ROW = RowSettings()
