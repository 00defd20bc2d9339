"""Does another printed label stand here, whether or not the form knows it?

In:     words behind a label of the form.
Out:    where the next label begins; what stands behind a value that has a shape of its own (a number, a date).
Raises: nothing. Words that end labels or make the value another stand in data/vocabulary/labels.yaml, those that
        begin a remark in data/vocabulary/units.yaml.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from extractors.values.text import any_of
from extractors.values.units import units
from extractors.vocabulary.labels import vocabulary

MARK = "[：:﹕︰∶ː=＝→]"
"""What people print between a label and its blank."""
GAP = r"[\s_＿]"
PARTED = r"\s_＿，,；;。、|｜│/／·•…—–"
APART = rf"{PARTED}.\-"
"""What stands between one blank and the next label; points and hyphens also stand inside what people write."""
_HAN = "\u3400-\u9fff"
_LATIN = "A-Za-z\uff21-\uff3a\uff41-\uff5a"
_WORDS = rf"(?:[{_HAN}][{_HAN}{_LATIN}·]{{0,18}}[{_HAN}{_LATIN}]|[{_LATIN}]{{2,12}})(?:[（(][^（）()]{{1,12}}[）)])?"
_LABEL = re.compile(rf"(?P<words>{_WORDS}){GAP}*(?P<mark>{MARK})(?!//)")
_BEFORE = re.compile(rf"(?:^|(?:(?<!{GAP})|(?!{GAP}))[{PARTED}]){GAP}*+(?={_LABEL.pattern})")
_IN_BRACKETS = re.compile(rf"[（(【\[〔]{GAP}*(?:(?={_LABEL.pattern})|(?=[^（）()【】\[\]〔〕]{{2,20}}[】\]〕]))")
_SECTION = re.compile(rf"(?<![{PARTED}])[{PARTED}]++[（(]?[一二三四五六七八九十]{{1,3}}[）)]?[、.．](?=[{_HAN}])")
_REMARK = re.compile(rf"[（(][^（）()]*[{_HAN}][^（）()]*[）)]")
_BRACKET = re.compile(r"[（(【\[〔](?P<inside>[^（）()【】\[\]〔〕]*)(?P<closed>[）)】\]〕]?)")
_LED = re.compile(rf"(?P<words>{_WORDS})(?P<gap>[{APART}]*)(?P<value>[\d￥¥+（(]|{MARK})?")
_EDGES = " 　\t\n_＿"


class Behind(Enum):
    """What stands behind a value that has a shape of its own."""

    ANOTHER = "another"
    """Nothing, a remark, or surely another blank."""
    UNSURE = "unsure"
    """Words that may belong to it, or change it."""
    OWN = "own"
    """Words of its own: it is not the value that it seemed to be."""


@dataclass(frozen=True, slots=True)
class LabelWords:
    """The words that are asked here."""

    ends: re.Pattern[str]
    remarks: re.Pattern[str]
    revisions: re.Pattern[str]


@functools.cache
def label_words() -> LabelWords:
    """The words, as patterns: for the end of a label, for the beginning of what is remarked."""
    known = vocabulary()
    return LabelWords(
        ends=re.compile(rf"(?:{any_of(known.label_ends)})$", re.IGNORECASE),
        remarks=re.compile(any_of(units().remarks)),
        revisions=re.compile(any_of(known.revisions)),
    )


def marked_label(text: str) -> int | None:
    """Where the first label with its colon begins, at the start or behind a gap, a mark or a bracket."""
    starts = [match.start() for pattern in (_BEFORE, _IN_BRACKETS, _SECTION) if (match := pattern.search(text))]
    return min(starts, default=None)


def glued_label(text: str) -> re.Match[str] | None:
    """A label with its colon that no gap parts from the words before it."""
    return _LABEL.search(text)


def led_labels(text: str) -> Iterator[tuple[int, bool]]:
    """Where words begin behind a gap or mark that may be a label without a colon; whether they surely are one."""
    for gap in re.finditer(rf"[{APART}]+", text):
        match = _LED.match(text, gap.end())
        if match is not None and gap.start() > 0:
            yield gap.start(), label_words().ends.search(match["words"]) is not None and gap.end() < len(text)


def without_remarks(text: str) -> str:
    """The text without its remarks in brackets, as far as none makes its value another."""
    return _REMARK.sub(lambda remark: remark[0] if label_words().revisions.search(remark[0]) else "", text)


def behind(rest: str) -> Behind:
    """What the words behind a number, a date, a telephone number … are."""
    if _SECTION.match(rest):
        return Behind.ANOTHER
    bare = rest
    while bracket := _BRACKET.match(bare.lstrip(_EDGES)):
        if label_words().revisions.search(bracket["inside"]):
            return Behind.UNSURE
        # 【社保编号】230001: the bracket is a label; （兼职6人）: a remark.
        bare = bare.lstrip(_EDGES)[bracket.end() :] if bracket[0][0] in "（(" else ""
    words = re.sub(rf"^[{APART}]*", "", bare)
    return _of_words(words, parted=len(words) < len(bare))


def _of_words(words: str, *, parted: bool) -> Behind:
    """The same of words without a bracket before them; ``parted`` from the value by a gap or mark."""
    if not words or label_words().remarks.match(words):
        return Behind.ANOTHER
    if label_words().revisions.match(words):
        return Behind.UNSURE
    label = _LED.match(words)
    if label is not None and (label["value"] or (parted and label_words().ends.search(label["words"]))):
        return Behind.ANOTHER
    return Behind.UNSURE if label is not None and parted else Behind.OWN


def begins_with_label(text: str) -> bool:
    """Whether the text is another label and its value, with or without a colon: nothing of it was written here."""
    label = _LED.match(text)
    return label is not None and bool(label["value"])
