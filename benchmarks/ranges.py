"""In which range of a tolerance does a benchmark get no worse? The search that the measuring scripts share.

A score is a tuple of numbers none of which may fall; what was read comes with it, so that a tolerance which the pages
never ask is told from one that they bear: of the former nothing is measured.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import Field, dataclass, fields
from types import ModuleType

from schemas.errors import UnreadableDocument

Score = tuple[float, ...]


@dataclass(frozen=True)
class Looked:
    """What one run of a benchmark said: numbers that may not fall, and a print of everything that was read."""

    score: Score
    read: str = ""


@dataclass(frozen=True)
class Range:
    """The last values tried on either side at which nothing got worse; ``asked`` where anything read differed."""

    low: float
    high: float
    asked: bool


@dataclass(frozen=True)
class Walk:
    """The steps away from the value, and by how much a number may differ and still be called the same."""

    below: Sequence[float] = (0.8, 0.5, 0.25)
    above: Sequence[float] = (1.25, 2.0, 4.0)
    slack: float = 0.0


def groups(*modules: ModuleType) -> Iterator[object]:
    """Every settings object of these modules."""
    for module in modules:
        for name, one in vars(module).items():
            if name.isupper() and hasattr(one, "__dataclass_fields__"):
                yield one


def lines(
    modules: Sequence[ModuleType],
    look: Callable[[], Looked],
    only: Sequence[str] = (),
    walk: Walk = Walk(),
) -> Iterator[str]:
    """One line per tolerance, as JSON: class and name, value, lowest and highest that hold, whether it was asked."""
    base = look()
    yield json.dumps({"score": base.score})
    for one in groups(*modules):
        each: tuple[Field[object], ...] = fields(one)  # type: ignore[arg-type]
        for field in each:
            name = f"{type(one).__name__}.{field.name}"
            if only and type(one).__name__ not in only and name not in only:
                continue
            found = held(one, field.name, look, base, walk)
            value = getattr(one, field.name)
            yield json.dumps(
                {"tolerance": name, "value": value, "holds": [found.low, found.high], "asked": found.asked}
            )


def held(one: object, name: str, look: Callable[[], Looked], base: Looked, walk: Walk) -> Range:
    """Each side is walked until a number falls, or the code refuses the value."""
    value = getattr(one, name)
    ends, asked = [], False
    for factors in (walk.below, walk.above):
        end = value
        for factor in factors:
            tried = stepped(value, factor)
            object.__setattr__(one, name, tried)
            try:
                now = look()
            except (ArithmeticError, LookupError, ValueError, UnreadableDocument):
                asked = True
                break
            finally:
                object.__setattr__(one, name, value)
            asked = asked or now != base
            if any(a < b - walk.slack for a, b in zip(now.score, base.score, strict=True)):
                break
            end = tried
        ends.append(end)
    return Range(min(ends), max(ends), asked)


def stepped(value: float, factor: float) -> float:
    """A count goes up and down by whole steps, at least one."""
    if isinstance(value, int):
        return min(value - 1, round(value * factor)) if factor < 1 else max(value + 1, round(value * factor))
    return float(f"{value * factor:.3g}")
