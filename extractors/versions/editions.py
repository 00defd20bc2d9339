"""Does a document say of itself that another one has replaced it?

In:     a document as a reader saw it.
Out:    the word that says so; how its names rank it among others of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.values.text import unspaced
from extractors.vocabulary.versions import edition, obsolete_word
from schemas.document import Document, Paragraph

_TOP, _SHORT = 6, 30
"""So many short lines at the top of a document may say what it is."""


def replaced_by_its_word(document: Document) -> str:
    """The word by which the document calls itself replaced: in its path, its head, its first short lines; else ""."""
    parts = document.path.rsplit(".", 1)[0].split("/")
    return next((word for text in (*parts, *_short_lines(document)) if (word := obsolete_word(text))), "")


def rank(document: Document) -> tuple[int, float]:
    """How far the document's own words rank it: below all where it is replaced, above where it calls itself final."""
    if replaced_by_its_word(document):
        return -1, 0.0
    return edition(document.path.rsplit("/", 1)[-1].rsplit(".", 1)[0])


def _short_lines(document: Document) -> Iterator[str]:
    for page in document.pages[:1]:
        lines = [block.text for block in page.blocks[:_TOP] if isinstance(block, Paragraph)]
        lines += [line.text for line in page.furniture]
        yield from (line for line in lines if len(unspaced(line)) <= _SHORT)
