"""Which passages of a credit report tell of a bad record: so many of a kind, that there is one, its details?

In:     the kind of a paper and its lines.
Out:    the passages, quoted, in order; none where it counts nothing of the kind, or says that there is none.
Raises: nothing. What it says of what a record would be is no passage.
Source: data/vocabulary/facts.yaml (bad_records).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.content.lines import Text
from extractors.values.numerals import numeral
from extractors.values.text import any_of, comparable
from extractors.vocabulary.facts import words
from schemas.locator import Locator

GROUP = "credit"
"""The papers that tell of bad records (data/vocabulary/facts.yaml, groups)."""


def bad_records(kind: str, lines: Sequence[Text]) -> tuple[Locator, ...]:
    """The passages of a credit report; of any other paper none."""
    if words().group(kind) != GROUP:
        return ()
    told = (text for text in _passages(lines) if _tells(comparable(text[0])))
    return tuple(place.quoting(text.strip()) for text, place in told)


def _passages(lines: Sequence[Text]) -> Iterator[tuple[str, Locator]]:
    """Each line, and the cells of each row together: what they count stands beside what is counted."""
    for row, cells in groupby(lines, key=lambda line: line.row):
        held = list(cells)
        if row is None:
            yield from ((line.text, line.place) for line in held)
        else:
            yield " ".join(line.text for line in held), held[0].place


def _tells(text: str) -> bool:
    counted = [numeral(match["count"]) for match in _counted().finditer(text)]
    if any(counted):
        return True
    stated = any(not _denied(text, match.start()) for match in _stated().finditer(text))
    return stated or _detailed().search(text) is not None


def _denied(text: str, at: int) -> bool:
    """Whether the words just before make it a denial or a condition (未发现, 如有, 是否存在)."""
    return text[:at].endswith(words().bad_records["denied"])


@functools.cache
def _counted() -> re.Pattern[str]:
    """行政处罚信息 共1条, 失信被执行人:2: what is counted, and how many of it."""
    kinds = any_of(words().bad_records["kinds"])
    return re.compile(rf"(?:{kinds})[^\d。;,，、]{{0,16}}?(?P<count>\d{{1,4}})(?=[条项次件起个]|$)")


@functools.cache
def _stated() -> re.Pattern[str]:
    vocabulary = words().bad_records
    return re.compile(rf"(?:{any_of(vocabulary['stated'])})[^。;,，]{{0,12}}?(?:{any_of(vocabulary['kinds'])})")


@functools.cache
def _detailed() -> re.Pattern[str]:
    """A label of its details with something behind it."""
    return re.compile(rf"(?:{any_of(words().bad_records['details'])}):?(?![-—/无:])[\u4e00-\u9fff\d〔(\[]")
