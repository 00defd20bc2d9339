"""How does what became of a unit come back from another machine? As bytes that are no code, and are held to a type.

The first letter says which of four it is: a result, a loss with its reason, or wrong usage or a wrong rulebook, which
are whoever asked's to see.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipeline.workers.plan import Lost
from schemas.errors import RulebookError, UsageError

Result = TypeVar("Result")

_RESULT, _LOST, _USAGE, _RULEBOOK = (letter.encode() for letter in "RLUB")
_UNREADABLE = "其他机器返回的结果无法辨认，请确认各机器安装的是同一版本"


@dataclass(frozen=True, slots=True)
class Carried(Generic[Result]):
    """How a result is written as bytes, and read. ``unpacked`` raises ValueError where they say something else."""

    packed: Callable[[Result], bytes]
    unpacked: Callable[[bytes], Result]

    def written(self, outcome: Result | Lost) -> bytes:
        """What came of a unit."""
        if isinstance(outcome, Lost):
            return _LOST + outcome.reason.encode("utf-8", "replace")
        return _RESULT + self.packed(outcome)

    def read(self, data: object) -> Result | Lost:
        """The same again. Raises UsageError and RulebookError where that is what came of it."""
        if not isinstance(data, bytes):
            return Lost(_UNREADABLE)
        kind, body = data[:1], data[1:]
        if kind == _USAGE:
            raise UsageError(_text(body))
        if kind == _RULEBOOK:
            raise RulebookError(_text(body))
        if kind == _LOST:
            return Lost(_text(body))
        try:
            if kind == _RESULT:
                return self.unpacked(body)
        except ValueError:
            pass
        return Lost(_UNREADABLE)


def raised(error: UsageError | RulebookError) -> bytes:
    """What must not be a loss of one unit, because it concerns all of them."""
    return (_RULEBOOK if isinstance(error, RulebookError) else _USAGE) + str(error).encode("utf-8", "replace")


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")
