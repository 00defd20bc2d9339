"""Was a traditional form of a sign read where the common one stands?

In:     how likely a recogniser holds each sign, step by step of its lines.
Out:    the same, with the common sign where it is likely too; its own, lower score makes it doubtful.
Raises: nothing.

Signs that only names have (喆, 垚) are no such forms, and stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractors.layout.lines import is_hanzi

_LIKELY = 0.01
"""How likely a common sign must be, as a share of the rare one, to be meant."""


def take_common(best: NDArray[Any], sure: NDArray[Any], chances: NDArray[Any], rare: NDArray[np.bool_]) -> None:
    """Put, in place, the likeliest common sign where ``best`` has a rare one: (lines, steps), and (…, signs)."""
    for line, step in zip(*np.nonzero(rare[best]), strict=True):
        common = np.where(rare, 0, chances[line, step])
        # The first sign of the alphabet is none.
        common[0] = 0
        likely = int(common.argmax())
        if common[likely] >= _LIKELY * sure[line, step]:
            best[line, step], sure[line, step] = likely, common[likely]


def rare_signs(alphabet: Sequence[str]) -> NDArray[np.bool_]:
    """Which signs are traditional forms: outside the mainland's common set, in those of Taiwan and of Japan.

    Rare signs of mainland names (喆, 堃, 垚) are in at most one of the two.
    """
    return np.array([is_hanzi(sign) and _is_traditional(sign) for sign in alphabet], np.bool_)


def is_uncommon(sign: str) -> bool:
    """Whether a sign is outside the common set of the mainland: a traditional form, or a sign of names."""
    return is_hanzi(sign) and not _is_in(sign, "gb2312")


def _is_traditional(sign: str) -> bool:
    return not _is_in(sign, "gb2312") and _is_in(sign, "big5") and _is_in(sign, "shift_jis")


def _is_in(sign: str, charset: str) -> bool:
    try:
        sign.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
