"""Which signs were read where one that looks nearly the same is likely too?

In:     how likely a recogniser holds each sign, step by step of its lines.
Out:    the same, with a low score where the other sign may be meant: the sign stays, in doubt.
Raises: nothing.
Source: ``benchmarks/lookalikes.py``: of all hanzi of GB 2312, in small soft type of two fonts, those that names of
        people, firms and places have beside those they were taken for.

A recogniser was taught words: it takes 淼 for 森 and is sure of it, but keeps a chance for 淼.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

_IN_NAMES = (
    "森淼 吴昊 炎焱 吕品 土垚 奕弈 冷泠 赢嬴 毫亳 茶荼 淞凇 汁汴 洗冼 琪珙 梁粱 薛薜 崇祟 暖暧 暖瑗 媛嫒 呆杲 恰怜 "
    "萃苹 招轺 鸣呜 抢抡 拾拎 响晌 晓哓 晒哂 银锒 伦伧 仁伫 艳艴 其萁 东岽 作怍 镇镆 雅骓 春舂 族蔟 薪菥 锦铞 "
    "象彖 规觇 刺剌 育肓 第笫 规觌 支攴 算箅 母毋 贯贳 润涧 靳鞒 泗泅 闻阗 候侯 准淮 冶治 晨晟 昱显 祺棋 戊戌 戌戍"
)
"""What is read, and what it may be: where the other has the least chance, a name may have it."""

_EVERYDAY = "品晶 间阎 间阊 日曰 已巳 己已 未末 土士 检裣 机杌 权杈 进迸 铜锏 到刭 损掼 药荮 人入 大太 天夭"
"""The same of signs that most lines have: only a fair chance of the other tells anything."""

_LEAST, _FAIR = 0.005, 0.06
_DOUBTED = 0.6
"""The score of a sign in doubt."""


class Other(NamedTuple):
    """A sign that may be meant instead, and from which chance."""

    index: int
    least: float


def look_alikes(alphabet: Sequence[str]) -> Mapping[int, tuple[Other, ...]]:
    """For each sign by its place in the alphabet those that it may be."""
    places = {sign: place for place, sign in enumerate(alphabet)}
    found: dict[int, tuple[Other, ...]] = {}
    for read, meant, least in _pairs():
        if read in places and meant in places:
            found[places[read]] = (*found.get(places[read], ()), Other(places[meant], least))
    return found


def _pairs() -> Iterator[tuple[str, str, float]]:
    for pairs, least in ((_IN_NAMES, _LEAST), (_EVERYDAY, _FAIR)):
        for read, meant in pairs.split():
            yield read, meant, least


def doubt_look_alikes(
    best: NDArray[Any], sure: NDArray[Any], chances: NDArray[Any], alike: Mapping[int, Sequence[Other]]
) -> None:
    """Lower, in place, the scores of signs that may be others: (lines, steps), and (lines, steps, signs)."""
    for line, step in zip(*np.nonzero(np.isin(best, list(alike))), strict=True):
        sign = int(best[line, step])
        if any(chances[line, step, other.index] >= other.least for other in alike[sign]):
            # A sign takes up several steps, and its score is that of the surest.
            first, last = _steps_of(best[line], int(step))
            sure[line, first:last] = np.minimum(sure[line, first:last], _DOUBTED)


def _steps_of(best: NDArray[Any], step: int) -> tuple[int, int]:
    """From which step to which one sign reaches; the last one is not among them."""
    others = np.flatnonzero(best != best[step])
    before, after = others[others < step], others[others > step]
    return (int(before[-1]) + 1 if len(before) else 0), (int(after[0]) if len(after) else len(best))
