"""Is this text printed on the blank forms, and so nobody's answer?

In:     the blank that asks, the text that stands where its answer may stand, the labels of the form.
Out:    whether it is a label, the head of a list's column, a list's or section's title, a line of a blank form.
Raises: nothing; data/forms/ and data/vocabulary/ hold every word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from extractors.values.numbering import Rank, numbering, unnumbered
from extractors.vocabulary.blank_forms import load_forms
from extractors.vocabulary.headings import known as known_heads
from extractors.vocabulary.headings import plain as plain_head
from extractors.vocabulary.labels import Labels, hits, plain, printed_labels
from schemas.application import Blank
from schemas.data_files import data_folder
from schemas.forms import FormSpec
from schemas.regulation.own_words import OwnWords, spoken_words

SHORTEST = 2
"""A head of one character (是, 年) is an answer as well."""
_OF_TITLES = (Rank.HANZI, Rank.HANZI_IN_BRACKETS)
"""How the forms number their sections."""
_BLANK = re.compile(r"\{\w+\}")


def is_printed(blank: Blank, text: str, known: Labels) -> bool:
    """Whether the whole text is a form's own print. One that answers in sentences may number them 一、二、…"""
    bare = _bare(text)
    if len(bare) < SHORTEST or blank.answers == "choice":
        return False
    if bare in _of_the_forms() or _is_label(text, known):
        return True
    if blank.answers == "word_of_the_form":
        return False
    if plain_head(text) in _heads(spoken_words()):
        return True
    running = blank.kind == "text" and blank.answers in ("sentence", "site")
    return not running and _numbered(text)


def _is_label(text: str, known: Labels) -> bool:
    """Whether nothing stands there but one label, or several."""
    labels = hits(text, known)
    if not labels:
        return False
    ends = [0, *(hit.end for hit in labels)]
    between = [text[end : hit.start] for end, hit in zip(ends, labels, strict=False)]
    return not any(_bare(part) for part in [*between, text[labels[-1].end :]])


def _numbered(text: str) -> bool:
    """Whether the text begins with the number of a section."""
    number = numbering(text)
    return number is not None and number.rank in _OF_TITLES


def _bare(text: str) -> str:
    """The text as it is compared: no number before it, no brackets' content, no marks."""
    return plain_head(unnumbered(text) if _numbered(text) else text)


@functools.lru_cache(maxsize=8)
def _heads(_own: OwnWords) -> frozenset[str]:
    """Every head of every list that is known."""
    lists, _ = known_heads()
    words = {word for known in lists.values() for head in known.heads for word in head.heads | head.alone}
    return frozenset(word for word in words if len(word) >= SHORTEST)


@functools.cache
def _of_the_forms() -> frozenset[str]:
    """Everything that the blank forms print: titles, section titles, labels, heads."""
    texts = {_bare(text) for form in load_forms(data_folder() / "forms").values() for text in _texts(form)}
    return frozenset(text for text in texts if len(text) >= SHORTEST)


def _texts(form: FormSpec) -> Iterator[str]:
    yield form.title
    yield from form.titles
    yield from (line for line in form.lines if not _BLANK.search(line))
    yield from (label.text for label in printed_labels(form) if plain(label.text))
    for table in form.tables:
        yield from table.titles
        yield from (head for _, head in table.columns)
