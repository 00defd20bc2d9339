"""Which words of a page fail a check of their own, and what do they say at another look?

In:     the straightened picture, and its lines as they were read.
Out:    the lines, such words as a look has them that passes; doubted where none does or looks differ; and where words
        stand of which a sign was put right by its check alone.
Raises: nothing.

A credit code has two check characters: a look (the word made wider or narrower) that passes both is right. Where none
does, but one sign that looks like another makes the code sound, and only one, that is what it says, in doubt all the
same. Addresses of mail and web have a shape only, and Latin letters are easily taken for others (l, 1): two looks must
say the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import cv2
import numpy as np

from extractors.read.ocr.engine import Picture, Quads, RecognisedLine, recognise
from extractors.read.scan.orientation import strip
from extractors.read.scan.settings import CHECKED, PAGE
from extractors.read.scan.type_size import ReadLine, middles
from extractors.read.scan.words import Span, box_of, rescored, with_word
from extractors.values.contacts import valid_email
from schemas.uscc import KINDS, credit_code, repairs, without_letters_never_used

Kind = Literal["code", "mail", "web"]
Place = tuple[float, float]

_PATTERNS: Mapping[Kind, re.Pattern[str]] = {
    "code": re.compile(r"(?<![0-9A-Za-z*])[0-9A-Za-z](?: ?[0-9A-Za-z]){16,18}(?![0-9A-Za-z*])"),
    "mail": re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z][!-9;-~]{0,100}@[!-~]{1,255}"),
    "web": re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{0,100}?(?:www[.,]|tps?[:;.]{0,2}/)[!-~]*+", re.IGNORECASE),
}
_WIDTHS = (CHECKED.narrower, CHECKED.wider)
_HALF = str.maketrans("：．／＠－＿，；", ":./@-_,;")
_WEB = re.compile(
    r"(?<![a-z0-9.-])(?:https?://)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.[a-z]{2,63}(?::\d{1,5})?(?:/\S*+)?",
    re.IGNORECASE,
)
_BORN = re.compile(r"\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx]")
"""The number of a person, not of an organisation."""


class _Word(NamedTuple):
    """A word that has a check: of which line, which characters, of what kind, and where it stands."""

    line: int
    span: Span
    kind: Kind
    box: Quads


def checked(picture: Picture, lines: Sequence[ReadLine]) -> tuple[list[ReadLine], list[Place]]:
    """The lines, and the middles of the characters of words that were put right by their check alone."""
    words = [word for index, line in enumerate(lines) for word in _words(index, line)]
    strips = [look for word in words for look in _looks(strip(picture, word.box))]
    found = recognise(strips)
    result = list(lines)
    mended: list[Place] = []
    # From the end: characters before a word keep their numbers.
    for at in reversed(range(len(words))):
        word = words[at]
        looks = found[at * len(_WIDTHS) : (at + 1) * len(_WIDTHS)]
        line, by_check = _settled(result[word.line], word, looks)
        result[word.line] = (result[word.line][0], line)
        if by_check:
            mended.extend(_places(result[word.line], word))
    return result, mended


def _words(index: int, line: ReadLine) -> Iterator[_Word]:
    """The words of a line that another look may help: codes that fail, and addresses."""
    chars = line[1].chars
    if any(len(char) != 1 for char in chars):
        return
    text = "".join(chars).translate(_HALF)
    for kind, pattern in _PATTERNS.items():
        for found in pattern.finditer(text):
            if kind == "code" and not _is_failing_code(found[0]):
                continue
            yield _Word(index, found.span(), kind, box_of(line, found.span()))
            return


def _is_failing_code(text: str) -> bool:
    """Whether this is most likely a credit code, and not a sound one."""
    code = without_letters_never_used(text)
    if _BORN.fullmatch(code) or credit_code(text).sound:
        return False
    region = sum(char.isdecimal() for char in code[2:8])
    return code[:2] in KINDS and region >= CHECKED.region and (len(code) == CHECKED.code or not code.isdecimal())


def _looks(word: Picture) -> Iterator[Picture]:
    """The word made narrower and wider: a recogniser that errs seldom errs twice alike."""
    for wide in _WIDTHS:
        yield np.asarray(cv2.resize(word, None, fx=wide, fy=1.0, interpolation=cv2.INTER_CUBIC), np.uint8)


def _settled(line: ReadLine, word: _Word, looks: Sequence[RecognisedLine]) -> tuple[RecognisedLine, bool]:
    """The line with the word as the looks have it, and whether its check alone put it right."""
    if word.kind == "code":
        return _code(line, word, looks)
    return _address(line, word, looks), False


def _code(line: ReadLine, word: _Word, looks: Sequence[RecognisedLine]) -> tuple[RecognisedLine, bool]:
    text, inside = line[1], slice(*word.span)
    own = text.chars[inside]
    # Letters that no code has stand for one digit each: where that makes it sound, nothing is left to doubt.
    plain = tuple(without_letters_never_used(char) or char for char in own)
    if credit_code("".join(plain)).sound:
        return _saying(text, word.span, plain), False
    for look in looks:
        part = _within(look, "code")
        if part and credit_code(without_letters_never_used(part.text)).sound:
            signs = tuple(without_letters_never_used(char) or char for char in part.chars)
            return with_word(line, word.span, part._replace(chars=signs), word.box), False
    doubted = rescored(text, word.span, PAGE.doubt - CHECKED.less)
    likely = repairs("".join(own))
    if len(likely) != 1 or len(own) != len(likely[0]):
        return doubted, False
    return _saying(doubted, word.span, tuple(likely[0])), True


def _address(line: ReadLine, word: _Word, looks: Sequence[RecognisedLine]) -> RecognisedLine:
    """The line with the address that most looks say, of those of the right shape; in doubt where they differ."""
    text, kind = line[1], word.kind
    parts = [part for look in looks if (part := _within(look, kind)) and _is_address(part.text, kind)]
    own = _plain("".join(text.chars[slice(*word.span)]))
    known = _is_address(own, kind)
    said = Counter([*([own] if known else ()), *(_plain(part.text) for part in parts)]).most_common(1)
    if not said:
        return rescored(text, word.span, PAGE.doubt - CHECKED.less)
    [(best, times)] = said
    span = word.span
    if best != own:
        part = next(part for part in parts if _plain(part.text) == best)
        text, span = with_word(line, span, part, word.box), (span[0], span[0] + len(part.chars))
    agreed = times >= len(_WIDTHS) and (best == own or not known)
    return text if agreed else rescored(text, span, PAGE.doubt - CHECKED.less)


def _within(look: RecognisedLine, kind: Kind) -> RecognisedLine | None:
    """The word in what a look says, without what its box has of its neighbours; None where it is not there."""
    if any(len(char) != 1 for char in look.chars):
        return None
    found = _PATTERNS[kind].search(look.text.translate(_HALF))
    if found is None:
        return None
    inside = slice(*found.span())
    return RecognisedLine(look.chars[inside], look.at[inside], look.scores[inside])


def _is_address(text: str, kind: Kind) -> bool:
    return valid_email(text) if kind == "mail" else _WEB.fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return text.strip().translate(_HALF).casefold()


def _saying(text: RecognisedLine, span: Span, signs: Sequence[str]) -> RecognisedLine:
    """The line with these signs in the places of as many others."""
    return text._replace(chars=(*text.chars[: span[0]], *signs, *text.chars[span[1] :]))


def _places(line: ReadLine, word: _Word) -> Iterator[Place]:
    y = float(line[0][:, 1].mean())
    return ((x, y) for x in middles(line)[slice(*word.span)])
