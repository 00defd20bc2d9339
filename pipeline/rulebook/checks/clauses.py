"""Is what is more than one number what the text says: for whom, 或, nothing of a kind, who is qualified?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.rulebook.articles import Regulation, UnspacedText, normal, plain
from pipeline.rulebook.checks.claims import Claim
from pipeline.rulebook.checks.likeness import held
from pipeline.rulebook.checks.numbers import fits
from pipeline.rulebook.checks.phrases import phrase_span
from pipeline.rulebook.known_words import Problem, all_conditions
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.quantities import StatedQuantity, quantities
from schemas.regulation.conditions import Condition
from schemas.regulation.own_words import QualifiedMeaning

_OR = re.compile(r"或|之一|任一|其中一项|至少一项")
_OTHERS = re.compile(r"其他|其余|除[^,;。]{1,20}外|一般")
_QUALIFIED = ("qualified_staff_count", "qualified_staff_share")
_AT_LEAST_HELD = 0.3
_JOINED = {"or": "或", "and": "且"}


def clauses(parsed: Parsed, regulation: Regulation, claimed: Sequence[Claim]) -> Iterator[Problem]:
    """Condition by condition, then two that the text joins with 或 and the file does not."""
    for condition in all_conditions(parsed):
        piece = regulation.piece(condition.article)
        if piece is not None:
            line = parsed.lines[condition]
            yield from (Problem(line, message) for message in _of_condition(parsed, condition, piece.text))
    yield from _apart(parsed, regulation, claimed)


def _of_condition(parsed: Parsed, condition: Condition, text: str) -> Iterator[str]:
    if condition.any_of and not _OR.search(text):
        yield f"{condition.article}没有写“或”，几项都要达到的请分开各写一条"
    if condition.bounds:
        yield from _whose(condition, text)
    if condition.none_of is not None:
        for word in condition.none_of.words:
            if plain(word) not in text and held(word, [text]) < _AT_LEAST_HELD:
                yield f"{condition.article}没有提到“{word}”，请核对 none_of 的 words"
    meaning = parsed.rulebook.own.qualified
    if meaning is not None and condition.measure in _QUALIFIED:
        yield from _qualified(meaning, condition.article, text)


def _whose(condition: Condition, text: str) -> Iterator[str]:
    """Those for whom a bound is are named in the clause, and so are the others where there are some."""
    others = [one for one in condition.bounds if one.whom.others]
    for one in condition.bounds:
        if not one.whom.others and not any(plain(word) in text for word in one.whom.words.split("、")):
            yield f"{condition.article}没有提到“{one.whom.words}”，请核对 for"
        yield from _beside(condition, one.whom.words, one.at_least or one.at_most, text) if not one.whom.others else ()
    if others and not (
        _OTHERS.search(text) or _for_everyone_else(others[0].at_least or others[0].at_most, condition, text)
    ):
        yield f"{condition.article}没有说其他单位怎样要求，请删去 for: others 或写明是哪些"
    if not others and _OTHERS.search(text):
        yield f"{condition.article}还说到其他地区或单位，bounds 里没有写 others"


def _for_everyone_else(number: object, condition: Condition, text: str) -> bool:
    """10000平方米以上（县域基地5000平方米以上）: the first number, which names nobody, is of all not named behind."""
    first = next((one for one in quantities(text) if one.value == number), None)
    named = (word for one in condition.bounds if not one.whom.others for word in one.whom.words.split("、"))
    return first is not None and all(text.find(plain(word)) > first.start for word in named)


def _beside(condition: Condition, words: str, number: object, text: str) -> Iterator[str]:
    """The number nearest behind the name of those for whom it is, is theirs."""
    at = min((text.find(plain(word)) for word in words.split("、") if plain(word) in text), default=-1)
    units = {one.unit for one in quantities(text) if one.value == number}
    behind = [one for one in quantities(text) if one.start > at >= 0 and one.unit in units]
    if behind and behind[0].value != number:
        yield f"{condition.article}对“{words}”写的是 {behind[0].text}，bounds 里写的是 {number}"


def _qualified(meaning: QualifiedMeaning, article: str, text: str) -> Iterator[str]:
    for word in (meaning.education, meaning.title, meaning.skill):
        if word and word not in text:
            yield f"{article}没有提到“{word}”，请核对 qualified"
    between = re.search(
        rf"{meaning.education}[^,;。]{{0,16}}?(或|和|且|及(?!以)|、)[^,;。]{{0,12}}?{meaning.title}", text
    )
    between = between or re.search(
        rf"{meaning.title}[^,;。]{{0,16}}?(或|和|且|及(?!以)|、)[^,;。]{{0,12}}?{meaning.education}", text
    )
    said = "" if between is None or not (meaning.education and meaning.title) else between[1]
    if said == "或" and meaning.join != "or":
        yield f"{article}写的是“或”，qualified 应写 join: or"
    elif meaning.join and said and said != _JOINED[meaning.join]:
        yield f"{article}写的是“{said}”，请核对 qualified 的 join"


def _apart(parsed: Parsed, regulation: Regulation, claimed: Sequence[Claim]) -> Iterator[Problem]:
    """Two conditions of their own whose numbers the clause joins with 或."""
    for one in parsed.rulebook.conditions:
        piece = regulation.piece(one.article)
        if piece is None or not one.bounded:
            continue
        for other in parsed.rulebook.conditions:
            if other is not one and other.bounded and normal(other.article) == normal(one.article):
                yield from _joined(parsed, piece, (one, other), claimed)


def _joined(
    parsed: Parsed, piece: UnspacedText, pair: tuple[Condition, Condition], claimed: Sequence[Claim]
) -> Iterator[Problem]:
    first, second = (_number_of(parsed, piece, one, claimed) for one in pair)
    if first is None or second is None or first.end > second.start:
        return
    between = piece.text[phrase_span(piece.text, first)[0] : second.start]
    tail = piece.text[first.end : second.start]
    if re.match(r"[^,;。]{0,6}[,]?或(?:者)?", tail) and "。" not in between and ";" not in tail:
        line = parsed.lines[pair[1]]
        yield Problem(line, f"{pair[1].article}的这一项与“{pair[0].asks}”之间写的是“或”，应合为一条 any_of")


def _number_of(
    parsed: Parsed, piece: UnspacedText, condition: Condition, claimed: Sequence[Claim]
) -> StatedQuantity | None:
    line = parsed.lines[condition]
    own = [claim for claim in claimed if claim.line == line and claim.measure == condition.measure]
    found = [one for one in quantities(piece.text) if any(fits(claim, one, piece) for claim in own)]
    return found[0] if found else None
