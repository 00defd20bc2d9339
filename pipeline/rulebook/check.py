"""Does a rulebook say what its regulation says? Every citation, every number, every clause, both ways.

From the rulebook to the text: the cited article exists, and the number stands in it. From the text to the
rulebook: every quantity in the articles on 条件 has its rule or is left to people by name, and every item of
a checklist article has its material.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.rulebook.articles import Regulation, UnspacedText, normal, plain
from pipeline.rulebook.check_standing import check_standing
from pipeline.rulebook.known_words import Problem, all_conditions, unknown_words
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import StatedQuantity, quantities
from schemas.measures import MEASURES
from schemas.rulebook import (
    Condition,
    FunctionsRule,
    InForce,
    Judgement,
    Manual,
    Material,
    Procedure,
    Relaxation,
    ServiceFunction,
)

_OF_FUNCTIONS = "项"
_Citing = Condition | Judgement | Manual | InForce | Relaxation | ServiceFunction | Procedure | Material


@dataclass(frozen=True, slots=True)
class Claim:
    """What one rule of the file says that an article says: a number with its unit, or a word (unit empty)."""

    line: int
    article: str
    value: Decimal
    unit: str
    word: str = ""


def check(parsed: Parsed, regulation: Regulation | None) -> list[Problem]:
    """Everything wrong with the rulebook, in the order of the file. Without a text: its words alone."""
    problems = list(unknown_words(parsed))
    if regulation is not None:
        problems += _against(parsed, regulation)
    return sorted(set(problems))


def _against(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    if plain(parsed.rulebook.title) not in regulation.whole.text:
        yield Problem(1, f"办法文本里找不到题名《{parsed.rulebook.title}》，请确认对照的是这一部")
    yield from _citations(parsed, regulation)
    claims = list(_claims(parsed))
    for claim in claims:
        yield from _stands(claim, regulation)
    yield from _uncovered(parsed, regulation, claims)
    yield from _clauses(parsed, regulation)
    yield from _notes(parsed, regulation)
    yield from _dates(parsed, regulation)
    for procedure in parsed.rulebook.procedures.values():
        yield from _checklist(parsed, regulation, procedure)
    yield from check_standing(parsed, regulation)


def _cited(parsed: Parsed) -> Iterator[tuple[int, str]]:
    """Every citation of the file and its line."""
    rulebook = parsed.rulebook
    rules: list[_Citing] = [*all_conditions(parsed), *rulebook.judgements, *rulebook.manual, rulebook.in_force]
    rules += [one.relaxation for one in rulebook.conditions if one.relaxation]
    rules += [clause.relaxation for clause in parsed.clauses]
    rules += [] if rulebook.functions is None else rulebook.functions.functions
    for procedure in rulebook.procedures.values():
        rules += [procedure, *procedure.materials]
    for rule in dict.fromkeys(rules):
        yield parsed.lines[rule], rule.article
    for clause in parsed.clauses:
        yield from ((parsed.lines[clause.relaxation], article) for article in clause.covers)
    if rulebook.functions is not None:
        yield parsed.lines["functions"], rulebook.functions.article


def _citations(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    for line, article in _cited(parsed):
        if regulation.piece(article) is None:
            yield Problem(line, f"办法里没有{article}，请改正条款号")


def _claims(parsed: Parsed) -> Iterator[Claim]:
    for condition in all_conditions(parsed):
        line, measure = parsed.lines[condition], MEASURES.get(condition.measure)
        if measure is None:
            continue
        if condition.at_least is not None:
            yield Claim(line, condition.article, condition.at_least, measure.unit)
        if condition.equals or condition.rising:
            yield Claim(line, condition.article, Decimal(0), "", condition.equals or "增长")
        clause = condition.relaxation
        if clause is not None and clause.to is not None:
            yield Claim(_line(parsed, clause), clause.article, clause.to, measure.unit)
    functions = parsed.rulebook.functions
    if functions is not None:
        for count in _counts(functions):
            yield Claim(parsed.lines["functions"], functions.article, Decimal(count), _OF_FUNCTIONS)


def _counts(functions: FunctionsRule) -> list[int]:
    alone = [] if functions.at_least is None else [functions.at_least]
    return alone + list((functions.by_type or {}).values())


def _line(parsed: Parsed, relaxation: Relaxation) -> int:
    return parsed.lines.get(relaxation, 1)


def _stands(claim: Claim, regulation: Regulation) -> Iterator[Problem]:
    piece = regulation.piece(claim.article)
    if piece is None:
        return
    if claim.word:
        if plain(claim.word) not in piece.text:
            yield Problem(claim.line, f"{claim.article}里没有“{claim.word}”这样的要求，请核对条款号")
        return
    found = list(quantities(piece.text))
    if not any(one.value == claim.value and one.unit == claim.unit for one in found):
        written = "、".join(dict.fromkeys(one.text for one in found)) or "没有数字"
        yield Problem(
            claim.line, f"{claim.article}里没有 {claim.value}{claim.unit}；该处写的是：{written}。请改正数字或条款号"
        )


def _uncovered(parsed: Parsed, regulation: Regulation, claims: list[Claim]) -> Iterator[Problem]:
    """The quantities of the articles on conditions that no rule asks and no one left to people."""
    for citation, piece in _of_conditions(parsed, regulation):
        shown = citation.removesuffix("·首")
        here = [claim for claim in claims if normal(claim.article) == shown]
        for quantity in quantities(piece.text):
            if any(_asks(claim, quantity, piece) for claim in here) or _manual(parsed, shown, quantity, piece):
                continue
            where = f"{shown}（办法文本第 {piece.line_at(quantity.start)} 行）"
            message = (
                f"{where}的“{_around(piece, quantity)}”没有对应的规则。请补上规则，或列入 manual 说明为什么留给人工"
            )
            yield Problem(_nearest(claims, shown), message)


def _nearest(claims: list[Claim], article: str) -> int:
    """The line of the file to look at: of the last rule on the same item, else on the same article, else 1."""
    whole = article.partition("（")[0].removesuffix("末款")
    same = [claim.line for claim in claims if normal(claim.article) == article]
    near = [claim.line for claim in claims if normal(claim.article).startswith(whole)]
    return max(same or near or [1])


def _of_conditions(parsed: Parsed, regulation: Regulation) -> Iterator[tuple[str, UnspacedText]]:
    articles = regulation.conditions
    if not articles:
        articles = tuple(
            dict.fromkeys(normal(one.article).partition("（")[0].removesuffix("末款") for one in all_conditions(parsed))
        )
    for article in articles:
        for citation in (f"{article}·首", *regulation.items(article), f"{article}末款"):
            if citation in regulation.pieces:
                yield citation, regulation.pieces[citation]


def _asks(claim: Claim, quantity: StatedQuantity, piece: UnspacedText) -> bool:
    if claim.unit:
        return claim.value == quantity.value and claim.unit == quantity.unit
    # 近两年……稳步增长: the two years belong to the growth.
    near = piece.text[max(0, quantity.start - 1) : quantity.start]
    return claim.word == "增长" and quantity.unit == "年" and near == "近"


def _manual(parsed: Parsed, article: str, quantity: StatedQuantity, piece: UnspacedText) -> bool:
    """Whether a passage that is left to people holds this very number."""
    for manual in parsed.rulebook.manual:
        start = piece.text.find(plain(manual.text))
        inside = start >= 0 and start <= quantity.start < start + len(plain(manual.text))
        if inside and normal(manual.article) == article:
            return True
    return False


def _around(piece: UnspacedText, quantity: StatedQuantity) -> str:
    end = quantity.start + len(quantity.text)
    return piece.text[max(0, quantity.start - 10) : end + 2]


def _clauses(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """A clause that covers whole items covers those that it names, and no others."""
    for clause in parsed.clauses:
        piece, line = regulation.piece(clause.relaxation.article), parsed.lines[clause.relaxation]
        article = normal(clause.relaxation.article).partition("（")[0].removesuffix("末款")
        if piece is None:
            continue
        own = normal(clause.relaxation.article)
        items = {one: plain(one.removeprefix(article)) for one in regulation.items(article) if one != own}
        named = {one for one, mark in items.items() if mark in piece.text}
        given = {normal(one) for one in clause.covers}
        for one in sorted(named - given):
            yield Problem(line, f"{own}还提到{one}，covers 里没有列出")
        for one in sorted(given - named):
            yield Problem(line, f"{own}没有提到{one}，请从 covers 中删去")


def _notes(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    for note in parsed.rulebook.notes:
        line, unit = parsed.lines[note], MEASURES[note.measure].unit if note.measure in MEASURES else ""
        if plain(note.text) not in regulation.whole.text:
            yield Problem(line, f"办法的附件里找不到“{note.text}”")
        if not any(one.value == note.at_least and one.unit == unit for one in quantities(plain(note.text))):
            yield Problem(line, f"“{note.text}”里没有 {note.at_least}{unit}，请改正数字")


def _dates(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    force, line = parsed.rulebook.in_force, parsed.lines[parsed.rulebook.in_force]
    if force.since is not None and not _says(regulation.whole, force.since):
        yield Problem(line, f"办法文本里找不到日期 {force.since}，请核对起始日期")
    if force.until is None or _says(regulation.whole, force.until):
        return
    piece = regulation.piece(force.article)
    years = [] if piece is None else [int(one.value) for one in quantities(piece.text) if one.unit == "年"]
    if force.since is None or not any(
        force.since.replace(year=force.since.year + count) == force.until for count in years
    ):
        yield Problem(line, f"{force.article}既没有写日期 {force.until}，也推算不出这一天，请核对截止日期")


def _says(piece: UnspacedText, day: date) -> bool:
    return f"{day.year}年{day.month}月{day.day}日" in piece.text or day.isoformat() in piece.text


def _checklist(parsed: Parsed, regulation: Regulation, procedure: Procedure) -> Iterator[Problem]:
    used = {normal(material.article) for material in procedure.materials}
    for citation in regulation.items(procedure.article):
        if citation not in used:
            yield Problem(parsed.lines[procedure], f"{citation}没有对应的材料，请补上这一项")
