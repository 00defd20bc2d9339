"""Is it a legal person, and what kind of organisation is it, by the words and the code that it goes by?

Source: data/vocabulary/organisations.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from schemas.data_files import data_folder

LEGAL_PERSON = "法人"
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """What shows one form or kind: words stated of it, its name, the beginning of its credit code."""

    stated: re.Pattern[str]
    named: re.Pattern[str]
    codes: tuple[str, ...]
    perhaps: tuple[str, ...] = ()
    """Kinds that a regulation may mean to include it when it names them."""

    def shown(self, stated: str, name: str, code: str) -> bool:
        """Whether anything shows it."""
        by_words = self.stated.search(stated) or self.named.search(name)
        return bool(by_words) or code[:2] in self.codes


@lru_cache(maxsize=1)
def _vocabulary() -> Mapping[str, Mapping[str, OrganisationWords]]:
    """The forms and the kinds by name, in the order of the file."""
    raw: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load(
        (data_folder() / "vocabulary" / "organisations.yaml").read_text(encoding="utf-8")
    )
    return {part: {name: _words(given) for name, given in listed.items()} for part, listed in raw.items()}


def _words(given: Mapping[str, Any]) -> OrganisationWords:
    stated, named = _any(given.get("stated", ())), _any(given.get("named", ()))
    return OrganisationWords(stated, named, tuple(given.get("codes", ())), tuple(given.get("perhaps", ())))


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined) if joined else _NOTHING


def legal_form(*, stated: str = "", name: str = "", code: str = "") -> str:
    """法人, or what it is instead (分支机构, 合伙企业 …); empty where nothing tells."""
    forms = _vocabulary()["forms"].items()
    return next((form for form, words in forms if words.shown(stated, name.strip(), code)), "")


def organisation_kinds(*, stated: str = "", code: str = "") -> tuple[str, ...]:
    """Every kind that the organisation is or may be taken for by a regulation (社会团体)."""
    shown = [(kind, words) for kind, words in _vocabulary()["kinds"].items() if words.shown(stated, "", code)]
    return tuple(dict.fromkeys(name for kind, words in shown for name in (kind, *words.perhaps)))
