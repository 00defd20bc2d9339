"""The heads of lists: the words of data/vocabulary/headings.yaml and of the blank forms."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.values.text import any_of, one_width, unspaced
from schemas.data_files import vocabulary_file
from schemas.regulation.own_words import OwnList, OwnWords, spoken_words
from schemas.strict_yaml import Marked
from schemas.tables import LISTS

WHOLE, WORD = 100, 60
"""How much a head counts that is wholly a known head, or only holds a known word."""


@dataclass(frozen=True, slots=True)
class Head:
    """One known head of a column (see the comments of headings.yaml)."""

    column: str
    heads: frozenset[str]
    order: Mapping[str, int]
    """The same as they are named: of two columns with heads of one list column, the one named first is it."""
    words: tuple[str, ...]
    under: tuple[str, ...]
    excluded: tuple[str, ...]
    alone: frozenset[str]


@dataclass(frozen=True, slots=True)
class JoinedHead:
    """A head that names two columns of a list, which then stand in one."""

    pattern: re.Pattern[str]
    columns: tuple[str, ...]
    """In the order in which the head names them."""


@dataclass(frozen=True, slots=True)
class ListHeads:
    """The heads of one list, and which of them it takes to know it."""

    table: str
    needs: tuple[tuple[str, ...], ...]
    veto: tuple[str, ...]
    heads: tuple[Head, ...]
    spoken: frozenset[str]
    by_title: Mapping[str, re.Pattern[str]]
    """Columns of yes and no to which a title of the list answers for all of its rows."""
    words: re.Pattern[str]
    """Every whole head and every word of a head at once: most cells of a document hold none."""
    joined: tuple[JoinedHead, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadingVocabulary:
    """Row words and title words of lists."""

    totals: tuple[str, ...]
    notes: tuple[str, ...]
    stated_total: tuple[str, ...]
    partial: tuple[str, ...]
    software: tuple[str, ...]
    titles: tuple[str, ...]
    example: re.Pattern[str]
    """A cell that says of its row that it is an example."""
    placeholder: re.Pattern[str]
    """A name that is no one's (张某某, XX公司)."""
    gone: re.Pattern[str]
    """A remark that its row is no longer of the list."""
    years: frozenset[str]
    """Heads of a column that says of which year each row is."""


def known() -> tuple[Mapping[str, ListHeads], HeadingVocabulary]:
    """The vocabulary of heads, and of rows that are none; with the lists that the rulebook in hand brings along."""
    own = spoken_words()
    return _with_own(own) if own.lists else shipped()


@functools.lru_cache(maxsize=8)
def _with_own(own: OwnWords) -> tuple[Mapping[str, ListHeads], HeadingVocabulary]:
    ours, words = shipped()
    brought = {one.spec.name: _own_heads(one, ours.get(one.spec.name)) for one in own.lists}
    titles = tuple(one.spec.title for one in own.lists if not one.extends)
    return {**ours, **brought}, replace(words, titles=(*words.titles, *titles))


def _own_heads(own: OwnList, ours: ListHeads | None) -> ListHeads:
    """The heads of a list of a rulebook's own, or those of ours with its further columns."""
    more = tuple(
        Head(
            column,
            frozenset(plain(head) for head in heads),
            _order(heads),
            tuple(plain(head) for head in heads),
            (),
            (),
            frozenset(),
        )
        for column, heads in own.heads
    )
    # A head that is wholly the rulebook's own word says more than one that only holds a word of ours.
    heads = (*more, *(ours.heads if ours is not None else ()))
    words = sorted({word for head in heads for word in head.words})
    return ListHeads(
        table=own.spec.name,
        needs=ours.needs if ours is not None else own.needs,
        veto=ours.veto if ours is not None else (),
        by_title=ours.by_title if ours is not None else {},
        joined=ours.joined if ours is not None else (),
        heads=heads,
        spoken=frozenset().union(*(head.heads | head.alone for head in heads)),
        words=re.compile("|".join(map(re.escape, words)) or r"(?!)"),
    )


