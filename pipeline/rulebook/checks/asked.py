"""Is what a rule says in our words (asks) what its clause says: the number, its way, no weighty word more?"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.rulebook.articles import Regulation, normal, plain
from pipeline.rulebook.checks.claims import GROWTH, asks_to_have, unit_of
from pipeline.rulebook.checks.likeness import held
from pipeline.rulebook.checks.phrases import direction, phrase, scope_of, speaks_of_another
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.known_words import Problem, all_conditions
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import StatedQuantity, quantities
from schemas.measures import MEASURES
from schemas.rulebook import Condition

_AT_LEAST_HELD = 0.3
_MUCH_BETTER = 0.3


def asked(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """Every sentence of ours that says something else than its clause."""
    for condition in all_conditions(parsed):
        for message in _condition(condition, regulation):
            yield Problem(parsed.lines[condition], f"asks“{condition.asks}”{message}")
    for line, article, words in _sentences(parsed):
        piece = regulation.piece(article)
        for message in () if piece is None else _more_than(words, piece.text):
            yield Problem(line, f"“{words}”{message.replace('CLAUSE', article)}")
    yield from _of_another(parsed, regulation)
    yield from _twice(parsed)


def _condition(condition: Condition, regulation: Regulation) -> Iterator[str]:
    piece = regulation.piece(condition.article)
    if piece is None or condition.measure not in MEASURES:
        return
    asks = plain(condition.asks)
    if asks_to_have(condition):
        if held(asks, [piece.text]) < _AT_LEAST_HELD:
            yield f"不是{condition.article}的要求"
    elif condition.bounded:
        yield from _numbers(condition, asks, piece.text)
    elif condition.bounds:
        yield from _each_number(asks, piece.text, condition)
    elif condition.equals and plain(condition.equals) not in asks and not _its_own_place(condition, asks):
        yield f"没有提到“{condition.equals}”"
    elif condition.rising and GROWTH not in asks:
        yield f"没有提到“{GROWTH}”"
    elif condition.material and held(asks, [piece.text]) < _AT_LEAST_HELD:
        yield f"不是{condition.article}的要求"


def _its_own_place(condition: Condition, asks: str) -> bool:
    """本市: whether it is the place that the rule names is held against the text with the other words."""
    return condition.measure == "registered_in" and bool(rule_words().here.search(asks))


def _each_number(asks: str, clause: str, condition: Condition) -> Iterator[str]:
    """The numbers of a sentence about bounds for whom: each is one of the bounds, or stands in the clause."""
    known = {one for bound in condition.bounds for one in (bound.at_least, bound.at_most)}
    for one in quantities(asks):
        if one.value not in known and not _in(one, clause):
            yield f"里的 {one.text} 不在{condition.article}里"


def _numbers(condition: Condition, asks: str, clause: str) -> Iterator[str]:
    unit = unit_of(condition.measure)
    told = [one for one in quantities(asks) if unit == "年" or one.unit != "年"]
    wanted = {one for one in (condition.at_least, condition.at_most) if one is not None}
    own = [one for one in told if one.value in wanted and one.unit == unit]
    if own:
        yield from _own_number(condition, asks, own[0])
    elif told:
        shown = "、".join(str(one) for one in sorted(wanted))
        yield f"写的是{told[0].text}，与要求的 {shown}{unit} 不一致"
    elif _without_number(condition, asks):
        yield f"说的不是“{MEASURES[condition.measure].title}”"
    for one in told:
        if one not in own and not _in(one, clause):
            yield f"里的 {one.text} 不在{condition.article}里"


def _own_number(condition: Condition, asks: str, own: StatedQuantity) -> Iterator[str]:
    other = speaks_of_another(phrase(asks, own), condition.measure)
    said = direction(asks, own)
    if said == "at_most" and own.value == condition.at_least:
        yield "说成了上限，要求是“不少于”"
    elif said == "at_least" and own.value == condition.at_most:
        yield "说成了下限，要求是“不超过”"
    elif other:
        yield f"说的是“{other}”，不是“{MEASURES[condition.measure].title}”"


def _without_number(condition: Condition, asks: str) -> bool:
    """Whether a sentence without a number speaks of something else."""
    words = rule_words().measures.get(condition.measure.removeprefix(scope_of(condition.measure)))
    return words is not None and (not words.fit(asks) or GROWTH in asks)


def _of_another(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """A sentence that another clause of the same kind bears out much better than its own."""
    told = list(_comparable(parsed))
    pieces = {article: regulation.piece(article) for _, article, _ in told}
    clauses = {article: piece.text for article, piece in pieces.items() if piece is not None}
    for line, article, asks in told:
        own = held(asks, [clauses[article]]) if article in clauses else 1.0
        better = [other for other, text in clauses.items() if held(asks, [text]) - own >= _MUCH_BETTER]
        if better:
            yield Problem(line, f"“{asks}”更像{better[0]}的要求，不像{article}的，请核对")


def _comparable(parsed: Parsed) -> Iterator[tuple[int, str, str]]:
    """The sentences of judgements and of functions, which many clauses share in form."""
    rulebook = parsed.rulebook
    yield from ((parsed.lines[one], one.article, one.asks) for one in rulebook.judgements)
    for function in rulebook.every_function():
        yield from ((parsed.lines[one], one.article, one.asks) for path in function.paths for one in path)


def _in(quantity: StatedQuantity, clause: str) -> bool:
    return any(one.value == quantity.value and one.unit == quantity.unit for one in quantities(clause))


def _sentences(parsed: Parsed) -> Iterator[tuple[int, str, str]]:
    """Line, article and words of everything that is said of one clause."""
    rulebook = parsed.rulebook
    for condition in all_conditions(parsed):
        yield parsed.lines[condition], condition.article, condition.asks
        clause = condition.relaxation
        if clause is not None:
            yield parsed.lines.get(clause, 1), clause.article, clause.asks
    for judgement in rulebook.judgements:
        yield parsed.lines[judgement], judgement.article, judgement.asks
    if rulebook.functions is not None:
        yield parsed.lines["functions"], rulebook.functions.article, rulebook.functions.asks


def _more_than(words: str, clause: str) -> Iterator[str]:
    """Weighty words that the clause does not say, and times that it does not name."""
    told = plain(words)
    for group in rule_words().weighty:
        more = next((word for word in group if word in told), "")
        if more and not any(word in clause for word in group):
            yield f"里的“{more}”不是CLAUSE的话，请按原文写"
    for one in quantities(told):
        if one.unit == "年" and one.value > 1 and not _in(one, clause):
            yield f"里的“{one.text}”不是CLAUSE的话，请按原文写"


def _twice(parsed: Parsed) -> Iterator[Problem]:
    """The same rule, or the same sentence, written down twice."""
    seen: set[object] = set()
    for condition in all_conditions(parsed):
        key = (condition.measure, condition.when, normal(condition.article), condition.at_least, condition.at_most)
        if key in seen:
            yield Problem(parsed.lines[condition], f"“{condition.asks}”的要求写了两次")
        seen.add(key)
    for judgement in parsed.rulebook.judgements:
        sentence = (normal(judgement.article), plain(judgement.asks))
        if sentence in seen:
            yield Problem(parsed.lines[judgement], f"{judgement.article}的“{judgement.asks}”写了两次")
        seen.add(sentence)
