"""Which clauses can only people judge? Every stretch of an article on conditions that no rule speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.values.numerals import numeral
from pipeline.drafting.articles import pieces_of
from pipeline.drafting.points import DraftChoice, DraftMark, Point, TextSpan, Written
from pipeline.drafting.vocabulary import draft_words
from pipeline.rulebook.articles import Regulation, only_leads, unmarked
from pipeline.rulebook.checks.likeness import pairs
from pipeline.rulebook.checks.vocabulary import rule_words

_SENTENCE = re.compile(r"[^;。]+")
_PART = re.compile(r"[^,:]+")
_LEAD = re.compile(r"^第[一二三四五六七八九十百]+条")
# (1)主要开展员工培训的: whom a branch is for stands with its bounds (when).
_BRANCH = re.compile(r"\(\d\)[^,;。]{0,80}(?:主要|为主)")
_MOST_WORDS, _LONGEST, _SHORTEST = 6, 10, 2


def judgements(regulation: Regulation, article: str, points: Sequence[Point]) -> Iterator[Point]:
    """One point a sentence: its parts that none of the points claims. ``points``: those of the same article."""
    spans = [span for point in points for span in point.spans]
    for citation in pieces_of(regulation, article):
        text = regulation.pieces[citation].text
        if only_leads(citation, text):
            continue
        taken = [span for span in spans if span.piece == citation]
        for number, sentence in enumerate(_SENTENCE.finditer(text), 1):
            parts = [part for part in _parts(sentence) if _free(part, taken)]
            if parts:
                yield _point(citation, parts, number)


def _parts(sentence: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    for match in _PART.finditer(sentence.group()):
        text = _LEAD.sub("", unmarked(match.group()))
        end = sentence.start() + match.end()
        if len(text) > 1 and not rule_words().summing_up.fullmatch(text) and not _BRANCH.match(text):
            yield end - len(text), end, text


def _free(part: tuple[int, int, str], taken: Sequence[TextSpan]) -> bool:
    start, end, text = part
    return bool(pairs(text)) and not any(start < span.end and span.start < end for span in taken)


def _point(citation: str, parts: Sequence[tuple[int, int, str]], number: int) -> Point:
    shown = citation.removesuffix("·首")
    asks = ",".join(part for _, _, part in parts)
    rule = {"id": f"{_id(shown)}_{number}", "article": shown, "asks": asks, "words": list(words_of(asks))}
    start, end = parts[0][0], parts[-1][1]
    return Point(
        id=f"{shown}·判断{number}",
        topic="judgements",
        article=shown,
        quoted=asks,
        mark=DraftMark.CERTAIN,
        choices=(
            DraftChoice(
                "judged",
                f"由人判断，报告里列出谈到{'、'.join(words_of(asks)[:2])}的段落",
                (Written("judgements", rule),),
            ),
        ),
        chosen="judged",
        spans=tuple(TextSpan(citation, begin, stop) for begin, stop, _ in parts) or (TextSpan(citation, start, end),),
    )


def _id(citation: str) -> str:
    """第七条（一） → a7_1, as an id of a rule."""
    found = re.findall(r"[一二三四五六七八九十百]+|\d+", citation)
    numbers = [int(one) if one.isdecimal() else numeral(one) for one in found]
    return "a" + "_".join(str(int(one)) for one in numbers if one is not None) + ("z" if "末款" in citation else "")


def words_of(asks: str) -> tuple[str, ...]:
    """What one looks for in a dossier: the nouns of the clause, the longer ones first."""
    pieces = [
        draft_words().judgement_leads.sub("", piece) for piece in draft_words().judgement_splits.split(asks) if piece
    ]
    fitting = [piece for piece in pieces if piece and _SHORTEST <= len(piece) <= _LONGEST and pairs(piece)]
    longest = sorted(dict.fromkeys(fitting), key=len, reverse=True)[:_MOST_WORDS]
    return tuple(longest) or (asks[:_LONGEST],)
