"""Where the printed labels of a form stand in a piece of text.

In:     the text of one cell or paragraph.
Out:    label hits, left to right, none overlapping; the longest label wins.
Raises: nothing; data/vocabulary/labels.yaml and the forms hold every word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.values.text import any_of, one_width
from extractors.values.units import units
from schemas.application import BLANKS
from schemas.data_files import vocabulary_file
from schemas.forms import FormSpec
from schemas.regulation.own_words import OwnWords, spoken_words
from schemas.strict_yaml import Marked

_DROPPED = re.compile(r"[\s_＿、，,：:（）()“”\"《》\u200b.．。·]")
LONGEST = "　" * 60
"""Sorts a label that is a pattern before all others: it takes in whatever wording stands there."""
_HANZI = re.compile(r"[\u4e00-\u9fff]")
UNWANTED = "_"
"""The key of a label that is there and that nobody asks for: it ends the value before it."""
LONGEST_LEAD = 6
"""So many hanzi before a label make a longer one of it (法人身份证地址); more are rather a value that runs into it."""
_HANZI_RUN = re.compile(rf"[\u4e00-\u9fff]{{1,{LONGEST_LEAD + 1}}}$")
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


@dataclass(frozen=True, slots=True)
class LabelVocabulary:
    """The vocabulary of labels (see the comments of labels.yaml)."""

    labels: tuple[Label, ...]
    printed: tuple[str, ...]
    leads: tuple[str, ...]
    unit_heads: tuple[str, ...]
    begins_value: re.Pattern[str]
    """Hanzi right behind a label that are its value or its unit rather than a longer word."""
    ends_value: re.Pattern[str]
    """A number with its unit, behind which a label may begin at once."""
    owners: tuple[str, ...]
    label_ends: tuple[str, ...]
    revisions: tuple[str, ...]
    site_parts: tuple[str, ...]
    name_remarks: tuple[str, ...]
    """How a remark in brackets behind a name begins that is no part of it."""


def vocabulary() -> LabelVocabulary:
    """The vocabulary, with the labels of the blanks that the rulebook in hand brings along."""
    own = spoken_words()
    return _with_own(own) if own.blanks else shipped()


@functools.lru_cache(maxsize=8)
def _with_own(own: OwnWords) -> LabelVocabulary:
    more = (Label(one.blank.key, plain(text)) for one in own.blanks for text in one.labels)
    return replace(shipped(), labels=(*shipped().labels, *more))


@functools.cache
def shipped() -> LabelVocabulary:
    """The words that come with the program, read once."""
    lists = "owners label_ends revisions site_parts name_remarks"
    fields = vocabulary_file("labels").fields(f"printed leads unit_heads begins_value {lists}", " ".join(BLANKS.ours))
    return LabelVocabulary(
        labels=tuple(label for key, given in fields.items() if key in BLANKS.ours for label in _labels(key, given)),
        printed=fields["printed"].words(),
        leads=fields["leads"].words(),
        unit_heads=fields["unit_heads"].words(),
        begins_value=re.compile(any_of(fields["begins_value"].words())),
        ends_value=re.compile(rf"\d\s*(?:{any_of(units().printed)})$"),
        **{name: fields[name].words() for name in lists.split()},
    )


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
    within: Mapping[str, tuple[str, ...]] = {label.key: label.within for label in vocabulary().labels}
    labels: list[Label] = []
    ahead = ""
    for line in form.lines:
        for before, key in re.findall(r"(?<![^{}])([^{}]*+)\{(\w+)\}", line):
            words = re.split(r"[ 　，,；;|%％]|(?:台（套）|平方米|平米|万元|人)(?=[，,\s])", before)
            label = next((plain(word) for word in reversed(words) if len(plain(word)) > 1), "")
            if label and label not in ("万元", "台套", "平方米"):
                labels.append(Label(key, label, within.get(key, ())))
            elif short := next((plain(word) for word in reversed(words) if plain(word)), ""):
                # 占 of one hanzi is a label only behind the blank that it follows on the form.
                labels.append(Label(key, short, within.get(key, (ahead,) if ahead else ())))
            ahead = key
    return labels


def labels_for(form: FormSpec | None) -> Labels:
    """Every label that may stand on this form, the longest first; without a form, every label known."""
    return _labels_for(form, spoken_words())


@functools.lru_cache(maxsize=32)
def _labels_for(form: FormSpec | None, _own: OwnWords) -> Labels:
    if form is None:
        chosen: Iterable[Label] = vocabulary().labels
    else:
        blanks = {*form.blanks(), *(blank.key for blank in BLANKS.values() if blank.on_cover)}
        chosen = [*printed_labels(form), *(label for label in vocabulary().labels if label.key in blanks)]
    each = tuple(sorted(dict.fromkeys(chosen), key=lambda label: -len(label.text)))
    spoken = [label.pattern.pattern if label.pattern else re.escape(label.text) for label in each if label.text]
    return Labels(each, re.compile("|".join(spoken)))


def hits(text: str, labels: Labels) -> list[Hit]:
    """The labels in this text, left to right; a label inside a longer one, or inside a word, is none."""
    compared, origin = _with_origins(text)
    taken: list[Hit] = []
    # Asked of every cell: most hold no label at all, and say so fastest.
    for label in labels.each if labels.any_of.search(compared) else ():
        if label.pattern is None and label.text not in compared:
            continue
        for at, end in _places(label, compared):
            start_raw, end_raw = origin[at], origin[end - 1] + 1
            free = all(end_raw <= hit.start or start_raw >= hit.end for hit in taken)
            if free and _bounded(text, start_raw, end_raw):
                taken.append(Hit(label.key, start_raw, end_raw, label.within, end - at))
    return list(_whole_labels(text, sorted(taken, key=lambda hit: hit.start)))


def _whole_labels(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """The labels; one that only ends a longer label (通讯地址：) is that longer one, which nobody asks for."""
    before: Hit | None = None
    for hit in found:
        run = _HANZI_RUN.search(text, before.end if before else 0, hit.start)
        if run and _leads(text, run, before, hit):
            yield replace(hit, key=UNWANTED, start=run.start(), within=())
        else:
            yield hit
        before = hit


def _leads(text: str, run: re.Match[str], before: Hit | None, hit: Hit) -> bool:
    """Whether the hanzi right before a label make a longer one of it, rather than answer the label before."""
    if len(run[0]) > LONGEST_LEAD or _may_lead(run[0], text[: hit.start]):
        return False
    between = text[before.end if before else 0 : run.start()]
    if before is not None and not between.strip(" 　\t\n_＿：:"):
        return before.key == hit.key
    return not between or not between[-1].isalnum()


def _may_lead(words: str, before: str) -> bool:
    """Whether a label may follow these words at once: 其中, a unit behind its number, who it is about."""
    known = vocabulary()
    return words in known.owners or words.endswith(known.leads) or known.ends_value.search(before) is not None


def _places(label: Label, compared: str) -> Iterator[tuple[int, int]]:
    """Every place of the label in the compared text."""
    if label.pattern is not None:
        yield from (match.span() for match in label.pattern.finditer(compared))
        return
    at = compared.find(label.text)
    while at >= 0 and label.text:
        yield at, at + len(label.text)
        at = compared.find(label.text, at + len(label.text))


def _with_origins(text: str) -> tuple[str, list[int]]:
    """The text as labels are compared, and for each of its characters the place in the raw text."""
    compared: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        for part in _compared(char):
            compared.append(part)
            origin.append(index)
    return "".join(compared), origin


@functools.lru_cache(maxsize=8192)
def _compared(char: str) -> str:
    """What is compared of one character; nothing of white space and marks."""
    return "" if _DROPPED.match(char) else one_width(char)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a label stands free: at the beginning, behind a break or mark, or with a colon behind it."""
    before = text[:start].rstrip(" 　_\t")
    after = text[end:].lstrip(" 　_\t")
    if after[:1] in ("：", ":"):
        return True
    touching = bool(before) and text[:start] == before and bool(_HANZI.match(before[-1]))
    if touching and not before.endswith(vocabulary().leads) and not vocabulary().ends_value.search(before):
        return False
    follows = bool(after) and text[end : end + 1] == after[:1] and bool(_HANZI.match(after[0]))
    return (
        not follows or vocabulary().begins_value.match(after) is not None or (not before and end - start >= WHOLE_LABEL)
    )
