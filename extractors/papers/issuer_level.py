"""On which level was the recognition or the certificate given that a paper tells of?

In:     the lines of one paper, and what it says behind 发证机关 and the like.
Out:    the fact ``issuer_level``: a level of data/vocabulary/issuer_levels.yaml; nothing where no line tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extractors.vocabulary.issuer_levels import highest, level_in, level_of, level_words
from schemas.locator import Locator
from schemas.papers import Fact
from schemas.regulation.own_words import spoken_words

ISSUED_BY = "issued_by"
"""The fact behind 发证机关 and the like (data/vocabulary/facts.yaml)."""


def issuer_level(
    kind: str, passages: Sequence[tuple[str, Locator]], facts: Mapping[str, Fact]
) -> Iterator[tuple[str, Fact]]:
    """The level of the office that the paper names as its issuer; else the highest that its lines tell."""
    if kind not in level_words().kinds | spoken_words().levelled:
        return
    issued = facts.get(ISSUED_BY)
    if issued is not None and (level := level_of(issued.value)):
        yield "issuer_level", Fact(level, issued.text, issued.evidence)
        return
    told = [(level, text, place) for text, place in passages if (level := level_in(text))]
    best = highest([level for level, _, _ in told])
    for level, text, place in told:
        if level == best:
            yield "issuer_level", Fact(level, text.strip(), place.quoting(text.strip()))
            return
