"""Which programmes do the papers speak of?"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.reading import DocumentReading
from extractors.vocabulary.facts import words
from extractors.vocabulary.papers import plain
from schemas.locator import Locator


def programmes(readings: Sequence[DocumentReading]) -> dict[str, tuple[Locator, ...]]:
    """The platforms' names that the papers speak of (聊城市中小企业公共服务示范平台), each with its places."""
    found: dict[str, list[Locator]] = {}
    for reading in readings:
        for line in reading.lines:
            for name in words().programme.findall(plain(line.text)):
                found.setdefault(name, []).append(line.place)
    return {name: tuple(places[:5]) for name, places in found.items()}