@functools.cache
def shipped() -> tuple[Mapping[str, ListHeads], HeadingVocabulary]:
    """The words that come with the program, read once."""
    fields = vocabulary_file("headings").fields(f"rows partial software titles {' '.join(LISTS.ours)}")
    rows = fields["rows"].fields("totals notes stated_total examples example_leads placeholders gone years")
    words = HeadingVocabulary(
        totals=rows["totals"].words(),
        notes=rows["notes"].words(),
        stated_total=rows["stated_total"].words(),
        partial=fields["partial"].words(),
        software=fields["software"].words(),
        titles=fields["titles"].words(),
        example=_example(rows["examples"].words(), rows["example_leads"].words()),
        placeholder=re.compile(rf"(?<![a-z])(?:{any_of(rows['placeholders'].words())})(?![a-z])", re.IGNORECASE),
        years=frozenset(plain(head) for head in rows["years"].words()),
        gone=re.compile(rf"(?:\d{{4}}年?(?:\d{{1,2}}月)?)?(?:{any_of(rows['gone'].words())})"),
    )
    return {table: _list_heads(table, entry) for table, entry in fields.items() if table in LISTS.ours}, words


def _example(words: tuple[str, ...], leads: tuple[str, ...]) -> re.Pattern[str]:
    """An example's word alone, in brackets, or in front of what it shows; 例 and 如 only with a mark behind them."""
    whole, lead = any_of(words), any_of((*words, *leads))
    return re.compile(
        rf"^[（(【\[]?(?:{whole})[\d一二三]?[）)】\]]?$|[（(【\[](?:{lead})[）)】\]]|^(?:{lead})[\d一二三]?[:：,，、]|^(?:{whole})[-—,，]"
        rf"|^(?:{lead})$|^e\.?g\.?[^a-z]",
        re.IGNORECASE,
    )


def _list_heads(table: str, entry: Marked) -> ListHeads:
    fields = entry.fields("needs veto columns", "by_title joined")
    by_title = fields["by_title"].pairs() if "by_title" in fields else ()
    heads = tuple(_head(column, given) for column, given in fields["columns"].pairs())
    words = sorted({word for head in heads for word in head.words})
    return ListHeads(
        table=table,
        needs=tuple(_need(group, heads) for group in fields["needs"].list()),
        veto=fields["veto"].words(),
        heads=heads,
        joined=_joined(fields["joined"]) if "joined" in fields else (),
        by_title={column: pattern.pattern() for column, pattern in by_title},
        spoken=frozenset().union(*(head.heads | head.alone for head in heads)),
        words=re.compile("|".join(map(re.escape, words)) or r"(?!)"),
    )


def _joined(given: Marked) -> tuple[JoinedHead, ...]:
    """The heads that name two columns of a list."""
    each = [one.fields("head columns") for one in given.list()]
    return tuple(JoinedHead(one["head"].pattern(), one["columns"].words()) for one in each)


def _need(group: Marked, heads: tuple[Head, ...]) -> tuple[str, ...]:
    """Columns that together make a row the head of this list."""
    known = {column for head in heads for column in (head.column, _stem(head.column))}
    for column in group.list():
        if column.text() not in known:
            raise column.wrong(f"“columns”中没有“{column.text()}”这一栏")
    return group.words()


def _stem(column: str) -> str:
    """The column of the list that a head of one of its parts (satisfied.yes) belongs to."""
    return column.split(".", maxsplit=1)[0]


def _head(column: str, given: Marked) -> Head:
    fields = given.fields("heads", "words under not alone")
    words = {key: fields[key].words() if key in fields else () for key in ("words", "under", "not", "alone")}
    return Head(
        column=column,
        heads=frozenset(plain(head) for head in fields["heads"].words()),
        order=_order(fields["heads"].words()),
        words=tuple(plain(word) for word in words["words"]),
        under=words["under"],
        excluded=words["not"],
        alone=frozenset(plain(word) for word in words["alone"]),
    )


def _order(heads: Sequence[str]) -> Mapping[str, int]:
    """The heads with the place at which each is named."""
    return {plain(head): at for at, head in reversed(list(enumerate(heads)))}


_HANZI = re.compile("[\u4e00-\u9fff]")
_BRACKETS = re.compile(r"[（(\[【〔][^（()）\]】〕]{0,80}[）)\]】〕]")


@functools.lru_cache(maxsize=4096)
def plain(head: str) -> str:
    """The head as it is compared: no brackets, white space or punctuation, half width."""
    text = one_width(unspaced(head))
    bare = _BRACKETS.sub("", text)
    own = re.sub(r"[^\w√]", "", bare or text).replace("_", "")
    # 年龄 Age: the translation says nothing new.
    return re.sub("[A-Za-z]+", "", own) if _HANZI.search(own) else own
