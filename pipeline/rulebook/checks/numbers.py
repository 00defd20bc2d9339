"""Does every number stand in its clause, of that measure and in that direction, and has every one its rule?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.rulebook.articles import Regulation, UnspacedText, normal, plain, whole_of
from pipeline.rulebook.checks.claims import GROWTH, Claim, asks_to_have
from pipeline.rulebook.checks.claims import cited as citations
from pipeline.rulebook.checks.phrases import direction, measures_said, of_a_period, phrase, scope_of, speaks_of_another
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.known_words import Problem, all_conditions
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import StatedQuantity, counts_back, quantities
from schemas.measures import MEASURES

_OPPOSITE = {"at_least": "at_most", "at_most": "at_least"}


def numbers(parsed: Parsed, regulation: Regulation, claimed: Sequence[Claim]) -> Iterator[Problem]:
    """From the rulebook to the text, and from the text to the rulebook."""
    for claim in claimed:
        yield from _stands(claim, parsed, regulation)
    yield from _uncovered(parsed, regulation, claimed)


def _stands(claim: Claim, parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    piece = regulation.piece(claim.article)
    if piece is None:
        return
    if not claim.word:
        yield from _number_stands(claim, piece)
    elif plain(claim.word) not in piece.text and not _its_own_place(claim, parsed, piece):
        yield Problem(claim.line, f"{claim.article}里没有“{claim.word}”这样的要求，请核对条款号")


def _its_own_place(claim: Claim, parsed: Parsed, piece: UnspacedText) -> bool:
    """在本市行政区域内注册: the place that the regulation is for, without its name."""
    match = rule_words().conditions["registered_in"].search(piece.text)
    here = claim.measure == "registered_in" and claim.word == parsed.rulebook.region
    return here and match is not None and bool(rule_words().here.search(match[0]))


def _number_stands(claim: Claim, piece: UnspacedText) -> Iterator[Problem]:
    found = list(quantities(piece.text))
    same = [one for one in found if one.value == claim.value and one.unit == claim.unit]
    if not same:
        written = "、".join(dict.fromkeys(one.text for one in found)) or "没有数字"
        message = f"{claim.article}里没有 {claim.value}{claim.unit}；该处写的是：{written}。请改正数字或条款号"
        yield Problem(claim.line, message)
        return
    fitting = [one for one in same if fits(claim, one, piece)]
    if not fitting:
        yield _misread(claim, same[0], piece)
    elif all(direction(piece.text, one) == _OPPOSITE[claim.way] for one in fitting):
        says, written = ("上限", "不少于") if claim.way == "at_least" else ("下限", "不超过")
        yield Problem(claim.line, f"{claim.article}的“{phrase(piece.text, fitting[0])}”是{says}，规则写成了“{written}”")


def fits(claim: Claim, quantity: StatedQuantity, piece: UnspacedText) -> bool:
    """Whether the number of the text may be the one that the claim is of."""
    if claim.value != quantity.value or claim.unit != quantity.unit:
        return False
    around = phrase(piece.text, quantity)
    if claim.measure:
        return not speaks_of_another(around, claim.measure)
    return not claim.kind or claim.kind in around


def _misread(claim: Claim, quantity: StatedQuantity, piece: UnspacedText) -> Problem:
    around = phrase(piece.text, quantity)
    if not claim.measure:
        return Problem(claim.line, f"{claim.article}的“{around}”不是对“{claim.kind}”的要求，请核对")
    title = MEASURES[claim.measure].title
    scope = scope_of(claim.measure)
    may_be = "、".join(f"{name}（{MEASURES[scope + name].title}）" for name in measures_said(around, claim.unit, scope))
    return Problem(claim.line, f"{claim.article}的“{around}”说的不是“{title}”，应为：{may_be}")


def _uncovered(parsed: Parsed, regulation: Regulation, claimed: Sequence[Claim]) -> Iterator[Problem]:
    """The quantities of the articles on conditions that no rule asks and no one left to people."""
    for citation, piece in pieces_of_conditions(parsed, regulation):
        shown = citation.removesuffix("·首")
        here = [claim for claim in claimed if normal(claim.article) == shown]
        for quantity in quantities(piece.text):
            if any(_asks(claim, quantity, piece) for claim in here) or left_to_people(parsed, shown, quantity, piece):
                continue
            if _named_by_rule(parsed, shown, quantity) or of_a_period(piece.text, quantity):
                continue
            where = f"{shown}（办法文本第 {piece.line_at(quantity.start)} 行）"
            message = (
                f"{where}的“{_around(piece, quantity)}”没有对应的规则。请补上规则，或列入 manual 说明为什么留给人工"
            )
            yield Problem(nearest(claimed, shown), message)


def nearest(claimed: Sequence[Claim], article: str) -> int:
    """The line of the file to look at: of the last rule on the same item, else on the same article, else 1."""
    whole = whole_of(article)
    same = [claim.line for claim in claimed if normal(claim.article) == article]
    near = [claim.line for claim in claimed if normal(claim.article).startswith(whole)]
    return max(same or near or [1])


def pieces_of_conditions(parsed: Parsed, regulation: Regulation) -> Iterator[tuple[str, UnspacedText]]:
    """The articles on conditions, piece by piece: the head, each item, the paragraph behind them."""
    articles = regulation.conditions
    if not articles:
        articles = tuple(dict.fromkeys(whole_of(one.article) for one in all_conditions(parsed)))
    cited = {normal(article) for _, article in citations(parsed)}
    for article in articles:
        whole = (f"{article}·首", *regulation.items(article), f"{article}末款")
        deeper = any(one in cited for item in regulation.items(article) for one in regulation.numbers(item))
        for citation in regulation.leaves(article) if deeper else whole:
            if citation in regulation.pieces:
                yield citation, regulation.pieces[citation]


def _asks(claim: Claim, quantity: StatedQuantity, piece: UnspacedText) -> bool:
    if claim.unit:
        return fits(claim, quantity, piece)
    # 近两年……稳步增长: the two years belong to the growth.
    return claim.word == GROWTH and counts_back(piece.text, quantity)


def _named_by_rule(parsed: Parsed, article: str, quantity: StatedQuantity) -> bool:
    """Whether a rule without a number says it in its sentence, or it is part of what a measure is (近三年新增……)."""
    for one in all_conditions(parsed):
        if normal(one.article) != article:
            continue
        measure = MEASURES.get(one.measure)
        own = measure is not None and measure.id not in MEASURES.ours and quantity.text in plain(measure.title)
        if one.any_of:
            continue
        if own or ((not one.bounded or asks_to_have(one)) and not one.bounds and quantity.text in plain(one.asks)):
            return True
    return False


def left_to_people(parsed: Parsed, article: str, quantity: StatedQuantity, piece: UnspacedText) -> bool:
    """Whether a passage that is left to people holds this very number."""
    left = [(one.article, one.text) for one in parsed.rulebook.manual]
    left += [(one.article, one.manual) for one in parsed.rulebook.every_function() if one.manual]
    for cited, text in left:
        start = piece.text.find(plain(text))
        inside = start >= 0 and start <= quantity.start < start + len(plain(text))
        if inside and normal(cited) == article:
            return True
    return False


def _around(piece: UnspacedText, quantity: StatedQuantity) -> str:
    return re.sub(r"^.*[。；]", "", piece.text[max(0, quantity.start - 10) : quantity.end + 2])
