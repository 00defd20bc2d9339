"""What do statements call their rows, columns, units and titles (data/vocabulary/statements.yaml)?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

import yaml

from extractors.values.amounts import amount, money_unit
from schemas.data_files import data_folder
from schemas.document import Native

_UNIT_LINE = re.compile(r"单位[:：]?(?:人民币|rmb|RMB|￥|¥)*[(（]?(?P<unit>百万元|千元|万元|亿元|元)")
_UNIT_NOTE = re.compile(
    r"[（(](?:金额)?(?:单位[:：]?)?(?:人民币)?(?P<unit>百万元|千元|万元|亿元|元)[)）]|(?:货币|币种).{0,6}人民币(?P<other>元)"
)
_ORDINAL = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]+[、.．)）]|[△▲*＊#]|[减加其中]{1,2}[:：])+")
_NOTE = re.compile(r"[（(【].*$|[:：]$")
_PERIOD = re.compile(r"(20\d{2})(?:年(?:度|12月(?:31日)?|1月?[-—–~至]12月|全年)?|[-./]12[-./]31)")
_MONEY = re.compile(r"^[￥¥]?(?P<open>[(（])?(?P<sign>[-−－])?(?P<number>\d[\d,，]*(?:\.\d+)?)[)）]?$")


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
    units: Mapping[str, Decimal]


@lru_cache(maxsize=1)
def words() -> StatementVocabulary:
    """The vocabulary, read once."""
    raw: dict[str, Any] = yaml.safe_load((data_folder() / "vocabulary" / "statements.yaml").read_text(encoding="utf-8"))
    statements = {
        name: StatementKind(name, tuple(spec["titles"]), tuple(spec["rows"]), tuple(spec["companions"]))
        for name, spec in raw["statements"].items()
    }
    return StatementVocabulary(
        rows={measure: tuple(labels) for measure, labels in raw["rows"].items()},
        statements=statements,
        lists={key: _longest_first(value) for key, value in raw.items() if isinstance(value, list)},
        units={unit: Decimal(factor) for unit, factor in raw["units"].items()},
    )


def _longest_first(listed: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted((re.sub(r"\s", "", word) for word in listed), key=len, reverse=True))


def squeezed(text: str) -> str:
    """The text without white space."""
    return re.sub(r"[\s\u3000]+", "", text)


def label(text: str) -> str:
    """A row's label as it is compared: no spaces, ordinals, 减：, notes in brackets."""
    return _NOTE.sub("", _ORDINAL.sub("", squeezed(text)))


def title_of(text: str) -> tuple[StatementKind | None, str] | None:
    """The statement that a title announces and its scope (合并, 母公司); (None, "") for another statement's title."""
    line = re.sub(r"^(?:[（(]?[一二三四五六七八九十\d]+[、.．)）])", "", squeezed(text))
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
    line = squeezed(text)
    match = _UNIT_LINE.search(line) or (_UNIT_NOTE.search(line) if noted else None)
    if not match:
        return None
    return words().units[match.groupdict().get("unit") or "元"]


def years_in(text: str) -> list[int]:
    """The years that a title or head speaks of (2025年度, 2025年12月31日, 2025-12-31)."""
    return [int(year) for year in _PERIOD.findall(squeezed(text))]


def column_kind(head: str, last_year: int) -> str:
    """current, previous, ignored, or "" where the head says nothing of it."""
    text = squeezed(head)
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


def money(text: str, native: Native = None) -> Decimal | None:
    """The number of a cell; (1,234.00) is negative; None where it is no number. With a unit of its own it is in 元."""
    if own_unit(text):
        return amount(text, "元", "", native)
    if isinstance(native, (int, float, Decimal)) and not isinstance(native, bool):
        return Decimal(str(native))
    match = _MONEY.match(squeezed(text))
    if not match:
        return None
    try:
        value = Decimal(re.sub("[,，]", "", match["number"]))
    except InvalidOperation:
        return None
    return -value if match["sign"] or match["open"] else value


def own_unit(text: str) -> Decimal | None:
    """元 where the number has a unit beside it (300万元), which counts before that of head and line; else None."""
    return Decimal(1) if money_unit(text) else None
