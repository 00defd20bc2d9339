"""Where the printed labels of a form stand in a piece of text.

In:     the text of one cell or paragraph.
Out:    label hits, left to right, none overlapping; the longest label wins.
Raises: nothing; data/vocabulary/labels.yaml and the forms hold every word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extractors.values.text import one_width
from schemas.application import BLANKS
from schemas.data_files import vocabulary_file
from schemas.forms import FormSpec
from schemas.strict_yaml import Marked

_DROPPED = re.compile(r"[\s_＿、，,：:（）()“”\"《》\u200b.．。·]")
LONGEST = "　" * 60
"""Sorts a label that is a pattern before all others: it takes in whatever wording stands there."""
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_UNIT_END = re.compile(r"\d\s*(?:万元|元|平方米|平米|㎡|人|名|台|套|台[（(]套[）)])$")
# Hanzi right behind a label that may be its value or its unit rather than a longer word.
_VALUE_START = re.compile(
    r"约|为|是|共|近|人民币|万元|元|平方米|平米|台|人|[一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟〇零两]",
)
WHOLE_LABEL = 4
"""A label of this many characters at the very beginning needs nothing behind it."""


@dataclass(frozen=True, slots=True)
class Label:
    """One printed label of one blank, as it is compared."""

    key: str
    text: str
    within: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels that are looked for together, the longest first, and the pattern that finds whether any is there."""

    each: tuple[Label, ...]
    any_of: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A label found: the raw text from ``start`` to ``end`` is the label."""

    key: str
    start: int
    end: int
    within: tuple[str, ...]
    length: int


def plain(text: str) -> str:
    """The text as labels are compared: punctuation between their words comes and goes."""
    return one_width(_DROPPED.sub("", text))


@functools.cache
def vocabulary() -> tuple[tuple[Label, ...], tuple[str, ...], tuple[str, ...]]:
    """Labels that people use, words that are no value, and sub-labels that only lead on."""
    fields = vocabulary_file("labels").fields("printed leads", " ".join(BLANKS))
    labels = [label for key, given in fields.items() if key in BLANKS for label in _labels(key, given)]
    return tuple(labels), fields["printed"].words(), fields["leads"].words()


def _labels(key: str, given: Marked) -> Iterator[Label]:
    """The labels of one blank, and the patterns for those that have too many wordings."""
    fields = given.fields("labels", "patterns within")
    within = fields["within"].list() if "within" in fields else ()
    for other in within:
        if other.text() not in BLANKS:
            raise other.wrong(f"不认识的空格“{other.text()}”。可用的有：{'、'.join(BLANKS)}")
    behind = tuple(other.text() for other in within)
    yield from (Label(key, plain(text), behind) for text in fields["labels"].words())
    for pattern in fields["patterns"].patterns() if "patterns" in fields else ():
        yield Label(key, LONGEST, behind, pattern)


def printed_labels(form: FormSpec) -> list[Label]:
    """The labels that the blank form itself prints before each blank."""
    within: Mapping[str, tuple[str, ...]] = {label.key: label.within for label in vocabulary()[0]}
    labels: list[Label] = []
    for line in form.lines:
        for before, key in re.findall(r"([^{}]*)\{(\w+)\}", line):
            words = re.split(r"[ 　，,；;|%％]|(?:台（套）|平方米|平米|万元|人)(?=[，,\s])", before)
            label = next((plain(word) for word in reversed(words) if len(plain(word)) > 1), "")
            if label and label not in ("万元", "台套", "平方米"):
                labels.append(Label(key, label, within.get(key, ())))
    return labels


@functools.lru_cache(maxsize=32)
def labels_for(form: FormSpec | None) -> Labels:
    """Every label that may stand on this form, the longest first; without a form, every label known."""
    if form is None:
        chosen: Iterable[Label] = vocabulary()[0]
    else:
        blanks = {*form.blanks(), *(blank.key for blank in BLANKS.values() if blank.on_cover)}
        chosen = [*printed_labels(form), *(label for label in vocabulary()[0] if label.key in blanks)]
    each = tuple(sorted(dict.fromkeys(chosen), key=lambda label: -len(label.text)))
    spoken = [label.pattern.pattern if label.pattern else re.escape(label.text) for label in each if label.text]
    return Labels(each, re.compile("|".join(spoken)))


def hits(text: str, labels: Labels) -> list[Hit]:
    """The labels in this text, left to right; a label inside a longer one, or inside a word, is none."""
    squeezed, origin = _squeezed(text)
    taken: list[Hit] = []
    # Asked of every cell: most hold no label at all, and say so fastest.
    for label in labels.each if labels.any_of.search(squeezed) else ():
        if label.pattern is None and label.text not in squeezed:
            continue
        for at, end in _found(label, squeezed):
            start_raw, end_raw = origin[at], origin[end - 1] + 1
            free = all(end_raw <= hit.start or start_raw >= hit.end for hit in taken)
            if free and _bounded(text, start_raw, end_raw):
                taken.append(Hit(label.key, start_raw, end_raw, label.within, end - at))
    return sorted(taken, key=lambda hit: hit.start)


def _found(label: Label, squeezed: str) -> Iterator[tuple[int, int]]:
    """Every place of the label in the squeezed text."""
    if label.pattern is not None:
        yield from (match.span() for match in label.pattern.finditer(squeezed))
        return
    at = squeezed.find(label.text)
    while at >= 0 and label.text:
        yield at, at + len(label.text)
        at = squeezed.find(label.text, at + len(label.text))


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text as labels are compared, and for each of its characters the place in the raw text."""
    kept: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        for part in _kept(char):
            kept.append(part)
            origin.append(index)
    return "".join(kept), origin


@functools.lru_cache(maxsize=8192)
def _kept(char: str) -> str:
    """What is compared of one character; nothing of white space and marks."""
    return "" if _DROPPED.match(char) else one_width(char)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a label stands free: at the beginning, behind a break or mark, or with a colon behind it."""
    before = text[:start].rstrip(" 　_\t")
    after = text[end:].lstrip(" 　_\t")
    if after[:1] in ("：", ":"):
        return True
    touching = bool(before) and text[:start] == before and bool(_HANZI.match(before[-1]))
    if touching and not before.endswith(vocabulary()[2]) and not _UNIT_END.search(before):
        return False
    follows = bool(after) and text[end : end + 1] == after[:1] and bool(_HANZI.match(after[0]))
    return not follows or _VALUE_START.match(after) is not None or (not before and end - start >= WHOLE_LABEL)
