"""Which numbers does a number format show as words alone: 1 as √, 0 as 否, 60 and more as 合格?

In:     the code of a number format.
Out:    its parts in order, each with the numbers that it is for and the words that it shows in their place.
Raises: nothing.
Source: ECMA-376 part 1, 18.8.31 (numFmts): parts for positive, negative and zero numbers, or by conditions.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_CONDITION = re.compile(r"\[(<>|[<>]=?|=)(-?\d{1,15}(?:\.\d{1,15})?)\]")
_BRACKETED = re.compile(r"\[[^\]]{0,255}\]")
_PADDING = re.compile(r"_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"|[\\!](.)')
_PLACES = re.compile(r"[0#?@%ymdhse]|general|g/通用格式", re.IGNORECASE)
_BY_SIGN = {1: (("", ""),), 2: ((">=", "0"), ("<", "0")), 3: ((">", "0"), ("<", "0"), ("=", "0"))}
_DRAWS_NEXT = "\\!"
_NUMBERED = 3
"""Parts for numbers; a fourth is for text."""


class WordedPart(NamedTuple):
    """One part of a format. ``words`` None: it shows the number itself. Without a ``sign`` it takes the rest."""

    sign: str
    bound: Decimal
    words: str | None

    def takes(self, number: Decimal) -> bool:
        """Whether this part is for the number."""
        bound = self.bound
        return {
            "": True,
            "=": number == bound,
            "<>": number != bound,
            "<": number < bound,
            "<=": number <= bound,
            ">": number > bound,
            ">=": number >= bound,
        }[self.sign]


def worded(code: str) -> tuple[WordedPart, ...]:
    """The parts of a format; none where all of them show the number or nothing."""
    if '"' not in code and "\\" not in code and "!" not in code:
        return ()
    sections = _sections(code)
    words = [_words(section) for section in sections]
    if not any(words):
        return ()
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        signs = [(found[1], found[2]) if found else ("", "") for found in conditions]
    else:
        signs = list(_BY_SIGN[len(sections)])
    return tuple(WordedPart(sign, Decimal(bound or 0), said) for (sign, bound), said in zip(signs, words, strict=True))


def _sections(code: str) -> list[str]:
    """The parts for numbers, empty ones too; a sign within words or behind a stroke parts nothing."""
    sections, quoted, drawn = [""], False, False
    for sign in code:
        if sign == ";" and not quoted and not drawn:
            sections.append("")
            continue
        sections[-1] += sign
        quoted ^= sign == '"' and not drawn
        drawn = sign in _DRAWS_NEXT and not drawn and not quoted
    return sections[:_NUMBERED]


def in_words(parts: tuple[WordedPart, ...], number: Decimal) -> str | None:
    """What is shown in place of the number; None where it is shown itself, or nothing is."""
    return next((part.words for part in parts if part.takes(number)), None)


def _words(section: str) -> str | None:
    """The words that a part shows in place of a number."""
    bare = _PADDING.sub("", _BRACKETED.sub("", section))
    if _PLACES.search(_LITERAL.sub("", bare)):
        return None
    return "".join(found[1] or found[2] or "" for found in _LITERAL.finditer(bare)).strip() or None
