"""What does the cited article say in its own words, and which may be cited?"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from pipeline.rulebook import find
from pipeline.rulebook.articles import Regulation, read_regulation
from pipeline.rulebook.beside import text_beside
from pipeline.rulebook.hold import read_text
from schemas.errors import RulebookError, UsageError

_BEGINNING = 28
"""Characters of a clause by which it is known in a list."""


def words(rulebook: str, citation: str) -> str:
    """The text of the article or item; empty where it is not at hand."""
    regulation = _of(rulebook) if citation else None
    piece = regulation.piece(citation) if regulation else None
    return piece.text if piece else ""


def choices(rulebook: str, cited: Sequence[str]) -> list[tuple[str, str]]:
    """The clauses that a point of one's own may cite, each with how it begins: those cited here first, then all."""
    regulation = _of(rulebook)
    known = regulation.pieces if regulation else {}
    every = dict.fromkeys((*filter(None, cited), *(key for key in known if "·" not in key)))
    return [(citation, _begins(known[citation].text) if citation in known else "") for citation in every]


def _begins(text: str) -> str:
    return text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}…"


def _of(rulebook: str) -> Regulation | None:
    """The regulation's text; None where it is not at hand."""
    try:
        text = text_beside(find.find(rulebook))
    except (RulebookError, UsageError, OSError):
        return None
    return _regulation(text, text.stat().st_mtime_ns) if text else None


@functools.lru_cache(maxsize=16)
def _regulation(text: Path, _changed: int) -> Regulation:
    return read_regulation(read_text(text)[0])
