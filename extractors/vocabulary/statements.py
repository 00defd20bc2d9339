"""What do statements call their rows, columns, units and titles (data/vocabulary/statements.yaml)?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extractors.values.money_units import in_yuan, unit_of_line
from extractors.values.numbering import unnumbered
from extractors.values.text import unspaced
from schemas.data_files import vocabulary_file
from schemas.strict_yaml import Marked

_LISTS = (
    "other_titles consolidated parent current previous ignored income_columns expense_columns project_columns "
    "voucher_columns totals service_before service_words service_section"
)
_MARK = re.compile(r"^(?:[△▲*＊#]|[减加其中]{1,2}[:：])")
_NOTE = re.compile(r"[（(【].*$|[:：]$")
_PERIOD = re.compile(r"(20\d{2})(?:年(?:度|12月(?:31日)?|1月?[-—–~至]12月|全年)?|[-./]12[-./]31)")


@dataclass(frozen=True, slots=True)
class StatementKind:
    """One kind of statement: its titles, the measures its rows give, words that only it holds."""

    name: str
    titles: tuple[str, ...]
    rows: tuple[str, ...]
    companions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementVocabulary:
    """The vocabulary of statements."""

    rows: Mapping[str, tuple[str, ...]]
    statements: Mapping[str, StatementKind]
    lists: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def words() -> StatementVocabulary:
    """The vocabulary, read once."""
    fields = vocabulary_file("statements").fields(f"rows statements {_LISTS}")
    rows = {measure: labels.words() for measure, labels in fields["rows"].pairs()}
    return StatementVocabulary(
        rows=rows,
        statements={name: _statement(name, spec, rows) for name, spec in fields["statements"].pairs()},
        lists={key: _longest_first(fields[key].words()) for key in _LISTS.split()},
    )


def _statement(name: str, spec: Marked, known: Mapping[str, tuple[str, ...]]) -> StatementKind:
    fields = spec.fields("titles rows companions")
    for row in fields["rows"].list():
        if row.text() not in known:
            raise row.wrong(f"不认识的行“{row.text()}”。可用的有：{'、'.join(known)}")
    return StatementKind(name, *(fields[key].words() for key in ("titles", "rows", "companions")))


def _longest_first(listed: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted((unspaced(word) for word in listed), key=len, reverse=True))


def label(text: str) -> str:
    """A row's label as it is compared: no spaces, ordinals, 减：, notes in brackets."""
    line = unspaced(text)
    while (bare := _MARK.sub("", unnumbered(line))) != line:
        line = bare
    return _NOTE.sub("", line)


def title_of(text: str) -> tuple[StatementKind | None, str] | None:
    """The statement that a title announces and its scope (合并, 母公司); (None, "") for another statement's title."""
    line = unnumbered(unspaced(text))
    line = re.split(r"编制单位|单位[:：]|会(?:小)?企|编制|项目|[（(]", line)[0]
    line = re.sub(r"^.{0,40}?公司(?=20)|(?:20\d{2}年(?:度|1[-—至]12月|12月(?:31日)?)?)", "", line)
    if not 2 <= len(line) <= 24 or re.search(r"[，。；、]", line):
        return None
    known = words()
    for statement in known.statements.values():
        if any(line.endswith(name) or line.startswith(name) for name in statement.titles):
            scopes = ("consolidated", "parent")
            return statement, next((scope for scope in scopes if _holds(scope, line)), "")
    if any(line.startswith(name) or line.endswith(name) for name in known.lists["other_titles"]):
        return None, ""
    return None


def _holds(group: str, text: str) -> bool:
    return any(word in text for word in words().lists[group])


def unit_in(text: str, *, noted: bool = False) -> Decimal | None:
    """The unit that a line (单位：元) or, where ``noted``, a head (金额（万元）) states."""
    unit = unit_of_line(text, noted=noted)
    return in_yuan(unit) if unit else None


def years_in(text: str) -> list[int]:
    """The years that a title or head speaks of (2025年度, 2025年12月31日, 2025-12-31)."""
    return [int(year) for year in _PERIOD.findall(unspaced(text))]


def column_kind(head: str, last_year: int) -> str:
    """current, previous, ignored, or "" where the head says nothing of it."""
    text = unspaced(head)
    if not text:
        return ""
    if any(word in text for word in words().lists["ignored"]):
        return "ignored"
    years = years_in(text)
    if years:
        return "current" if years[0] == last_year else "previous"
    for kind in ("previous", "current"):
        if any(word in text for word in words().lists[kind]):
            return kind
    return ""
