"""What do statements call their rows, columns, units and titles (data/vocabulary/statements.yaml)?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from extractors.values.money_units import in_yuan, unit_of_line
from extractors.values.numbering import unnumbered
from extractors.values.text import unspaced
from schemas.data_files import vocabulary_file
from schemas.regulation.own_words import OwnWords, spoken_words
from schemas.strict_yaml import Marked

_LISTS = (
    "other_titles consolidated parent current previous ignored income_columns expense_columns project_columns "
    "voucher_columns totals service_before service_words service_section"
)
_AROUND = re.compile(r"编制单位|单位[:：]|会(?:小)?企|编制|项目|[（(]")
"""What stands behind a title in its line."""
_DATED = re.compile(r"^.{0,40}?公司(?=20)|(?:20\d{2}年(?:度|1[-—至]12月|12月(?:31日)?)?)")
"""Whose statement it is, and of when."""
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


def words() -> StatementVocabulary:
    """The vocabulary, with the rows that the rulebook in hand asks for besides."""
    own = spoken_words()
    return _with_own(own) if any(one.statement for one in own.measures) else shipped()


@lru_cache(maxsize=8)
def _with_own(own: OwnWords) -> StatementVocabulary:
    ours = shipped()
    asked = {one.id: one.statement for one in own.measures if one.statement is not None}
    return replace(
        ours,
        rows={**ours.rows, **{name: row.labels for name, row in asked.items()}},
        statements={
            name: replace(one, rows=(*one.rows, *(key for key, row in asked.items() if row.statement == name)))
            for name, one in ours.statements.items()
        },
    )


@lru_cache(maxsize=1)
def shipped() -> StatementVocabulary:
    """The words that come with the program, read once."""
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
    line = _AROUND.split(unnumbered(unspaced(text)))[0]
    line = _DATED.sub("", line)
    if not 2 <= len(line) <= 24 or re.search(r"[，。；、]", line):
        return None
    statement = next((known for known in words().statements.values() if _bears(line, known.titles)), None)
    if statement is not None:
        return statement, next((scope for scope in ("consolidated", "parent") if _holds(scope, line)), "")
    return (None, "") if _bears(line, words().lists["other_titles"]) else None


def _bears(line: str, titles: Sequence[str]) -> bool:
    return any(line.endswith(title) or line.startswith(title) for title in titles)


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
