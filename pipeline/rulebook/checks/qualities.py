"""Has every clause without a number somebody who looks at it, and does each judgement stand in its clause?

A sentence of an article on conditions that names no number is claimed where a judgement of that article shares words
with it; in a sentence that has numbers every part without one is asked for by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.rulebook.articles import Regulation, UnspacedText, normal, only_leads, plain, unmarked
from pipeline.rulebook.checks.claims import Claim, asks_to_have
from pipeline.rulebook.checks.likeness import held, pairs
from pipeline.rulebook.checks.numbers import nearest, pieces_of_conditions
from pipeline.rulebook.checks.phrases import phrase_span
from pipeline.rulebook.checks.vocabulary import rule_words
from pipeline.rulebook.known_words import Problem, all_conditions
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import quantities
from schemas.measures import MEASURES
from schemas.rulebook import Judgement

_SENTENCE = re.compile(r"[^;。]+")
_PART = re.compile(r"[^,:]+")
_LEAD = re.compile(r"^第[一二三四五六七八九十百]+条")
# 以及…的企业 carries the list of the part before on.
_GOES_ON = re.compile(r"以及|及|和|或")
_AT_LEAST_HELD = 0.3
_SHORT = 5


@dataclass(frozen=True, slots=True)
class _ClausePart:
    """A stretch of a clause between two commas, and where it stands in its piece."""

    text: str
    start: int
    end: int


def qualities(parsed: Parsed, regulation: Regulation, claimed: Sequence[Claim]) -> Iterator[Problem]:
    """The clauses that nobody claimed, then the judgements that stand in the wrong clause."""
    for citation, piece in pieces_of_conditions(parsed, regulation):
        shown = citation.removesuffix("·首")
        told = _told(parsed, shown)
        unclaimed = list(_unclaimed(citation, piece, told, _measures_of(parsed, shown)))
        for part in unclaimed:
            where = f"{shown}（办法文本第 {piece.line_at(part.start)} 行）"
            message = f"{where}的“{part.text}”没有对应的规则。请补上条件，或在 judgements 里列为由人判断"
            yield Problem(nearest(claimed, shown), message)
        if not unclaimed:
            yield from _always(parsed, shown, piece, told, claimed)
        for measure, words in rule_words().conditions.items():
            asked = words.search(piece.text)
            if asked and measure not in _measures_of(parsed, shown) and not any(asked[0] in text for text in told):
                message = f"{shown}要求“{asked[0]}”，没有对应的条件（{measure}）"
                yield Problem(nearest(claimed, shown), message)
    for judgement in parsed.rulebook.judgements:
        yield from _stands(parsed, regulation, judgement)


def _told(parsed: Parsed, article: str) -> tuple[str, ...]:
    """What the judgements, clauses and passages left to people say of this article."""
    rulebook = parsed.rulebook
    told = [f"{one.asks}。{'。'.join(one.words)}" for one in rulebook.judgements if normal(one.article) == article]
    told += [one.text for one in rulebook.manual if normal(one.article) == article]
    left = (one for one in rulebook.every_function() if one.manual and normal(one.article) == article)
    told += [f"{one.title}。{one.manual}" for one in left]
    told += [
        one.asks + one.equals
        for one in all_conditions(parsed)
        if normal(one.article) == article and (not one.bounded or asks_to_have(one))
    ]
    told += [one.asks for one in (rulebook.score.direct if rulebook.score else ()) if normal(one.article) == article]
    clauses = [clause.relaxation for clause in parsed.clauses]
    clauses += [one.relaxation for one in rulebook.conditions if one.relaxation]
    told += [clause.asks for clause in clauses if normal(clause.article) == article]
    return tuple(told)


def _measures_of(parsed: Parsed, article: str) -> tuple[str, ...]:
    return tuple(one.measure for one in all_conditions(parsed) if normal(one.article) == article)


def _unclaimed(
    citation: str, piece: UnspacedText, told: Sequence[str], measures: Sequence[str]
) -> Iterator[_ClausePart]:
    if only_leads(citation, piece.text):
        return
    numbered = [phrase_span(piece.text, one) for one in quantities(piece.text)]
    said = frozenset[str]().union(*(pairs(text) for text in told)) - _everywhere(piece.text)
    for sentence in _SENTENCE.finditer(piece.text):
        parts = [one for one in _parts(sentence.group(), sentence.start()) if not _whom(one, piece, sentence)]
        unnumbered = [part for part in parts if not any(_meet(part, span) for span in numbered)]
        unnumbered = [part for part in unnumbered if not any(part.text in plain(text) for text in told)]
        if len(unnumbered) < len(parts) or not any(pairs(part.text) & said for part in parts):
            yield from _alone(unnumbered, said, measures)


def _everywhere(text: str) -> frozenset[str]:
    """What stands in more than one sentence of the clause tells none of them from the others."""
    counted = Counter(pair for sentence in _SENTENCE.findall(text) for pair in pairs(sentence))
    return frozenset(pair for pair, times in counted.items() if times > 1)


def _parts(sentence: str, offset: int) -> Iterator[_ClausePart]:
    for match in _PART.finditer(sentence):
        text = _LEAD.sub("", unmarked(match.group()))
        if len(text) > 1 and not _GOES_ON.match(text) and not rule_words().summing_up.fullmatch(text):
            yield _ClausePart(text, offset + match.start(), offset + match.end())


def _alone(parts: Sequence[_ClausePart], said: frozenset[str], measures: Sequence[str]) -> Iterator[_ClausePart]:
    """The parts that no rule speaks of; a short one beside one that is spoken of belongs to it."""
    before: _ClausePart | None = None
    for part in parts:
        spoken = bool(pairs(part.text) & said) or _relaxing(part.text) or _by_a_measure(part.text, measures)
        beside = before is not None and part.start - before.end <= 1 and len(part.text) <= _SHORT
        if spoken:
            before = part
        elif not beside and pairs(part.text):
            yield part


def _whom(part: _ClausePart, piece: UnspacedText, sentence: re.Match[str]) -> bool:
    """What stands before the word that relaxes says for whom it does (checks.relaxed asks of that)."""
    said = rule_words().relaxing.search(piece.text, sentence.start(), sentence.end())
    return said is not None and part.end <= said.start() and part.text.endswith(("的", "平台", "基地", "单位", "机构"))


def _relaxing(text: str) -> bool:
    """A clause that relaxes is asked for in a question of its own (checks.relaxed)."""
    return bool(rule_words().relaxing.search(text))


def _by_a_measure(text: str, measures: Sequence[str]) -> bool:
    words, focus = rule_words().measures, rule_words().focus
    names = {one.rsplit(".", 1)[-1] for one in measures} & MEASURES.keys() & words.keys()
    return any(words[name].fit(text) for name in names) or (
        bool(measures) and any(one.search(text) for one in focus.values()) and "主要" in text
    )


def _meet(part: _ClausePart, span: tuple[int, int]) -> bool:
    return part.start < span[1] and span[0] < part.end


def _always(
    parsed: Parsed, article: str, piece: UnspacedText, told: Sequence[str], claimed: Sequence[Claim]
) -> Iterator[Problem]:
    """A word that wants a rule of its own wherever it stands."""
    for word, answer in rule_words().always.items():
        rules = [one.asks for one in all_conditions(parsed) if normal(one.article) == article]
        if word in piece.text and not any(answer.search(text) for text in (*told, *rules)):
            message = f"{article}要求“{word}”，没有对应的规则。请补上条件，或在 judgements 里列为由人判断"
            yield Problem(nearest(claimed, article), message)


def _stands(parsed: Parsed, regulation: Regulation, judgement: Judgement) -> Iterator[Problem]:
    piece, line = regulation.piece(judgement.article), parsed.lines[judgement]
    if piece is None:
        return
    if held(judgement.asks, [piece.text]) < _AT_LEAST_HELD:
        yield Problem(line, f"{judgement.article}里没有“{judgement.asks}”这样的要求，请核对条款号和 asks")
    elif (
        not any(plain(word) in piece.text for word in judgement.words)
        and held("".join(judgement.words), [piece.text]) < _AT_LEAST_HELD
    ):
        yield Problem(line, f"{judgement.article}里没有 words 中的任何一个词，请核对条款号")
