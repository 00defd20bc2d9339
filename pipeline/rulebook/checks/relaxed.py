"""Is each clause that relaxes there, with what it covers and whom it is for?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.rulebook.articles import Regulation, UnspacedText, normal, plain, whole_of
from pipeline.rulebook.checks.numbers import pieces_of_conditions
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.known_words import Problem
from pipeline.rulebook.parse import Parsed
from schemas.rulebook import Relaxation


def relaxed(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """From the clauses of the file to the text, then the clauses of the text that the file has not."""
    yield from _covers(parsed, regulation)
    given = _relaxations(parsed)
    for clause in given:
        piece = regulation.piece(clause.article)
        if piece is not None:
            line, whole = parsed.lines.get(clause, 1), _with_kinds(clause, given)
            yield from (Problem(line, message) for message in _whose(whole, piece))
    yield from _forgotten(parsed, regulation, {normal(clause.article) for clause in given})


def _with_kinds(clause: Relaxation, given: tuple[Relaxation, ...]) -> Relaxation:
    """A clause without a number may leave the kinds of applicant to one of the same article that has a number."""
    if clause.to is not None:
        return clause
    beside = [one for one in given if normal(one.article) == normal(clause.article) and one.to is not None]
    kinds = {kind for one in (clause, *beside) for kind in one.organisation_types}
    return replace(clause, organisation_types=tuple(sorted(kinds)))


def _forgotten(parsed: Parsed, regulation: Regulation, cited: set[str]) -> Iterator[Problem]:
    for citation, piece in pieces_of_conditions(parsed, regulation):
        said = rule_words().relaxing.search(piece.text)
        if said and citation.removesuffix("·首") not in cited and not _manual(parsed, citation, said[0]):
            where = f"{citation}（办法文本第 {piece.line_at(said.start())} 行）"
            yield Problem(1, f"{where}写有“{said[0]}”，没有对应的放宽条款（relaxations 或 may_relax）")


def _relaxations(parsed: Parsed) -> tuple[Relaxation, ...]:
    found = [clause.relaxation for clause in parsed.clauses]
    found += [one.relaxation for one in parsed.rulebook.conditions if one.relaxation]
    return tuple(dict.fromkeys(found))


def _manual(parsed: Parsed, citation: str, word: str) -> bool:
    return any(normal(one.article) == citation and word in plain(one.text) for one in parsed.rulebook.manual)


def _whose(clause: Relaxation, piece: UnspacedText) -> Iterator[str]:
    """Whether the clause relaxes at all, and for those whom it names."""
    if not rule_words().relaxing.search(piece.text):
        yield f"{normal(clause.article)}没有说可以放宽，请改正条款号"
        return
    yield from _kinds(clause, piece)
    yield from _places(clause, piece)


def _kinds(clause: Relaxation, piece: UnspacedText) -> Iterator[str]:
    article, words = normal(clause.article), rule_words().applicants
    named = {name: one for name, one in words.items() if one.clause.search(piece.text)}
    for name, one in named.items():
        if not any(word in kind for kind in clause.organisation_types for word in one.words):
            yield f"{article}是对“{name}”说的，请在 when 的 organisation_type 里写上"
    known = [word for one in words.values() for word in one.words] if named else []
    for kind in clause.organisation_types:
        if plain(kind) not in piece.text and not any(word in kind for word in known):
            yield f"{article}没有提到“{kind}”，请从 organisation_type 中删去"


def _places(clause: Relaxation, piece: UnspacedText) -> Iterator[str]:
    article, said = normal(clause.article), bool(rule_words().regions.search(piece.text))
    if said and not clause.regions:
        yield f"{article}只对一定区域，请写上 when: {{region: …}}"
    if clause.regions and not said and not any(_names(piece.text, plain(one)) for one in clause.regions):
        yield f"{article}没有提到地区，请删去 region"


def _names(text: str, place: str) -> bool:
    """Whether the text names the place, perhaps without the divisions above it."""
    return any(place[at:] in text for at in range(len(place) - 1))


def _covers(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """A clause that covers whole items covers those that it names, and no others."""
    for clause in parsed.clauses:
        piece, line = regulation.piece(clause.relaxation.article), parsed.lines[clause.relaxation]
        own = normal(clause.relaxation.article)
        article = whole_of(own)
        if piece is None:
            continue
        named = {one for one in regulation.cited_in(article, piece.text) if one != own}
        given = {normal(one) for one in clause.covers}
        named |= {one for one in given if _named_with_article(regulation, one, piece.text)}
        for one in sorted(named - given):
            yield Problem(line, f"{own}还提到{one}，covers 里没有列出")
        for one in sorted(given - named):
            yield Problem(line, f"{own}没有提到{one}，请从 covers 中删去")


def _named_with_article(regulation: Regulation, item: str, text: str) -> bool:
    """Whether the text names the item of another article together with it (不受第三条第2项限制)."""
    article = whole_of(item)
    return article in text and item in regulation.cited_in(article, text.partition(article)[2])
