"""How do papers say that there is nothing of a kind (data/vocabulary/denials.yaml)?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from schemas.data_files import vocabulary_file


@dataclass(frozen=True, slots=True)
class Denials:
    """What denies a word in its own clause, and a whole line or cell that denies its neighbour."""

    beside: re.Pattern[str]
    alone: re.Pattern[str]


@cache
def denials() -> Denials:
    """The vocabulary, read once."""
    fields = vocabulary_file("denials").fields("beside alone")
    beside = "|".join(f"(?:{pattern.pattern})" for pattern in fields["beside"].patterns())
    return Denials(re.compile(beside), fields["alone"].pattern())
