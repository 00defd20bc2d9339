"""Do the points stand in the table as the file has them: every class, its numbers, its points, in its item?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.rulebook.articles import Regulation, plain
from pipeline.rulebook.checks.likeness import held
from pipeline.rulebook.known_words import Problem
from pipeline.rulebook.parse import Parsed
from pipeline.rulebook.point_classes import scored_clause
from schemas.measures import MEASURES
from schemas.regulation.score import PointClass, ScoreItem

_AROUND = re.compile(r"[,;]或|或满足|或者")
_AT_LEAST_HELD = 0.3


def points(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """Item by item, then the items that the table has and the file has not."""
    score = parsed.rulebook.score
    if score is None:
        return
    for item in score.items:
        piece = regulation.piece(item.article)
        if piece is not None:
            yield from (Problem(parsed.lines[item], message) for message in _item(item, piece.text))
    yield from _forgotten(parsed, regulation)
    whole = regulation.piece(score.article)
    if whole is not None and not score.direct and _AROUND.search(whole.text):
        yield Problem(parsed.lines[score], f"{score.article}还写有不看得分的途径，请写在 direct 里")
    for one in score.thresholds:
        if whole is not None and plain(one.part) not in whole.text:
            yield Problem(parsed.lines[score], f"{score.article}没有提到“{one.part}”，请核对 of_each")
        elif whole is not None and not _beside(whole.text, plain(one.part), one.at_least):
            yield Problem(
                parsed.lines[score], f"{score.article}对“{one.part}”要求的不是 {one.at_least} 分，请核对 of_each"
            )


def _item(item: ScoreItem, text: str) -> Iterator[str]:
    clause = scored_clause(text)
    told = [] if clause is None else [(_bare(one.says), one.points) for one in clause.classes]
    given = [(_bare(one.says), one.points) for one in item.classes]
    for says, points_ in given:
        written = [value for words, value in told if words == says or _like(words, says)]
        if told and not written:
            yield f"{item.article}里没有“{says}”这一档；该处写的是：{'、'.join(words for words, _ in told)}"
        elif written and points_ not in written:
            yield f"{item.article}的“{says}”是 {written[0]} 分，写成了 {points_} 分"
    for words, value in told:
        if not any(words == says or _like(words, says) for says, _ in given):
            yield f"{item.article}的“{words}（{value}分）”没有写进去"
    if clause is not None and clause.most not in (None, item.most):
        yield f"{item.article}满分 {clause.most} 分，各档最高写成了 {item.most} 分"
    yield from _measured(item, text)
    for one in item.classes:
        yield from _class_numbers(one)


def _measured(item: ScoreItem, text: str) -> Iterator[str]:
    """The measure is what the item is headed."""
    head = text[: text.find("A.")] if "A." in text else text
    measure = MEASURES.get(item.measure)
    if (
        measure is not None
        and held(measure.title, [head]) < _AT_LEAST_HELD
        and not any(plain(word) in head for word in measure.words)
    ):
        yield f"{item.article}说的不是“{measure.title}”，请核对 measure"
    if held(item.title, [head]) < _AT_LEAST_HELD:
        yield f"题名“{item.title}”不是{item.article}的指标"


def _class_numbers(one: PointClass) -> Iterator[str]:
    """The bound of a class that is a condition stands in its words (Ⅰ类知识产权1项以上)."""
    for asked in one.met:
        for number in (asked.at_least, asked.at_most):
            if number is not None and str(number) not in plain(one.says):
                yield f"“{one.says}”里没有 {number}，请核对这一档的条件"
        measure = MEASURES.get(asked.measure)
        words = () if measure is None else (measure.title, *measure.words)
        if asked.bounded and words and not any(held(word, [plain(one.says)]) >= _AT_LEAST_HELD for word in words):
            yield f"“{one.says}”说的不是“{words[0]}”，请核对 measure"


def _forgotten(parsed: Parsed, regulation: Regulation) -> Iterator[Problem]:
    """Clauses beside the items that give points and are nobody's."""
    score = parsed.rulebook.score
    cited = {} if score is None else {item.article: parsed.lines[item] for item in score.items}
    pieces = {id(piece) for article in cited if (piece := regulation.piece(article)) is not None}
    for citation, piece in {**regulation.pieces, **regulation.of_annexes}.items():
        numbered = re.fullmatch(r".{0,60}[）一二三四五六七八九十]\d+", citation)
        if numbered and scored_clause(piece.text) is not None and id(piece) not in pieces:
            line = max(cited.values(), default=1)
            yield Problem(line, f"{citation}也有分值，items 里没有这一项")


def _beside(text: str, part: str, number: Decimal) -> bool:
    """Whether the number behind the part's name is this one; of parts named together it is behind the last."""
    at = text.find(part)
    found = re.search(r"(?<!\d)(\d++(?:\.\d++)?)分", text[at:])
    return found is not None and Decimal(found[1]) == number


def _bare(says: str) -> str:
    return plain(says).replace("《", "").replace("》", "").strip(".、")


def _like(one: str, other: str) -> bool:
    """A class that only a person can tell may be said in fewer words; one with numbers may not."""
    return not re.search(r"\d", one + other) and (held(one, [other]) > 0.5 or held(other, [one]) > 0.5)
