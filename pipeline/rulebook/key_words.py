"""What does each key of a rulebook file mean, and which words may stand behind it?"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from extractors.vocabulary.issuer_levels import level_words
from extractors.vocabulary.papers import vocabulary
from schemas.application import BLANKS
from schemas.data_files import vocabulary_file
from schemas.measures import FUNCTION_TITLES, MEASURES
from schemas.tables import LISTS


@functools.cache
def key_meanings() -> Mapping[str, str]:
    """Key → its meaning in Chinese (data/vocabulary/rulebook_keys.yaml)."""
    return {key: one.text() for key, one in vocabulary_file("rulebook_keys").fields("keys")["keys"].pairs()}


def measures() -> dict[str, str]:
    """The measures of conditions, with title and unit."""
    return {name: _titled(one.title, one.unit) for name, one in MEASURES.items() if not name.startswith("function.")}


def measures_of_functions() -> dict[str, str]:
    """The measures that stand inside a function, by their short names."""
    found = {
        name.rpartition(".")[2]: _titled(one.title.rpartition("：")[2], one.unit)
        for name, one in MEASURES.items()
        if name.startswith("function.") and one.kind == "number"
    }
    return dict(found)


def _titled(title: str, unit: str) -> str:
    return f"{title}（{unit}）" if unit else title


def functions() -> dict[str, str]:
    """The service functions."""
    return dict(FUNCTION_TITLES)


def papers() -> dict[str, str]:
    """The kinds of paper, each with the parts that one may ask for."""
    return {
        name: "；".join([one.title, *([f"可要求的部分：{_parts(name)}"] if one.parts else [])])
        for name, one in vocabulary().kinds.items()
    }


def _parts(kind: str) -> str:
    return "、".join(f"{part.id}（{part.title}）" for part in vocabulary().kinds[kind].parts)


def lists() -> dict[str, str]:
    """The lists, each with its columns."""
    return {
        name: f"{one.title}：{'、'.join(f'{column.key}（{column.title}）' for column in one.columns)}"
        for name, one in LISTS.items()
    }


def blanks() -> dict[str, str]:
    """The blanks of forms, with their units."""
    return {name: _titled(one.title, one.unit) for name, one in BLANKS.items()}


def regions() -> dict[str, str]:
    """The regions that have a name."""
    return {name: f"{len(one.texts())} 地" for name, one in vocabulary_file("regions").pairs()}


def levels() -> dict[str, str]:
    """The levels of issuers."""
    return dict.fromkeys(level_words().named, "发文机关的级别")


def words_behind(key: str) -> tuple[str, ...]:
    """The words that the program knows behind this key; nothing where anything may stand there."""
    known: Mapping[str, Mapping[str, object]] = {
        "measure": {**measures(), **measures_of_functions()},
        "paper": papers(),
        "table": lists(),
        "lists": lists(),
        "levels": level_words().named,
    }
    return tuple(known.get(key, ()))
