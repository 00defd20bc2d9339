"""What may a pattern stumble over? Long runs of what it repeats without end, made from the pattern itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

Parsed = Sequence[tuple[object, object]]

LONG = 30
"""A repeat that may go on for so long is taken for one without end."""
_TRIED = "a1 一,。、（\nA-"
_OF_CATEGORY = {"DIGIT": "1", "SPACE": " ", "WORD": "a", "NOT_DIGIT": "a", "NOT_SPACE": "a", "NOT_WORD": " "}
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_MOST_PIECES = 8


def runs(pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """A beginning and a piece: the beginning and then the piece again and again may take long. Empty: nothing may."""
    found = dict.fromkeys(_runs(parser.parse(pattern.pattern, pattern.flags), ""))
    repeated = [(begin, piece) for begin, piece in found if piece]
    pieces = list(dict.fromkeys(piece for _, piece in repeated))[:_MOST_PIECES]
    whole = [("", begin + piece) for begin, piece in repeated]
    return list(dict.fromkeys([*repeated, *whole, *(("", one + other) for one, other in permutations(pieces, 2))]))


def _runs(parsed: Parsed, begin: str) -> Iterator[tuple[str, str]]:
    for code, given in parsed:
        if code in _REPEATS:
            _, most, inner = given  # type: ignore[misc]
            if most is codes.MAXREPEAT or most >= LONG:
                yield begin, _sample(inner)
        for inner in _inside(code, given):
            yield from _runs(inner, begin)
        begin += _sample([(code, given)])


def _inside(code: object, given: object) -> Sequence[Parsed]:
    """What stands within a part of a pattern."""
    if code in _REPEATS:
        return [given[2]]  # type: ignore[index]
    if code is codes.SUBPATTERN:
        return [given[3]]  # type: ignore[index]
    if code is codes.BRANCH:
        return given[1]  # type: ignore[index, no-any-return]
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [given[1]]  # type: ignore[index]
    return [given] if code is codes.ATOMIC_GROUP else []  # type: ignore[list-item]


def _sample(parsed: Parsed) -> str:
    """A text that these parts match, as far as one sign says nothing of the next."""
    return "".join(_sampled(code, given) for code, given in parsed)


def _sampled(code: object, given: object) -> str:
    if code is codes.LITERAL:
        return chr(given)  # type: ignore[arg-type]
    if code is codes.IN or code is codes.NOT_LITERAL or code is codes.ANY:
        return _sign(code, given)
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return ""
    inner = _inside(code, given)
    times = max(1, min(given[0], 3)) if code in _REPEATS else 1  # type: ignore[index]
    return _sample(inner[0]) * times if inner else ""


def _sign(code: object, given: object) -> str:
    """A sign of a class."""
    if code is codes.ANY:
        return "a"
    members = [(codes.NEGATE, None), (codes.LITERAL, given)] if code is codes.NOT_LITERAL else list(given)  # type: ignore[call-overload]
    if members[0][0] is codes.NEGATE:
        return next((sign for sign in _TRIED if not _holds(members[1:], sign)), "鬱")
    code, given = members[0]
    if code is codes.CATEGORY:
        return _OF_CATEGORY[str(given).removeprefix("CATEGORY_")]
    return chr(given[0] if code is codes.RANGE else given)


def _holds(members: Parsed, sign: str) -> bool:
    """Whether a class has the sign."""
    for code, given in members:
        if code is codes.LITERAL and given == ord(sign):
            return True
        if code is codes.RANGE and given[0] <= ord(sign) <= given[1]:  # type: ignore[index]
            return True
        if code is codes.CATEGORY and _is_of(str(given).removeprefix("CATEGORY_"), sign):
            return True
    return False


def _is_of(category: str, sign: str) -> bool:
    plain = {"DIGIT": sign.isdigit(), "SPACE": sign.isspace(), "WORD": sign.isalnum() or sign == "_"}
    kind = category.removeprefix("NOT_")
    return plain[kind] is not category.startswith("NOT_")
