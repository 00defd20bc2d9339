"""Which amount does a statement without ruled lines, or a sentence, state?

In:     a line or paragraph, and the statement and heads that hold there.
Out:    amounts; those of sentences in the unit that stands beside them.
Raises: nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from extractors.statements.amounts import HANZI, TWO_COLUMNS, Amount, is_line_number, own_unit
from extractors.values.amounts import money
from extractors.values.money_units import in_yuan, yuan_words
from extractors.values.text import any_of, unspaced
from extractors.values.units import units
from extractors.vocabulary.statements import StatementKind, column_kind, unit_in, words, years_in
from schemas.locator import Locator

_LINK = r"(?:总额|合计|总计|金额|共计|累计|共|为|达到|达|计|：|:|人民币|RMB|￥|¥|\s|[（(]不?含税[)）]){0,6}"
_PREVIOUS = re.compile(r"上年|上期|期初|年初|去年|同期|预计|计划")
_SENTENCE = re.compile(r"[^。；;]+[。；;]?")


def text_heads(text: str, last_year: int) -> tuple[tuple[str, str], ...]:
    """The heads that a line of text lists, each with its kind, up to the right-hand side of a balance sheet."""
    line = re.split(r"\d[\d,，]{0,30}\.\d{2}", text, maxsplit=1)[0]
    line = re.split(r"负\s*债", line)[0]
    listed = [match[0] for match in _any_head().finditer(line)]
    if sum(not years_in(head) for head in listed) >= 2:
        # 2025年度 beside 本期金额 and 上期金额 is the statement's date, no column.
        listed = [head for head in listed if not years_in(head)]
    heads = tuple((unspaced(head), column_kind(head, last_year)) for head in listed)
    return heads if len(heads) >= 2 and {"current", "previous"} <= {kind for _, kind in heads} else ()


@functools.cache
def _any_head() -> re.Pattern[str]:
    """Any head of a column of amounts, the longest first."""
    lists = words().lists
    known = sorted({*lists["current"], *lists["previous"], *lists["ignored"]}, key=len, reverse=True)
    years = r"20\d{2}\s*年(?:度|\s*12\s*月\s*31\s*日)?"
    return re.compile("|".join([years, *(r"\s*".join(map(re.escape, word)) for word in known)]))


def in_text(
    text: str, place: Locator, statement: StatementKind | None, heads: Sequence[tuple[str, str]]
) -> Iterator[Amount]:
    """The amounts of a statement without ruled lines: 资产总计 7,325,500.00 6,299,900.00."""
    if statement is None:
        return
    for measure in statement.rows:
        for rank, name in enumerate(words().rows[measure]):
            for match in _behind(name).finditer(text):
                if not HANZI.search(text[: match.start()].rstrip()[-1:]):
                    yield from _text_amounts(match, place, heads, measure, rank)


@functools.lru_cache(maxsize=256)
def _behind(name: str) -> re.Pattern[str]:
    """The name of a row, a note in brackets, and the numbers behind."""
    numbers = rf"(?P<numbers>(?:\s*[￥¥]?{_number().pattern}(?=\s|$|[^\d.,，%％年月十百千万亿元]))+)"
    spaced = r"\s*".join(map(re.escape, name))
    return re.compile(rf"{spaced}\s*(?P<note>[（(][^（）()]*[)）])?\s*[:：]?{numbers}")


@functools.cache
def _number() -> re.Pattern[str]:
    """A number of a line, in brackets where it is negative, with a unit of its own or without."""
    return re.compile(rf"[(（]?[-−－]?\d[\d,，]*(?:\.\d+)?[)）]?(?:{any_of(units().money)}|[十百千]万)?[)）]?")


def _text_amounts(
    match: re.Match[str], place: Locator, heads: Sequence[tuple[str, str]], measure: str, rank: int
) -> Iterator[Amount]:
    text = re.sub(r"\s+", " ", match[0]).strip()
    numbers = _of_last_year(_number().findall(match["numbers"]), [kind for _, kind in heads])
    for number, reading in zip(numbers, ("", TWO_COLUMNS), strict=False):
        value = money(number)
        if value is not None:
            unit = own_unit(number) or unit_in(match["note"] or "", noted=True)
            yield Amount(measure, value, text, place, rank, unit, reading)


def _of_last_year(numbers: Sequence[str], kinds: Sequence[str]) -> Sequence[str]:
    """Of the numbers of a line those that may be the last year's, by the kinds of the heads above them."""
    if len(numbers) == len(kinds) - 1:
        kinds = [kind for kind in kinds if kind != "ignored"]
    elif len(numbers) > max(1, len(kinds)) and is_line_number(numbers[0]):
        numbers = numbers[1:]
    if len(numbers) == len(kinds) and "current" in kinds:
        return [numbers[kinds.index("current")]]
    if len(numbers) > 2 or (kinds and len(numbers) != 1):
        return []
    return numbers[:1] if len(set(numbers)) == 1 else numbers


def in_prose(text: str, place: Locator, last_year: int) -> Iterator[Amount]:
    """The amounts that sentences state: 2025年度实现服务收入 6,995,612.50 元."""
    for sentence in _SENTENCE.findall(text):
        line = unspaced(sentence)
        for measure, pattern in _prose_patterns().items():
            for match in pattern.finditer(line):
                value = money(match["number"]) if _counts(line, match, last_year) else None
                if value is not None:
                    yield Amount(measure, value, sentence.strip(), place, 0, in_yuan(match["unit"]))


@functools.cache
def _prose_patterns() -> dict[str, re.Pattern[str]]:
    """By measure its words, and behind them a number with a unit of money."""
    known = words()
    names = {"service_revenue": known.lists["service_words"]}
    names |= {measure: known.rows[measure] for measure in ("total_assets", "revenue", "total_profit")}
    amount = rf"(?P<number>\d[\d,，]*(?:\.\d+)?)\s*(?P<unit>{yuan_words()})"
    return {
        measure: re.compile(rf"(?P<before>.{{0,4}})(?:{any_of(labels)}){_LINK}{amount}")
        for measure, labels in names.items()
    }


def _counts(line: str, match: re.Match[str], last_year: int) -> bool:
    return _leads(match["before"], words().lists["service_before"]) and _of(line, match, last_year)


def _leads(before: str, allowed: Sequence[str]) -> bool:
    """Whether what stands before the words leaves them whole: 实现服务收入, not 培训服务收入."""
    return not HANZI.search(before[-1:]) or any(before.endswith(word) for word in allowed)


def _of(line: str, match: re.Match[str], last_year: int) -> bool:
    """Whether the amount is of the last year: the nearest year before it is, and its clause is no comparison."""
    years = years_in(line[: match.end()])
    clause = re.split("，", line[: match.end()])[-1]
    return (not years or years[-1] == last_year) and not _PREVIOUS.search(clause)
