"""What does a rulebook ask, beside the very words of its regulation? Article by article, each rule in short Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.rulebook import wording
from pipeline.rulebook.articles import Regulation, normal, read_regulation
from pipeline.rulebook.beside import text_beside
from pipeline.rulebook.editions import coming
from pipeline.rulebook.hold import read_text
from schemas.measures import MEASURES
from schemas.regulation.catalogue import while_speaking
from schemas.rulebook import FormNote, InForce, Procedure, Rulebook
from schemas.tables import LISTS

_OPENING = "·首"
_ARTICLE = re.compile(r"^(第[一二三四五六七八九十百]+条)")


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: of which kind (条件, 材料 …), on what, and what it asks."""

    kind: str
    title: str
    says: str
    article: str


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One article or item: its words, and the rules that rest on it."""

    citation: str
    text: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True)
class ShownRulebook:
    """One rulebook: its articles with their rules, and the rules whose article the text does not have."""

    book: Rulebook
    articles: tuple[ArticleLine, ...]
    elsewhere: tuple[RuleLine, ...]
    later: str
    """What is to be said of a later edition; empty where none is known."""


def shown(book: Rulebook, path: Path) -> ShownRulebook:
    """The rulebook of this file beside the regulation's text that lies with it."""
    text = text_beside(path)
    regulation = read_regulation(read_text(text)[0]) if text else None
    with while_speaking(book.own):
        rules = list(_rules(book))
    articles = tuple(_articles(regulation, rules)) if regulation else ()
    placed = {rule for article in articles for rule in article.rules}
    return ShownRulebook(book, articles, tuple(rule for rule in rules if rule not in placed), coming(book))


def standing(force: InForce, day: date) -> tuple[str, str]:
    """Whether the regulation holds on the day, as a word for the page and in Chinese."""
    if force.since is None:
        return "unknown", "施行日期未载明"
    if day < force.since:
        return "future", "尚未施行"
    if force.until is not None and day > force.until:
        return "over", "已过有效期"
    if force.superseded is not None and day >= force.superseded:
        return "over", "已有新办法，请核实是否仍有效"
    return "now", "现行"


def _articles(regulation: Regulation, rules: list[RuleLine]) -> Iterator[ArticleLine]:
    by_place: dict[str, list[RuleLine]] = {}
    for rule in rules:
        by_place.setdefault(_place(regulation, rule.article), []).append(rule)
    for citation, piece in regulation.pieces.items():
        if f"{citation}{_OPENING}" in regulation.pieces:
            continue
        text = _ARTICLE.sub("\\1\u3000", piece.text)
        yield ArticleLine(citation.removesuffix(_OPENING), text, tuple(by_place.get(citation, ())))


def _place(regulation: Regulation, article: str) -> str:
    """The piece that a rule is shown beside: that of its article, its opening where the article has items."""
    cited = normal(article)
    return f"{cited}{_OPENING}" if f"{cited}{_OPENING}" in regulation.pieces else cited


def _rules(book: Rulebook) -> Iterator[RuleLine]:
    for one in book.conditions:
        relaxed = wording.relaxed(one)
        said = wording.bound(one) + (f"；{relaxed}" if relaxed else "")
        yield RuleLine("条件", wording.subject(one), said, one.article)
    if book.functions is not None:
        yield RuleLine("功能", book.functions.asks, wording.how_many(book.functions), book.functions.article)
        for function in book.functions.functions:
            yield RuleLine("功能", wording.function_title(function), wording.paths(function), function.article)
    yield from _points(book)
    for procedure in book.procedures.values():
        yield from _materials(procedure)
    for note in book.notes:
        unit = _unit_of(note)
        yield RuleLine("备注", note.text, f"不少于 {note.at_least} {unit}", note.source)
    for judgement in book.judgements:
        yield RuleLine("由人判断", judgement.asks, f"可查找：{'、'.join(judgement.words)}", judgement.article)
    for manual in book.manual:
        yield RuleLine("由人核对", manual.text, manual.why, manual.article)


def _unit_of(note: FormNote) -> str:
    """That of the measure, or of the column, that the note is on."""
    if note.measure:
        return MEASURES[note.measure].unit
    return next(column.unit for column in LISTS[note.table].columns if column.key == note.column)


def _points(book: Rulebook) -> Iterator[RuleLine]:
    if book.score is None:
        return
    yield RuleLine("评分", book.score.asks, wording.passing(book.score), book.score.article)
    for item in book.score.items:
        yield RuleLine("评分", item.title, wording.points(item), item.article)


def _materials(procedure: Procedure) -> Iterator[RuleLine]:
    for material in procedure.materials:
        said = "；".join(part for part in (wording.papers(material), wording.remarks(material)) if part)
        yield RuleLine(f"{procedure.title}材料", f"{material.item} {material.title}", said, material.article)
