"""What is the answer to one label of a form: behind it, in the cell to its right, or in the one below?

In:     a cell or paragraph, the label found in it, where the next label begins.
Out:    the entry, with the place of the answer, or of the label where the blank was left blank.
Raises: nothing. What the form itself prints (printed.py) is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from extractors import values
from extractors.content.tables import GridCell
from extractors.form.blank_values import read_blank
from extractors.form.own_answer import OwnAnswer, own_answer
from extractors.form.printed import is_printed
from extractors.values.text import unspaced
from extractors.values.units import units
from extractors.vocabulary import labels as vocabulary
from extractors.vocabulary.labels import Hit, Labels, hits
from schemas.application import BLANKS, Blank, Entry
from schemas.locator import Locator
from schemas.trust import NONE, Doubt, Doubts

_RUN_ON = frozenset({Doubt.RUN_ON})
_ABOUT = frozenset({Doubt.ABOUT})
_COUNTED_APART = frozenset({Doubt.COUNTED_APART})
_OWN_WORDS = frozenset({Doubt.OWN_WORDS})
_DAY_OR_MONTH = re.compile(r"(?:0?\d|1[0-2])[-/.](?:0?\d|1[0-2])[-/.]\d{4}")
"""3/5/2018 is a date; of which month, the applicant leaves open."""
_LEFT_OUT = frozenset({Doubt.LEAVES_OUT})
SENTENCE = 20
"""So many characters beside a blank for running text are its answer, though a label stands in them. Range 12-40."""
LOOKS = {
    "phone": re.compile(r"\d{3}"),
    "mobile": re.compile(r"\d{3}"),
    "postcode": re.compile(r"\d{4}"),
    "email": re.compile("[@＠]"),
    "date": re.compile(r"\d{2}|[〇零一二三四五六七八九]{2}"),
    "website": re.compile(r"[A-Za-z0-9]|无|备案"),
}
"""What a value below its label must at least look like, by the blank or by its kind."""


@dataclass(slots=True)
class FormPiece:
    """One cell or paragraph of the form, with the cells that may hold the value of its last label."""

    text: str
    place: Locator
    right: GridCell | None = None
    under: GridCell | None = None
    grid: int | None = None
    row: int = 0
    order: int = 0
    """The block of the document that it stands in, from 0."""
    labels: list[Hit] = field(default_factory=list)
    stops: tuple[int, ...] = ()
    """Where labels begin that are there and that nobody asks for."""


def entry_of(piece: FormPiece, hit: Hit, end: int, known: Labels) -> Entry:
    """The answer to the label ``hit``, whose own words end where the next label begins (``end``)."""
    blank = BLANKS[hit.key]
    stated, words = _stripped(piece.text[hit.end : end])
    if not piece.text[end:].strip() and values.only_unit(words, dates=False):
        for spot, value_beside, own in _beside(piece, blank, stated or words, known):
            if value_beside is not None or own.text:
                return Entry(blank.key, value_beside, blank.unit, own.text, _told(spot.place, blank, own, spot.text))
    own = own_answer(blank, words, stated)
    if is_printed(blank, own.text, known):
        return Entry(blank.key, None, blank.unit, "", piece.place)
    value = read_blank(blank, own.text, stated, None)
    place = piece.place.quoting(own.text) if own.text else piece.place
    return Entry(blank.key, value, blank.unit, own.text, _told(place, blank, own, words))


def _told(place: Locator, blank: Blank, own: OwnAnswer, words: str) -> Locator:
    """The place of the answer, with what somebody must know of it: where it ends, about how many, who is counted."""
    if blank.kind != "number":
        either = _OWN_WORDS if blank.kind == "date" and _DAY_OR_MONTH.fullmatch(own.text.strip()) else NONE
        return place.doubted(either | (NONE if own.certain else _RUN_ON))
    about = _ABOUT if values.approximate(own.text) else NONE
    return place.doubted(about | _counted_apart(words) | (NONE if own.certain else _RUN_ON))


def _counted_apart(words: str) -> Doubts:
    """What a remark behind the number says of some whom it counts in, or leaves out."""
    remark = units().counted_apart.search(words)
    if remark is None:
        return NONE
    return _LEFT_OUT if units().left_out.search(remark[0]) else _COUNTED_APART


def _beside(
    piece: FormPiece, blank: Blank, unit: str, known: Labels
) -> Iterator[tuple[GridCell, Decimal | str | None, OwnAnswer]]:
    """What the cell to the right and the one below say, where they may be the answer."""
    right, under = piece.right, piece.under
    # A cell to the right that is empty, or holds the printed unit only, is the blank itself, left blank.
    blank_there = right is not None and values.only_unit(right.text)
    for spot in (right, None if blank_there else under):
        if spot is None or not _may_hold(spot, blank, known):
            continue
        _, words = _stripped(_up_to_label(spot.text, known))
        own = own_answer(blank, words, unit)
        value = read_blank(blank, own.text, unit, spot.native)
        if spot is right or _looks_right(blank, own.text, value):
            yield spot, value, own


def _up_to_label(text: str, known: Labels) -> str:
    """The words before the next label that is known."""
    labels = hits(text, known)
    return text[: labels[0].start] if labels and labels[0].start > 0 else text


def _looks_right(blank: Blank, text: str, value: Decimal | str | None) -> bool:
    """Whether words below a label are of its kind: where its own cell was left blank, they may answer another one."""
    if blank.kind == "number":
        return value is None or isinstance(value, Decimal)
    looks = LOOKS.get(blank.key) or LOOKS.get(blank.kind)
    return looks is None or looks.search(text) is not None


def _may_hold(spot: GridCell, blank: Blank, known: Labels) -> bool:
    """Whether a neighbouring cell may be the value: nothing printed, and a number where one is wanted."""
    text, numeric = spot.text, blank.kind == "number"
    if not text.strip() or is_printed(blank, text, known):
        return False
    labels = hits(text, known)
    if blank.answers == "sentence" and len(unspaced(text)) >= SENTENCE:
        return True
    if labels and labels[0].start <= 2 and not (numeric and text.lstrip()[:1].isdecimal()):
        return False
    return not numeric or bool(re.search(r"\d|[一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟零〇无/—-]", text))


def _says_none(text: str) -> bool:
    """Whether the words in a bracket answer the blank (（无）) instead of printing its unit."""
    return bool(text.strip()) and values.is_blank(text) and not values.only_unit(text)


def _stripped(raw: str) -> tuple[str, str]:
    """What stands behind a label: the unit or note in its first bracket, and the words themselves."""
    printed, leads = vocabulary.vocabulary().printed, vocabulary.vocabulary().leads
    text = raw.strip(" 　\t\n_＿").lstrip("）)")
    stated = ""
    while (bracket := re.match(r"^[（(]([^（）()]*)[）)]", text)) and not _says_none(bracket.group(1)):
        if not any(word in bracket.group(1) for word in printed) and not stated:
            stated = bracket.group(1)
        text = text[bracket.end() :].strip(" 　\t\n_＿")
    text = re.sub(r"^的?(?:比例|比重|百分比)(?![一-龥])", "", text.lstrip("：: 　\t\n_＿")).strip(" 　\t\n_＿")
    if bracket := re.match(r"^[（(]([%％]|[^（）()]{0,3}元)[）)]", text):
        stated, text = stated or bracket.group(1), text[bracket.end() :]
    text = text.lstrip("：: 　\t\n_＿")
    for word in printed:
        text = re.sub(rf"[（(【\[]\s*{word}\s*(?:[）)】\]]|$)", "", text)
    text = text.strip(" 　\t\n_＿")
    for lead in leads:
        text = re.sub(rf"[，,；;、\s]*{lead}[：:]?\s*$", "", text)
    # A bracket that opens right before the next label belongs to that label.
    return stated, re.sub(r"[（(]\s*$", "", text).strip(" 　\t\n_＿，,；;、")
