"""What does the cited article say in its own words?"""

from __future__ import annotations

import functools
from pathlib import Path

from pipeline.rulebook import find
from pipeline.rulebook.articles import Regulation, read_regulation
from pipeline.rulebook.beside import text_beside
from pipeline.rulebook.hold import read_text
from schemas.errors import RulebookError, UsageError


def words(rulebook: str, citation: str) -> str:
    """The text of the article or item; empty where it is not at hand."""
    if not citation:
        return ""
    try:
        text = text_beside(find.find(rulebook))
    except (RulebookError, UsageError, OSError):
        return ""
    if text is None:
        return ""
    piece = _regulation(text, text.stat().st_mtime_ns).piece(citation)
    return piece.text if piece else ""


@functools.lru_cache(maxsize=16)
def _regulation(text: Path, _changed: int) -> Regulation:
    return read_regulation(read_text(text)[0])
