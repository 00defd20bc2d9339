"""From which words are the dossiers of a rehearsal made? data/demo/rehearsal.yaml, typed."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from schemas.data_files import data_folder
from schemas.strict_yaml import Marked, read_marked


@dataclass(frozen=True, slots=True)
class RehearsalWords:
    """The file; its comments say what each is for."""

    papers: Mapping[str, str]
    prefer: tuple[str, ...]
    sentences: Mapping[str, str]
    activities: Mapping[str, str]
    focus: Mapping[str, str]
    claim: str
    type: str
    free: str
    report: tuple[str, ...]
    fields: Mapping[str, str]
    audited: Mapping[str, str]
    usual: Mapping[str, Decimal]
    everywhere: str
    elsewhere: tuple[str, ...]


_MAPPINGS = "papers sentences activities focus fields audited"
_TEXTS = "claim type free"


@functools.cache
def rehearsal_words() -> RehearsalWords:
    """The words, read once."""
    marked = read_marked(data_folder() / "demo" / "rehearsal.yaml")
    given = marked.fields(f"{_MAPPINGS} {_TEXTS} prefer report usual places")
    places = given["places"].fields("everywhere elsewhere")
    return RehearsalWords(
        papers=_texts(given["papers"]),
        sentences=_texts(given["sentences"]),
        activities=_texts(given["activities"]),
        focus=_texts(given["focus"]),
        fields=_texts(given["fields"]),
        audited=_texts(given["audited"]),
        claim=given["claim"].text(),
        type=given["type"].text(),
        free=given["free"].text(),
        prefer=given["prefer"].words(),
        report=given["report"].words(),
        usual={name: one.number() for name, one in given["usual"].pairs()},
        everywhere=places["everywhere"].text(),
        elsewhere=places["elsewhere"].words(),
    )


def _texts(marked: Marked) -> dict[str, str]:
    return {name: one.text() for name, one in marked.pairs()}
