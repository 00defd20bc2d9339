"""On which level was the recognition given that a paper tells of?

In:     the lines of one paper.
Out:    the fact ``issuer_level``: a level of data/vocabulary/issuer_levels.yaml; nothing where no line tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.vocabulary.issuer_levels import highest, level_in, level_words
from schemas.locator import Locator
from schemas.papers import Fact


def issuer_level(kind: str, passages: Sequence[tuple[str, Locator]]) -> Iterator[tuple[str, Fact]]:
    """The highest level that a title, an issuer or the recognition itself names."""
    if kind not in level_words().kinds:
        return
    told = [(level, text, place) for text, place in passages if (level := level_in(text))]
    best = highest([level for level, _, _ in told])
    for level, text, place in told:
        if level == best:
            yield "issuer_level", Fact(level, text.strip(), place.quoting(text.strip()))
            return
