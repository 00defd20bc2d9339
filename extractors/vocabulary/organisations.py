"""Is it a legal person, and what kind of organisation is it, by the words and the code that it goes by?

Source: data/vocabulary/organisations.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from schemas.data_files import vocabulary_file
from schemas.strict_yaml import Marked

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
def organisation_words() -> Mapping[str, Mapping[str, OrganisationWords]]:
    """The forms and the kinds by name, in the order of the file."""
    parts = vocabulary_file("organisations").fields("forms kinds no_enterprises")
    return {part: {name: _words(given) for name, given in parts[part].pairs()} for part in ("forms", "kinds")}


@dataclass(frozen=True, slots=True)
class NoEnterprise:
    """What makes a name on a list of enterprises one for a person: how it ends, how many people it employs."""

    named: re.Pattern[str]
    employing: Decimal


@lru_cache(maxsize=1)
def no_enterprise() -> NoEnterprise:
    """The words of ``no_enterprises``."""
    given = vocabulary_file("organisations").fields("forms kinds no_enterprises")["no_enterprises"]
    fields = given.fields("named employing")
    return NoEnterprise(_any(fields["named"]), fields["employing"].number())


def _words(given: Marked) -> OrganisationWords:
    fields = given.fields("", "stated named codes perhaps")
    stated, named = _any(fields.get("stated")), _any(fields.get("named"))
    codes, perhaps = (fields[key].words() if key in fields else () for key in ("codes", "perhaps"))
    return OrganisationWords(stated, named, codes, perhaps)


def _any(given: Marked | None) -> re.Pattern[str]:
    joined = "|".join(f"(?:{pattern.pattern})" for pattern in given.patterns()) if given else ""
    return re.compile(joined) if joined else _NOTHING


def legal_form(*, stated: str = "", name: str = "", code: str = "") -> str:
    """法人, or what it is instead (分支机构, 合伙企业 …); empty where nothing tells."""
    forms = organisation_words()["forms"].items()
    return next((form for form, words in forms if words.shown(stated, name.strip(), code)), "")


def organisation_kinds(*, stated: str = "", code: str = "") -> tuple[str, ...]:
    """Every kind that the organisation is or may be taken for by a regulation (社会团体)."""
    shown = [(kind, words) for kind, words in organisation_words()["kinds"].items() if words.shown(stated, "", code)]
    return tuple(dict.fromkeys(name for kind, words in shown for name in (kind, *words.perhaps)))
