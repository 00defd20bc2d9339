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
    LOWER_BOUND = "lower_bound"
    """At least so much: it can meet a bound, and never miss it."""


Doubts = frozenset[Doubt]

NONE: Doubts = frozenset()

# These say how a value was come by, or how much it says; they alone make it no less sure.
_MILD = frozenset({Doubt.FROM_PICTURE, Doubt.BY_LAYOUT, Doubt.MAIN_PART, Doubt.LOWER_BOUND})


def is_sure(doubts: Doubts) -> bool:
    """Whether nobody need fear to be accused by a reading with these doubts."""
    return doubts <= _MILD


def grave(doubts: Doubts) -> Doubts:
    """The doubts that keep a value from being held against the applicant."""
    return doubts - _MILD
