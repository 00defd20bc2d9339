"""What does one row of a call sheet say: one outcome, none, or something that only the clerk can tell?

Ticks of all kinds, words and remarks are read; where they contradict each other nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extractors import values
from pipeline.sampling.callsheet.callsheet import BOX, PRINTED
from pipeline.sampling.callsheet.wording import CallOutcome, WorkPaper, plain

_UNTOUCHED = frozenset(("", BOX, "☐", "❑", "❏", "◻", "/", "／", "\\", "-", "—", "――", "——", "–", "无", "口"))
_LETTERS = frozenset("xX")
_CROSSES = frozenset("×✗✘✕✖╳")
Mark = Literal["tick", "letter", "cross", "none", "unknown"]


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """The outcome of a row and the column that says it; ``doubt`` says in Chinese why there is none."""

    outcome: CallOutcome | None = None
    column: int | None = None
    doubt: str = ""

    @property
    def says_something(self) -> bool:
        """Whether anybody filled the row in, clearly or not."""
        return self.outcome is not None or bool(self.doubt)


@dataclass(frozen=True, slots=True)
class Boxes:
    """A row's boxes (column → text) and its remarks without what the sheet was printed with."""

    texts: Mapping[int, str]
    remarks: str
    remarks_column: int | None


def row_answer(boxes: Boxes, heads: Mapping[int, CallOutcome], form: WorkPaper, *, lettered: bool) -> RowAnswer:
    """What the row says. ``lettered``: all over the sheet an x is the tick (``letters_tick``)."""
    chosen: dict[str, tuple[CallOutcome, int]] = {}
    crosses: list[int] = []
    for column, outcome in heads.items():
        text = boxes.texts.get(column, "")
        kind = mark(text)
        if kind == "tick" or (kind == "letter" and lettered):
            chosen[outcome.id] = (outcome, column)
        elif kind in ("cross", "letter"):
            crosses.append(column)
        elif kind == "unknown":
            meant = _meant(text, outcome, form)
            if meant is None:
                return RowAnswer(None, column, f"“{outcome.head}”一栏写的是“{text}”，看不出是否选中")
            chosen[meant.id] = (meant, column)
    return _weighed(boxes, heads, form, chosen, crosses)


def _meant(text: str, outcome: CallOutcome, form: WorkPaper) -> CallOutcome | None:
    """The outcome that a word in a box means: the box's own where it fits, else the one that it names."""
    word = worded(text, form)
    if word is None or word.outcome is None:
        return None
    return outcome if _same_kind(word.outcome, outcome) else word.outcome


def _weighed(
    boxes: Boxes,
    heads: Mapping[int, CallOutcome],
    form: WorkPaper,
    chosen: Mapping[str, tuple[CallOutcome, int]],
    crosses: Sequence[int],
) -> RowAnswer:
    first = next(iter(heads))
    remark = worded(boxes.remarks, form)
    if len(chosen) > 1:
        several = "、".join(outcome.head for outcome, _ in chosen.values())
        return RowAnswer(None, first, f"选了不止一项（{several}）")
    if chosen:
        outcome, column = next(iter(chosen.values()))
        if remark is not None and _against(outcome, remark.outcome):
            return RowAnswer(None, column, f"选的是“{outcome.head}”，备注却写“{boxes.remarks}”")
        return RowAnswer(outcome, column)
    if crosses:
        heads_crossed = "、".join(heads[column].head for column in crosses)
        return RowAnswer(None, crosses[0], f"只在“{heads_crossed}”打叉，看不出是选中还是否定")
    if remark is None:
        return RowAnswer(None, first)
    return RowAnswer(remark.outcome, boxes.remarks_column, remark.doubt)


def mark(text: str) -> Mark:
    """Whether a box is ticked, crossed (the letter x is told apart), left as it was, or holds something else."""
    bare = plain(text)
    if bare in _UNTOUCHED:
        return "none"
    if all(char in _LETTERS | _CROSSES for char in bare):
        return "letter" if set(bare) <= _LETTERS else "cross"
    ticked = values.truth(bare)
    if ticked is None:
        return "unknown"
    # An empty circle is not what was printed: somebody put it there.
    return "tick" if ticked else "unknown" if bare in ("○", "◯") else "none"


def letters_tick(rows: Iterable[Mapping[int, str]]) -> bool:
    """Whether the letter x is how this sheet was ticked: no tick or cross anywhere, and never two in a row.

    A cross (×) is read as a tick nowhere: it may say yes or no.
    """
    marks = [[mark(text) for text in texts.values()] for texts in rows]
    other = any(kind in ("tick", "cross") for row in marks for kind in row)
    return not other and all(row.count("letter") <= 1 for row in marks)


def own_words(remarks: str, form: WorkPaper) -> str:
    """The remarks without what the sheet was printed with."""
    printed = (*form.aside.values(), *PRINTED)
    parts = (part.strip() for part in remarks.replace(";", "；").split("；"))
    return "；".join(part for part in parts if part and not part.startswith(printed))


def worded(text: str, form: WorkPaper) -> RowAnswer | None:
    """The outcome that these words name, the longest at each place (不满意 holds 满意); None where they name none."""
    bare = plain(text)
    words = sorted(((word, outcome) for outcome in form.outcomes for word in outcome.words), key=lambda w: -len(w[0]))
    found: list[CallOutcome] = []
    at = 0
    while at < len(bare):
        hit = next(((word, outcome) for word, outcome in words if bare.startswith(word, at)), None)
        if hit is not None:
            found.append(hit[1])
        at += len(hit[0]) if hit else 1
    if not found:
        return None
    if all(_same_kind(found[0], other) for other in found):
        return RowAnswer(found[0])
    return RowAnswer(None, None, f"写的“{text}”有不止一种意思")


def _same_kind(one: CallOutcome, other: CallOutcome) -> bool:
    return (one.answered, one.agrees) == (other.answered, other.agrees)


def _against(ticked: CallOutcome, remarked: CallOutcome | None) -> bool:
    """Whether a remark contradicts the tick. That a first call failed does not: a later one may have been answered."""
    return remarked is not None and remarked.answered and not _same_kind(ticked, remarked)
