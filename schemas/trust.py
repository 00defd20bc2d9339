"""How far is what was read to be believed?

A value carries its doubts from the reader to the last report: whoever knows of one puts it there (the recogniser,
the layout, the list), on the place where the value stands. A figure's doubts are those of all it rests on.
"""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    """Why a value may not be held against the applicant, or not for all it seems to say."""

    FROM_PICTURE = "from_picture"
    """Recognised from a picture, and well."""
    RECOGNISED = "recognised"
    """Recognised from a picture with a low score, or nothing was seen where a faint word may stand."""
    POINT_OR_COMMA = "point_or_comma"
    """Recognised from a picture, where a comma between thousands looks like a decimal point."""
    MENDED = "mended"
    """Recognised from a picture amiss, and put right by check digits of its own."""
    STROKE = "stroke"
    """A lone level stroke: 一 or a dash."""
    BY_LAYOUT = "by_layout"
    """No lines part the cells of its table: its row and column were told by where it stands."""
    RUN_INTO = "run_into"
    """An empty cell of a table without lines, into which its neighbour may reach."""
    FORM_WITHOUT_LINES = "form_without_lines"
    """No lines part the cells of the form: which value belongs to which label, only their places told."""
    UNEVEN = "uneven"
    """A scanned list, or one without lines, whose rows do not come out even."""
    UNNUMBERED = "unnumbered"
    """Rows of a scanned list that do not count from 1 to the last."""
    CUT_SHORT = "cut_short"
    """The list seems to go on where no row was read any more."""
    RUN_ON = "run_on"
    """Other words follow it in its blank, and where it ends cannot be told for certain."""
    MISSPELT = "misspelt"
    """A name in a picture that another paper spells nearly so."""
    HINTED = "hinted"
    """A paper that its own words only hint at."""
    NAMED_ONLY = "named_only"
    """A paper whose content cannot be read: only the name of its file or folder says what it is."""
    UNREAD_PART = "unread_part"
    """A paper that a person told; not all of its words could be read."""
    MAIN_PART = "main_part"
    """A list headed 主要…, which may honestly show less than the whole."""
    NOT_READ = "not_read"
    """The cell holds something that could not be read: a formula without its value, a picture."""
    OWN_WORDS = "own_words"
    """An answer in words of the applicant's own (5分, 20-30): what it comes to, only a person can say."""
    ABOUT = "about"
    """About so many, in the applicant's own words (约, 左右, 近): on which side of a bound it lies, they leave open."""
    OVERLAID = "overlaid"
    """Something is drawn or set over the words: a text box, a line, a stroke of the pen."""
    COMMENTED = "commented"
    """A comment hangs on it, which may say otherwise."""
    TWO_VALUES = "two_values"
    """The file keeps another value for the same place, and programs differ in which of them they show."""
    PARTLY_SHOWN = "partly_shown"
    """Only a part of the words shows: the rest is cut off or lies under a picture."""
    HANDWRITTEN = "handwritten"
    """Written in by hand on a printed page, or over what was printed."""
    CROSSED_OUT = "crossed_out"
    """A blank in which words stood that are struck out, with none in their stead."""
    MARKED_AS_GONE = "marked_as_gone"
    """A list with rows that a remark, or a name struck out, says are no longer of it (已离职)."""
    REPLACED = "replaced"
    """A paper, sheet or list that calls itself replaced, or is of a year before the one that is asked of."""
    OTHER_COPY = "other_copy"
    """Another copy of the same form states it otherwise."""
    ROWS_LEFT_OUT = "rows_left_out"
    """The list has rows that its file hides and that were left out: whether they count, only a person can say."""
    COUNTED_APART = "counted_apart"
    """A remark beside it says how many it counts in that another may not: 17（含兼职2人）."""
    LEAVES_OUT = "leaves_out"
    """A remark beside it says how many it does not count: 18（不含兼职6人） misses no bound that 24 might meet."""
    LOWER_BOUND = "lower_bound"
    """At least so much: it can meet a bound, and never miss it."""
    UPPER_BOUND = "upper_bound"
    """At most so much: it can miss a bound, and never meet it."""


Doubts = frozenset[Doubt]

NONE: Doubts = frozenset()

# These say how a value was come by, or how much it says; they alone make it no less sure.
_MILD = frozenset(
    {
        *(Doubt.FROM_PICTURE, Doubt.BY_LAYOUT, Doubt.MAIN_PART),
        *(Doubt.LOWER_BOUND, Doubt.UPPER_BOUND, Doubt.COUNTED_APART, Doubt.LEAVES_OUT),
    }
)


NOT_WHOLE = frozenset({Doubt.CUT_SHORT, Doubt.UNEVEN})
"""Of a list: its rows were not read one by one to the last, so nothing is counted, summed or marked in it."""


def is_sure(doubts: Doubts) -> bool:
    """Whether nobody need fear to be accused by a reading with these doubts."""
    return doubts <= _MILD


def grave(doubts: Doubts) -> Doubts:
    """The doubts that keep a value from being held against the applicant."""
    return doubts - _MILD
