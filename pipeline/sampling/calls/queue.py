"""Whom to call next? Those drawn, in their order; a reserve opens where one who was drawn did not answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.sampling.callsheet.readback import Answer, Filled

_DRAWN = ("certain", "picked")


@dataclass(frozen=True, slots=True)
class CallQueue:
    """Where a sample stands: whom to call now, in order; how many answered of how many that must."""

    waiting: tuple[Answer, ...]
    answered: int
    wanted: int

    @property
    def left(self) -> int:
        """How many answers are still wanted."""
        return max(0, self.wanted - self.answered)


def queue(filled: Filled, attempts: Mapping[str, int]) -> CallQueue:
    """The queue: whoever was called less often comes first, else the order of the draw; risk-based ones come last."""
    drawn = [answer for answer in filled.answers if answer.role in _DRAWN]
    reserves = _opened(filled.answers)
    at_risk = [answer for answer in filled.answers if answer.role == "risk"]
    open_ones = [answer for answer in (*drawn, *reserves) if _is_open(answer)]
    waiting = sorted(open_ones, key=lambda one: attempts.get(one.key, 0))
    answered = sum(_answers(one) for one in (*drawn, *reserves))
    return CallQueue((*waiting, *filter(_is_open, at_risk)), answered, len(drawn))


def _opened(answers: Sequence[Answer]) -> list[Answer]:
    """The reserves in use: as many, in their order and within their stratum, as were silent before them."""
    silent = Counter(_stratum(answer) for answer in answers if answer.role in _DRAWN and _is_silent(answer))
    used: Counter[str] = Counter()
    opened = []
    for answer in answers:
        stratum = _stratum(answer)
        if answer.role != "reserve" or (used[stratum] >= silent[stratum] and _is_open(answer)):
            continue
        opened.append(answer)
        used[stratum] += 1
        silent[stratum] += _is_silent(answer)
    return opened


def _is_open(answer: Answer) -> bool:
    return answer.outcome is None and not answer.unclear


def _answers(answer: Answer) -> bool:
    return answer.outcome is not None and answer.outcome.answered


def _is_silent(answer: Answer) -> bool:
    return answer.outcome is not None and not answer.outcome.answered


def _stratum(answer: Answer) -> str:
    return str(answer.unit["stratum"])
