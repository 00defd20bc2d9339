"""Which words say that a paper was replaced, or that it is the one that counts (data/vocabulary/versions.yaml)?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.values.text import any_of, comparable
from schemas.data_files import vocabulary_file

_NUMBER = re.compile(r"(?<![a-z])v(?:er)?\.?(\d{1,2}(?:\.\d{1,2})?)(?!\d)|第([1-9])版|([1-9])稿(?!费)")


@dataclass(frozen=True, slots=True)
class VersionWords:
    """The words, as patterns."""

    obsolete: re.Pattern[str]
    final: re.Pattern[str]


@cache
def version_words() -> VersionWords:
    """The vocabulary, read once."""
    fields = vocabulary_file("versions").fields("obsolete set_apart final")
    apart = any_of(fields["set_apart"].words())
    return VersionWords(
        obsolete=re.compile(rf"{any_of(fields['obsolete'].words())}|(?:^|[(\[【_-])(?:{apart})(?=$|[)\]】_.-])"),
        final=re.compile(any_of(fields["final"].words())),
    )


def obsolete_word(text: str) -> str:
    """The word by which the text calls its paper replaced; "" where it does not."""
    match = version_words().obsolete.search(comparable(text).lower())
    return "" if match is None else match[0].strip("([【_-")


def edition(name: str) -> tuple[int, float]:
    """How far a name ranks its paper: replaced ones below all, 终稿 above all, then by the number of the version."""
    bare = comparable(name).lower()
    match = _NUMBER.search(bare)
    number = float(next(group for group in match.groups() if group)) if match else 0.0
    if obsolete_word(name):
        return -1, number
    return int(version_words().final.search(bare) is not None), number
